// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "shared/sqlite/database.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/random.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"
#include "tests/tools/admin/raw_client.h"

namespace baraza {
namespace {

class Enrolment : public testing::Test {
 protected:
  Enrolment() { make_demo(data_); }

  std::string code_for(const std::string& account) {
    return as_rose(data_, {"device", "enrol", account, "--server", "127.0.0.1:1"});
  }
  static Bytes pin_of(const std::string& code) { return sync::decode_enrolment_code(code)->pin; }
  // With a key of its own, on a connection of its own.
  Code enrol(const ServerProcess& server, const std::string& code, const KeySigner& key) {
    RawClient client(key);
    client.connect(server.port(), pin_of(code));
    return client.enrol(code);
  }

  TemporaryFolder folder_;
  std::filesystem::path data_ = folder_.path() / "data";
  SystemRandom random_;
  std::unique_ptr<KeySigner> key_ = KeySigner::generate(random_);
  std::unique_ptr<KeySigner> other_ = KeySigner::generate(random_);
};

TEST_F(Enrolment, ACodeMadeOnAStoppedServerCarriesThePinOfTheKeyItWillShow) {
  const std::string code = code_for("fay");
  ServerProcess server(data_);
  EXPECT_EQ(enrol(server, code, *key_), Code::none);  // the link refuses another key
  EXPECT_THAT(as_rose(data_, {"list", "devices"}), testing::HasSubstr("fay"));
}

TEST_F(Enrolment, ACodeEnrolsOneKeyAndAnswersThatOneAgain) {
  ServerProcess server(data_);
  const std::string code = code_for("fay");
  EXPECT_EQ(enrol(server, code, *key_), Code::none);
  EXPECT_EQ(enrol(server, code, *key_), Code::none);
  EXPECT_EQ(enrol(server, code, *other_), Code::code_used);
}

TEST_F(Enrolment, AWrongSecretIsToldSo) {
  ServerProcess server(data_);
  auto parts = *sync::decode_enrolment_code(code_for("fay"));
  parts.secret[0] = static_cast<char>(parts.secret[0] ^ 1);
  EXPECT_EQ(enrol(server, *sync::encode_enrolment_code(parts), *key_), Code::code_wrong);
  EXPECT_EQ(as_rose(data_, {"list", "devices"}), "");
}

TEST_F(Enrolment, AnOldCodeIsToldSo) {
  const std::string code = code_for("fay");
  {
    auto database =
        sqlite::Database::open(data_ / "baraza.db", sqlite::OpenMode::read_write_create);
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->run("UPDATE code SET expires_ms = 1000"));
  }
  ServerProcess server(data_);
  EXPECT_EQ(enrol(server, code, *key_), Code::code_expired);
}

TEST_F(Enrolment, TheSecretIsNowhereInTheFolder) {
  const Bytes secret = sync::decode_enrolment_code(code_for("fay"))->secret;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(data_)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    EXPECT_EQ(content.str().find(secret), std::string::npos) << entry.path();
  }
}

TEST_F(Enrolment, TheCodeStandsAloneOnStandardOutput) {
  const Ran ran =
      admin(data_, {"--as", "rose", "device", "enrol", "fay", "--server", "example.org:8443"});
  ASSERT_EQ(ran.status, 0);
  ASSERT_EQ(ran.out.find('\n'), ran.out.size() - 1);
  const auto code = sync::decode_enrolment_code(ran.out.substr(0, ran.out.size() - 1));
  ASSERT_TRUE(code);
  EXPECT_EQ(code->host, "example.org");
  EXPECT_EQ(code->port, 8443);
  EXPECT_NE(ran.err, "");
}

TEST_F(Enrolment, WhoComesToWorkAtASecondSiteBringsTheLaptopAlong) {
  ServerProcess server(data_);
  const std::string code = code_for("sue");
  ASSERT_EQ(enrol(server, code, *key_), Code::none);
  as_rose(data_, {"site", "add", "Lira", "--zone", "Africa/Kampala"});
  as_rose(data_,
          {"account", "add", "ida", "--name", "Ida", "--role", "facilitator", "--site", "Lira"});
  as_rose(data_,
          {"account", "add", "sue", "--name", "sue", "--role", "supervisor", "--site", "Lira"});
  as_rose(data_, {"group", "add", "Friday", "--site", "Lira", "--first-session", today_text(),
                  "--facilitator", "ida", "--supervisor", "sue"});
  RawClient client(*key_);
  client.connect(server.port(), pin_of(code));
  std::size_t mains = 0;
  for (const auto& offer : client.hello().streams) {
    if (offer.kind == StreamKind::main && offer.reads) ++mains;
  }
  EXPECT_EQ(mains, 2U);
  // Another person doesn't get in by her handle, nor she twice.
  const Ran other = admin(data_, {"--as", "rose", "account", "add", "sue", "--name", "Susan",
                                  "--role", "facilitator", "--site", "Lira"});
  EXPECT_EQ(other.status, 1) << other.err;
  const Ran again = admin(data_, {"--as", "rose", "account", "add", "sue", "--name", "sue",
                                  "--role", "supervisor", "--site", "Lira"});
  EXPECT_EQ(again.status, 1) << again.err;
  EXPECT_THAT(again.err, testing::HasSubstr("works at this site already"));
  EXPECT_EQ(admin(data_, {"verify"}).status, 0);
}

}  // namespace
}  // namespace baraza
