// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "shared/model/make.h"
#include "shared/op/derive.h"
#include "shared/sqlite/database.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/random.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"
#include "tests/tools/admin/raw_client.h"

namespace baraza {
namespace {

using testing::HasSubstr;

// Two ops that fay wrote after her grant had ended.
class Holds : public testing::Test {
 protected:
  Holds() {
    make_demo(data_);
    const ServerProcess server(data_);
    const std::string code = as_rose(data_, {"device", "enrol", "fay", "--server", "127.0.0.1:1"});
    RawClient client(*key_);
    client.connect(server.port(), sync::decode_enrolment_code(code)->pin);
    if (client.enrol(code) != Code::none) throw std::runtime_error("not enrolled");
    StreamId main;
    for (const auto& offer : client.hello().streams) {
      if (offer.kind == StreamKind::main) main = offer.stream;
    }
    as_rose(data_, {"grant", "end", "fay"});
    for (std::uint32_t seat = 1; seat <= 2; ++seat) {
      const auto member = random_.id<MemberId>();
      client.push(model::make_member_admitted({member, CivilDate{20000}, seat}, {}), main);
      // Not read any more, so the verdict comes by itself.
      while (client.expect<sync::Taken>().through < seat) {
      }
    }
    const auto rows = nlohmann::json::parse(as_rose(data_, {"--json", "hold", "list"}));
    for (const auto& row : rows) names_.push_back(row["hold"]);
  }

  TemporaryFolder folder_;
  std::filesystem::path data_ = folder_.path() / "data";
  SystemRandom random_;
  std::unique_ptr<KeySigner> key_ = KeySigner::generate(random_);
  std::vector<std::string> names_;
};

TEST_F(Holds, AreListedShownAndSettledOnce) {
  ASSERT_EQ(names_.size(), 2U);
  const std::string list = as_rose(data_, {"hold", "list"});
  EXPECT_THAT(list, HasSubstr("MemberAdmitted"));
  EXPECT_THAT(list, HasSubstr("Tuesday"));
  const auto body = nlohmann::json::parse(as_rose(data_, {"hold", "show", names_[0]}));
  EXPECT_EQ(body["seat"], 1);

  as_rose(data_, {"hold", "release", names_[0], "--reason", "she was there"});
  EXPECT_EQ(admin(data_, {"--as", "sue", "hold", "refuse", names_[1]}).status, 0);
  const Ran again = admin(data_, {"--as", "rose", "hold", "release", names_[1]});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("settled before"));
  const Ran verify = admin(data_, {"verify"});
  EXPECT_EQ(verify.status, 0) << verify.err;
}

// What waits to be released was checked by its body alone.
TEST_F(Holds, AreKeptWholeOrVerifySaysWhichAreNot) {
  const auto spoil = [&](const std::string& sql) {
    auto database =
        sqlite::Database::open(data_ / "baraza.db", sqlite::OpenMode::read_write_create);
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->run(sql)) << sql;
    ASSERT_EQ(database->changed_rows(), 1) << sql;
  };
  const auto flipped = [](const std::string& column, int at) {
    return column + " = CAST(substr(" + column + ", 1, " + std::to_string(at) +
           ") || X'FF' || substr(" + column + ", " + std::to_string(at + 2) + ") AS BLOB)";
  };
  spoil(
      "CREATE TABLE kept AS SELECT * FROM held; UPDATE held SET number = number WHERE number = 1");
  for (const std::string column : {"head", "body", "signature"}) {
    spoil("UPDATE held SET " + flipped(column, 20) + " WHERE number = 1");
    const Ran ran = admin(data_, {"verify"});
    EXPECT_EQ(ran.status, 3) << column << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("held op 1")) << column;
    spoil("UPDATE held SET " + column + " = (SELECT kept." + column +
          " FROM kept WHERE kept.number = 1) WHERE number = 1");
    EXPECT_EQ(admin(data_, {"verify"}).status, 0) << column;
  }
}

TEST_F(Holds, CanBeSettledBesideARunningServer) {
  const ServerProcess server(data_);
  as_rose(data_, {"hold", "release", names_.at(1)});
  EXPECT_EQ(admin(data_, {"--as", "fay", "hold", "release", names_.at(0)}).status, 1);
  EXPECT_EQ(admin(data_, {"--as", "wim", "hold", "show", names_.at(0)}).status, 1);
  EXPECT_EQ(admin(data_, {"verify"}).status, 0);
}

}  // namespace
}  // namespace baraza
