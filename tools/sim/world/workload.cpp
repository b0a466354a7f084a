// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/workload.h"

#include "client/core/views/alarm_view.h"
#include "shared/base/limits.h"
#include "tools/sim/world/course_workload.h"

namespace baraza::sim {
namespace {

constexpr std::size_t kPhq9Items = 9;
// Few enough that two people often reach for the same member, session or note.
constexpr std::size_t kMembers = 5;

template <class Map>
auto keys_of(const Map& map) {
  std::vector<typename Map::key_type> out;
  for (const auto& [key, value] : map) out.push_back(key);
  return out;
}

}  // namespace

void Workload::act_once() {
  ClientNode& laptop = *world_.random().pick(world_.laptops());
  if (!laptop.up() || !laptop.client()->identity()) return;
  auto groups = world_.groups();
  // Those that were formed here are worked with before the server hears of them.
  for (const auto& [id, entry] : laptop.client()->replica().directory().groups()) {
    if (entry.waits_for_server) groups.push_back(id);
  }
  if (groups.empty()) return;
  const auto intent = draw(*laptop.client(), random_.pick(groups));
  if (intent) laptop.act(*intent);
}

std::vector<model::Answer> Workload::answers() {
  std::vector<model::Answer> out(kPhq9Items);
  for (model::Answer& answer : out) {
    answer = {model::AnswerState::answered, static_cast<std::uint32_t>(random_.below(4))};
  }
  if (!random_.chance(world_.swarm().item_nine)) out.back().value = 0;
  if (random_.chance(60)) out.back() = {model::AnswerState::not_asked, 0};
  return out;
}

std::string Workload::text() {
  if (random_.chance(world_.swarm().long_text)) return std::string(limits::text_bytes - 64, 'x');
  return "note " + std::to_string(random_.below(1000));
}

std::optional<client::Intent> Workload::draw(const client::Client& client, const GroupId& group) {
  const client::Replica& replica = client.replica();
  const model::MainState& main = replica.main(group);
  const CivilDate date{20'780 + static_cast<std::int32_t>(random_.below(3))};
  const auto members = keys_of(main.admissions);
  const auto sessions = keys_of(main.sessions);
  const std::uint64_t roll = random_.below(120);

  if (members.size() < 2 || (roll < 4 && members.size() < kMembers)) {
    client::AddMember intent;
    intent.group = group;
    intent.name = "Member " + std::to_string(random_.below(100));
    intent.from = date;
    return intent;
  }
  if (sessions.empty() || roll < 6) {
    if (roll % 3 == 0) return client::OpenExtraSession{group, date};
    return client::OpenTodaySession{group, date};
  }
  const MemberId member = random_.pick(members);
  const model::SessionKey session = random_.pick(sessions);
  if (roll < 45) {
    const model::AttendanceKey key{session, member};
    const auto mark = static_cast<model::Mark>(random_.between(1, 6));
    const auto at = main.attendance.find(key);
    if (at != main.attendance.end() && at->second.disputed(main.basics.replaced)) {
      return client::SettleAttendance{group, key, mark, 0, "asked both"};
    }
    return client::MarkAttendance{group, key, mark, 0, random_.chance(500) ? "late mark" : ""};
  }
  if (roll < 60) {
    return client::RecordCheckIn{group, session,   member, "phq9",
                                 1,     answers(), "en",   model::AnswerMode::interview};
  }
  if (roll < 66) {
    const auto current = model::current_check_ins(main);
    if (current.empty()) return std::nullopt;
    const auto* wrong = random_.pick(current);
    if (random_.chance(300)) {
      return client::WithdrawCheckIn{group, wrong->value.check_in, "asked the wrong person"};
    }
    return client::CorrectCheckIn{
        group, {wrong->value.check_in}, answers(), "en", model::AnswerMode::interview};
  }
  if (roll < 72) {
    const auto urgency =
        random_.chance(300) ? model::AlarmUrgency::now : model::AlarmUrgency::today;
    return client::RaiseWorry{group, member, urgency, session.session};
  }
  if (roll < 80) {
    const auto risks = client::alarm_view(replica, world_.packs(), group);
    if (risks.empty()) return std::nullopt;
    const auto& risk = random_.pick(risks);
    if (roll >= 76) return client::ResolveRisk{group, risk.member, risk.shown()};
    return client::AcknowledgeAlarm{group, risk.member,
                                    risk.raised_without(client.identity()->account)};
  }
  if (roll < 86) return client::WriteNote{group, session.session, member, text()};
  if (roll < 92) {
    const auto notes = keys_of(replica.words(group).texts);
    if (notes.empty()) return std::nullopt;
    return client::AmendNote{group, random_.pick(notes), text()};
  }
  if (roll < 95) return client::CloseSession{group, session};
  if (roll < 97) return client::AmendSession{group, session, "a mark was forgotten"};
  if (roll >= 104) {
    return draw_course(client, random_, world_.site(), group, member, session);
  }
  if (roll >= 100) {
    client::ChooseFocalArea intent{group, {member, {}, {}, {}}, false};
    intent.choice.primary = static_cast<model::FocalArea>(random_.between(1, 4));
    intent.choice.secondary = static_cast<model::FocalArea>(random_.between(1, 4));
    if (intent.choice.secondary == intent.choice.primary) intent.choice.secondary.reset();
    intent.choice.reason = static_cast<model::FocalReason>(random_.between(1, 7));
    const auto at = main.areas.find(member);
    intent.settles = at != main.areas.end() && at->second.disputed(main.basics.replaced);
    return intent;
  }
  const auto persons = keys_of(replica.intake(world_.site()).persons);
  client::RegisterPerson person;
  person.site = world_.site();
  if (!persons.empty() && random_.chance(700)) person.person = random_.pick(persons);
  person.name = "Person " + std::to_string(random_.below(100));
  return person;
}

}  // namespace baraza::sim
