// SPDX-License-Identifier: Apache-2.0
#include "shared/sync/client_session.h"

#include <gtest/gtest.h>

#include <random>

#include "shared/op/derive.h"

namespace baraza::sync {
namespace {

class SeededRandom final : public Random {
 public:
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(engine_());
  }

 private:
  std::mt19937_64 engine_{5};
};

// A laptop with one run of two ops waiting in a stream that its person doesn't read.
class UnreadStream : public testing::Test {
 protected:
  UnreadStream() {
    LocalStream local;
    local.stream = stream;
    local.kind = StreamKind::words;
    AuthorClock clock = 0;
    local.own = {0, chain_start(writer_id(signer->public_key()), stream)};
    run.first = 1;
    run.run =
        sign_run(*signer, stream, std::vector<OpDraft>(2), Instant{1}, local.own, clock, random);
    run.last = 2;
    last_hash = local.own.last_hash;
    session.load(local, {run});
    session.connected(Bytes(32, 'e'), std::nullopt, "", now);
    session.on_frame(*encode(Challenge{Bytes(32, 'n')}), now);
    Welcome welcome;
    StreamOffer offer;
    offer.stream = stream;
    offer.kind = StreamKind::words;
    offer.reads = false;
    offer.writes = true;
    welcome.streams = {offer};
    session.on_frame(*encode(welcome), now);
    session.take_outputs();
  }
  template <class T>
  bool says() {
    const auto outputs = session.take_outputs();
    return std::any_of(outputs.begin(), outputs.end(),
                       [](const auto& each) { return std::holds_alternative<T>(each); });
  }
  void taken(const Hash& hash, const std::vector<Hash>& beside = {}) {
    session.on_frame(*encode(Taken{stream, writer_id(signer->public_key()), 2, hash, {}, beside}),
                     now);
  }

  SeededRandom random;
  std::unique_ptr<KeySigner> signer = KeySigner::generate(random);
  StreamId stream = stream_id(StreamKind::words, random.id<GroupId>());
  ClientSession session{*signer, "test"};
  PendingRun run;
  Hash last_hash;
  Now now{{1'700'000'000'000}, {1}};
};

TEST_F(UnreadStream, VerdictsOnOwnOpsResolveThem) {
  EXPECT_FALSE(session.settled()) << "a push waits for its answer";
  taken(last_hash);
  EXPECT_TRUE(says<ClientSession::Resolved>());
  EXPECT_TRUE(session.settled());
  EXPECT_FALSE(session.frozen());
  EXPECT_EQ(session.server_has(stream), 2U);
}

TEST_F(UnreadStream, VerdictsOnTheOpsOfACopyAreNotTakenForThoseOnOwnOnes) {
  taken(random.id<Hash>());
  EXPECT_TRUE(session.frozen());
  EXPECT_FALSE(says<ClientSession::Resolved>()) << "what waits here would be forgotten";
  EXPECT_EQ(session.server_has(stream), 0U);
  EXPECT_TRUE(session.settled()) << "nothing more comes; enrolling anew may begin";
}

// A frozen writer's alarms stand beside its chain; where it doesn't read, it hears of them so.
TEST_F(UnreadStream, WhatStandsBesideTheChainIsOnTheServer) {
  taken(random.id<Hash>(), {random.id<Hash>(), last_hash});
  const auto outputs = session.take_outputs();
  const auto resolved = std::find_if(outputs.begin(), outputs.end(), [](const auto& each) {
    return std::holds_alternative<ClientSession::Resolved>(each);
  });
  ASSERT_NE(resolved, outputs.end());
  EXPECT_EQ(std::get<ClientSession::Resolved>(*resolved).through, 2U);
  EXPECT_TRUE(session.frozen());
  EXPECT_EQ(session.server_has(stream), 2U);
  EXPECT_TRUE(session.settled());
}

}  // namespace
}  // namespace baraza::sync
