// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/server/net/echo_server.h"
#include "tests/server/net/raw_client.h"
#include "tools/sim/proxy/fault_proxy.h"

// Clients that read slowly, or not at all.
namespace baraza::server {
namespace {

constexpr int kSmallBuffer = 8 * 1024;

FrameBytes frame_of(std::size_t size) {
  return std::make_shared<const Bytes>(Bytes(size, 'x'));
}

ConnectionId open_one(EchoServer& server, RawClient& client) {
  const std::size_t before = server.seen().opened.size();
  EXPECT_EQ(client.open(), 101);
  EXPECT_TRUE(server.wait([&](const auto& seen) { return seen.opened.size() == before + 1; }));
  return server.seen().opened.back();
}

TEST(FlowTest, AClientThatNeverReadsIsClosedWhileAnotherGoesOn) {
  NetOptions options;
  options.progress_deadline = milliseconds(1500);
  EchoServer server(options);
  RawClient deaf(server.port(), kSmallBuffer);
  const ConnectionId deaf_id = open_one(server, deaf);
  RawClient good(server.port());
  open_one(server, good);
  for (int i = 0; i < 3; ++i) server.listener().send(deaf_id, frame_of(limits::frame_bytes));
  const auto deaf_is_closed = [&] { return server.seen().closed.contains(deaf_id); };
  int echoes = 0;
  while (!deaf_is_closed() && echoes < 1'000'000) {
    ASSERT_TRUE(good.send_frame(Opcode::binary, "still here"));
    ASSERT_EQ(good.read_frame().value_or(RawClient::Frame{}).payload, "still here");
    ++echoes;
  }
  EXPECT_GT(echoes, 0);
  ASSERT_TRUE(deaf_is_closed());
  EXPECT_EQ(server.seen().closed.at(deaf_id), Code::timed_out);
  EXPECT_LE(server.seen().most_queued, std::size_t{1024} * 1024);
}

TEST(FlowTest, MoreThanAQueueMayHoldEndsTheConnectionAtOnce) {
  EchoServer server;
  RawClient deaf(server.port(), kSmallBuffer);
  const ConnectionId id = open_one(server, deaf);
  for (int i = 0; i < 16; ++i) server.listener().send(id, frame_of(limits::frame_bytes));
  EXPECT_EQ(server.first_closed(), Code::too_fast);
  EXPECT_LE(server.seen().most_queued, std::size_t{1024} * 1024);
}

TEST(FlowTest, ASlowLineIsNotAStalledOne) {
  NetOptions options;
  options.progress_deadline = milliseconds(1500);
  EchoServer server(options);
  RawClient slow(server.port(), kSmallBuffer);
  const ConnectionId id = open_one(server, slow);
  // The system's buffer of 256 KiB frees a third, its sign to go on, in about twice the deadline,
  // and all of it takes much longer.
  slow.read_slowly(std::size_t{32} * 1024);
  constexpr int kFrames = 6;
  constexpr std::size_t kFrameBytes = limits::frame_bytes / 4;
  for (int i = 0; i < kFrames; ++i) server.listener().send(id, frame_of(kFrameBytes));
  for (int i = 0; i < kFrames; ++i) {
    const auto frame = slow.read_frame();
    ASSERT_TRUE(frame) << "closed after " << i << " frames";
    EXPECT_EQ(frame->payload.size(), kFrameBytes);
  }
  EXPECT_TRUE(server.seen().closed.empty());
}

TEST(FlowTest, AStalledLineIsClosed) {
  NetOptions options;
  options.progress_deadline = milliseconds(1000);
  EchoServer server(options);
  auto proxy = sim::FaultProxy::start("127.0.0.1", server.port());
  ASSERT_TRUE(proxy);
  RawClient client((*proxy)->port(), kSmallBuffer);
  const ConnectionId id = open_one(server, client);
  (*proxy)->stall(true);
  for (int i = 0; i < 3; ++i) server.listener().send(id, frame_of(limits::frame_bytes));
  EXPECT_EQ(server.first_closed(), Code::timed_out);
}

TEST(FlowTest, FramesToAConnectionThatWentAreForgotten) {
  EchoServer server;
  ConnectionId id = 0;
  {
    RawClient client(server.port());
    id = open_one(server, client);
  }
  ASSERT_EQ(server.first_closed(), Code::none);
  server.listener().send(id, frame_of(10));
  server.listener().close(id);
  server.listener().mark_authenticated(id + 1000);
  RawClient next(server.port());
  EXPECT_EQ(next.open(), 101);
}

TEST(FlowTest, FramesArriveInTheOrderInWhichTheyWereSent) {
  EchoServer server;
  RawClient client(server.port());
  const ConnectionId id = open_one(server, client);
  for (int i = 0; i < 500; ++i) {
    server.listener().send(id, std::make_shared<const Bytes>(std::to_string(i)));
  }
  for (int i = 0; i < 500; ++i) {
    ASSERT_EQ(client.read_frame().value_or(RawClient::Frame{}).payload, std::to_string(i));
  }
}

}  // namespace
}  // namespace baraza::server
