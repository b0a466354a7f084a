// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "tests/server/net/echo_server.h"
#include "tests/server/net/raw_client.h"

namespace baraza::server {
namespace {

constexpr int kNormal = 1000;
constexpr int kServiceRestart = 1012;

std::vector<std::unique_ptr<RawClient>> open_some(EchoServer& server, std::size_t count) {
  std::vector<std::unique_ptr<RawClient>> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(std::make_unique<RawClient>(server.port()));
    EXPECT_EQ(out.back()->open(), 101);
  }
  EXPECT_TRUE(server.wait([&](const auto& seen) { return seen.opened.size() == count; }));
  return out;
}

TEST(ClosingTest, WhatIsQueuedGoesOutBeforeTheClose) {
  EchoServer server;
  const auto clients = open_some(server, 1);
  const ConnectionId id = server.seen().opened[0];
  for (int i = 0; i < 20; ++i) {
    server.listener().send(id, std::make_shared<const Bytes>(Bytes(20'000, 'x')));
  }
  server.listener().send(id, std::make_shared<const Bytes>("bye"));
  server.listener().close(id);
  server.listener().send(id, std::make_shared<const Bytes>("too late"));
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(clients[0]->read_frame().value_or(RawClient::Frame{}).payload.size(), 20'000U);
  }
  EXPECT_EQ(clients[0]->read_frame().value_or(RawClient::Frame{}).payload, "bye");
  const auto close = clients[0]->read_frame();
  ASSERT_TRUE(close);
  EXPECT_EQ(close->close_code(), kNormal);
  clients[0]->send_frame(Opcode::close, close->payload);
  EXPECT_TRUE(clients[0]->is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::none);
}

TEST(ClosingTest, WhoDoesNotAnswerTheCloseIsCut) {
  NetOptions options;
  options.close_deadline = milliseconds(300);
  EchoServer server(options);
  const auto clients = open_some(server, 1);
  server.listener().close(server.seen().opened[0]);
  EXPECT_EQ(server.first_closed(), Code::none);
}

TEST(ClosingTest, AGoodbyeOfTheClientIsAnsweredAndOrdinary) {
  EchoServer server;
  const auto clients = open_some(server, 1);
  clients[0]->send_frame(Opcode::close, "\x03\xe8");
  EXPECT_EQ(clients[0]->read_close().value_or(RawClient::Frame{}).close_code(), kNormal);
  EXPECT_TRUE(clients[0]->is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::none);
}

TEST(ClosingTest, AClientThatJustVanishesIsOrdinaryToo) {
  EchoServer server;
  auto clients = open_some(server, 1);
  clients.clear();
  EXPECT_EQ(server.first_closed(), Code::none);
}

TEST(ClosingTest, DrainingTellsEverybodyAndReturns) {
  EchoServer server;
  const std::uint16_t port = server.port();
  const auto clients = open_some(server, 5);
  std::thread drain([&] { server.listener().drain(); });
  for (const auto& client : clients) {
    const auto close = client->read_close();
    EXPECT_EQ(close.value_or(RawClient::Frame{}).close_code(), kServiceRestart);
    client->send_frame(Opcode::close, close.value_or(RawClient::Frame{}).payload);
  }
  drain.join();
  EXPECT_EQ(server.seen().closed.size(), 5U);
  for (const auto& [id, reason] : server.seen().closed) EXPECT_EQ(reason, Code::none);
  EXPECT_FALSE(RawClient(port).start_tls());
}

TEST(ClosingTest, DrainingWaitsForNobodyForEver) {
  NetOptions options;
  options.drain_deadline = milliseconds(300);
  EchoServer server(options);
  const auto clients = open_some(server, 3);
  RawClient without_tls(server.port());
  std::thread drain([&] { server.listener().drain(); });
  // From the first goodbye on nobody new is let in, while the old ones keep the drain waiting.
  ASSERT_TRUE(clients[0]->read_close());
  EXPECT_EQ(RawClient(server.port()).open(), 0);
  drain.join();
  EXPECT_EQ(server.seen().opened.size(), 3U);
  EXPECT_EQ(server.seen().closed.size(), 3U);
}

TEST(ClosingTest, AListenerThatGoesTakesItsConnectionsAlong) {
  EchoServer server;
  const auto clients = open_some(server, 3);
  server.stop();
  EXPECT_EQ(server.seen().closed.size(), 3U);
  for (const auto& client : clients) EXPECT_TRUE(client->is_closed_by_server());
}

TEST(ClosingTest, AListenerMayGoWhileConnectionsComeAndTalk) {
  for (int round = 0; round < 5; ++round) {
    EchoServer server;
    std::atomic<bool> is_over = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
      threads.emplace_back([&is_over, port = server.port()] {
        while (!is_over) {
          RawClient client(port);
          if (client.open() != 101) continue;
          for (int k = 0; k < 5; ++k) {
            if (!client.send_frame(Opcode::binary, "x") || !client.read_frame()) break;
          }
        }
      });
    }
    server.wait([](const auto& seen) { return seen.frames.size() > 20; });
    server.stop();
    is_over = true;
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(server.seen().closed.size(), server.seen().opened.size());
  }
}

}  // namespace
}  // namespace baraza::server
