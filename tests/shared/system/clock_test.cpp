// SPDX-License-Identifier: Apache-2.0
#include "shared/system/clock.h"

#include <gtest/gtest.h>

#include <ctime>
#include <set>

#include "shared/base/ids.h"
#include "shared/system/random.h"

namespace baraza {
namespace {

TEST(SystemClock, WallIsMillisecondsSince1970) {
  const std::int64_t before_s = std::time(nullptr);
  const Now now = SystemClock{}.now();
  const std::int64_t after_s = std::time(nullptr);
  EXPECT_GE(now.wall.ms, (before_s - 1) * 1000);
  EXPECT_LE(now.wall.ms, (after_s + 1) * 1000);
}

TEST(SystemClock, TickNeverGoesBack) {
  const SystemClock clock;
  Tick last = clock.now().tick;
  for (int i = 0; i < 1000; ++i) {
    const Tick tick = clock.now().tick;
    EXPECT_GE(tick, last);
    last = tick;
  }
}

TEST(SystemRandom, IdsDoNotRepeat) {
  SystemRandom random;
  std::set<GroupId> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random.id<GroupId>());
  EXPECT_EQ(seen.size(), 1000u);
}

TEST(SystemRandom, EveryByteIsFilled) {
  SystemRandom random;
  // Each place holds some other byte than zero in one of 64 tries, but for one chance in 2^512.
  std::array<std::uint8_t, 33> any{};
  for (int i = 0; i < 64; ++i) {
    const Bytes bytes = random.bytes(any.size());
    for (std::size_t at = 0; at < any.size(); ++at) {
      any[at] |= static_cast<std::uint8_t>(bytes[at]);
    }
  }
  for (const std::uint8_t byte : any) EXPECT_NE(byte, 0);
}

}  // namespace
}  // namespace baraza
