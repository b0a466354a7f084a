// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "server/store/log_queries.h"
#include "server/store/rows.h"

namespace baraza::server {
namespace {

// Reads a row of entry_columns; false if it can't be what was written.
bool read_entry(const sqlite::Statement& row, LogQueries::EntryRow& out) {
  Entry& entry = out.entry;
  const std::int64_t verdict = row.integer(2);
  if (!read_id(row, 1, entry.writer) || !read_id(row, 7, out.chain_hash) || verdict < 1 ||
      verdict > static_cast<std::int64_t>(Verdict::released)) {
    return false;
  }
  out.position = from_column(row.integer(0));
  entry.verdict = static_cast<Verdict>(verdict);
  entry.code = static_cast<Code>(row.integer(3));
  entry.chain_broken = row.integer(4) != 0;
  entry.received.ms = row.integer(5);
  entry.commit = from_column(row.integer(6));
  entry.head = row.blob(8);
  entry.signature.reset();
  if (!row.is_null(9)) {
    entry.signature = Signature::from(row.blob(9));
    if (!entry.signature) return false;
  }
  entry.body = row.blob(10);
  return true;
}

}  // namespace

Result<std::vector<Hash>> LogQueries::hashes_of(const StreamId& stream, const OpId& op) {
  const RowsOf rows(heads_of_);
  heads_of_.bind_blob(1, stream.view())
      .bind_blob(2, op.writer.view())
      .bind_int(3, to_column(op.number));
  std::vector<Hash> out;
  for (;;) {
    const auto row = heads_of_.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    // A released op stands twice in the log, with one head.
    const Hash hash = hash_of_head(heads_of_.blob(0));
    if (std::find(out.begin(), out.end(), hash) == out.end()) out.push_back(hash);
  }
}

Result<std::vector<Hash>> LogQueries::beside_of(const StreamId& stream, const WriterId& writer,
                                                std::size_t most) {
  const RowsOf rows(beside_);
  beside_.bind_blob(1, stream.view())
      .bind_blob(2, writer.view())
      .bind_int(3, static_cast<std::int64_t>(most));
  std::vector<Hash> out;
  for (;;) {
    const auto row = beside_.step();
    if (!row) return fail(row.error());
    if (!*row) break;
    out.push_back(hash_of_head(beside_.blob(0)));
  }
  std::reverse(out.begin(), out.end());
  return out;
}

Result<Hash> LogQueries::chain_hash_at(const StreamId& stream, Position position) {
  if (position == 0) return stream_chain_start(stream);
  const RowsOf rows(chain_hash_at_);
  const auto row =
      chain_hash_at_.bind_blob(1, stream.view()).bind_int(2, to_column(position)).step();
  if (!row) return fail(row.error());
  if (!*row) {
    return fail(Code::not_found,
                "stream " + to_hex(stream) + " has no position " + std::to_string(position));
  }
  Hash out;
  if (!read_id(chain_hash_at_, 0, out)) {
    return fail(damaged_entry(stream, position, "its chain hash can't be read"));
  }
  return out;
}

Result<void> LogQueries::visit_entries(const StreamId& stream, Position after, const Visit& visit) {
  const RowsOf rows(entries_);
  entries_.bind_blob(1, stream.view()).bind_int(2, to_column(after));
  EntryRow entry;
  for (Position expected = after + 1;; ++expected) {
    const auto row = entries_.step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (!read_entry(entries_, entry)) {
      return fail(damaged_entry(stream, expected, "the entry can't be read"));
    }
    if (entry.position != expected) {
      return fail(damaged_entry(stream, expected, "the entry is missing"));
    }
    const auto more = visit(entry);
    if (!more) return fail(more.error());
    if (!*more) return {};
  }
}

Result<std::vector<LogStore::WriterVerdict>> LogQueries::verdicts_of(const StreamId& stream,
                                                                     const WriterId& writer) {
  const RowsOf rows(verdicts_);
  verdicts_.bind_blob(1, stream.view()).bind_blob(2, writer.view());
  std::vector<LogStore::WriterVerdict> out;
  for (;;) {
    const auto row = verdicts_.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    out.push_back({from_column(verdicts_.integer(0)), static_cast<Verdict>(verdicts_.integer(1)),
                   static_cast<Code>(verdicts_.integer(2))});
  }
}

Result<void> LogQueries::check_tail() {
  // The oldest of the newest entries of each stream; what follows them is recomputed.
  std::map<StreamId, Position> first;
  {
    const RowsOf rows(tail_);
    for (;;) {
      const auto row = tail_.step();
      if (!row) return fail(row.error());
      if (!*row) break;
      StreamId stream;
      if (!read_id(tail_, 0, stream)) {
        return fail(damaged_log("the log: the id of a stream can't be read"));
      }
      const Position position = from_column(tail_.integer(1));
      const auto [at, added] = first.try_emplace(stream, position);
      if (!added) at->second = std::min(at->second, position);
    }
  }
  for (const auto& [stream_id, position] : first) {
    const StreamId& stream = stream_id;
    if (position == 0) return fail(damaged_entry(stream, 0, "no entry can stand there"));
    auto hash = chain_hash_at(stream, position - 1);
    if (!hash) return fail(hash.error());
    auto checked = visit_entries(stream, position - 1, [&](const EntryRow& row) -> Result<bool> {
      *hash = stream_chain_next(*hash, row.entry);
      if (*hash == row.chain_hash) return true;
      return fail(damaged_entry(stream, row.position, "the chain doesn't hold"));
    });
    if (!checked) return checked;
    const auto row = stream_row(stream);
    if (!row) return fail(row.error());
    if (!*row || (*row)->chain_hash != *hash) {
      return fail(damaged_log("the log: the head of stream " + to_hex(stream) +
                              " isn't where its entries end"));
    }
  }
  return {};
}

}  // namespace baraza::server
