// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/reconnect_delay.h"
#include "client/core/sync_badge.h"
#include "shared/base/limits.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using State = SyncBadge::State;

SyncFacts quiet() {
  SyncFacts facts;
  facts.enrolled = true;
  return facts;
}

TEST(Badge, IsOnTheServerOnlyWhenNothingIsUnsent) {
  SyncFacts facts = quiet();
  EXPECT_EQ(badge_of(facts).state, State::on_the_server);
  facts.unsent = 1;
  EXPECT_EQ(badge_of(facts).state, State::on_this_laptop);
  EXPECT_EQ(badge_of(facts).count, 1U);
  facts.online = true;
  EXPECT_EQ(badge_of(facts).state, State::sending);
}

TEST(Badge, IsNeverOnTheServerBeforeTheLaptopJoined) {
  EXPECT_EQ(badge_of(SyncFacts{}).state, State::on_this_laptop);
}

TEST(Badge, SaysHowFarSendingIs) {
  SyncFacts facts = quiet();
  facts.online = true;
  facts.round = 14;
  facts.unsent = 12;
  const SyncBadge badge = badge_of(facts);
  EXPECT_EQ(badge.total, 14U);
  EXPECT_EQ(badge.done, 2U);
}

TEST(Badge, EverythingThatHoldsUpSavingOrSendingNeedsAPersonBeforeAnythingElse) {
  std::vector<SyncFacts> all(7, quiet());
  all[0].save_failed = Code::storage_full;
  all[1].damaged = 1;
  all[2].frozen = true;
  all[3].login_refused = Code::unauthenticated;
  all[4].stuck = Code::turned_away;
  all[4].stuck_streams = 1;
  all[5].refused = 1;
  all[6].held = 1;
  std::set<std::string_view> reasons;
  for (SyncFacts facts : all) {
    for (const bool online : {false, true}) {
      facts.online = online;
      for (const std::size_t unsent : {0U, 3U}) {
        facts.unsent = unsent;
        const SyncBadge badge = badge_of(facts);
        EXPECT_EQ(badge.state, State::needs_you);
        EXPECT_EQ(badge.count, 1U);
        EXPECT_EQ(badge.unsent, unsent) << "what needs a person hides what is unsent";
        EXPECT_NE(badge.code, Code::none);
        reasons.insert(badge.reason_key);
      }
    }
  }
  EXPECT_EQ(reasons.size(), all.size());
}

TEST(Badge, CountsAllThatNeedAPersonAndNamesTheFirst) {
  SyncFacts facts = quiet();
  facts.refused = 2;
  facts.frozen = true;
  const SyncBadge badge = badge_of(facts);
  EXPECT_EQ(badge.count, 3U);
  EXPECT_EQ(badge.reason_key, "badge.frozen");
}

TEST(ReconnectDelay, StaysUnderABoundThatDoublesToItsHighest) {
  SeededRandom random(5);
  ReconnectDelay delay;
  std::int64_t bound_ms = limits::reconnect_first.ms;
  std::int64_t longest_ms = 0;
  for (int i = 0; i < 200; ++i) {
    const Duration next = delay.next(random);
    EXPECT_GE(next.ms, 0);
    EXPECT_LE(next.ms, std::min(bound_ms, limits::reconnect_max.ms));
    bound_ms = std::min(bound_ms * 2, limits::reconnect_max.ms);
    longest_ms = std::max(longest_ms, next.ms);
  }
  EXPECT_GT(longest_ms, limits::reconnect_max.ms / 2);
  delay.reset();
  EXPECT_LE(delay.next(random).ms, limits::reconnect_first.ms);
}

TEST(ReconnectDelay, WaitsAtLeastAsLongAsTheServerAsks) {
  SeededRandom random(5);
  ReconnectDelay delay;
  EXPECT_GE(delay.next(random, seconds(20)), seconds(20));
}

}  // namespace
}  // namespace baraza::client
