// SPDX-License-Identifier: Apache-2.0
#include "client/net/link.h"

#include <gtest/gtest.h>

#include <memory>

#include "tests/client/net/link_watcher.h"
#include "tests/server/net/echo_server.h"

namespace baraza::client {
namespace {

using server::EchoServer;

LinkTarget target_of(EchoServer& server) {
  return {"127.0.0.1", server.port(), server.pin()};
}

sync::FrameBytes frame_of(const Bytes& bytes) {
  return std::make_shared<const Bytes>(bytes);
}

// A port on which nobody listens.
std::uint16_t closed_port() {
  EchoServer server;
  const std::uint16_t port = server.port();
  server.stop();
  return port;
}

TEST(LinkTest, FramesGoBothWaysUnchangedAndInOrder) {
  EchoServer server;
  LinkWatcher watcher;
  Link link(watcher);
  link.connect(target_of(server), {});
  ASSERT_TRUE(watcher.wait_connected());
  std::vector<Bytes> sent = {"", Bytes(3, '\0'), Bytes(limits::frame_bytes, 'x')};
  for (int i = 0; i < 200; ++i) sent.push_back("frame " + std::to_string(i));
  for (const Bytes& bytes : sent) link.send(frame_of(bytes));
  ASSERT_TRUE(watcher.wait([&](const auto& seen) { return seen.frames.size() == sent.size(); }));
  EXPECT_EQ(watcher.seen().frames, sent);
  EXPECT_EQ(server.seen().frames, sent);
  EXPECT_EQ(watcher.seen().out_of_turn, 0);
}

TEST(LinkTest, BothEndsExportTheSameChannelBindingAndEachConnectionAnother) {
  EchoServer server;
  LinkWatcher watcher;
  Link link(watcher);
  for (std::size_t times = 1; times <= 2; ++times) {
    link.connect(target_of(server), {});
    ASSERT_TRUE(watcher.wait_connected(times));
    ASSERT_TRUE(server.wait([&](const auto& seen) { return seen.opened.size() == times; }));
    const auto at_server = server.seen();
    EXPECT_EQ(watcher.seen().exporters.back(), at_server.exporters.at(at_server.opened.back()));
    EXPECT_EQ(watcher.seen().exporters.back().size(), 32U);
    link.disconnect();
    ASSERT_TRUE(watcher.wait_ends(times));
  }
  EXPECT_NE(watcher.seen().exporters[0], watcher.seen().exporters[1]);
}

TEST(LinkTest, AnotherKeyThanThePinnedOneIsToldAndNothingIsSentToIt) {
  EchoServer server;
  LinkWatcher watcher;
  Link link(watcher);
  LinkTarget target = target_of(server);
  target.pin.back() = static_cast<char>(target.pin.back() ^ 1);
  link.connect(target, {});
  link.send(frame_of("secret"));
  ASSERT_TRUE(watcher.wait_ends());
  EXPECT_EQ(watcher.seen().ends[0].code, Code::pin_mismatch);
  EXPECT_TRUE(watcher.seen().exporters.empty());
  link.connect(target_of(server), {});
  ASSERT_TRUE(watcher.wait_connected());
  ASSERT_TRUE(server.wait([](const auto& seen) { return !seen.opened.empty(); }));
  EXPECT_EQ(server.seen().opened.size(), 1U) << "the wrong pin came as far as a WebSocket";
  EXPECT_TRUE(server.seen().frames.empty());
}

TEST(LinkTest, AnEmptyOrShortPinTrustsNobody) {
  EchoServer server;
  for (const std::size_t size : {std::size_t{0}, limits::pin_bytes - 1}) {
    LinkWatcher watcher;
    Link link(watcher);
    link.connect({"127.0.0.1", server.port(), server.pin().substr(0, size)}, {});
    ASSERT_TRUE(watcher.wait_ends());
    EXPECT_EQ(watcher.seen().ends[0].code, Code::pin_mismatch);
  }
  EXPECT_TRUE(server.seen().opened.empty());
}

TEST(LinkTest, WhereNobodyListensEachConnectSaysUnavailableOnce) {
  const std::uint16_t port = closed_port();
  LinkWatcher watcher;
  {
    Link link(watcher);
    for (std::size_t times = 1; times <= 3; ++times) {
      link.connect({"127.0.0.1", port, Bytes(limits::pin_bytes, 'p')}, {});
      ASSERT_TRUE(watcher.wait_ends(times));
    }
  }
  const auto seen = watcher.seen();
  ASSERT_EQ(seen.ends.size(), 3U);
  for (const Error& end : seen.ends) EXPECT_EQ(end.code, Code::unavailable) << end.detail;
  EXPECT_TRUE(seen.exporters.empty());
}

TEST(LinkTest, AHostThatDoesNotExistIsUnavailable) {
  LinkWatcher watcher;
  Link link(watcher);
  link.connect({"no-such-host.invalid", 1, Bytes(limits::pin_bytes, 'p')}, {});
  ASSERT_TRUE(watcher.wait_ends());
  EXPECT_EQ(watcher.seen().ends[0].code, Code::unavailable);
}

TEST(LinkTest, ANewConnectTakesThePlaceOfAnAttemptWithoutAWord) {
  EchoServer server;
  LinkWatcher watcher;
  {
    Link link(watcher);
    for (int i = 0; i < 20; ++i)
      link.connect(target_of(server), i % 2 == 0 ? hours(1) : Duration{});
    link.connect(target_of(server), {});
    link.send(frame_of("too early, dropped"));
    ASSERT_TRUE(watcher.wait_connected());
    link.send(frame_of("x"));
    ASSERT_TRUE(watcher.wait([](const auto& seen) { return seen.frames.size() == 1; }));
  }
  EXPECT_EQ(watcher.seen().frames, std::vector<Bytes>{"x"});
  EXPECT_EQ(watcher.seen().exporters.size(), 1U);
  EXPECT_TRUE(watcher.seen().ends.empty());
}

TEST(LinkTest, ANewConnectTakesThePlaceOfAConnectionWithoutAWord) {
  EchoServer first;
  EchoServer second;
  LinkWatcher watcher;
  Link link(watcher);
  link.connect(target_of(first), {});
  ASSERT_TRUE(watcher.wait_connected());
  watcher.expect_silence();
  link.connect(target_of(second), {});
  ASSERT_TRUE(watcher.wait_connected(2));
  EXPECT_TRUE(first.first_closed());
  EXPECT_TRUE(watcher.seen().ends.empty());
  link.send(frame_of("to the second"));
  ASSERT_TRUE(second.wait([](const auto& seen) { return seen.frames.size() == 1; }));
  EXPECT_TRUE(first.seen().frames.empty());
}

TEST(LinkTest, DisconnectSendsWhatIsQueuedAndSaysGoodbye) {
  EchoServer server({}, {.logs_in = true, .echoes = false});
  LinkWatcher watcher;
  Link link(watcher);
  link.connect(target_of(server), {});
  ASSERT_TRUE(watcher.wait_connected());
  for (int i = 0; i < 40; ++i) link.send(frame_of(Bytes(20'000, static_cast<char>('a' + i % 26))));
  link.disconnect();
  link.send(frame_of("too late"));
  ASSERT_TRUE(watcher.wait_ends());
  EXPECT_EQ(server.first_closed(), Code::none);
  EXPECT_EQ(server.seen().frames.size(), 40U);
  EXPECT_EQ(watcher.seen().ends.size(), 1U);
}

TEST(LinkTest, DisconnectBeforeThereIsAConnectionEndsTheAttempt) {
  EchoServer server;
  LinkWatcher watcher;
  {
    Link link(watcher);
    link.disconnect();  // nothing there: nothing to say
    link.connect(target_of(server), hours(1));
    link.disconnect();
    ASSERT_TRUE(watcher.wait_ends());
  }
  EXPECT_EQ(watcher.seen().ends.size(), 1U);
  EXPECT_TRUE(server.seen().opened.empty());
}

TEST(LinkTest, DropSaysNothing) {
  EchoServer server;
  LinkWatcher watcher;
  {
    Link link(watcher);
    link.connect(target_of(server), {});
    ASSERT_TRUE(watcher.wait_connected());
    link.drop();
    EXPECT_TRUE(server.first_closed());
    link.send(frame_of("nobody"));
    link.connect(target_of(server), hours(1));
    link.drop();
  }
  EXPECT_TRUE(watcher.seen().ends.empty());
  EXPECT_TRUE(server.seen().frames.empty());
}

TEST(LinkTest, AServerThatDrainsIsHeardOfOnce) {
  EchoServer server;
  LinkWatcher watcher;
  Link link(watcher);
  link.connect(target_of(server), {});
  ASSERT_TRUE(watcher.wait_connected());
  ASSERT_TRUE(server.wait([](const auto& seen) { return seen.opened.size() == 1; }));
  server.listener().drain();
  ASSERT_TRUE(watcher.wait_ends());
  EXPECT_EQ(watcher.seen().ends[0].code, Code::unavailable);
  EXPECT_EQ(server.first_closed(), Code::none);
}

TEST(LinkTest, AFrameOverTheLimitIsNotTakenFromTheServer) {
  EchoServer server;
  LinkWatcher watcher;
  Link link(watcher);
  link.connect(target_of(server), {});
  ASSERT_TRUE(watcher.wait_connected());
  ASSERT_TRUE(server.wait([](const auto& seen) { return seen.opened.size() == 1; }));
  server.listener().send(server.seen().opened[0], frame_of(Bytes(limits::frame_bytes + 1, 'x')));
  ASSERT_TRUE(watcher.wait_ends());
  EXPECT_EQ(watcher.seen().ends[0].code, Code::too_large);
  EXPECT_TRUE(watcher.seen().frames.empty());
}

TEST(LinkTest, MayGoAtAnyMomentOfAnAttempt) {
  EchoServer server;
  const std::uint16_t port = closed_port();
  for (int i = 0; i < 60; ++i) {
    LinkWatcher watcher;
    Link link(watcher);
    if (i % 4 == 1) link.connect(target_of(server), hours(1));
    if (i % 4 == 2) link.connect({"127.0.0.1", port, server.pin()}, {});
    if (i % 4 == 3) link.connect(target_of(server), {});
    // Somewhere between the first packet and the WebSocket, another place each time.
    for (int spin = 0; spin < i * 20'000; ++spin) asm volatile("");
  }
  LinkWatcher watcher;
  Link link(watcher);
  link.connect(target_of(server), {});
  EXPECT_TRUE(watcher.wait_connected());
}

}  // namespace
}  // namespace baraza::client
