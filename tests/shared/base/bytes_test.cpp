// SPDX-License-Identifier: Apache-2.0
#include "shared/base/bytes.h"

#include <gtest/gtest.h>

#include <unordered_set>

#include "shared/base/ids.h"

namespace baraza {
namespace {

TEST(Hex, EveryByteIsReadBack) {
  Bytes all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_EQ(from_hex(to_hex(all)), all);
  EXPECT_EQ(to_hex(ByteView("\x00\x0f\xf0\xff", 4)), "000ff0ff");
  EXPECT_EQ(from_hex("ABCDEF"), from_hex("abcdef"));
  EXPECT_EQ(from_hex(""), "");
}

TEST(Hex, WhatIsNoHexadecimalIsRefused) {
  for (const std::string_view text : {"a", "abc", "0g", "g0", " 0", "0x", "\xc3\xa9"}) {
    EXPECT_FALSE(from_hex(text).has_value()) << text;
  }
}

TEST(FixedBytes, ComeOnlyFromTheRightLength) {
  EXPECT_FALSE(GroupId::from("").has_value());
  EXPECT_FALSE(GroupId::from(Bytes(15, 'x')).has_value());
  EXPECT_FALSE(GroupId::from(Bytes(17, 'x')).has_value());
  EXPECT_EQ(GroupId::from(Bytes(16, 'x'))->view(), Bytes(16, 'x'));
}

TEST(FixedBytes, AreOrderedAsBytesAndZeroMeansNone) {
  EXPECT_TRUE(GroupId{}.is_zero());
  const GroupId low = *GroupId::from(Bytes(15, '\x01') + "\x7f");
  const GroupId high = *GroupId::from(Bytes(15, '\x01') + "\x80");
  EXPECT_FALSE(low.is_zero());
  EXPECT_LT(low, high) << "bytes are unsigned";
  EXPECT_EQ(id_cast<AnyId>(low).view(), low.view());
  EXPECT_EQ((std::unordered_set<GroupId>{low, high, low}.size()), 2U);
}

}  // namespace
}  // namespace baraza
