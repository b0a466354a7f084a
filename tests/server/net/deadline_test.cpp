// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "tests/server/net/echo_server.h"
#include "tests/server/net/raw_client.h"

// Deadlines are short here; nothing asserts how soon after one something happened.
namespace baraza::server {
namespace {

constexpr Duration kShort = milliseconds(300);

TEST(DeadlineTest, AConnectionThatSaysNothingIsClosed) {
  NetOptions options;
  options.handshake_deadline = kShort;
  EchoServer server(options);
  RawClient silent(server.port());
  EXPECT_TRUE(silent.is_closed_by_server());
  EXPECT_TRUE(server.seen().opened.empty());
}

TEST(DeadlineTest, TlsAloneIsNoLogin) {
  NetOptions options;
  options.handshake_deadline = kShort;
  EchoServer server(options);
  RawClient silent(server.port());
  ASSERT_TRUE(silent.start_tls());
  EXPECT_TRUE(silent.is_closed_by_server());
}

TEST(DeadlineTest, TalkingWithoutLoggingInIsClosed) {
  NetOptions options;
  options.handshake_deadline = kShort;
  EchoServer server(options, {.logs_in = false, .echoes = true});
  RawClient talker(server.port());
  ASSERT_EQ(talker.open(), 101);
  while (talker.send_frame(Opcode::binary, "hello")) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(server.first_closed(), Code::timed_out);
}

TEST(DeadlineTest, HeadersThatTrickleAreClosed) {
  NetOptions options;
  options.handshake_deadline = kShort;
  EchoServer server(options);
  RawClient slow(server.port());
  ASSERT_TRUE(slow.start_tls());
  slow.send("GET /healthz HTTP/1.1\r\n");
  while (slow.send("X")) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_TRUE(slow.is_closed_by_server());
}

TEST(DeadlineTest, WhoLoggedInOutlivesTheHandshakeDeadline) {
  NetOptions options;
  options.handshake_deadline = kShort;
  EchoServer server(options);
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  RawClient silent(server.port());
  ASSERT_TRUE(silent.is_closed_by_server());
  client.send_frame(Opcode::binary, "after");
  EXPECT_EQ(client.read_frame().value_or(RawClient::Frame{}).payload, "after");
}

TEST(DeadlineTest, AMessageThatTricklesInIsClosed) {
  NetOptions options;
  options.message_deadline = kShort;
  EchoServer server(options);
  RawClient slow(server.port());
  ASSERT_EQ(slow.open(), 101);
  slow.send(frame_head(Opcode::binary, 100'000));
  while (slow.send("x")) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_EQ(server.first_closed(), Code::timed_out);
  EXPECT_TRUE(server.seen().frames.empty());
}

TEST(DeadlineTest, PiecesWithoutAnEndAreClosed) {
  NetOptions options;
  options.message_deadline = kShort;
  EchoServer server(options);
  RawClient slow(server.port());
  ASSERT_EQ(slow.open(), 101);
  slow.send_frame(Opcode::binary, "x", false);
  while (slow.send_frame(Opcode::more, "x", false)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(server.first_closed(), Code::timed_out);
}

TEST(DeadlineTest, EmptyPiecesWithoutAnEndAreClosed) {
  NetOptions options;
  options.idle_deadline = kShort;
  EchoServer server(options);
  RawClient slow(server.port());
  ASSERT_EQ(slow.open(), 101);
  slow.send_frame(Opcode::binary, "", false);
  while (slow.send_frame(Opcode::more, "", false)) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(server.first_closed(), Code::timed_out);
}

TEST(DeadlineTest, WhoFallsSilentIsClosedEvenIfItsWebSocketPings) {
  NetOptions options;
  options.idle_deadline = kShort;
  EchoServer server(options);
  RawClient silent(server.port());
  ASSERT_EQ(silent.open(), 101);
  while (silent.send_frame(Opcode::ping, "")) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(server.first_closed(), Code::timed_out);
}

TEST(DeadlineTest, WhoSpeaksIsNotIdle) {
  NetOptions options;
  options.idle_deadline = milliseconds(2000);
  EchoServer server(options);
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  for (int i = 0; i < 30; ++i) {
    ASSERT_TRUE(client.send_frame(Opcode::binary, "x"));
    ASSERT_TRUE(client.read_frame()) << i;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_TRUE(server.seen().closed.empty());
}

TEST(DeadlineTest, ConnectionsBeforeLoginAreCountedUntilLogin) {
  NetOptions options;
  options.connections_before_login = 2;
  EchoServer server(options, {.logs_in = false, .echoes = true});
  RawClient one(server.port());
  RawClient two(server.port());
  ASSERT_EQ(one.open(), 101);
  ASSERT_EQ(two.open(), 101);
  EXPECT_TRUE(RawClient(server.port()).is_closed_by_server());
  ASSERT_TRUE(server.wait([](const auto& seen) { return seen.opened.size() == 2; }));
  server.listener().mark_authenticated(server.seen().opened[0]);
  // Logging in is done on the connection's own strand: the echo comes after it.
  for (RawClient* client : {&one, &two}) {
    client->send_frame(Opcode::binary, "x");
    ASSERT_TRUE(client->read_frame());
  }
  RawClient three(server.port());
  EXPECT_EQ(three.open(), 101);
}

TEST(DeadlineTest, ConnectionsAreCountedAndOneThatWentMakesRoom) {
  NetOptions options;
  options.connections_total = 1;
  EchoServer server(options);
  {
    RawClient one(server.port());
    ASSERT_EQ(one.open(), 101);
    EXPECT_TRUE(RawClient(server.port()).is_closed_by_server());
  }
  ASSERT_EQ(server.first_closed(), Code::none);
  int status = 0;
  for (int i = 0; i < 500 && status != 101; ++i) {
    RawClient next(server.port());
    status = next.open();
    if (status != 101) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_EQ(status, 101);
}

}  // namespace
}  // namespace baraza::server
