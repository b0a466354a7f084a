// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/group_view.h"
#include "shared/base/limits.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

class Intents : public testing::Test {
 protected:
  const model::MainState& main() { return laptop->replica().main(world.group); }
  const model::IntakeState& intake() { return laptop->replica().intake(world.site); }
  GroupView view() { return group_view(laptop->replica(), world.group).value(); }
  CloseSession close() { return {world.group, session}; }
  RegisterPerson person(const std::string& name) {
    RegisterPerson out;
    out.site = world.site;
    out.name = name;
    return out;
  }

  World world;
  Laptop& laptop = world.facilitator;
  model::SessionKey session = world.open_session();
  GroupId nowhere = id_cast<GroupId>(session.session);
};

TEST_F(Intents, APersonIsRegisteredAndLaterCorrected) {
  const std::size_t before = intake().persons.size();
  world.act(laptop, person("Somebody"));
  ASSERT_EQ(intake().persons.size(), before + 1);
  RegisterPerson correction = person("Somebody else");
  for (const auto& [id, each] : intake().persons) {
    if (each.writes.back().value.name == "Somebody") correction.person = id;
  }
  world.act(laptop, correction);
  EXPECT_EQ(intake().persons.size(), before + 1);
  const auto& writes = intake().persons.at(*correction.person);
  EXPECT_EQ(writes.standing(intake().basics.replaced).size(), 1U);
  EXPECT_EQ(writes.shown(intake().basics.replaced)->value.name, "Somebody else");
}

TEST_F(Intents, RegisteringIsRefusedForAnUnknownSiteAnUnknownPersonAndABlankName) {
  RegisterPerson elsewhere = person("Somebody");
  elsewhere.site = id_cast<SiteId>(world.group);
  EXPECT_EQ(world.refusal(laptop, elsewhere), Code::not_found);
  RegisterPerson unknown = person("Somebody");
  unknown.person = id_cast<PersonId>(world.group);
  EXPECT_EQ(world.refusal(laptop, unknown), Code::not_found);
  EXPECT_EQ(world.refusal(laptop, person("")), Code::invalid_argument);
}

TEST_F(Intents, AMemberIsAdmittedInThreeStreamsByOneCommit) {
  laptop.disk_works = false;
  AddMember intent;
  intent.group = world.group;
  intent.name = "New One";
  intent.from = world.first_day;
  world.act(laptop, intent);
  ASSERT_EQ(laptop.store->waiting.size(), 1U);
  const auto& commit = std::get<LocalCommit>(laptop.store->waiting[0].commit);
  std::set<StreamKind> kinds;
  for (const LocalRun& run : commit.runs) kinds.insert(run.kind);
  EXPECT_EQ(kinds, (std::set{StreamKind::intake, StreamKind::people, StreamKind::main}));
  ASSERT_EQ(view().members.size(), 4U);
  EXPECT_EQ(view().members[3].name, "New One");
  EXPECT_EQ(view().members[3].seat, 4U);
}

TEST_F(Intents, SomebodyOfTheListGetsASeatOnce) {
  world.act(laptop, person("On The List"));
  AddMember intent;
  intent.group = world.group;
  intent.from = world.first_day;
  for (const auto& [id, each] : intake().persons) {
    if (each.writes.back().value.name == "On The List") intent.person = id;
  }
  const std::size_t before = intake().persons.size();
  world.act(laptop, intent);
  EXPECT_EQ(intake().persons.size(), before);
  EXPECT_EQ(view().members.back().name, "On The List");
  EXPECT_EQ(world.refusal(laptop, intent), Code::already_exists);
  intent.person = id_cast<PersonId>(world.group);
  EXPECT_EQ(world.refusal(laptop, intent), Code::not_found);
}

TEST_F(Intents, ThePlannedSessionNearestToItsDayIsOpened) {
  EXPECT_EQ(view().sessions.at(0).plan_number, 1U);
  // Session 2 was due a week after the first; on day 16 the third, due on day 14, is nearer.
  world.act(laptop, OpenTodaySession{world.group, world.first_day + 16});
  const auto sessions = view().sessions;
  ASSERT_EQ(sessions.size(), 2U);
  EXPECT_EQ(sessions[1].plan_number, 3U);
  EXPECT_EQ(sessions[1].key.session, planned_session_id(world.group, 3, 0));
  // The second, due on day 7, wasn't held: of those left the fourth, due on day 21, is nearer.
  world.act(laptop, OpenTodaySession{world.group, world.first_day + 17});
  EXPECT_EQ(view().sessions.at(2).plan_number, 4U);
}

TEST_F(Intents, TodaysSessionIsOpenedOnceAndNeverBeyondTheCourse) {
  EXPECT_EQ(world.refusal(laptop, OpenTodaySession{world.group, world.first_day}),
            Code::already_exists);
  EXPECT_EQ(world.refusal(laptop, OpenTodaySession{nowhere, world.first_day}), Code::not_found);
  for (int week = 1; week < 8; ++week) {
    world.act(laptop, OpenTodaySession{world.group, world.first_day + 7 * week});
  }
  EXPECT_EQ(world.refusal(laptop, OpenTodaySession{world.group, world.first_day + 56}),
            Code::not_found);
  world.act(laptop, OpenExtraSession{world.group, world.first_day + 56});
  EXPECT_EQ(view().sessions.back().plan_number, 0U);
  EXPECT_EQ(view().sessions.size(), 9U);
}

TEST_F(Intents, AMarkNeedsASessionThatIsOpenAndAMemberOfTheGroup) {
  auto mark = world.mark(session, model::Mark::present);
  mark.key.session.date = session.date + 1;
  EXPECT_EQ(world.refusal(laptop, mark), Code::not_found);
  mark = world.mark(session, model::Mark::present);
  mark.key.member = id_cast<MemberId>(world.group);
  EXPECT_EQ(world.refusal(laptop, mark), Code::not_found);
  mark = world.mark(session, model::Mark::late);
  mark.minutes = 100'000;
  EXPECT_EQ(world.refusal(laptop, mark), Code::invalid_argument);
}

TEST_F(Intents, AMarkNamesWhatStands) {
  world.act(laptop, world.mark(session, model::Mark::present));
  world.act(laptop, world.mark(session, model::Mark::late));
  const auto& marks = main().attendance.at({session, world.members[0]});
  EXPECT_EQ(marks.writes.size(), 2U);
  EXPECT_EQ(marks.standing(main().basics.replaced).size(), 1U);
}

TEST_F(Intents, AfterClosingAMarkNeedsAReasonAndIsShownAsAddedLater) {
  EXPECT_EQ(world.refusal(laptop, AmendSession{world.group, session, "late list"}),
            Code::invalid_argument);
  world.act(laptop, close());
  EXPECT_EQ(world.refusal(laptop, close()), Code::already_exists);
  EXPECT_TRUE(view().sessions[0].closed);
  auto mark = world.mark(session, model::Mark::excused);
  EXPECT_EQ(world.refusal(laptop, mark), Code::invalid_argument);
  mark.reason = "funeral";
  world.act(laptop, mark);
  const auto shown = view();
  bool found = false;
  for (const auto& cell : shown.sessions[0].attendance) {
    for (const auto& write : cell.writes) {
      found = true;
      EXPECT_TRUE(write.added_after_closing);
    }
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(world.refusal(laptop, AmendSession{world.group, session, ""}), Code::invalid_argument);
  world.act(laptop, AmendSession{world.group, session, "late list"});
  EXPECT_EQ(view().sessions[0].amended, std::vector<std::string>{"late list"});
}

TEST_F(Intents, ANoteIsWrittenAmendedAndStruckOut) {
  const auto& words = laptop->replica().words(world.group);
  world.act(laptop, WriteNote{world.group, session.session, world.members[0], "came with hope"});
  ASSERT_EQ(words.notes.size(), 1U);
  const NoteId note = words.notes.begin()->second.value.note;
  world.act(laptop, AmendNote{world.group, note, "came with some hope"});
  EXPECT_EQ(words.texts.at(note).shown(words.basics.replaced)->value, "came with some hope");
  EXPECT_FALSE(words.texts.at(note).disputed(words.basics.replaced));
  world.act(laptop, AmendNote{world.group, note, ""});
  EXPECT_EQ(words.texts.at(note).shown(words.basics.replaced)->value, "");
  EXPECT_EQ(world.refusal(laptop, WriteNote{world.group, {}, {}, ""}), Code::invalid_argument);
  EXPECT_EQ(world.refusal(laptop, AmendNote{world.group, id_cast<NoteId>(world.group), "x"}),
            Code::not_found);
  const std::string long_text(limits::text_bytes + 1, 'x');
  EXPECT_EQ(world.refusal(laptop, WriteNote{world.group, {}, {}, long_text}), Code::too_large);
}

TEST_F(Intents, WhatIsNotThisPersonsToWriteIsRefusedBeforeItIsWritten) {
  AddMember member;
  member.group = world.group;
  member.name = "Somebody";
  member.from = world.first_day;
  EXPECT_EQ(world.refusal(world.worker, member), Code::not_allowed);
  Laptop& supervisor = world.supervisor;
  EXPECT_EQ(world.refusal(supervisor, OpenExtraSession{world.group, world.first_day}),
            Code::not_allowed);
  EXPECT_EQ(world.refusal(supervisor, world.mark(session, model::Mark::late)), Code::not_allowed);
  EXPECT_EQ(world.refusal(supervisor, world.check_in(session, 0)), Code::not_allowed);
  EXPECT_EQ(world.refusal(supervisor, WriteNote{world.group, {}, {}, "x"}), Code::not_allowed);
  EXPECT_TRUE(supervisor.store->waiting.empty());
  EXPECT_EQ(supervisor->badge().state, SyncBadge::State::on_the_server);
}

TEST_F(Intents, ARightThatEndedIsNotedBeforeAnythingIsWrittenButAWorryStillGoes) {
  const auto grants = world.worker->replica().directory().grants_of(world.worker.account);
  ASSERT_EQ(grants.size(), 1U);
  world.write(StreamKind::site, id_cast<AnyId>(world.site),
              model::make_grant_ended({grants[0]->grant.grant, "moved", world.administrator}));
  world.run();
  EXPECT_EQ(world.refusal(world.worker, world.mark(session, model::Mark::late)),
            Code::authority_ended);
  EXPECT_EQ(
      world.refusal(world.worker,
                    RaiseWorry{world.group, world.members[0], model::AlarmUrgency::today, {}}),
      Code::none);
}

}  // namespace
}  // namespace baraza::client
