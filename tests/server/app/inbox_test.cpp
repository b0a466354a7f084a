// SPDX-License-Identifier: Apache-2.0
#include "server/app/inbox.h"

#include <gtest/gtest.h>

#include <thread>

#include "server/app/frame_gate.h"
#include "shared/base/limits.h"

namespace baraza::server {
namespace {

Inbox::Arrived ping(ConnectionId from, std::size_t bytes = 10) {
  return {from, sync::Ping{}, {}, bytes};
}

template <class T>
std::size_t count(const Inbox::Batch& batch) {
  std::size_t out = 0;
  for (const auto& event : batch.events) out += std::holds_alternative<T>(event) ? 1 : 0;
  return out;
}

TEST(Inbox, RefusesMessagesWhenFullButAlwaysHearsOfConnections) {
  Inbox inbox;
  for (std::size_t i = 0; i < limits::server_inbox_messages; ++i) ASSERT_TRUE(inbox.post(ping(1)));
  EXPECT_FALSE(inbox.post(ping(1)));
  EXPECT_TRUE(inbox.post(Inbox::Event(Inbox::Closed{1})));
  // Taking makes room again.
  EXPECT_EQ(inbox.take(100, false).events.size(), 100U);
  EXPECT_TRUE(inbox.post(ping(1)));
}

TEST(Inbox, IsBoundedByBytesToo) {
  Inbox inbox;
  ASSERT_TRUE(inbox.post(ping(1, limits::server_inbox_bytes)));
  EXPECT_FALSE(inbox.post(ping(1, 1)));
  inbox.take(1, false);
  EXPECT_TRUE(inbox.post(ping(1, 1)));
}

TEST(Inbox, ABatchTakesNoMoreOpsThanItsCapUnlessOneMessageHasMore) {
  Inbox inbox;
  sync::Push push;
  push.runs.resize(3);
  for (auto& run : push.runs) run.ops.resize(100);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(inbox.post(Inbox::Arrived{1, push, {}, 10}));
  EXPECT_EQ(inbox.take(600, false).events.size(), 2U);
  EXPECT_EQ(inbox.take(100, false).events.size(), 1U);
  EXPECT_TRUE(inbox.take(100, false).events.empty());
}

TEST(Inbox, KeepsOrderAndTheNewestQueueReport) {
  Inbox inbox;
  inbox.post(Inbox::Event(Inbox::Opened{7, "x"}));
  inbox.post(ping(7));
  inbox.note_queued(7, 100);
  inbox.note_queued(7, 40);
  const auto batch = inbox.take(10, false);
  ASSERT_EQ(batch.events.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<Inbox::Opened>(batch.events[0]));
  ASSERT_EQ(batch.queued.size(), 1U);
  EXPECT_EQ(batch.queued[0].second, 40U);
}

TEST(Inbox, ClosingWakesWhoWaitsAndLosesNothing) {
  Inbox inbox;
  inbox.post(ping(1));
  inbox.post(ping(1));
  std::thread closer([&] { inbox.close(); });
  closer.join();
  EXPECT_FALSE(inbox.post(ping(1)));
  EXPECT_FALSE(inbox.post(Inbox::Event(Inbox::Closed{1})));
  EXPECT_FALSE(inbox.take(1, true).closed);
  const auto last = inbox.take(1, true);
  EXPECT_EQ(last.events.size(), 1U);
  EXPECT_TRUE(last.closed);
  EXPECT_TRUE(inbox.take(1, true).closed);
}

TEST(FrameGate, SaysGoodbyeOnceToWhoeverSendsGarbage) {
  Inbox inbox;
  FrameGate gate(inbox);
  gate.on_open(3, "exporter");
  gate.on_frame(3, "\xff\xff garbage");
  gate.on_frame(3, "\xff\xff garbage");
  gate.on_frame(3, *sync::encode(sync::Ping{}));  // after garbage nothing is looked at
  auto batch = inbox.take(100, false);
  EXPECT_EQ(count<Inbox::Opened>(batch), 1U);
  EXPECT_EQ(count<Inbox::BadFrame>(batch), 1U);
  EXPECT_EQ(count<Inbox::Arrived>(batch), 0U);
  // The id's next life is its own.
  gate.on_closed(3, Code::none);
  gate.on_frame(3, *sync::encode(sync::Ping{}));
  batch = inbox.take(100, false);
  EXPECT_EQ(count<Inbox::Closed>(batch), 1U);
  EXPECT_EQ(count<Inbox::Arrived>(batch), 1U);
}

TEST(FrameGate, TellsWhoeverFindsNoRoomToSlowDownInsteadOfDroppingInSilence) {
  Inbox inbox;
  FrameGate gate(inbox);
  const Bytes frame = *sync::encode(sync::Ping{});
  for (std::size_t i = 0; i < limits::server_inbox_messages; ++i) gate.on_frame(1, frame);
  gate.on_frame(2, frame);
  gate.on_frame(2, frame);
  std::vector<Code> told;
  const auto batch = inbox.take(limits::server_inbox_messages * 2, false);
  for (const auto& event : batch.events) {
    if (const auto* bad = std::get_if<Inbox::BadFrame>(&event)) {
      EXPECT_EQ(bad->connection, 2U);
      told.push_back(bad->code);
    }
  }
  EXPECT_EQ(told, std::vector{Code::too_fast});
  EXPECT_EQ(count<Inbox::Arrived>(batch), limits::server_inbox_messages);
}

}  // namespace
}  // namespace baraza::server
