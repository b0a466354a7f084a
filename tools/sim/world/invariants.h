// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "tools/sim/world/client_node.h"

namespace baraza::sim {

class World;

// What must hold, by stable names: a finding is reported under one of them.
struct Invariant {
  std::string_view name;
  std::string_view sentence;
};
std::span<const Invariant> all_invariants();

// --- on every frame, as it is handed to its line --------------------------------------------

// no_leak: entries go only to who is entitled to their stream at that moment.
void check_no_leak(const LogBook& book, const ClientNode& laptop, const StreamId& stream,
                   Findings& findings);
// cursor_honest: what a laptop says it has is on its disk, and is what the server has.
void check_hello(const LogBook& book, const ClientNode& laptop, const sync::Hello& hello,
                 Findings& findings);

// --- now and then, and whenever a process died ----------------------------------------------

// cursor_honest: what a laptop holds of each stream ends where its cursor says, with the server's
// chain hash there. With `bytes`, every entry is compared too.
void check_cursors(const LogBook& book, const ClientNode& laptop, bool bytes, Findings& findings);
// pending_or_decided: an own op waits here, or has its verdict in the server's log; not both, not
// neither.
void check_pending(const LogBook& book, const ClientNode& laptop, Findings& findings);

// --- when the world is healed and quiet -----------------------------------------------------

// The laptop has every entry of each stream that its person is entitled to, and reads no other.
bool has_everything(const LogBook& book, const ClientNode& laptop);

struct FinalChecks {
  // A scenario has writers that this version's client isn't: refusals are what it is about.
  bool refusals_expected = false;
  // A scenario has a copied folder.
  bool freezing_expected = false;
};
// Everything else: nothing_saved_is_lost, equal_ops_equal_state, fold_order_free, alarm_never_lost,
// no_false_conflict, nothing_refused_for_state, and the checks above once more.
void check_final(World& world, const FinalChecks& expected);

}  // namespace baraza::sim
