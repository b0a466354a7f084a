// SPDX-License-Identifier: Apache-2.0
// Stories of people who have no group yet, and of how they come to one.
#include "client/core/views/alarm_view.h"
#include "shared/op/derive.h"
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {
namespace {

using model::Role;

constexpr CivilDate first_session{20'800};

std::vector<PersonId> on_the_list(Stage& stage, std::size_t laptop,
                                  const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    client::RegisterPerson person;
    person.site = stage.world.site();
    person.name = name;
    stage.act(laptop, person);
  }
  std::vector<PersonId> out;
  const auto& intake = stage.world.laptop(laptop).client()->replica().intake(stage.world.site());
  for (const auto& [id, person] : intake.persons) {
    const auto* shown = person.shown(intake.basics.replaced);
    if (shown == nullptr) continue;
    for (const std::string& name : names) {
      if (shown->value.name == name) out.push_back(id);
    }
  }
  return out;
}

GroupId form(Stage& stage, std::size_t laptop, const std::vector<PersonId>& persons) {
  client::FormGroup form;
  form.site = stage.world.site();
  form.value.group = *GroupId::from(Bytes(16, 'F'));
  form.value.name = "River";
  form.value.course = {"who8", 1, Hash{}};
  form.value.first_session = first_session;
  form.persons = persons;
  stage.act(laptop, form);
  return form.value.group;
}

void group_formed_offline(World& world) {
  Stage stage(world);
  stage.offline(0);
  const auto persons = on_the_list(stage, 0, {"Amina", "Brenda"});
  const GroupId group = form(stage, 0, persons);
  stage.act(0, client::OpenTodaySession{group, first_session});
  const model::MainState& here = world.laptop(0).client()->replica().main(group);
  stage.expect(here.admissions.size() == 2 && here.sessions.size() == 1,
               "the group can't be worked with before the server knows it");
  stage.wait(seconds(5));
  world.laptop(0).crash(seconds(2));
  stage.wait(seconds(5));
  stage.expect(world.laptop(0).client()->replica().directory().group(group) != nullptr,
               "after a crash the group isn't known on the laptop that formed it");
  stage.online(0);
  stage.rest();
  const model::MainState& at_supervisor = world.laptop(2).client()->replica().main(group);
  stage.expect(at_supervisor.admissions.size() == 2 && at_supervisor.sessions.size() == 1,
               "the supervisor doesn't follow the group that was formed");
  const auto* entry = world.laptop(0).client()->replica().directory().group(group);
  stage.expect(entry != nullptr && !entry->waits_for_server, "the group goes on waiting");
}

// The answer of the server is in the batch of the question.
void group_formed_and_server_killed(World& world) {
  Stage stage(world);
  const auto persons = on_the_list(stage, 0, {"Amina", "Brenda"});
  stage.rest();
  stage.offline(0);
  const GroupId group = form(stage, 0, persons);
  stage.online(0);
  for (int i = 0; i < 3; ++i) {
    stage.wait(milliseconds(40));
    world.server().crash(seconds(1));
    stage.wait(seconds(3));
  }
  stage.rest();
  stage.expect(world.laptop(2).client()->replica().main(group).admissions.size() == 2,
               "the group didn't survive the server's crashes");
}

// Whoever formed the group has no right any more when the server hears of it.
void worry_in_a_group_formed_by_one_removed(World& world) {
  Stage stage(world);
  stage.offline(0);
  const auto persons = on_the_list(stage, 0, {"Amina", "Brenda"});
  const GroupId group = form(stage, 0, persons);
  const auto& main = world.laptop(0).client()->replica().main(group);
  stage.act(0, client::RaiseWorry{group, main.admissions.begin()->first, model::AlarmUrgency::now,
                                  SessionId{}});
  stage.wait(seconds(5));
  stage.revoke(0);
  stage.online(0);
  stage.rest();
  const auto risks = client::alarm_view(world.laptop(2).client()->replica(), world.packs(), group);
  stage.expect(risks.size() == 1, "the worry waits with the group");
}

void risk_without_a_group(World& world) {
  Stage stage(world);
  stage.offline(1);
  const auto persons = on_the_list(stage, 1, {"Charity"});
  client::RecordScreening asked{world.site(), {}};
  asked.value.person = persons.at(0);
  asked.value.date = first_session;
  asked.value.instrument = {"phq9", 1, Hash{}};
  asked.value.answers.assign(9, {model::AnswerState::answered, 1});
  stage.act(1, asked);
  const GroupId list = model::list_of(world.site());
  const auto risks = [&](std::size_t laptop) {
    return client::alarm_view(world.laptop(laptop).client()->replica(), world.packs(), list);
  };
  stage.expect(risks(1).size() == 1 && !risks(1).front().reached,
               "the answer raised no risk on the laptop where it was given");
  stage.wait(seconds(5));
  world.laptop(1).crash(seconds(2));
  stage.wait(seconds(5));
  stage.online(1);
  stage.rest();
  stage.expect(risks(2).size() == 1, "a supervisor doesn't hear of somebody without a group");
  if (risks(2).empty()) return;
  stage.act(2, client::AcknowledgeAlarm{
                   list, model::on_list(persons.at(0)),
                   risks(2).front().raised_without(world.laptop(2).client()->identity()->account)});
  stage.rest();
  stage.expect(risks(1).size() == 1 && risks(1).front().seen,
               "who asked doesn't hear that a supervisor has seen it");
}

void moved_member_is_one_person(World& world) {
  Stage stage(world);
  const GroupId group = form(stage, 0, on_the_list(stage, 0, {"Amina", "Brenda"}));
  stage.rest();
  stage.act(0, client::MoveMember{stage.group, stage.member, group, first_session});
  stage.rest();
  const client::Replica& replica = world.laptop(1).client()->replica();
  const auto& intake = replica.intake(world.site());
  PersonId person;
  for (const auto& [ref, link] : intake.links) {
    if (link.value.member == stage.member) person = link.value.person;
  }
  std::size_t seats = 0;
  for (const auto& [ref, link] : intake.links) {
    if (link.value.person == person) ++seats;
  }
  stage.expect(seats == 2, "who went to another group isn't the same person there");
  stage.expect(world.laptop(2).client()->replica().main(group).admissions.size() == 3,
               "who went to another group has no seat there");
}

}  // namespace

std::vector<Scenario> stories_of_intake() {
  const std::vector<Role> people{Role::facilitator, Role::worker, Role::supervisor};
  return {
      {"group_formed_offline",
       "a group formed without a network is worked with at once, survives a crash, and is opened "
       "by the server with somebody who follows it",
       group_formed_offline,
       people,
       false,
       {}},
      {"group_formed_and_server_killed",
       "the server opens a formed group in the batch that takes it, whenever it is killed",
       group_formed_and_server_killed,
       people,
       false,
       {}},
      {"worry_in_a_group_formed_by_one_removed",
       "a worry raised in a group that somebody formed who had lost their right reaches a "
       "supervisor",
       worry_in_a_group_formed_by_one_removed,
       people,
       false,
       {}},
      {"risk_without_a_group",
       "an answer that raises a risk of somebody on the list reaches a supervisor, who is heard",
       risk_without_a_group,
       people,
       false,
       {}},
      {"moved_member_is_one_person",
       "who goes on in another group is the same person of the list",
       moved_member_is_one_person,
       people,
       false,
       {}},
  };
}

}  // namespace baraza::sim
