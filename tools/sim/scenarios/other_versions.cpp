// SPDX-License-Identifier: Apache-2.0
// Stories with a writer whose client isn't ours.
#include "shared/model/make.h"
#include "shared/op/derive.h"
#include "tools/sim/scenarios/raw_laptop.h"
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {
namespace {

using model::Mark;
using model::Role;

model::Attendance mark_of(const Stage& stage, Mark mark) {
  return {{stage.session, stage.member}, mark, 0, ""};
}

void wait_for(Stage& stage, const RawLaptop& laptop, StreamKind kind, OpNumber number) {
  const StreamId stream = stream_id(kind, stage.group);
  const bool done =
      stage.world.run_until([&] { return laptop.server_has(stream) >= number; }, minutes(2));
  stage.expect(done, "the other version's ops aren't taken");
}

void new_kind(World& world) {
  Stage stage(world);
  RawLaptop newer(world, "person0");
  OpDraft draft;
  draft.stream = StreamKind::main;
  draft.kind = 399;  // of a version to come
  draft.op_class = static_cast<std::uint32_t>(OpClass::attendance);
  draft.subject = id_cast<AnyId>(stage.member);
  draft.body = "whatever a newer version says";
  newer.write(StreamKind::main, stage.group,
              {draft, model::make_attendance_marked(mark_of(stage, Mark::present), {})});
  wait_for(stage, newer, StreamKind::main, 2);
  stage.rest();
  for (const auto& laptop : world.laptops()) {
    const auto& main = laptop->client()->replica().main(stage.group);
    stage.expect(main.basics.from_newer == 1, "an op of a newer version isn't counted");
  }
  stage.expect(stage.mark_on(1) == Mark::present, "what came with the newer op isn't applied");
  const auto places = stage.log(StreamKind::main).places.find({newer.writer(), 1});
  stage.expect(places != stage.log(StreamKind::main).places.end() &&
                   !stage.log(StreamKind::main).entries[places->second.front() - 1].body.empty(),
               "the body of a newer version's op isn't kept");
}

void refused_in_the_middle(World& world) {
  Stage stage(world);
  RawLaptop raw(world, "person0");
  const auto first = raw.write(StreamKind::main, stage.group,
                               {model::make_attendance_marked(mark_of(stage, Mark::present), {})});
  OpDraft broken = model::make_attendance_marked(mark_of(stage, Mark::late), {first.front()});
  broken.body = "\xff\xff not a body";
  const auto second = raw.write(StreamKind::main, stage.group, {broken});
  raw.write(StreamKind::main, stage.group,
            {model::make_attendance_marked(mark_of(stage, Mark::excused), {second.front()})});
  wait_for(stage, raw, StreamKind::main, 3);
  stage.rest();
  const LogBook::Stream& log = stage.log(StreamKind::main);
  const auto verdict = [&](OpNumber number) {
    return log.entries[log.places.at({raw.writer(), number}).front() - 1].verdict;
  };
  stage.expect(verdict(1) == Verdict::accepted && verdict(2) == Verdict::refused &&
                   verdict(3) == Verdict::accepted,
               "the verdicts aren't accepted, refused, accepted");
  for (std::size_t laptop : {0, 1}) {
    stage.expect(!stage.disputed_on(laptop), "a refused write in the middle makes a dispute");
    stage.expect(stage.mark_on(laptop) == Mark::excused, "the third write isn't what stands");
  }
}

void ops_before_their_session(World& world) {
  Stage stage(world);
  RawLaptop raw(world, "person1");
  const CivilDate later{20'787};
  const model::SessionKey unknown{planned_session_id(stage.group, 2, 0), later};
  raw.write(StreamKind::main, stage.group,
            {model::make_attendance_marked({{unknown, stage.member}, Mark::present, 0, ""}, {})});
  wait_for(stage, raw, StreamKind::main, 1);
  stage.rest();
  const auto shows = [&](std::size_t laptop) {
    const auto& main = world.laptop(laptop).client()->replica().main(stage.group);
    return main.attendance.contains({unknown, stage.member});
  };
  stage.expect(shows(0) && shows(1), "a mark that waits for its session isn't kept");
  stage.act(0, client::OpenTodaySession{stage.group, later});
  stage.rest();
  for (std::size_t laptop : {0, 1}) {
    const auto& main = world.laptop(laptop).client()->replica().main(stage.group);
    const auto at = main.sessions.find(unknown);
    stage.expect(at != main.sessions.end() && !at->second.openings.empty() && shows(laptop),
                 "the session and what waited for it don't meet");
  }
}

}  // namespace

std::vector<Scenario> stories_of_other_versions() {
  const std::vector<Role> two{Role::facilitator, Role::worker};
  return {
      {"new_kind_at_an_old_server",
       "a kind that nobody here knows: allowed by class, stored, passed on, counted",
       new_kind,
       two,
       false,
       {}},
      {"refused_write_in_the_middle_of_three",
       "the third write replaces through the refused second what that had replaced",
       refused_in_the_middle,
       two,
       false,
       {true, false}},
      {"ops_before_their_session_is_known",
       "a mark whose session nobody opened yet waits for it",
       ops_before_their_session,
       two,
       false,
       {}},
  };
}

}  // namespace baraza::sim
