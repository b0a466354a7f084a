// SPDX-License-Identifier: Apache-2.0
#include "client/store/sqlite_store.h"

#include <system_error>
#include <utility>

#include "client/store/commit_writer.h"
#include "client/store/load.h"
#include "client/store/schema.h"
#include "shared/sqlite/check.h"
#include "shared/sqlite/transaction.h"
#include "shared/system/files.h"
#include "shared/system/folder_lock.h"
#include "shared/vault/secret_key.h"

namespace baraza::client {
namespace {

sqlite::Options file_options(const StoreOptions& options) {
  sqlite::Options out;
  out.vfs = options.vfs;
  out.synchronous = options.durable ? sqlite::Synchronous::full : sqlite::Synchronous::normal;
  out.checkpoint_pages = options.checkpoint_pages;
  return out;
}

Result<void> make_key(sqlite::Database& database, vault::Sealer& sealer, Random& random) {
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return fail(transaction.error());
  auto statement = database.prepare("INSERT INTO meta (name, sealed) VALUES (?1, ?2)");
  if (!statement) return fail(statement.error());
  const auto key = vault::SecretKey::generate(random);
  const Bytes sealed = vault::encode_secret_key(key, sealer, row_name::key().context());
  if (auto done = statement->bind_text(1, key_name).bind_blob(2, sealed).run(); !done) return done;
  return transaction->commit();
}

}  // namespace

std::filesystem::path database_path(const std::filesystem::path& folder) {
  return folder / "client.db";
}

struct SqliteStore::Parts {
  FolderLock lock;
  sqlite::Database database;
  SealedRows rows;
  StreamRows streams;
  DraftRows drafts;
  sqlite::Synchronous durable;  // what a commit waits for that may not be late
  sqlite::Synchronous now;

  Result<void> wait_for(sqlite::Synchronous wanted) {
    if (wanted == now) return {};
    if (auto done = database.set_synchronous(wanted); !done) return done;
    now = wanted;
    return {};
  }
};

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::filesystem::path& folder,
                                                       vault::Sealer& sealer, Random& random,
                                                       const StoreOptions& options) {
  std::error_code ignored;
  if (!std::filesystem::exists(folder, ignored)) {
    if (auto made = make_private_folder(folder); !made) return fail(made.error());
  }
  auto lock = FolderLock::acquire(folder);
  if (!lock) return fail(lock.error());
  auto database = sqlite::Database::open(database_path(folder), sqlite::OpenMode::read_write_create,
                                         file_options(options));
  if (!database) return fail(database.error());
  if (auto done = sqlite::quick_check(*database); !done) return fail(done.error());
  const auto steps = schema();
  if (auto done = sqlite::migrate(*database, steps); !done) return fail(done.error());

  const SealedRows rows(sealer);
  auto streams = read_streams(*database, rows);
  if (!streams) return fail(streams.error());
  const auto seed = read_key_seed(*database, rows);
  if (!seed) return fail(seed.error());
  if (!*seed) {
    // Never a new key beside what an old one signed: its numbers would begin again.
    if (!streams->empty()) return fail(SealedRows::damaged_store("this laptop's key is missing"));
    if (auto made = make_key(*database, sealer, random); !made) return fail(made.error());
  }
  auto drafts = read_draft_rows(*database, rows);
  if (!drafts) return fail(drafts.error());
  const auto durable = file_options(options).synchronous;
  Parts parts{std::move(*lock),
              std::move(*database),
              rows,
              std::move(*streams),
              std::move(*drafts),
              durable,
              durable};
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::make_unique<Parts>(std::move(parts))));
}

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SqliteStore::~SqliteStore() = default;

Result<Loaded> SqliteStore::load() {
  return read_all(parts_->database, parts_->rows);
}

Result<void> SqliteStore::apply(const Commit& commit) {
  const auto* remote = std::get_if<RemoteCommit>(&commit);
  const bool may_be_late = remote != nullptr && remote->may_be_late;
  auto ready = parts_->wait_for(may_be_late ? sqlite::Synchronous::normal : parts_->durable);
  if (!ready) return ready;
  auto transaction = sqlite::Transaction::begin(parts_->database);
  if (!transaction) return fail(transaction.error());
  CommitWriter writer(parts_->database, parts_->rows, parts_->streams, parts_->drafts);
  if (auto done = writer.write(commit); !done) return done;
  if (auto done = transaction->commit(); !done) return done;
  for (const auto& [stream, row] : writer.take_staged()) parts_->streams[stream] = row;
  for (const auto& [key, id] : writer.take_staged_drafts()) {
    if (id == 0) {
      parts_->drafts.erase(key);
    } else {
      parts_->drafts[key] = id;
    }
  }
  return {};
}

Result<std::size_t> count_unsent(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(database_path(folder), ignored)) return std::size_t{0};
  auto database =
      sqlite::Database::open(database_path(folder), sqlite::OpenMode::read_only, file_options({}));
  if (!database) return fail(database.error());
  auto query = database->prepare("SELECT coalesce(sum(last - first + 1), 0) FROM pending");
  if (!query) return fail(query.error());
  const auto row = query->step();
  if (!row) return fail(row.error());
  return static_cast<std::size_t>(query->integer(0));
}

Result<Loaded> open_for_verification(const std::filesystem::path& folder, vault::Sealer& sealer,
                                     const StoreOptions& options) {
  auto database = sqlite::Database::open(database_path(folder), sqlite::OpenMode::read_only,
                                         file_options(options));
  if (!database) return fail(database.error());
  const auto steps = schema();
  if (auto done = sqlite::require_schema(*database, steps); !done) return fail(done.error());
  if (auto done = sqlite::integrity_check(*database); !done) return fail(done.error());
  return read_all(*database, SealedRows(sealer));
}

}  // namespace baraza::client
