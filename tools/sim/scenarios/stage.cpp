// SPDX-License-Identifier: Apache-2.0
#include "shared/op/derive.h"
#include "shared/rules/risk.h"
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {

Stage::Stage(World& of) : world(of), group(of.groups().front()) {
  const CivilDate date{20'780};
  for (const char* name : {"First", "Second"}) {
    client::AddMember intent;
    intent.group = group;
    intent.name = name;
    intent.from = date;
    act(0, intent);
  }
  act(0, client::OpenTodaySession{group, date});
  rest();
  const model::MainState& main = world.laptop(0).client()->replica().main(group);
  expect(main.admissions.size() == 2 && main.sessions.size() == 1, "the group isn't as prepared");
  if (main.admissions.size() != 2 || main.sessions.empty()) return;
  member = main.admissions.begin()->first;
  other_member = main.admissions.rbegin()->first;
  session = main.sessions.begin()->first;
}

void Stage::expect(bool holds, std::string_view what) {
  world.findings().require(holds, "scenario", what);
}

void Stage::act(std::size_t laptop, const client::Intent& intent) {
  if (world.laptop(laptop).act(intent)) return;
  expect(false,
         "laptop " + std::to_string(laptop) + " declined: " +
             std::string(code_name(world.laptop(laptop).declined().value_or(Code::unavailable))));
}

void Stage::mark(std::size_t laptop, model::Mark value) {
  act(laptop, client::MarkAttendance{group, {session, member}, value, 0, ""});
}

void Stage::worry(std::size_t laptop) {
  act(laptop, client::RaiseWorry{group, member, model::AlarmUrgency::now, session.session});
}

void Stage::offline(std::size_t laptop) {
  world.network().set_offline(static_cast<int>(laptop), true);
  world.run_for(seconds(1));
}

void Stage::online(std::size_t laptop) {
  world.network().set_offline(static_cast<int>(laptop), false);
}

void Stage::rest() {
  expect(world.run_until([&] { return world.converged(); }, minutes(5)),
         "the world doesn't come to rest");
}

void Stage::wait_for_log(std::size_t laptop, StreamKind kind, OpNumber count) {
  // Step by step, to stop right when it is durable.
  for (int step = 0; step < 60'000 && logged(laptop, kind) < count; ++step) {
    world.run_for(milliseconds(1));
  }
  expect(logged(laptop, kind) >= count, "the server's log doesn't get the ops");
}

void Stage::revoke(std::size_t laptop) {
  ServerNode& server = world.server();
  const bool done = server.administer([&](server::Hub& hub) -> Result<void> {
    const auto ended = server::end_grants(hub, server.asking(), world.laptop(laptop).handle(),
                                          to_hex(group), "moved elsewhere");
    return ended ? Result<void>{} : fail(ended.error());
  });
  expect(done, "the grant couldn't be ended");
}

OpNumber Stage::logged(std::size_t laptop, StreamKind kind) const {
  return world.book().last_number(stream_id(kind, group), world.laptop(laptop).writer());
}

const LogBook::Stream& Stage::log(StreamKind kind) const {
  return *world.book().find(stream_id(kind, group));
}

bool Stage::disputed_on(std::size_t laptop) const {
  const model::MainState& main = world.laptop(laptop).client()->replica().main(group);
  const auto at = main.attendance.find({session, member});
  return at != main.attendance.end() && at->second.disputed(main.basics.replaced);
}

std::optional<model::Mark> Stage::mark_on(std::size_t laptop) const {
  const model::MainState& main = world.laptop(laptop).client()->replica().main(group);
  const auto at = main.attendance.find({session, member});
  if (at == main.attendance.end() || at->second.disputed(main.basics.replaced)) return {};
  const auto* shown = at->second.shown(main.basics.replaced);
  return shown == nullptr ? std::nullopt : std::optional(shown->value.mark);
}

std::vector<EvidenceId> Stage::open_evidence_on(std::size_t laptop) const {
  const client::Replica& replica = world.laptop(laptop).client()->replica();
  std::vector<EvidenceId> out;
  for (const auto& risk :
       rules::open_risks(replica.alarm(group), replica.main(group), world.packs())) {
    for (const auto& evidence : risk.evidence) out.push_back(evidence.evidence);
  }
  return out;
}

}  // namespace baraza::sim
