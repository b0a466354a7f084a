// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sync_model.h"

#include <gtest/gtest.h>

namespace baraza::client {
namespace {

class UtcTime final : public LocalTime {
 public:
  LocalMoment at(Instant instant, std::string_view) const override {
    constexpr std::int64_t day = 86'400'000;
    return {{static_cast<std::int32_t>(instant.ms / day)},
            static_cast<int>(instant.ms % day / 60'000)};
  }
};

class SyncWords : public testing::Test {
 protected:
  SyncModel model(const SyncFacts& facts) {
    const ScreenContext context{replica_, *packs_, words_,          local_,       now_,
                                {},       false,   badge_of(facts), facts.online, offline_since_,
                                sent_at_};
    return sync_model(context);
  }
  static Instant at(int hour, int minute) {
    return Instant{std::int64_t{20'000} * 86'400'000 + hours(hour).ms + minutes(minute).ms};
  }

  Replica replica_{{}, {}};
  Result<content::PackLibrary> packs_ =
      content::PackLibrary::from({}, [](ByteView) { return Hash{}; });
  text::Catalogue words_ = text::Catalogue::english();
  UtcTime local_;
  Now now_{at(12, 0), {}};
  std::optional<Instant> offline_since_ = at(8, 15);
  std::optional<Instant> sent_at_;
};

TEST_F(SyncWords, OnThisLaptopSaysSinceWhenThereIsNoNetwork) {
  SyncFacts facts;
  facts.enrolled = true;
  facts.unsent = facts.round = 14;
  const SyncModel words = model(facts);
  EXPECT_EQ(words.state, SyncModel::State::on_this_laptop);
  EXPECT_EQ(words.first, "14 on this laptop");
  EXPECT_EQ(words.second, "No network since 08:15");
}

// A disk may be slow: what is on its way there isn't called saved.
TEST_F(SyncWords, WhatIsBeingSavedIsNotOnThisLaptopYet) {
  SyncFacts facts;
  facts.enrolled = true;
  facts.unsent = facts.round = 14;
  facts.saving = 2;
  const SyncModel words = model(facts);
  EXPECT_EQ(words.first, "12 on this laptop");
  EXPECT_EQ(words.second, "2 changes, being saved");
}

TEST_F(SyncWords, SendingCountsWhatIsThere) {
  SyncFacts facts;
  facts.enrolled = facts.online = true;
  facts.unsent = 12;
  facts.round = 14;
  const SyncModel words = model(facts);
  EXPECT_EQ(words.state, SyncModel::State::sending);
  EXPECT_EQ(words.first, "Sending 12");
  EXPECT_EQ(words.second, "2 of 14 are on the server");
}

TEST_F(SyncWords, AllOnTheServerOnlyWhenTheServerHasAll) {
  SyncFacts facts;
  facts.enrolled = facts.online = true;
  sent_at_ = at(11, 48);
  SyncModel words = model(facts);
  EXPECT_EQ(words.state, SyncModel::State::on_the_server);
  EXPECT_EQ(words.first, "All on the server");
  EXPECT_EQ(words.second, "Sent at 11:48");
  facts.unsent = 1;
  words = model(facts);
  EXPECT_NE(words.state, SyncModel::State::on_the_server);
}

TEST_F(SyncWords, WhatNeedsYouComesFirstWithItsReason) {
  SyncFacts facts;
  facts.enrolled = true;
  facts.unsent = 5;
  facts.refused = 1;
  SyncModel words = model(facts);
  EXPECT_EQ(words.state, SyncModel::State::needs_you);
  EXPECT_EQ(words.first, "1 needs you");
  EXPECT_EQ(words.second, "An entry was not taken");
  facts.refused = 3;
  EXPECT_EQ(model(facts).first, "3 need you");
}

TEST_F(SyncWords, ABackupIsNeverClaimed) {
  for (const bool online : {false, true}) {
    for (const std::size_t unsent : {0U, 1U}) {
      SyncFacts facts;
      facts.enrolled = true;
      facts.online = online;
      facts.unsent = unsent;
      EXPECT_NE(model(facts).state, SyncModel::State::in_backup);
    }
  }
}

}  // namespace
}  // namespace baraza::client
