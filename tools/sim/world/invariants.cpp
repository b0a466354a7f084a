// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/invariants.h"

#include <algorithm>
#include <array>

#include "shared/model/kinds.h"

namespace baraza::sim {
namespace {

constexpr std::array kInvariants = std::to_array<Invariant>({
    {"acked_implies_durable", "what a laptop was told is taken is in the server's durable log"},
    {"nothing_saved_is_lost", "what was reported saved is on that disk or in the server's log"},
    {"exactly_once",
     "each act counts once; a writer's ops are entered once, in the order of their numbers"},
    {"positions_without_gaps", "positions are 1, 2, 3 ...; commit numbers never go back"},
    {"cursor_honest", "a laptop's log is a prefix of the server's, up to its cursor"},
    {"equal_ops_equal_state", "equal ops fold to equal states on every laptop and the server"},
    {"fold_order_free", "the same ops in another order fold to the same state"},
    {"chain_intact", "stream chains, authors' chains, bodies and signatures verify"},
    {"no_leak", "no entry is handed to who isn't entitled to its stream"},
    {"pending_or_decided", "an own op waits, or has its verdict: one of both"},
    {"alarm_never_lost", "a saved alarm is entered; a risk is open until resolved by name"},
    {"no_false_conflict", "what one writer wrote one after the other is no dispute"},
    {"everything_arrives", "once healed, all is sent, decided and handed out in bounded time"},
    {"nothing_refused_for_state", "nothing that a client wrote is refused"},
    {"frozen_only_by_a_copy", "no writer is frozen unless a folder was copied or put back"},
    {"bounded_queue", "what waits for one connection keeps its limit"},
    {"quiet_means_quiet", "when all is said, logging in again moves no op"},
    {"recovery", "the server starts from whatever a crash left"},
    {"protocol", "what either side sends can be read by the other"},
    {"set_up", "the world itself could be made"},
    {"same_seed_same_run", "a seed run twice gives the same trace"},
    {"scenario", "a scenario came to the end that it describes"},
});

std::string laptop_name(const ClientNode& laptop) {
  return "laptop " + std::to_string(laptop.index());
}

}  // namespace

std::span<const Invariant> all_invariants() {
  return kInvariants;
}

void check_no_leak(const LogBook& book, const ClientNode& laptop, const StreamId& stream,
                   Findings& findings) {
  const LogBook::Stream* in = book.find(stream);
  const auto* writer = book.directory().writer(laptop.writer());
  const bool entitled = in != nullptr && writer != nullptr &&
                        policy::reads(book.directory(), writer->account,
                                      {in->info.kind, in->info.owner}, policy::When::now);
  if (entitled) return;
  findings.broken("no_leak", laptop_name(laptop) + " was handed entries of a stream " +
                                 (in == nullptr ? "" : stream_kind_name(in->info.kind).data()) +
                                 " that isn't its person's to read");
}

void check_hello(const LogBook& book, const ClientNode& laptop, const sync::Hello& hello,
                 Findings& findings) {
  for (const sync::StreamCursor& cursor : hello.streams) {
    const auto stored = laptop.vault().streams().find(cursor.stream);
    const Position on_disk =
        stored == laptop.vault().streams().end() ? 0 : stored->second.entries.size();
    findings.require(cursor.position <= on_disk, "cursor_honest",
                     laptop_name(laptop) + " says it has position " +
                         std::to_string(cursor.position) + ", on its disk are " +
                         std::to_string(on_disk));
    const LogBook::Stream* in = book.find(cursor.stream);
    if (cursor.position == 0 || in == nullptr) continue;
    const bool same =
        cursor.position <= in->chain.size() && in->chain[cursor.position - 1] == cursor.chain_hash;
    findings.require(same, "cursor_honest",
                     laptop_name(laptop) + " says a hash at its cursor that isn't the log's");
  }
}

void check_cursors(const LogBook& book, const ClientNode& laptop, bool bytes, Findings& findings) {
  for (const auto& [id, stream] : laptop.vault().streams()) {
    const LogBook::Stream* in = book.find(id);
    const std::string where =
        laptop_name(laptop) + ", " + std::string(stream_kind_name(stream.record.kind));
    findings.require(stream.entries.size() == stream.record.position, "cursor_honest",
                     where + ": the cursor isn't at the end of what is stored");
    if (stream.entries.empty()) continue;
    const bool prefix = in != nullptr && stream.entries.size() <= in->entries.size() &&
                        stream.record.chain_hash == in->chain[stream.entries.size() - 1];
    if (!findings.require(prefix, "cursor_honest",
                          where + ": what is stored isn't the beginning of the server's log")) {
      return;
    }
    if (!bytes) continue;
    findings.require(std::equal(stream.entries.begin(), stream.entries.end(), in->entries.begin()),
                     "cursor_honest", where + ": an entry has other bytes than the server's");
  }
}

void check_pending(const LogBook& book, const ClientNode& laptop, Findings& findings) {
  for (const auto& [id, stream] : laptop.vault().streams()) {
    const std::string where =
        laptop_name(laptop) + ", " + std::string(stream_kind_name(stream.record.kind));
    OpNumber next =
        stream.pending.empty() ? stream.own.last_number + 1 : stream.pending.front().first;
    findings.require(next <= book.highest_number(id, laptop.writer()) + 1, "pending_or_decided",
                     where + ": own ops before " + std::to_string(next) +
                         " don't wait here and aren't in the server's log");
    for (const sync::PendingRun& run : stream.pending) {
      findings.require(
          run.first == next, "pending_or_decided",
          where + ": own ops that wait leave a gap before " + std::to_string(run.first));
      next = run.last + 1;
    }
    findings.require(next == stream.own.last_number + 1, "pending_or_decided",
                     where + ": the own ops that wait don't end with the last one written");
    // An own op with its verdict here doesn't wait any more.
    if (stream.pending.empty()) continue;
    const Hash waits = hash_of_head(stream.pending.front().run.ops.back().head);
    bool decided = false;
    for (const Entry& entry : stream.entries) {
      if (entry.writer != laptop.writer() || !entry.consumes_number() || entry.chain_broken)
        continue;
      // By its hash: a copy of this folder gives out the same numbers.
      decided = decided || hash_of_head(entry.head) == waits;
    }
    if (!decided) continue;
    findings.broken("pending_or_decided", where + ": own op " +
                                              std::to_string(stream.pending.front().last) +
                                              " has its verdict here and still waits");
  }
}

bool has_everything(const LogBook& book, const ClientNode& laptop) {
  const auto* writer = book.directory().writer(laptop.writer());
  if (writer == nullptr || !laptop.up()) return false;
  for (const auto& [id, stream] : book.streams()) {
    const bool entitled = policy::reads(book.directory(), writer->account,
                                        {stream.info.kind, stream.info.owner}, policy::When::now);
    const auto* here = laptop.client()->replica().find(id);
    if (!entitled) {
      if (here != nullptr && here->record.reads && here->record.position > 0) return false;
      continue;
    }
    if (here == nullptr) {
      if (stream.entries.empty()) continue;
      return false;
    }
    if (here->record.position != stream.entries.size() || !here->record.reads) return false;
  }
  return true;
}

}  // namespace baraza::sim
