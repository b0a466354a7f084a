// SPDX-License-Identifier: Apache-2.0
// The commits that end one writer of a folder and begin the next.
#include <utility>
#include <vector>

#include "client/store/commit_writer.h"
#include "client/store/load.h"
#include "client/store/records.h"
#include "shared/vault/secret_key.h"

namespace baraza::client {

Result<void> CommitWriter::write_one(const FrozenCommit&) {
  return put_meta(frozen_name, rows_.seal(row_name::frozen(), "frozen"));
}

Result<void> CommitWriter::write_one(const NextKeyCommit& commit) {
  if (!commit.key) {
    auto done = drop_meta(next_key_name);
    return done ? drop_meta(next_secret_name) : done;
  }
  const auto key = vault::SecretKey::from_seed(commit.key->seed);
  if (!key) return fail(Code::internal, "the next key has another size than a key");
  auto done = put_meta(next_key_name, vault::encode_secret_key(*key, rows_.sealer(),
                                                               row_name::next_key().context()));
  if (!done) return done;
  return put_meta(next_secret_name, rows_.seal(row_name::next_secret(), commit.key->secret));
}

Result<void> CommitWriter::write_one(const RenewalCommit& commit) {
  auto done = promote_key();
  if (done) done = retire(commit.retired);
  if (done) done = retire_tray(commit.retired.writer);
  if (done) done = run("DELETE FROM pending");
  if (done) done = run("DELETE FROM own_point");
  if (done) done = drop_meta(frozen_name);
  if (done) {
    done =
        put_meta(identity_name, rows_.seal(row_name::identity(), encode_identity(commit.identity)));
  }
  for (const auto& [stream, row] : known_) find(stream)->own = {};
  for (const LocalRun& each : commit.runs) {
    if (done) done = put_run(each);
  }
  return done;
}

Result<void> CommitWriter::promote_key() {
  const auto next = read_next_key(database_, rows_);
  if (!next) return fail(next.error());
  if (!*next) return fail(Code::internal, "no key was made for the next writer of this folder");
  const auto key = vault::SecretKey::from_seed((*next)->seed);
  if (!key) return fail(Code::internal, "the next key has another size than a key");
  auto done =
      put_meta(key_name, vault::encode_secret_key(*key, rows_.sealer(), row_name::key().context()));
  if (done) done = drop_meta(next_key_name);
  return done ? drop_meta(next_secret_name) : done;
}

Result<void> CommitWriter::retire(const RetiredWriter& retired) {
  const auto id = next_id("SELECT max(id) FROM retired");
  if (!id) return fail(id.error());
  return put("INSERT INTO retired (id, sealed) VALUES (?1, ?2)", {*id}, row_name::retired(*id),
             encode_retired(retired));
}

Result<void> CommitWriter::retire_tray(const WriterId& writer) {
  auto items = read_tray(database_, rows_);
  if (!items) return fail(items.error());
  auto id = next_id("SELECT max(id) FROM retired_tray");
  if (!id) return fail(id.error());
  for (TrayItem& item : *items) {
    item.writer = writer;
    auto done = put("INSERT INTO retired_tray (id, sealed) VALUES (?1, ?2)", {*id},
                    row_name::retired_tray(*id), encode_retired_tray_item(item));
    if (!done) return done;
    ++*id;
  }
  return run("DELETE FROM tray");
}

Result<std::uint64_t> CommitWriter::next_id(std::string_view highest) {
  auto query = database_.prepare(highest);
  if (!query) return fail(query.error());
  const auto row = query->step();
  if (!row) return fail(row.error());
  return *row ? from_column(query->integer(0)) + 1 : 1;
}

Result<void> CommitWriter::put_meta(std::string_view name, ByteView sealed) {
  auto statement = database_.prepare(
      "INSERT INTO meta (name, sealed) VALUES (?1, ?2) "
      "ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed");
  if (!statement) return fail(statement.error());
  return statement->bind_text(1, name).bind_blob(2, sealed).run();
}

Result<void> CommitWriter::drop_meta(std::string_view name) {
  auto statement = database_.prepare("DELETE FROM meta WHERE name = ?1");
  if (!statement) return fail(statement.error());
  return statement->bind_text(1, name).run();
}

Result<void> CommitWriter::run(std::string_view sql) {
  auto statement = database_.prepare(sql);
  if (!statement) return fail(statement.error());
  return statement->run();
}

}  // namespace baraza::client
