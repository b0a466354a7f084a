// SPDX-License-Identifier: Apache-2.0
#include "server/store/sqlite_log.h"

#include <unordered_map>

#include "server/store/log_queries.h"
#include "server/store/rows.h"
#include "server/store/schema.h"
#include "shared/sqlite/transaction.h"

namespace baraza::server {
namespace {

constexpr int cache_kib = 64 * 1024;

void bind_signature(sqlite::Statement& statement, int parameter,
                    const std::optional<Signature>& signature) {
  if (signature) {
    statement.bind_blob(parameter, signature->view());
  } else {
    statement.bind_null(parameter);
  }
}

}  // namespace

std::filesystem::path database_path(const std::filesystem::path& folder) {
  return folder / "baraza.db";
}

struct SqliteLog::Parts {
  explicit Parts(LogQueries prepared) : queries(std::move(prepared)) {}

  LogQueries queries;
  sqlite::Statement add_stream;
  sqlite::Statement add_writer;
  sqlite::Statement add_entry;
  sqlite::Statement move_stream;
  sqlite::Statement move_writer;
  sqlite::Statement add_held;
  sqlite::Statement settle_held;
  sqlite::Statement add_code;
  sqlite::Statement use_code;
  sqlite::Statement put_meta;
  std::optional<sqlite::Transaction> batch;
  // Set once the disk failed a write of the batch: SQLite may have rolled back by itself, and what
  // came after would be a transaction of its own.
  std::optional<Error> failure;
  std::unordered_map<WriterId, std::int64_t> writer_ids;

  Result<void> ready() const {
    if (failure) return fail(*failure);
    if (!batch) return fail(Code::internal, "a write to the log outside a batch");
    return {};
  }

  Result<void> write(sqlite::Statement& statement) {
    auto done = statement.run();
    if (!done) failure = done.error();
    return done;
  }

  Result<std::int64_t> writer_id(const WriterId& writer) {
    if (const auto known = writer_ids.find(writer); known != writer_ids.end()) {
      return known->second;
    }
    const auto row = queries.writer_row(writer);
    if (!row) return fail(row.error());
    std::int64_t id = 0;
    if (*row) {
      id = **row;
    } else {
      if (auto done = write(add_writer.bind_blob(1, writer.view())); !done) {
        return fail(done.error());
      }
      id = queries.database().last_row_id();
    }
    writer_ids.emplace(writer, id);
    return id;
  }

  void end_batch() {
    batch.reset();
    failure.reset();
  }
};

Result<std::unique_ptr<SqliteLog>> SqliteLog::open(const std::filesystem::path& folder,
                                                   const Options& options) {
  sqlite::Options file;
  file.vfs = options.vfs;
  file.synchronous = options.durable ? sqlite::Synchronous::full : sqlite::Synchronous::normal;
  file.checkpoint_pages = options.checkpoint_pages;
  file.cache_kib = cache_kib;
  auto database =
      sqlite::Database::open(database_path(folder), sqlite::OpenMode::read_write_create, file);
  if (!database) return fail(database.error());
  const auto steps = schema();
  if (auto done = sqlite::migrate(*database, steps); !done) return fail(done.error());
  auto queries = LogQueries::prepare(std::move(*database));
  if (!queries) return fail(queries.error());
  if (auto done = queries->check_tail(); !done) return fail(done.error());

  auto parts = std::make_unique<Parts>(std::move(*queries));
  auto done = prepare_all(
      parts->queries.database(),
      {{&parts->add_stream,
        "INSERT INTO stream (stream, kind, owner, head, chain_hash) VALUES (?1, ?2, ?3, 0, ?4)"},
       {&parts->add_writer, "INSERT INTO writer (writer) VALUES (?1)"},
       {&parts->add_entry,
        "INSERT INTO entry (stream, position, writer, number, verdict, code, chain_broken, "
        "received_ms, commit_number, chain_hash, head, signature, body) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"},
       {&parts->move_stream, "UPDATE stream SET head = ?2, chain_hash = ?3 WHERE id = ?1"},
       {&parts->move_writer,
        "INSERT INTO writer_point (stream, writer, number, hash) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (stream, writer) DO UPDATE SET number = excluded.number, "
        "hash = excluded.hash"},
       {&parts->add_held,
        "INSERT INTO held (stream, writer, number, head, body, signature, received_ms, settled) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"},
       {&parts->settle_held,
        "UPDATE held SET settled = 1 WHERE stream = ?1 AND writer = ?2 AND number = ?3"},
       {&parts->add_code,
        "INSERT INTO code (secret_hash, account, expires_ms, used_by) VALUES (?1, ?2, ?3, ?4)"},
       {&parts->use_code, "UPDATE code SET used_by = ?2 WHERE secret_hash = ?1"},
       {&parts->put_meta,
        "INSERT INTO meta (name, value) VALUES (?1, ?2) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value"}});
  if (!done) return fail(done.error());
  return std::unique_ptr<SqliteLog>(new SqliteLog(std::move(parts)));
}

SqliteLog::SqliteLog(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteLog::~SqliteLog() = default;

Result<void> SqliteLog::begin() {
  if (parts_->batch) return fail(Code::internal, "a batch of the log was begun inside another");
  auto batch = sqlite::Transaction::begin(parts_->queries.database());
  if (!batch) return fail(batch.error());
  parts_->batch.emplace(std::move(*batch));
  return {};
}

Result<void> SqliteLog::commit() {
  auto done = parts_->ready();
  if (done) done = parts_->batch->commit();
  if (!done) {
    rollback();
    return done;
  }
  parts_->end_batch();
  return {};
}

void SqliteLog::rollback() {
  parts_->end_batch();
  parts_->writer_ids.clear();  // some may have been of the batch
}

Result<void> SqliteLog::open_stream(const StreamInfo& stream) {
  if (auto ready = parts_->ready(); !ready) return ready;
  const auto there = parts_->queries.stream_row(stream.stream);
  if (!there) return fail(there.error());
  if (*there) return fail(Code::already_exists, "stream " + to_hex(stream.stream) + " is open");
  return parts_->write(parts_->add_stream.bind_blob(1, stream.stream.view())
                           .bind_int(2, static_cast<std::int64_t>(stream.kind))
                           .bind_blob(3, stream.owner.view())
                           .bind_blob(4, stream_chain_start(stream.stream).view()));
}

Result<void> SqliteLog::append(const StreamId& stream, Position position, const Entry& entry,
                               const OpRef& op, bool consumes, const Hash& chain_hash) {
  if (auto ready = parts_->ready(); !ready) return ready;
  const auto row = parts_->queries.stream_row(stream);
  if (!row) return fail(row.error());
  if (!*row) return fail(Code::unknown_stream, "stream " + to_hex(stream) + " isn't open");
  if (position != (*row)->head + 1) {
    return fail(Code::internal, "position " + std::to_string(position) + " doesn't follow " +
                                    std::to_string((*row)->head));
  }
  const auto writer = parts_->writer_id(entry.writer);
  if (!writer) return fail(writer.error());

  const std::int64_t stream_row = (*row)->id;
  auto& add = parts_->add_entry;
  add.bind_int(1, stream_row)
      .bind_int(2, to_column(position))
      .bind_int(3, *writer)
      .bind_int(4, to_column(op.id.number))
      .bind_int(5, static_cast<std::int64_t>(entry.verdict))
      .bind_int(6, static_cast<std::int64_t>(entry.code))
      .bind_int(7, entry.chain_broken ? 1 : 0)
      .bind_int(8, entry.received.ms)
      .bind_int(9, to_column(entry.commit))
      .bind_blob(10, chain_hash.view())
      .bind_blob(11, entry.head);
  bind_signature(add, 12, entry.signature);
  if (entry.body.empty()) {
    add.bind_null(13);
  } else {
    add.bind_blob(13, entry.body);
  }
  if (auto done = parts_->write(add); !done) return done;
  if (auto done = parts_->write(parts_->move_stream.bind_int(1, stream_row)
                                    .bind_int(2, to_column(position))
                                    .bind_blob(3, chain_hash.view()));
      !done) {
    return done;
  }
  if (!consumes) return {};
  return parts_->write(parts_->move_writer.bind_int(1, stream_row)
                           .bind_int(2, *writer)
                           .bind_int(3, to_column(op.id.number))
                           .bind_blob(4, op.hash.view()));
}

Result<void> SqliteLog::put_held(const HeldOp& held) {
  if (auto ready = parts_->ready(); !ready) return ready;
  const auto there = parts_->queries.held(held.key);
  if (!there) return fail(there.error());
  if (*there) return fail(Code::already_exists, "this op is held already");
  auto& add = parts_->add_held;
  add.bind_blob(1, held.key.stream.view())
      .bind_blob(2, held.key.writer.view())
      .bind_int(3, to_column(held.key.number))
      .bind_blob(4, held.op.head)
      .bind_blob(5, held.op.body);
  bind_signature(add, 6, held.signature);
  return parts_->write(add.bind_int(7, held.received.ms).bind_int(8, held.settled ? 1 : 0));
}

Result<void> SqliteLog::settle_held(const model::HoldKey& key) {
  if (auto ready = parts_->ready(); !ready) return ready;
  auto done = parts_->write(parts_->settle_held.bind_blob(1, key.stream.view())
                                .bind_blob(2, key.writer.view())
                                .bind_int(3, to_column(key.number)));
  if (done && parts_->queries.database().changed_rows() == 0) {
    return fail(Code::not_found, "no such op is held");
  }
  return done;
}

Result<void> SqliteLog::put_code(const EnrolCode& code) {
  if (auto ready = parts_->ready(); !ready) return ready;
  const auto there = parts_->queries.code(code.secret_hash);
  if (!there) return fail(there.error());
  if (*there) return fail(Code::already_exists, "there is such an enrolment code");
  auto& add = parts_->add_code;
  add.bind_blob(1, code.secret_hash.view())
      .bind_blob(2, code.account.view())
      .bind_int(3, code.expires.ms);
  if (code.used_by) {
    add.bind_blob(4, code.used_by->view());
  } else {
    add.bind_null(4);
  }
  return parts_->write(add);
}

Result<void> SqliteLog::use_code(const Hash& secret_hash, const PublicKey& by) {
  if (auto ready = parts_->ready(); !ready) return ready;
  const auto code = parts_->queries.code(secret_hash);
  if (!code) return fail(code.error());
  if (!*code) return fail(Code::not_found, "no such enrolment code");
  if ((*code)->used_by && *(*code)->used_by != by) {
    return fail(Code::code_used, "the enrolment code has enrolled another laptop");
  }
  return parts_->write(parts_->use_code.bind_blob(1, secret_hash.view()).bind_blob(2, by.view()));
}

Result<void> SqliteLog::put_meta(std::string_view name, ByteView value) {
  if (auto ready = parts_->ready(); !ready) return ready;
  return parts_->write(parts_->put_meta.bind_text(1, name).bind_blob(2, value));
}

Result<std::vector<StreamInfo>> SqliteLog::streams() {
  return parts_->queries.streams();
}

Result<WriterPoint> SqliteLog::writer_point(const StreamId& stream, const WriterId& writer) {
  return parts_->queries.writer_point(stream, writer);
}

Result<std::vector<Hash>> SqliteLog::hashes_of(const StreamId& stream, const OpId& op) {
  return parts_->queries.hashes_of(stream, op);
}

Result<Hash> SqliteLog::chain_hash_at(const StreamId& stream, Position position) {
  return parts_->queries.chain_hash_at(stream, position);
}

Result<std::vector<Entry>> SqliteLog::read_after(const StreamId& stream, Position position,
                                                 std::size_t max_bytes) {
  std::vector<Entry> out;
  std::size_t bytes = 0;
  auto done = parts_->queries.visit_entries(
      stream, position, [&](const LogQueries::EntryRow& row) -> Result<bool> {
        out.push_back(row.entry);
        bytes += row.entry.head.size() + row.entry.body.size();
        return bytes <= max_bytes;
      });
  if (!done) return fail(done.error());
  return out;
}

Result<std::vector<Hash>> SqliteLog::beside_of(const StreamId& stream, const WriterId& writer,
                                               std::size_t most) {
  return parts_->queries.beside_of(stream, writer, most);
}

Result<std::vector<LogStore::WriterVerdict>> SqliteLog::verdicts_of(const StreamId& stream,
                                                                    const WriterId& writer) {
  return parts_->queries.verdicts_of(stream, writer);
}

Result<std::optional<HeldOp>> SqliteLog::held(const model::HoldKey& key) {
  return parts_->queries.held(key);
}

Result<std::vector<HeldOp>> SqliteLog::all_held() {
  return parts_->queries.all_held();
}

Result<std::optional<EnrolCode>> SqliteLog::code(const Hash& secret_hash) {
  return parts_->queries.code(secret_hash);
}

Result<std::optional<Bytes>> SqliteLog::meta(std::string_view name) {
  return parts_->queries.meta(name);
}

}  // namespace baraza::server
