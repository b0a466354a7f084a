// SPDX-License-Identifier: Apache-2.0
// The server as a process.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "shared/sync/enrolment_code.h"
#include "shared/system/folder_lock.h"
#include "shared/system/random.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"
#include "tests/tools/admin/raw_client.h"

namespace baraza {
namespace {

namespace asio = boost::asio;
using testing::HasSubstr;

std::string get(std::uint16_t port, const std::string& path) {
  asio::io_context context;
  asio::ssl::context tls(asio::ssl::context::tls_client);
  asio::ssl::stream<asio::ip::tcp::socket> stream(context, tls);
  stream.lowest_layer().connect({asio::ip::make_address("127.0.0.1"), port});
  stream.handshake(asio::ssl::stream_base::client);
  asio::write(stream, asio::buffer("GET " + path + " HTTP/1.1\r\nHost: x\r\n" +
                                   "Connection: close\r\n\r\n"));
  std::string out;
  boost::system::error_code end;
  asio::read(stream, asio::dynamic_buffer(out), end);
  return out;
}

class Barazad : public testing::Test {
 protected:
  Barazad() { make_demo(data_); }

  TemporaryFolder folder_;
  std::filesystem::path data_ = folder_.path() / "data";
};

TEST_F(Barazad, AnswersHealthAndVersionOverTls) {
  const ServerProcess server(data_);
  EXPECT_THAT(get(server.port(), "/healthz"), HasSubstr(" 200 "));
  const std::string version = get(server.port(), "/version");
  EXPECT_THAT(version, HasSubstr(" 200 "));
  EXPECT_THAT(version, HasSubstr(BARAZA_VERSION));
}

TEST_F(Barazad, ASecondOneOnTheFolderNamesTheFirstAndSaysTryAgain) {
  const ServerProcess server(data_);
  const Ran second =
      run_program({barazad_program(), "--data", data_.string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(second.status, 75);
  EXPECT_THAT(second.err, HasSubstr(std::to_string(server.pid())));
  EXPECT_EQ(second.out, "");
}

// As when a script starts the server in the background and goes on with a command.
TEST_F(Barazad, WaitsForACommandThatHoldsTheFolder) {
  auto lock = FolderLock::acquire(data_);
  ASSERT_TRUE(lock) << lock.error().detail;
  const std::jthread command(
      [held = std::move(*lock)] { std::this_thread::sleep_for(std::chrono::milliseconds(300)); });
  ServerProcess server(data_);
  EXPECT_NE(server.port(), 0);
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

TEST_F(Barazad, APortInUseIsNamed) {
  const ServerProcess server(data_);
  const auto other = folder_.path() / "other";
  ASSERT_EQ(admin(other, {"init", "--administrator", "ann", "--name", "Ann"}).status, 0);
  const std::string port = std::to_string(server.port());
  const Ran ran =
      run_program({barazad_program(), "--data", other.string(), "--listen", "127.0.0.1:" + port});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("port " + port + " is taken"));
  EXPECT_EQ(ran.out, "");
}

TEST_F(Barazad, AFolderNotMadeByInitSaysWhatToRun) {
  for (const auto& folder : {folder_.path(), folder_.path() / "nowhere"}) {
    const Ran ran = run_program({barazad_program(), "--data", folder.string()});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("baraza-admin --data " + folder.string() + " init"));
  }
}

TEST_F(Barazad, ALostKeyIsNamedAndNotMadeAnew) {
  std::filesystem::remove(data_ / "keys" / "server_writer.key");
  const Ran ran = run_program({barazad_program(), "--data", data_.string()});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("server_writer.key"));
}

TEST_F(Barazad, UsageErrorsEndWithTwo) {
  EXPECT_EQ(run_program({barazad_program()}).status, 2);
  const Ran ran = run_program({barazad_program(), "--data", data_.string(), "--listen", "nowhere"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("HOST:PORT"));
  EXPECT_EQ(run_program({barazad_program(), "--help"}).status, 0);
  EXPECT_THAT(run_program({barazad_program(), "--version"}).out, HasSubstr(BARAZA_VERSION));
}

TEST_F(Barazad, TermLetsClientsGoWithAReasonAndEndsWell) {
  for (const int signal : {SIGTERM, SIGINT}) {
    SystemRandom random;
    const auto key = KeySigner::generate(random);
    ServerProcess server(data_);
    const std::string code = as_rose(data_, {"device", "enrol", "fay", "--server", "127.0.0.1:1"});
    RawClient client(*key);
    client.connect(server.port(), sync::decode_enrolment_code(code)->pin);
    ASSERT_EQ(client.enrol(code), Code::none);
    client.hello();
    ASSERT_EQ(server.stop(signal), 0);
    const auto bye = client.expect<sync::Bye>();
    EXPECT_EQ(bye.code, Code::unavailable);
    EXPECT_GT(bye.retry_after.ms, 0);
    client.expect_closed();
    EXPECT_THAT(server.log(), HasSubstr("stopped at commit"));
    EXPECT_FALSE(std::filesystem::exists(data_ / "admin.sock"));
  }
}

TEST_F(Barazad, StartsAgainAfterAKillWithAllThatWasAcknowledged) {
  ServerProcess server(data_);
  as_rose(data_,
          {"account", "add", "ned", "--name", "Ned", "--role", "worker", "--site", "Kitgum"});
  server.stop(SIGKILL);
  EXPECT_TRUE(std::filesystem::exists(data_ / "admin.sock"));  // left behind, and in nobody's way
  EXPECT_THAT(as_rose(data_, {"list", "accounts"}), HasSubstr("ned"));
  const ServerProcess again(data_);
  EXPECT_THAT(as_rose(data_, {"list", "accounts"}), HasSubstr("ned"));
  EXPECT_EQ(admin(data_, {"verify"}).status, 0);
}

TEST_F(Barazad, LogsNoNames) {
  ServerProcess server(data_);
  as_rose(data_,
          {"account", "add", "ned", "--name", "Nedward", "--role", "worker", "--site", "Kitgum"});
  EXPECT_EQ(admin(data_, {"--as", "nobody", "list", "sites"}).status, 1);
  server.stop(SIGTERM);
  EXPECT_THAT(server.log(), testing::Not(HasSubstr("Nedward")));
  EXPECT_THAT(server.log(), testing::Not(HasSubstr("Kitgum")));
}

}  // namespace
}  // namespace baraza
