// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include "shared/base/limits.h"
#include "tests/server/net/echo_server.h"
#include "tests/server/net/raw_client.h"

namespace baraza::server {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string get(const std::string& path, const std::string& headers = "") {
  return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
}

std::string upgrade_headers() {
  return "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
         "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
}

TEST(HttpTest, HealthAndVersionAnswer) {
  NetOptions options;
  options.version = "1.2.3";
  EchoServer server(options);
  const std::string health = RawClient(server.port()).ask(get("/healthz"));
  EXPECT_THAT(health, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(health, HasSubstr("\r\n\r\nok"));
  const std::string version = RawClient(server.port()).ask(get("/version"));
  EXPECT_THAT(version, HasSubstr("application/json"));
  EXPECT_THAT(version, HasSubstr(R"("name":"barazad","version":"1.2.3","protocol":)"));
}

TEST(HttpTest, NothingElseIsServed) {
  EchoServer server;
  EXPECT_THAT(RawClient(server.port()).ask(get("/")), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(RawClient(server.port()).ask(get("/v1/sync/x", upgrade_headers())),
              StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(RawClient(server.port()).ask("POST /v1/sync HTTP/1.1\r\nHost: x\r\n\r\n"),
              StartsWith("HTTP/1.1 405"));
  EXPECT_THAT(RawClient(server.port()).ask(get("/v1/sync")), StartsWith("HTTP/1.1 426"));
  EXPECT_TRUE(server.seen().opened.empty());
}

TEST(HttpTest, BodiesAreRefused) {
  EchoServer server;
  EXPECT_THAT(RawClient(server.port()).ask(get("/healthz", "Content-Length: 3\r\n") + "abc"),
              StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(RawClient(server.port())
                  .ask(get("/healthz", "Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n0\r\n\r\n"),
              StartsWith("HTTP/1.1 400"));
}

TEST(HttpTest, RequestsThatAreNoHttpAreRefused) {
  EchoServer server;
  EXPECT_THAT(RawClient(server.port()).ask("what is this\r\n\r\n"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(RawClient(server.port()).ask(get("/healthz")), StartsWith("HTTP/1.1 200"));
}

TEST(HttpTest, AWebPageIsRefusedOnEveryPath) {
  EchoServer server;
  for (const char* origin : {"https://example.org", "null", ""}) {
    const std::string header = std::string("Origin: ") + origin + "\r\n";
    RawClient client(server.port());
    EXPECT_EQ(client.open(header), 403) << origin;
    EXPECT_TRUE(client.is_closed_by_server());
    EXPECT_THAT(RawClient(server.port()).ask(get("/version", header)), StartsWith("HTTP/1.1 403"));
  }
  EXPECT_TRUE(server.seen().opened.empty());
}

TEST(HttpTest, HeadersOverTheLimitAreRefused) {
  EchoServer server;
  const std::string filler = "X-Filler: " + std::string(limits::http_header_bytes, 'x') + "\r\n";
  EXPECT_THAT(RawClient(server.port()).ask(get("/healthz", filler)), StartsWith("HTTP/1.1 431"));
  std::string flood;
  for (int i = 0; i < 2000; ++i) flood += "X-" + std::to_string(i) + ": y\r\n";
  EXPECT_THAT(RawClient(server.port()).ask(get("/v1/sync", flood)), StartsWith("HTTP/1.1 431"));
}

TEST(HttpTest, FramesBeforeTheAnswerAreRefused) {
  EchoServer server;
  RawClient client(server.port());
  EXPECT_THAT(client.ask(get("/v1/sync", upgrade_headers()) + frame_head(Opcode::binary, 1) + "x"),
              StartsWith("HTTP/1.1 400"));
  EXPECT_TRUE(server.seen().frames.empty());
}

TEST(HttpTest, OlderTlsIsRefused) {
  EchoServer server;
  EXPECT_FALSE(RawClient(server.port()).start_tls(TLS1_2_VERSION));
  EXPECT_TRUE(RawClient(server.port()).start_tls());
}

TEST(HttpTest, GarbageInsteadOfTlsIsClosedAndDisturbsNobody) {
  EchoServer server;
  RawClient garbage(server.port());
  garbage.send("GET /healthz HTTP/1.1\r\n\r\n" + std::string(4000, '\x7f'));
  EXPECT_TRUE(garbage.is_closed_by_server());
  EXPECT_THAT(RawClient(server.port()).ask(get("/healthz")), StartsWith("HTTP/1.1 200"));
}

struct Nobody final : ConnectionHandler {
  void on_open(ConnectionId, Bytes) override {}
  void on_frame(ConnectionId, Bytes) override {}
  void on_queued(ConnectionId, std::size_t) override {}
  void on_closed(ConnectionId, Code) override {}
};

Error error_of(const NetOptions& options) {
  const ScratchFolder folder;
  Nobody nobody;
  const auto listener =
      Listener::create(options, *TlsIdentity::load_or_create(folder.path()), nobody);
  return listener ? Error{Code::none, {}} : listener.error();
}

TEST(HttpTest, APortInUseIsSaidInAClearSentence) {
  EchoServer server;
  NetOptions options;
  options.port = server.port();
  const Error error = error_of(options);
  EXPECT_EQ(error.code, Code::address_in_use);
  EXPECT_THAT(error.detail, HasSubstr("port " + std::to_string(server.port()) + " is taken"));
}

TEST(HttpTest, AnAddressThatIsNoneIsNamed) {
  NetOptions options;
  options.host = "not an address";
  const Error error = error_of(options);
  EXPECT_EQ(error.code, Code::invalid_argument);
  EXPECT_THAT(error.detail, HasSubstr("not an address"));
}

}  // namespace
}  // namespace baraza::server
