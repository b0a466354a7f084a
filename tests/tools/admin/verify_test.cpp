// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "client/profiles/profiles.h"
#include "client/store/sqlite_store.h"
#include "shared/model/make.h"
#include "shared/model/states.h"
#include "shared/op/derive.h"
#include "shared/sqlite/database.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/random.h"
#include "shared/vault/null_sealer.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"
#include "tests/tools/admin/raw_client.h"

namespace baraza {
namespace {

using testing::HasSubstr;

void change(const std::filesystem::path& file, const std::string& sql) {
  auto database = sqlite::Database::open(file, sqlite::OpenMode::read_write_create);
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->run(sql)) << sql;
  ASSERT_EQ(database->changed_rows(), 1) << sql;
}

// A server with four members admitted by fay, and fay's laptop with all she reads.
class Verify : public testing::Test {
 protected:
  Verify() {
    make_demo(data_);
    const ServerProcess server(data_);
    const std::string text = as_rose(data_, {"device", "enrol", "fay", "--server", "127.0.0.1:1"});
    const auto code = *sync::decode_enrolment_code(text);
    RawClient client(*key_);
    client.connect(server.port(), code.pin);
    if (client.enrol(text) != Code::none) throw std::runtime_error("not enrolled");
    const sync::Welcome welcome = client.hello();
    for (const auto& offer : welcome.streams) {
      if (offer.kind == StreamKind::main) main_ = offer.stream;
    }
    for (std::uint32_t seat = 1; seat <= 4; ++seat) {
      client.push(model::make_member_admitted({random_.id<MemberId>(), CivilDate{20000}, seat}, {}),
                  main_);
    }
    vault::NullSealer sealer;
    auto store = client::SqliteStore::open(laptop_, sealer, random_);
    if (!store) throw std::runtime_error(store.error().detail);
    const auto account = account_of("fay");
    client::Identity identity{"127.0.0.1", server.port(), code.pin, account, {}, "fay", "raw"};
    if (!(*store)->apply(client::IdentityCommit{identity})) throw std::runtime_error("identity");
    copy(client, welcome, **store);
  }

  AccountId account_of(const std::string& handle) {
    for (const auto& row : nlohmann::json::parse(as_rose(data_, {"--json", "list", "accounts"}))) {
      if (row["handle"] == handle) return *AccountId::from(*from_hex(std::string(row["account"])));
    }
    throw std::runtime_error("no such account");
  }

  // Stores what the server hands out, until all four admissions are there.
  void copy(RawClient& client, const sync::Welcome& welcome, client::SqliteStore& store) {
    std::map<StreamId, client::StreamRecord> records;
    client::RecordsCommit opened;
    for (const auto& offer : welcome.streams) {
      client::StreamRecord record{offer.stream, offer.kind, offer.owner,
                                  offer.epoch,  0,          stream_chain_start(offer.stream),
                                  offer.reads};
      opened.records.push_back(record);
      records[offer.stream] = record;
    }
    ASSERT_TRUE(store.apply(opened));
    std::set<StreamId> behind;
    for (const auto& offer : welcome.streams) {
      if (offer.head > 0) behind.insert(offer.stream);
    }
    behind.insert(main_);
    while (!behind.empty()) {
      const auto ops = client.expect<sync::Ops>();
      client::StreamRecord& record = records.at(ops.stream);
      record.position = ops.first + ops.entries.size() - 1;
      record.chain_hash = ops.hash_after;
      client::RemoteCommit commit;
      commit.after = record;
      commit.first = ops.first;
      commit.entries = ops.entries;
      ASSERT_TRUE(store.apply(commit));
      const bool there = ops.stream == main_ ? record.position == 4 : true;
      if (there) behind.erase(ops.stream);
    }
  }

  Ran verify() { return admin(data_, {"verify", "--client", laptop_.string()}); }
  void expect_found(const Ran& ran, const std::string& position) {
    EXPECT_EQ(ran.status, 3) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(to_hex(main_)));
    EXPECT_THAT(ran.err, HasSubstr("position " + position));
  }
  std::string in_main(const std::string& set, int position) {
    return "UPDATE entry SET " + set + " WHERE position = " + std::to_string(position) +
           " AND stream = (SELECT id FROM stream WHERE stream = X'" + to_hex(main_) + "')";
  }

  TemporaryFolder folder_;
  std::filesystem::path data_ = folder_.path() / "data";
  std::filesystem::path laptop_ = folder_.path() / "laptop";
  SystemRandom random_;
  std::unique_ptr<KeySigner> key_ = KeySigner::generate(random_);
  StreamId main_;
};

TEST_F(Verify, GivesTheSameDigestsForServerAndLaptop) {
  const Ran ran = admin(data_, {"--json", "verify", "--client", laptop_.string()});
  ASSERT_EQ(ran.status, 0) << ran.err;
  std::map<std::string, std::set<std::string>> digests;
  std::map<std::string, int> places;
  for (const auto& row : nlohmann::json::parse(ran.out)) {
    const std::string stream = row["stream"];
    digests[stream].insert(std::string(row["state_digest"]) + std::string(row["chain_hash"]));
    ++places[stream];
    if (stream == to_hex(main_)) {
      EXPECT_EQ(row["positions"], 4);
      EXPECT_EQ(row["kind"], "main");
      EXPECT_EQ(row["fold_version"], model::fold_version);
    }
  }
  for (const auto& [stream, different] : digests) EXPECT_EQ(different.size(), 1U) << stream;
  EXPECT_EQ(places[to_hex(main_)], 2);
  const ServerProcess server(data_);
  EXPECT_EQ(verify().status, 0);
}

TEST_F(Verify, FindsAFlippedByteOfABody) {
  change(data_ / "baraza.db",
         in_main("body = CAST(substr(body, 1, 20) || X'FF' || substr(body, 22) AS BLOB)", 2));
  expect_found(verify(), "2");
}

TEST_F(Verify, FindsAFlippedByteOfAHead) {
  change(data_ / "baraza.db", in_main("head = CAST(substr(head, 1, length(head) - 1) || X'00' "
                                      "AS BLOB)",
                                      3));
  expect_found(verify(), "3");
}

TEST_F(Verify, FindsAChangedVerdict) {
  change(data_ / "baraza.db", in_main("verdict = 2, code = 20", 1));
  expect_found(verify(), "1");
}

TEST_F(Verify, FindsAChangedSignatureChainHashAndALostBody) {
  change(data_ / "baraza.db", in_main("signature = zeroblob(64)", 2));
  expect_found(verify(), "2");
  change(data_ / "baraza.db", in_main("chain_hash = zeroblob(32)", 1));
  expect_found(verify(), "1");
  change(data_ / "baraza.db", in_main("body = X''", 1));
  expect_found(verify(), "1");
}

TEST_F(Verify, FindsALostEntry) {
  change(data_ / "baraza.db",
         "DELETE FROM entry WHERE position = 3 AND stream = (SELECT id FROM "
         "stream WHERE stream = X'" +
             to_hex(main_) + "')");
  expect_found(verify(), "3");
}

TEST_F(Verify, FindsAWholeStreamThatIsGone) {
  const std::string main = "(SELECT id FROM stream WHERE stream = X'" + to_hex(main_) + "')";
  auto database = sqlite::Database::open(data_ / "baraza.db", sqlite::OpenMode::read_write_create);
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->run("DELETE FROM entry WHERE stream = " + main));
  ASSERT_TRUE(database->run("DELETE FROM writer_point WHERE stream = " + main));
  ASSERT_TRUE(database->run("DELETE FROM stream WHERE stream = X'" + to_hex(main_) + "'"));
  const Ran ran = admin(data_, {"verify"});
  EXPECT_EQ(ran.status, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr(to_hex(main_)));
  EXPECT_THAT(ran.err, HasSubstr("the whole stream is gone"));
}

TEST_F(Verify, FindsWhereAWriterStandsChangedLostOrAdded) {
  const std::string main = "(SELECT id FROM stream WHERE stream = X'" + to_hex(main_) + "')";
  const auto found = [&](const std::string& sql) {
    const auto copy = folder_.path() / "copy";
    std::filesystem::remove_all(copy);
    std::filesystem::remove(data_ / "admin.sock");  // a socket can't be copied
    std::filesystem::copy(data_, copy, std::filesystem::copy_options::recursive);
    change(copy / "baraza.db", sql);
    const Ran ran = admin(copy, {"verify"});
    EXPECT_EQ(ran.status, 3) << sql;
    EXPECT_THAT(ran.err, HasSubstr(to_hex(main_))) << sql;
    return ran.err;
  };
  EXPECT_THAT(found("UPDATE writer_point SET number = 3 WHERE stream = " + main),
              HasSubstr("stands at op 3 beside the log"));
  EXPECT_THAT(found("UPDATE writer_point SET hash = zeroblob(32) WHERE stream = " + main),
              HasSubstr("another one of that number"));
  EXPECT_THAT(found("DELETE FROM writer_point WHERE stream = " + main),
              HasSubstr("nothing says that writer"));
  EXPECT_THAT(found("INSERT INTO writer_point SELECT " + main +
                    ", MAX(writer.id), 1, zeroblob(32) FROM writer WHERE id NOT IN (SELECT writer "
                    "FROM writer_point WHERE stream = " +
                    main + ")"),
              HasSubstr("has no entry in it"));
}

TEST_F(Verify, FindsACommitNumberOutOfOrder) {
  change(data_ / "baraza.db", in_main("commit_number = 1", 3));
  expect_found(verify(), "3");
  change(data_ / "baraza.db", in_main("commit_number = 1000000", 3));
  expect_found(verify(), "3");
}

TEST_F(Verify, FindsACodeUsedByALaptopThatNobodyKnows) {
  change(data_ / "baraza.db", "UPDATE code SET used_by = zeroblob(32) WHERE used_by IS NOT NULL");
  const Ran ran = admin(data_, {"verify"});
  EXPECT_EQ(ran.status, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("enrolment code"));
}

TEST_F(Verify, FindsACodeForAnAccountThatNobodyKnows) {
  change(data_ / "baraza.db", "UPDATE code SET account = zeroblob(16) WHERE used_by IS NOT NULL");
  const Ran ran = admin(data_, {"verify"});
  EXPECT_EQ(ran.status, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("enrolment code"));
}

// Whose an empty stream is decides who will read it; one byte of its owner could be flipped and
// nobody saw.
TEST_F(Verify, FindsAnotherOwnerOfAStreamInWhichNothingStandsYet) {
  change(data_ / "baraza.db",
         "UPDATE stream SET owner = zeroblob(16) WHERE kind = 8 AND head = 0 AND id = (SELECT "
         "min(id) FROM stream WHERE kind = 8)");
  const Ran ran = admin(data_, {"verify"});
  EXPECT_EQ(ran.status, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("isn't that of its kind and owner"));
}

TEST_F(Verify, FindsASpoiltEntryInALaptopsFolder) {
  // Somewhere in the middle, where the head is.
  change(laptop_ / "client.db",
         "UPDATE entry SET sealed = CAST(substr(sealed, 1, 60) || X'FF' || substr(sealed, 62) AS "
         "BLOB) WHERE position = 4 AND stream = (SELECT id FROM stream WHERE instr(sealed, X'" +
             to_hex(main_) + "') > 0)");
  const Ran ran = verify();
  expect_found(ran, "4");
  EXPECT_THAT(ran.err, HasSubstr(laptop_.string()));
}

TEST_F(Verify, SaysWhereALaptopIsBehindTheServer) {
  as_rose(data_,
          {"account", "add", "ned", "--name", "Ned", "--role", "worker", "--site", "Kitgum"});
  const Ran ran = verify();
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("site stream"));
  EXPECT_THAT(ran.err, HasSubstr("not here yet"));
}

TEST_F(Verify, FindsAnotherHistoryBehindTheSamePositions) {
  TemporaryFolder other;
  make_demo(other.path() / "data");
  const Ran ran = admin(other.path() / "data", {"verify", "--client", laptop_.string()});
  EXPECT_EQ(ran.status, 3);
  EXPECT_THAT(ran.err, HasSubstr("the server's log has no such whole stream"));
}

TEST_F(Verify, SaysThatALaptopIsFrozenAndWhatToDo) {
  {
    vault::NullSealer sealer;
    auto store = client::SqliteStore::open(laptop_, sealer, random_);
    ASSERT_TRUE(store);
    ASSERT_TRUE((*store)->apply(client::FrozenCommit{}));
  }
  const Ran ran = verify();
  EXPECT_EQ(ran.status, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("Enrol it anew"));
}

TEST_F(Verify, AsksForThePassphraseOfALockedFolderAndReadsItThenLikeAnyOther) {
  const vault::PassphraseCost cheap{1, 8 * 1024};
  const auto fay =
      client::make_profile(folder_.path() / "base", "three quiet trees", cheap, random_);
  ASSERT_TRUE(fay) << fay.error().detail;
  {
    vault::NullSealer clear;
    const auto loaded = client::open_for_verification(laptop_, clear);
    auto store = client::SqliteStore::open(fay->profile.folder, *fay->sealer, random_);
    ASSERT_TRUE(loaded && store);
    ASSERT_TRUE((*store)->apply(client::IdentityCommit{*loaded->identity}));
    for (const auto& stream : loaded->streams) {
      client::RemoteCommit commit;
      commit.after = stream.record;
      commit.first = 1;
      commit.entries = stream.entries;
      ASSERT_TRUE((*store)->apply(commit));
    }
  }
  const std::string file = (folder_.path() / "passphrase").string();
  const auto verify_locked = [&](const std::string& passphrase) {
    std::ofstream(file) << passphrase;
    std::vector<std::string> words{"verify", "--client", fay->profile.folder.string()};
    if (!passphrase.empty()) words.insert(words.end(), {"--passphrase-file", file});
    return admin(data_, words);
  };
  const Ran without = verify_locked("");
  EXPECT_EQ(without.status, 2);
  EXPECT_THAT(without.err, HasSubstr("--passphrase-file"));
  EXPECT_THAT(without.err, HasSubstr(fay->profile.folder.string()));
  EXPECT_EQ(verify_locked("\n").status, 2);
  const Ran wrong = verify_locked("three quiet tree\n");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.err, HasSubstr("doesn't open"));
  const Ran right = verify_locked("three quiet trees\n");
  EXPECT_EQ(right.status, 0) << right.err;
  EXPECT_EQ(verify_locked("three quiet trees").status, 0);
  // Folders in clear beside it need none.
  EXPECT_EQ(verify().status, 0);
}

TEST_F(Verify, AFolderWithoutAClientIsNoClient) {
  const Ran ran = admin(data_, {"verify", "--client", folder_.path().string()});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr(folder_.path().string()));
}

}  // namespace
}  // namespace baraza
