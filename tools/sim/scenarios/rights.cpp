// SPDX-License-Identifier: Apache-2.0
// Stories of who may do what, and of risks.
#include <algorithm>

#include "shared/op/derive.h"
#include "tools/sim/scenarios/stories.h"

namespace baraza::sim {
namespace {

using model::Mark;
using model::Role;

void revoked_while_queued(World& world) {
  Stage stage(world);
  const auto line = world.network().line_of(1);
  stage.expect(line.has_value(), "the laptop isn't connected");
  if (!line) return;
  world.network().stall(*line, true);
  stage.mark(0, Mark::present);
  stage.wait(seconds(2));
  const Position before = stage.log(StreamKind::main).entries.size();
  stage.revoke(1);
  stage.mark(0, Mark::late);
  stage.mark(0, Mark::excused);
  stage.wait(seconds(2));
  world.network().stall(*line, false);
  stage.rest();
  const auto* here =
      world.laptop(1).client()->replica().find(stream_id(StreamKind::main, stage.group));
  stage.expect(here != nullptr && !here->record.reads, "the laptop goes on reading");
  stage.expect(here != nullptr && here->record.position <= before,
               "what was written after the revocation reached the laptop");
}

void worry_of_one_removed(World& world) {
  Stage stage(world);
  stage.offline(1);
  stage.worry(1);
  stage.wait(seconds(5));
  stage.revoke(1);
  world.laptop(1).crash(seconds(2));
  stage.wait(seconds(5));
  stage.online(1);
  stage.rest();
  stage.expect(stage.log(StreamKind::alarm).entries.size() == 1, "the worry isn't in the log");
  stage.expect(stage.open_evidence_on(2).size() == 1, "the supervisor doesn't see the risk");
}

void held_after_login(World& world) {
  Stage stage(world);
  stage.offline(1);
  stage.mark(1, Mark::late);
  stage.wait(seconds(5));
  stage.revoke(1);
  stage.online(1);
  stage.rest();
  const auto& entries = stage.log(StreamKind::main).entries;
  const bool held = std::any_of(entries.begin(), entries.end(), [](const Entry& entry) {
    return entry.verdict == Verdict::held && entry.body.empty();
  });
  stage.expect(held, "what was written before the revocation was heard of isn't held");
  stage.expect(stage.mark_on(0) == std::nullopt, "a held mark counts");
}

void resolved_beside_new_evidence(World& world) {
  Stage stage(world);
  stage.worry(0);
  stage.rest();
  const auto seen = stage.open_evidence_on(2);
  stage.expect(seen.size() == 1, "the supervisor doesn't see the worry");
  stage.offline(2);
  stage.act(2, client::ResolveRisk{stage.group, stage.member, seen});
  stage.worry(1);
  stage.wait(seconds(10));
  stage.online(2);
  stage.rest();
  for (std::size_t laptop : {0, 1, 2}) {
    const auto open = stage.open_evidence_on(laptop);
    stage.expect(open.size() == 1, "a resolution closed what its writer had not seen");
    stage.expect(open.empty() || open.front() != seen.front(), "what was resolved is open");
  }
}

}  // namespace

std::vector<Scenario> stories_of_rights() {
  const std::vector<Role> two{Role::facilitator, Role::worker};
  const std::vector<Role> three{Role::facilitator, Role::worker, Role::supervisor};
  return {
      {"revoked_while_frames_are_queued",
       "a laptop that takes nothing is revoked: nothing written since reaches it",
       revoked_while_queued,
       two,
       false,
       {}},
      {"risk_flag_by_a_worker_removed_since",
       "a worry raised offline by somebody removed meanwhile is entered and seen",
       worry_of_one_removed,
       three,
       false,
       {}},
      {"unsent_ops_of_a_revoked_writer_after_login",
       "what a removed worker still had to send is taken and held, not stuck for ever",
       held_after_login,
       two,
       false,
       {}},
      {"risk_resolved_offline_while_new_evidence_is_written_elsewhere",
       "a resolution closes what it names; the new evidence keeps the risk open",
       resolved_beside_new_evidence,
       three,
       false,
       {}},
  };
}

}  // namespace baraza::sim
