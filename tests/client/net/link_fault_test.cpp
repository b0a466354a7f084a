// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <memory>

#include "client/net/link.h"
#include "tests/client/net/link_watcher.h"
#include "tests/server/net/echo_server.h"
#include "tools/sim/proxy/fault_proxy.h"

// The link and the listener over a line that misbehaves.
namespace baraza::client {
namespace {

using server::EchoServer;
using server::NetOptions;

sync::FrameBytes frame_of(const Bytes& bytes) {
  return std::make_shared<const Bytes>(bytes);
}

struct BadLine {
  explicit BadLine(NetOptions options = {}, Link::Deadlines deadlines = {})
      : server(options),
        proxy(std::move(sim::FaultProxy::start("127.0.0.1", server.port()).value())),
        link(std::make_unique<Link>(watcher, deadlines)) {}

  void connect() { link->connect({"127.0.0.1", proxy->port(), server.pin()}, {}); }
  bool echoes(const Bytes& bytes) {
    const std::size_t before = watcher.seen().frames.size();
    link->send(frame_of(bytes));
    return watcher.wait([&](const auto& seen) { return seen.frames.size() == before + 1; }) &&
           watcher.seen().frames.back() == bytes;
  }

  EchoServer server;
  std::unique_ptr<sim::FaultProxy> proxy;
  LinkWatcher watcher;
  std::unique_ptr<Link> link;
};

TEST(LinkFaultTest, ACutIsToldOnceAtBothEndsAndTheNextConnectWorks) {
  BadLine line;
  std::size_t times = 0;
  for (const sim::Cut how : {sim::Cut::reset, sim::Cut::close}) {
    ++times;
    line.connect();
    ASSERT_TRUE(line.watcher.wait_connected(times));
    ASSERT_TRUE(line.echoes("before the cut"));
    line.proxy->cut_all(how);
    ASSERT_TRUE(line.watcher.wait_ends(times));
    EXPECT_EQ(line.watcher.seen().ends.back().code, Code::unavailable);
    ASSERT_TRUE(line.server.wait([&](const auto& seen) { return seen.closed.size() == times; }));
  }
  line.connect();
  ASSERT_TRUE(line.watcher.wait_connected(3));
  EXPECT_TRUE(line.echoes("after the cuts"));
  line.link.reset();
  EXPECT_EQ(line.watcher.seen().ends.size(), 2U);
  EXPECT_EQ(line.watcher.seen().out_of_turn, 0);
  EXPECT_EQ(line.proxy->counts().cut, 2U);
}

TEST(LinkFaultTest, ARefusedConnectionIsUnavailable) {
  BadLine line;
  line.proxy->refuse(true);
  line.connect();
  ASSERT_TRUE(line.watcher.wait_ends());
  EXPECT_EQ(line.watcher.seen().ends[0].code, Code::unavailable);
  EXPECT_EQ(line.proxy->counts().refused, 1U);
  line.proxy->refuse(false);
  line.connect();
  EXPECT_TRUE(line.watcher.wait_connected());
}

TEST(LinkFaultTest, ALineOnWhichNothingMovesEndsTheAttempt) {
  BadLine line({}, {.connect = milliseconds(300), .close = milliseconds(300)});
  line.proxy->stall(true);
  line.connect();
  ASSERT_TRUE(line.watcher.wait_ends());
  EXPECT_EQ(line.watcher.seen().ends[0].code, Code::timed_out);
  EXPECT_TRUE(line.server.seen().opened.empty());
}

TEST(LinkFaultTest, AGoodbyeOnAStalledLineEndsAllTheSame) {
  BadLine line({}, {.connect = seconds(10), .close = milliseconds(300)});
  line.connect();
  ASSERT_TRUE(line.watcher.wait_connected());
  line.proxy->stall(true);
  line.link->send(frame_of("never arrives"));
  line.link->disconnect();
  ASSERT_TRUE(line.watcher.wait_ends());
  EXPECT_EQ(line.watcher.seen().ends.size(), 1U);
  EXPECT_TRUE(line.server.seen().frames.empty());
}

TEST(LinkFaultTest, TheServerLetsGoOfAHalfOpenLineAndTheLinkHearsOfItLater) {
  NetOptions options;
  options.idle_deadline = milliseconds(500);
  BadLine line(options);
  line.connect();
  ASSERT_TRUE(line.watcher.wait_connected());
  line.proxy->stall(true);
  EXPECT_EQ(line.server.first_closed(), Code::timed_out);
  EXPECT_TRUE(line.watcher.seen().ends.empty()) << "a half-open line tells nobody";
  line.proxy->stall(false);
  ASSERT_TRUE(line.watcher.wait_ends());
}

TEST(LinkFaultTest, WhatAStallHeldBackArrivesAfterIt) {
  BadLine line;
  line.connect();
  ASSERT_TRUE(line.watcher.wait_connected());
  line.proxy->stall(true);
  for (int i = 0; i < 10; ++i) line.link->send(frame_of(std::to_string(i)));
  line.proxy->stall(false);
  ASSERT_TRUE(line.watcher.wait([](const auto& seen) { return seen.frames.size() == 10; }));
  for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(line.watcher.seen().frames[i], std::to_string(i));
}

TEST(LinkFaultTest, ASpoiltByteIsNeverTakenForAFrame) {
  for (const sim::Way way : {sim::Way::to_server, sim::Way::to_client}) {
    BadLine line;
    line.connect();
    ASSERT_TRUE(line.watcher.wait_connected());
    ASSERT_TRUE(line.echoes("good"));
    line.proxy->corrupt_next_byte(way);
    line.link->send(frame_of("spoilt"));
    ASSERT_TRUE(line.watcher.wait_ends());
    ASSERT_TRUE(line.server.first_closed());
    EXPECT_EQ(line.watcher.seen().frames, std::vector<Bytes>{"good"});
    const std::vector<Bytes> at_server = line.server.seen().frames;
    const std::size_t whole = way == sim::Way::to_server ? 1 : 2;
    EXPECT_EQ(at_server.size(), whole);
    EXPECT_EQ(line.proxy->counts().corrupted, 1U);
  }
}

TEST(LinkFaultTest, ASpoiltHandshakeConnectsNobody) {
  for (const sim::Way way : {sim::Way::to_server, sim::Way::to_client}) {
    BadLine line({}, {.connect = milliseconds(1000), .close = milliseconds(300)});
    line.proxy->corrupt_next_byte(way);
    line.connect();
    ASSERT_TRUE(line.watcher.wait_ends());
    EXPECT_TRUE(line.watcher.seen().exporters.empty());
    EXPECT_TRUE(line.server.seen().opened.empty());
  }
}

TEST(LinkFaultTest, ADelayedAndTricklingLineCarriesEverything) {
  BadLine line;
  line.proxy->set_delay(milliseconds(40));
  line.proxy->trickle(20'000);
  line.connect();
  ASSERT_TRUE(line.watcher.wait_connected());
  EXPECT_TRUE(line.echoes(Bytes(10'000, 'x')));
  EXPECT_GT(line.proxy->counts().delayed, 0U);
  EXPECT_GT(line.proxy->counts().trickled, 0U);
  EXPECT_GT(line.proxy->counts().bytes_to_server, 10'000U);
  EXPECT_GT(line.proxy->counts().bytes_to_client, 10'000U);
}

TEST(LinkFaultTest, MayGoWhileTheLineIsStalled) {
  BadLine line;
  line.proxy->stall(true);
  line.connect();
  while (line.proxy->open_connections() == 0) {
  }
  line.link.reset();
  EXPECT_TRUE(line.watcher.seen().ends.empty());
}

TEST(LinkFaultTest, TenLaptopsComeBackAfterTheLineIsCutUnderAllOfThem) {
  EchoServer server;
  auto proxy = std::move(sim::FaultProxy::start("127.0.0.1", server.port()).value());
  std::vector<std::unique_ptr<LinkWatcher>> watchers;
  std::vector<std::unique_ptr<Link>> links;
  for (int i = 0; i < 10; ++i) {
    watchers.push_back(std::make_unique<LinkWatcher>());
    links.push_back(std::make_unique<Link>(*watchers.back()));
  }
  for (std::size_t round = 1; round <= 3; ++round) {
    for (auto& link : links) link->connect({"127.0.0.1", proxy->port(), server.pin()}, {});
    for (auto& watcher : watchers) ASSERT_TRUE(watcher->wait_connected(round));
    for (auto& link : links) link->send(frame_of("under way"));
    proxy->cut_all();
    for (auto& watcher : watchers) ASSERT_TRUE(watcher->wait_ends(round));
    ASSERT_TRUE(server.wait([&](const auto& seen) {
      return seen.opened.size() == round * 10 && seen.closed.size() == round * 10;
    }));
  }
  links.clear();
  for (auto& watcher : watchers) {
    EXPECT_EQ(watcher->seen().ends.size(), 3U);
    EXPECT_EQ(watcher->seen().out_of_turn, 0);
  }
}

}  // namespace
}  // namespace baraza::client
