// SPDX-License-Identifier: Apache-2.0
#include "client/store/load.h"

#include <functional>
#include <utility>

#include "client/store/records.h"
#include "shared/sqlite/transaction.h"
#include "shared/vault/secret_key.h"

namespace baraza::client {
namespace {

Error damaged(std::string what) {
  return SealedRows::damaged_store(std::move(what));
}

std::string place(const StreamId& stream, std::string_view what, std::uint64_t number) {
  return "stream " + to_hex(stream) + ", " + std::string(what) + " " + std::to_string(number);
}

// Runs a query to its end and hands each row over; ends at the first error.
Result<void> each_row(sqlite::Database& database, std::string_view sql,
                      const std::function<Result<void>(const sqlite::Statement&)>& take) {
  auto query = database.prepare(sql);
  if (!query) return fail(query.error());
  for (;;) {
    const auto row = query->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (auto taken = take(*query); !taken) return taken;
  }
}

Result<std::optional<Bytes>> read_meta(sqlite::Database& database, std::string_view name) {
  auto query = database.prepare("SELECT sealed FROM meta WHERE name = ?1");
  if (!query) return fail(query.error());
  const auto row = query->bind_text(1, name).step();
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  return Bytes(query->blob(0));
}

// What read_all builds, with the streams found by their numbers.
struct Reading {
  sqlite::Database& database;
  const SealedRows& rows;
  Loaded out;
  std::map<std::uint64_t, std::size_t> stream_at;  // in out.streams

  // Runs a query whose first two columns are a stream's number and a number within it.
  using Take = std::function<Result<void>(Loaded::Stream&, std::uint64_t stream,
                                          std::uint64_t number, const sqlite::Statement&)>;
  Result<void> each_of_stream(std::string_view sql, const Take& take) {
    return each_row(database, sql, [&](const sqlite::Statement& row) -> Result<void> {
      const std::uint64_t stream = from_column(row.integer(0));
      const auto at = stream_at.find(stream);
      if (at == stream_at.end()) {
        return fail(
            damaged("the record of the stream in row " + std::to_string(stream) + " is missing"));
      }
      return take(out.streams[at->second], stream, from_column(row.integer(1)), row);
    });
  }
};

Result<void> read_entries(Reading& in) {
  auto done = in.each_of_stream(
      "SELECT stream, position, sealed FROM entry ORDER BY stream, position",
      [&](Loaded::Stream& to, std::uint64_t stream, Position position,
          const sqlite::Statement& row) -> Result<void> {
        const Position expected = to.entries.size() + 1;
        if (position != expected) {
          return fail(damaged(place(to.record.stream, "position", expected) + " is missing"));
        }
        auto entry = in.rows.open(row_name::entry(stream, position), row.blob(2), decode_entry,
                                  place(to.record.stream, "position", position));
        if (!entry) return fail(entry.error());
        to.entries.push_back(std::move(*entry));
        return {};
      });
  if (!done) return done;
  for (const Loaded::Stream& stream : in.out.streams) {
    if (stream.entries.size() == stream.record.position) continue;
    return fail(damaged(place(stream.record.stream, "position", stream.entries.size() + 1) +
                        ": the entries don't end where the stream's record says, at " +
                        std::to_string(stream.record.position)));
  }
  return {};
}

Result<void> read_pending(Reading& in) {
  return in.each_of_stream(
      "SELECT stream, first, last, sealed FROM pending ORDER BY stream, first",
      [&](Loaded::Stream& to, std::uint64_t stream, OpNumber first,
          const sqlite::Statement& row) -> Result<void> {
        const std::string what = place(to.record.stream, "own op", first);
        auto run =
            in.rows.open(row_name::pending(stream, first), row.blob(3), decode_pending, what);
        if (!run) return fail(run.error());
        if (run->first != first || run->last != from_column(row.integer(2))) {
          return fail(damaged(what + " has other numbers than its row"));
        }
        if (!to.pending.empty() && to.pending.back().last + 1 != first) {
          return fail(damaged(place(to.record.stream, "own op", to.pending.back().last + 1) +
                              " is missing"));
        }
        to.pending.push_back(std::move(*run));
        return {};
      });
}

// What isn't sent ends where this writer stands, or a later op would take a number twice.
Result<void> read_own(Reading& in, const StreamRows& streams) {
  for (const Loaded::Stream& stream : in.out.streams) {
    const WriterPoint& own = streams.at(stream.record.stream).own;
    if (own.last_number != 0) in.out.own[stream.record.stream] = own;
    if (!stream.pending.empty() && stream.pending.back().last != own.last_number) {
      return fail(damaged(place(stream.record.stream, "own op", own.last_number) + " is missing"));
    }
  }
  return {};
}

Result<void> read_retired(Reading& in) {
  auto done = each_row(in.database, "SELECT id, sealed FROM retired ORDER BY id",
                       [&](const sqlite::Statement& row) -> Result<void> {
                         const std::uint64_t id = from_column(row.integer(0));
                         auto retired =
                             in.rows.open(row_name::retired(id), row.blob(1), decode_retired,
                                          "retired writer " + std::to_string(id));
                         if (!retired) return fail(retired.error());
                         in.out.retired.push_back(std::move(*retired));
                         return {};
                       });
  if (!done) return done;
  return each_row(in.database, "SELECT id, sealed FROM retired_tray ORDER BY id",
                  [&](const sqlite::Statement& row) -> Result<void> {
                    const std::uint64_t id = from_column(row.integer(0));
                    auto item = in.rows.open(row_name::retired_tray(id), row.blob(1),
                                             decode_retired_tray_item,
                                             "retired tray, row " + std::to_string(id));
                    if (!item) return fail(item.error());
                    in.out.tray.push_back(std::move(*item));
                    return {};
                  });
}

Result<void> read_meta_records(Reading& in) {
  const auto frozen = read_meta(in.database, frozen_name);
  if (!frozen) return fail(frozen.error());
  if (*frozen) {
    const auto opened =
        in.rows.open(row_name::frozen(), **frozen, decode_bytes, "the mark of a frozen folder");
    if (!opened) return fail(opened.error());
    in.out.frozen = true;
  }
  auto next = read_next_key(in.database, in.rows);
  if (!next) return fail(next.error());
  in.out.next_key = std::move(*next);
  return {};
}

}  // namespace

Result<std::optional<Bytes>> read_key_seed(sqlite::Database& database, const SealedRows& rows) {
  const auto sealed = read_meta(database, key_name);
  if (!sealed) return fail(sealed.error());
  if (!*sealed) return std::nullopt;
  const auto key = vault::decode_secret_key(**sealed, rows.sealer(), row_name::key().context());
  if (!key) return fail(key.error());
  return Bytes(key->seed());
}

Result<std::optional<NextKey>> read_next_key(sqlite::Database& database, const SealedRows& rows) {
  const auto sealed = read_meta(database, next_key_name);
  if (!sealed) return fail(sealed.error());
  const auto secret = read_meta(database, next_secret_name);
  if (!secret) return fail(secret.error());
  if (!*sealed || !*secret) return std::nullopt;
  const auto key =
      vault::decode_secret_key(**sealed, rows.sealer(), row_name::next_key().context());
  if (!key) return fail(key.error());
  auto opened = rows.open(row_name::next_secret(), **secret, decode_bytes, "an enrolment code");
  if (!opened) return fail(opened.error());
  return NextKey{Bytes(key->seed()), std::move(*opened)};
}

Result<std::vector<TrayItem>> read_tray(sqlite::Database& database, const SealedRows& rows) {
  std::vector<TrayItem> out;
  auto done = each_row(database, "SELECT stream, number, sealed FROM tray ORDER BY stream, number",
                       [&](const sqlite::Statement& row) -> Result<void> {
                         const std::uint64_t stream = from_column(row.integer(0));
                         const OpNumber number = from_column(row.integer(1));
                         auto item = rows.open(
                             row_name::tray(stream, number), row.blob(2), decode_tray_item,
                             "the tray of the stream in row " + std::to_string(stream) +
                                 ", own op " + std::to_string(number));
                         if (!item) return fail(item.error());
                         out.push_back(std::move(*item));
                         return {};
                       });
  if (!done) return fail(done.error());
  return out;
}

Result<StreamRows> read_streams(sqlite::Database& database, const SealedRows& rows) {
  StreamRows out;
  std::map<std::uint64_t, StreamRow*> by_number;
  auto done = each_row(
      database, "SELECT id, sealed FROM stream ORDER BY id",
      [&](const sqlite::Statement& row) -> Result<void> {
        const std::uint64_t number = from_column(row.integer(0));
        const std::string what = "the record of the stream in row " + std::to_string(number);
        const auto record = rows.open(row_name::stream(number), row.blob(1), decode_stream, what);
        if (!record) return fail(record.error());
        const auto [at, added] = out.try_emplace(record->stream, StreamRow{number, *record, {}});
        if (!added) return fail(damaged(what + " is there twice"));
        by_number[number] = &at->second;
        return {};
      });
  if (!done) return fail(done.error());
  done = each_row(
      database, "SELECT stream, sealed FROM own_point ORDER BY stream",
      [&](const sqlite::Statement& row) -> Result<void> {
        const std::uint64_t number = from_column(row.integer(0));
        const std::string what = "the last own op of the stream in row " + std::to_string(number);
        const auto at = by_number.find(number);
        if (at == by_number.end()) return fail(damaged(what + " is of no stream"));
        const auto point = rows.open(row_name::own_point(number), row.blob(1), decode_point, what);
        if (!point) return fail(point.error());
        at->second->own = *point;
        return {};
      });
  if (!done) return fail(done.error());
  return out;
}

Result<DraftRows> read_draft_rows(sqlite::Database& database, const SealedRows& rows,
                                  std::map<std::string, Bytes>* out) {
  DraftRows found;
  auto done = each_row(database, "SELECT id, sealed FROM draft ORDER BY id",
                       [&](const sqlite::Statement& row) -> Result<void> {
                         const std::uint64_t id = from_column(row.integer(0));
                         auto draft = rows.open(row_name::draft(id), row.blob(1), decode_draft,
                                                "draft " + std::to_string(id));
                         if (!draft) return fail(draft.error());
                         if (out != nullptr) (*out)[draft->key] = std::move(draft->bytes);
                         found[std::move(draft->key)] = id;
                         return {};
                       });
  if (!done) return fail(done.error());
  return found;
}

Result<Loaded> read_all(sqlite::Database& database, const SealedRows& rows) {
  const auto snapshot = sqlite::Transaction::begin_read(database);
  if (!snapshot) return fail(snapshot.error());
  Reading in{database, rows, {}, {}};
  auto seed = read_key_seed(database, rows);
  if (!seed) return fail(seed.error());
  if (!*seed) return fail(damaged("this laptop's key is missing"));
  in.out.key_seed = std::move(**seed);
  const auto identity = read_meta(database, identity_name);
  if (!identity) return fail(identity.error());
  if (*identity) {
    auto opened = rows.open(row_name::identity(), **identity, decode_identity,
                            "the record of whom it belongs to");
    if (!opened) return fail(opened.error());
    in.out.identity = std::move(*opened);
  }

  const auto streams = read_streams(database, rows);
  if (!streams) return fail(streams.error());
  for (const auto& [id, row] : *streams) {
    in.stream_at[row.id] = in.out.streams.size();
    in.out.streams.push_back({row.record, {}, {}});
  }
  auto done = read_entries(in);
  if (done) done = read_pending(in);
  if (done) done = read_own(in, *streams);
  if (done) done = read_meta_records(in);
  if (done) done = read_retired(in);
  if (!done) return fail(done.error());
  auto tray = read_tray(database, rows);
  if (!tray) return fail(tray.error());
  for (TrayItem& item : *tray) in.out.tray.push_back(std::move(item));
  const auto drafts = read_draft_rows(database, rows, &in.out.drafts);
  if (!drafts) return fail(drafts.error());
  return std::move(in.out);
}

}  // namespace baraza::client
