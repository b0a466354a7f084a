// SPDX-License-Identifier: Apache-2.0
#include "server/store/log_queries.h"

#include "server/store/rows.h"

namespace baraza::server {
namespace {

Result<HeldOp> read_held(const sqlite::Statement& row) {
  HeldOp out;
  const bool whole = read_id(row, 0, out.key.stream) && read_id(row, 1, out.key.writer);
  out.key.number = from_column(row.integer(2));
  out.op.head = row.blob(3);
  out.op.body = row.blob(4);
  if (!row.is_null(5)) {
    out.signature = Signature::from(row.blob(5));
    if (!out.signature) return fail(damaged_log("the log: a held op's signature can't be read"));
  }
  out.received.ms = row.integer(6);
  out.settled = row.integer(7) != 0;
  if (!whole) return fail(damaged_log("the log: a held op's key can't be read"));
  return out;
}

constexpr std::string_view held_columns =
    "SELECT stream, writer, number, head, body, signature, received_ms, settled FROM held ";

}  // namespace

Result<LogQueries> LogQueries::prepare(sqlite::Database database) {
  LogQueries out(std::move(database));
  const std::string entry(entry_columns);
  const std::string held(held_columns);
  auto done = prepare_all(
      out.database_,
      {{&out.stream_row_, "SELECT id, head, chain_hash FROM stream WHERE stream = ?1"},
       {&out.writer_row_, "SELECT id FROM writer WHERE writer = ?1"},
       {&out.streams_, "SELECT stream, kind, owner, head, chain_hash FROM stream ORDER BY id"},
       {&out.writer_point_,
        "SELECT number, hash FROM writer_point "
        "WHERE stream = (SELECT id FROM stream WHERE stream = ?1) "
        "AND writer = (SELECT id FROM writer WHERE writer = ?2)"},
       {&out.writer_points_,
        "SELECT stream.stream, writer.writer, number, hash, writer_point.stream, "
        "writer_point.writer FROM writer_point "
        "LEFT JOIN stream ON stream.id = writer_point.stream "
        "LEFT JOIN writer ON writer.id = writer_point.writer"},
       {&out.heads_of_,
        "SELECT head FROM entry WHERE stream = (SELECT id FROM stream WHERE stream = ?1) "
        "AND writer = (SELECT id FROM writer WHERE writer = ?2) AND number = ?3 ORDER BY id"},
       {&out.beside_,
        "SELECT head FROM entry WHERE stream = (SELECT id FROM stream WHERE stream = ?1) "
        "AND writer = (SELECT id FROM writer WHERE writer = ?2) AND chain_broken <> 0 "
        "ORDER BY id DESC LIMIT ?3"},
       {&out.chain_hash_at_,
        "SELECT chain_hash FROM entry "
        "WHERE stream = (SELECT id FROM stream WHERE stream = ?1) AND position = ?2"},
       {&out.entries_, entry + "WHERE entry.stream = (SELECT id FROM stream WHERE stream = ?1) "
                               "AND position > ?2 ORDER BY position"},
       // The condition on the verdict is the index's own, to the letter: only so is it used.
       {&out.verdicts_,
        "SELECT number, verdict, code FROM entry "
        "WHERE stream = (SELECT id FROM stream WHERE stream = ?1) "
        "AND writer = (SELECT id FROM writer WHERE writer = ?2) "
        "AND verdict IN (2, 3) ORDER BY number, position"},
       {&out.held_, held + "WHERE stream = ?1 AND writer = ?2 AND number = ?3"},
       {&out.all_held_, held + "ORDER BY rowid"},
       {&out.code_,
        "SELECT secret_hash, account, expires_ms, used_by FROM code WHERE secret_hash = ?1"},
       {&out.codes_, "SELECT secret_hash, account, expires_ms, used_by FROM code"},
       {&out.meta_, "SELECT value FROM meta WHERE name = ?1"},
       {&out.tail_,
        "SELECT stream.stream, position FROM entry JOIN stream ON stream.id = entry.stream "
        "ORDER BY entry.id DESC LIMIT 256"}});
  if (!done) return fail(done.error());
  return out;
}

Result<std::optional<LogQueries::StreamRow>> LogQueries::stream_row(const StreamId& stream) {
  const RowsOf rows(stream_row_);
  const auto row = stream_row_.bind_blob(1, stream.view()).step();
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  StreamRow out;
  out.id = stream_row_.integer(0);
  out.head = from_column(stream_row_.integer(1));
  if (!read_id(stream_row_, 2, out.chain_hash)) {
    return fail(damaged_log("the log: the record of stream " + to_hex(stream) + " can't be read"));
  }
  return out;
}

Result<std::optional<std::int64_t>> LogQueries::writer_row(const WriterId& writer) {
  const RowsOf rows(writer_row_);
  const auto row = writer_row_.bind_blob(1, writer.view()).step();
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  return writer_row_.integer(0);
}

Result<std::vector<StreamInfo>> LogQueries::streams() {
  const RowsOf rows(streams_);
  std::vector<StreamInfo> out;
  for (;;) {
    const auto row = streams_.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    StreamInfo info;
    const auto kind = stream_kind_from(static_cast<std::uint32_t>(streams_.integer(1)));
    if (!kind || !read_id(streams_, 0, info.stream) || !read_id(streams_, 2, info.owner) ||
        !read_id(streams_, 4, info.chain_hash)) {
      return fail(damaged_log("the log: the record of a stream, the " +
                              std::to_string(out.size() + 1) + ". one, can't be read"));
    }
    info.kind = *kind;
    info.head = from_column(streams_.integer(3));
    out.push_back(info);
  }
}

Result<WriterPoint> LogQueries::writer_point(const StreamId& stream, const WriterId& writer) {
  const RowsOf rows(writer_point_);
  const auto row = writer_point_.bind_blob(1, stream.view()).bind_blob(2, writer.view()).step();
  if (!row) return fail(row.error());
  if (!*row) return WriterPoint{0, chain_start(writer, stream)};
  WriterPoint out;
  out.last_number = from_column(writer_point_.integer(0));
  if (!read_id(writer_point_, 1, out.last_hash)) {
    return fail(damaged_log("the log: where writer " + to_hex(writer) + " stands in stream " +
                            to_hex(stream) + " can't be read"));
  }
  return out;
}

Result<std::vector<StoredPoint>> LogQueries::writer_points() {
  const RowsOf rows(writer_points_);
  std::vector<StoredPoint> out;
  for (;;) {
    const auto row = writer_points_.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    StoredPoint point;
    point.point.last_number = from_column(writer_points_.integer(2));
    if (!read_id(writer_points_, 0, point.stream) || !read_id(writer_points_, 1, point.writer) ||
        !read_id(writer_points_, 3, point.point.last_hash)) {
      return fail(damaged_log("the log: where writer " + std::to_string(writer_points_.integer(5)) +
                              " stands in stream " + std::to_string(writer_points_.integer(4)) +
                              " can't be read, or one of the two has no record"));
    }
    out.push_back(point);
  }
}

namespace {

Result<EnrolCode> code_of(const sqlite::Statement& row) {
  EnrolCode out;
  bool whole = read_id(row, 0, out.secret_hash) && read_id(row, 1, out.account);
  out.expires.ms = row.integer(2);
  if (!row.is_null(3)) {
    out.used_by = PublicKey::from(row.blob(3));
    whole = whole && out.used_by;
  }
  if (!whole) return fail(damaged_log("the log: an enrolment code can't be read"));
  return out;
}

}  // namespace

Result<std::vector<EnrolCode>> LogQueries::codes() {
  const RowsOf rows(codes_);
  std::vector<EnrolCode> out;
  for (;;) {
    const auto row = codes_.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    auto code = code_of(codes_);
    if (!code) return fail(code.error());
    out.push_back(*code);
  }
}

Result<std::optional<HeldOp>> LogQueries::held(const model::HoldKey& key) {
  const RowsOf rows(held_);
  const auto row = held_.bind_blob(1, key.stream.view())
                       .bind_blob(2, key.writer.view())
                       .bind_int(3, to_column(key.number))
                       .step();
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto out = read_held(held_);
  if (!out) return fail(out.error());
  return std::move(*out);
}

Result<std::vector<HeldOp>> LogQueries::all_held() {
  const RowsOf rows(all_held_);
  std::vector<HeldOp> out;
  for (;;) {
    const auto row = all_held_.step();
    if (!row) return fail(row.error());
    if (!*row) return out;
    auto held = read_held(all_held_);
    if (!held) return fail(held.error());
    out.push_back(std::move(*held));
  }
}

Result<std::optional<EnrolCode>> LogQueries::code(const Hash& secret_hash) {
  const RowsOf rows(code_);
  const auto row = code_.bind_blob(1, secret_hash.view()).step();
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto out = code_of(code_);
  if (!out) return fail(out.error());
  return *out;
}

Result<std::optional<Bytes>> LogQueries::meta(std::string_view name) {
  const RowsOf rows(meta_);
  const auto row = meta_.bind_text(1, name).step();
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  return Bytes(meta_.blob(0));
}

}  // namespace baraza::server
