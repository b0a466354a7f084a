// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/scenarios/scenario.h"

namespace baraza::sim {

// What the stories are told with: a group in a calm world with two members and an open session.
// Whatever doesn't come out as the story says is reported as `scenario`.
class Stage {
 public:
  // Laptop 0, a facilitator's, makes members and session; everybody has them before this returns.
  explicit Stage(World& world);

  World& world;
  GroupId group;
  MemberId member;
  MemberId other_member;
  model::SessionKey session;

  void expect(bool holds, std::string_view what);
  // The intent is written and, unless the disk or process fails, saved.
  void act(std::size_t laptop, const client::Intent& intent);
  void mark(std::size_t laptop, model::Mark mark);
  void worry(std::size_t laptop);
  void offline(std::size_t laptop);
  void online(std::size_t laptop);
  void wait(Duration time) { world.run_for(time); }
  // Waits until everybody has everything.
  void rest();
  // Waits until the server's log has that many ops of the laptop's writer in the stream.
  void wait_for_log(std::size_t laptop, StreamKind kind, OpNumber count);
  void revoke(std::size_t laptop);

  OpNumber logged(std::size_t laptop, StreamKind kind) const;
  const LogBook::Stream& log(StreamKind kind) const;
  // The mark of `member` as a laptop shows it; nothing if there is none, or if it is disputed.
  std::optional<model::Mark> mark_on(std::size_t laptop) const;
  bool disputed_on(std::size_t laptop) const;
  std::vector<EvidenceId> open_evidence_on(std::size_t laptop) const;
};

// Everything in order, in files by what the stories are about.
std::vector<Scenario> stories_of_one_laptop();
std::vector<Scenario> stories_of_copies();
std::vector<Scenario> stories_of_the_line();
std::vector<Scenario> stories_of_rights();
std::vector<Scenario> stories_of_intake();
std::vector<Scenario> stories_of_other_versions();

}  // namespace baraza::sim
