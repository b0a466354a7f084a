// SPDX-License-Identifier: Apache-2.0
#include "client/store/commit_writer.h"

#include <algorithm>
#include <utility>

#include "client/store/records.h"

namespace baraza::client {
namespace {

Error gap(const StreamId& stream, std::string_view what, std::uint64_t number,
          std::uint64_t stored) {
  return {Code::number_gap, "stream " + to_hex(stream) + ": " + std::string(what) + " " +
                                std::to_string(number) + " doesn't follow " +
                                std::to_string(stored) + ", which is the last one saved"};
}

}  // namespace

Result<void> CommitWriter::write(const Commit& commit) {
  return std::visit([this](const auto& one) { return write_one(one); }, commit);
}

Result<void> CommitWriter::write_one(const LocalCommit& commit) {
  for (const LocalRun& each : commit.runs) {
    if (auto done = put_run(each); !done) return done;
  }
  for (const KeptDraft& draft : commit.drafts) {
    if (auto done = put_draft(draft); !done) return done;
  }
  return {};
}

Result<void> CommitWriter::put_run(const LocalRun& run) {
  StreamRow* row = find(run.stream);
  if (row == nullptr) {
    // A stream that the server hasn't offered yet: the run waits there.
    StreamRecord record{run.stream, run.kind, run.owner, {}, 0, stream_chain_start(run.stream)};
    const auto added = add(std::move(record));
    if (!added) return fail(added.error());
    row = *added;
  }
  const sync::PendingRun& pending = run.pending;
  if (pending.first != row->own.last_number + 1) {
    return fail(gap(run.stream, "own op", pending.first, row->own.last_number));
  }
  if (pending.run.ops.empty() || pending.last != row->own.last_number + pending.run.ops.size()) {
    return fail(Code::internal, "a run whose numbers aren't those of its ops");
  }
  row->own = {pending.last, hash_of_head(pending.run.ops.back().head)};
  auto done = put("INSERT INTO pending (stream, first, last, sealed) VALUES (?1, ?2, ?3, ?4)",
                  {row->id, pending.first, pending.last}, row_name::pending(row->id, pending.first),
                  encode_pending(pending));
  if (!done) return done;
  return put(
      "INSERT INTO own_point (stream, sealed) VALUES (?1, ?2) "
      "ON CONFLICT (stream) DO UPDATE SET sealed = excluded.sealed",
      {row->id}, row_name::own_point(row->id), encode_point(row->own));
}

Result<void> CommitWriter::write_one(const RemoteCommit& commit) {
  StreamRow* row = find(commit.after.stream);
  const Position stored = row == nullptr ? 0 : row->record.position;
  if (!commit.entries.empty() && commit.first != stored + 1) {
    return fail(gap(commit.after.stream, "position", commit.first, stored));
  }
  if (commit.after.position != stored + commit.entries.size()) {
    return fail(gap(commit.after.stream, "cursor", commit.after.position, stored));
  }
  Result<void> done;
  if (row == nullptr) {
    const auto added = add(commit.after);
    if (!added) return fail(added.error());
    row = *added;
  } else {
    row->record = commit.after;
    done = put_record(*row);
  }
  Position position = stored;
  for (const Entry& entry : commit.entries) {
    if (!done) return done;
    ++position;
    done = put("INSERT INTO entry (stream, position, sealed) VALUES (?1, ?2, ?3)",
               {row->id, position}, row_name::entry(row->id, position), encode_entry(entry));
  }
  for (const sync::Refusal& refusal : commit.refusals) {
    if (done) done = keep_refused(*row, refusal);
  }
  if (done) done = drop_pending(*row, commit.own_through);
  return done;
}

Result<void> CommitWriter::write_one(const ResolvedCommit& commit) {
  const StreamRow* row = find(commit.stream);
  if (row == nullptr) {
    return fail(Code::unknown_stream, "verdicts for stream " + to_hex(commit.stream) +
                                          ", in which nothing was written here");
  }
  for (const sync::Refusal& refusal : commit.refusals) {
    if (auto done = keep_refused(*row, refusal); !done) return done;
  }
  if (row->record.kind == StreamKind::alarm) {
    if (auto done = keep_taken(*row, commit); !done) return done;
  }
  return drop_pending(*row, commit.through);
}

Result<void> CommitWriter::write_one(const IdentityCommit& commit) {
  return put_meta(identity_name,
                  rows_.seal(row_name::identity(), encode_identity(commit.identity)));
}

Result<void> CommitWriter::write_one(const RecordsCommit& commit) {
  for (const StreamRecord& record : commit.records) {
    StreamRow* row = find(record.stream);
    Result<void> done;
    if (row != nullptr) {
      row->record.kind = record.kind;
      row->record.owner = record.owner;
      row->record.reads = record.reads;
      done = put_record(*row);
    } else if (record.position != 0) {
      done = fail(gap(record.stream, "cursor", record.position, 0));
    } else if (const auto added = add(record); !added) {
      done = fail(added.error());
    }
    if (!done) return done;
  }
  return {};
}

StreamRow* CommitWriter::find(const StreamId& stream) {
  if (const auto at = staged_.find(stream); at != staged_.end()) return &at->second;
  const auto at = known_.find(stream);
  if (at == known_.end()) return nullptr;
  return &staged_.emplace(*at).first->second;
}

Result<StreamRow*> CommitWriter::add(StreamRecord record) {
  const StreamId stream = record.stream;
  std::uint64_t id = 1;
  for (const auto& [name, row] : known_) id = std::max(id, row.id + 1);
  for (const auto& [name, row] : staged_) id = std::max(id, row.id + 1);
  StreamRow& row = staged_[stream] = StreamRow{id, std::move(record), {}};
  if (auto done = put_record(row); !done) return fail(done.error());
  return &row;
}

Result<void> CommitWriter::put_record(const StreamRow& row) {
  return put(
      "INSERT INTO stream (id, sealed) VALUES (?1, ?2) "
      "ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
      {row.id}, row_name::stream(row.id), encode_stream(row.record));
}

Result<void> CommitWriter::drop_pending(const StreamRow& row, OpNumber through) {
  if (through == 0) return {};
  auto statement = database_.prepare("DELETE FROM pending WHERE stream = ?1 AND last <= ?2");
  if (!statement) return fail(statement.error());
  return statement->bind_int(1, to_column(row.id)).bind_int(2, to_column(through)).run();
}

Result<void> CommitWriter::keep_refused(const StreamRow& row, const sync::Refusal& refusal) {
  auto statement = database_.prepare(
      "SELECT first, sealed FROM pending WHERE stream = ?1 AND first <= ?2 AND last >= ?2");
  if (!statement) return fail(statement.error());
  const auto there =
      statement->bind_int(1, to_column(row.id)).bind_int(2, to_column(refusal.number)).step();
  if (!there) return fail(there.error());
  // The same verdict heard again, after its run went: the tray has it.
  if (!*there) return {};
  const OpNumber first = from_column(statement->integer(0));
  auto run =
      rows_.open(row_name::pending(row.id, first), statement->blob(1), decode_pending,
                 "stream " + to_hex(row.record.stream) + ", own op " + std::to_string(first));
  if (!run) return fail(run.error());
  statement->reset();
  return put_tray(row, {row.record.stream, row.record.kind, refusal.number, refusal.code,
                        std::move(run->run.ops.at(refusal.number - first))});
}

Result<void> CommitWriter::keep_taken(const StreamRow& row, const ResolvedCommit& commit) {
  auto statement = database_.prepare(
      "SELECT first, sealed FROM pending WHERE stream = ?1 AND last <= ?2 ORDER BY first");
  if (!statement) return fail(statement.error());
  statement->bind_int(1, to_column(row.id)).bind_int(2, to_column(commit.through));
  std::vector<sync::PendingRun> runs;
  for (;;) {
    const auto there = statement->step();
    if (!there) return fail(there.error());
    if (!*there) break;
    const OpNumber first = from_column(statement->integer(0));
    auto run =
        rows_.open(row_name::pending(row.id, first), statement->blob(1), decode_pending,
                   "stream " + to_hex(row.record.stream) + ", own op " + std::to_string(first));
    if (!run) return fail(run.error());
    runs.push_back(std::move(*run));
  }
  for (sync::PendingRun& run : runs) {
    OpNumber number = run.first;
    for (RawOp& op : run.run.ops) {
      const bool refused =
          std::any_of(commit.refusals.begin(), commit.refusals.end(),
                      [&](const sync::Refusal& refusal) { return refusal.number == number; });
      if (!refused) {
        auto done =
            put_tray(row, {row.record.stream, row.record.kind, number, Code::none, std::move(op)});
        if (!done) return done;
      }
      ++number;
    }
  }
  return {};
}

Result<void> CommitWriter::put_tray(const StreamRow& row, const TrayItem& item) {
  return put(
      "INSERT INTO tray (stream, number, sealed) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (stream, number) DO UPDATE SET sealed = excluded.sealed",
      {row.id, item.number}, row_name::tray(row.id, item.number), encode_tray_item(item));
}

Result<sqlite::Statement*> CommitWriter::statement(std::string_view sql) {
  const auto [at, added] = statements_.try_emplace(sql);
  if (added) {
    auto prepared = database_.prepare(sql);
    if (!prepared) return fail(prepared.error());
    at->second = std::move(*prepared);
  }
  return &at->second;
}

Result<void> CommitWriter::put(std::string_view sql, std::initializer_list<std::uint64_t> numbers,
                               const RowName& name, ByteView record) {
  const auto prepared = statement(sql);
  if (!prepared) return fail(prepared.error());
  int parameter = 0;
  for (const std::uint64_t number : numbers) (*prepared)->bind_int(++parameter, to_column(number));
  return (*prepared)->bind_blob(++parameter, rows_.seal(name, record)).run();
}

}  // namespace baraza::client
