// SPDX-License-Identifier: Apache-2.0
#include "shared/text/fill.h"

#include <gtest/gtest.h>

namespace baraza::text {
namespace {

TEST(Fill, PutsValuesWhereTheirNamesStand) {
  EXPECT_EQ(fill("{name} saw this at {time}.", {{"name", "Josephine"}, {"time", "11:58"}}),
            "Josephine saw this at 11:58.");
  EXPECT_EQ(fill("{time}: {name}, {name}", {{"name", "A"}, {"time", "B"}}), "B: A, A");
}

TEST(Fill, AValueIsNotLookedAtAgain) {
  EXPECT_EQ(fill("{a} {b}", {{"a", "{b}"}, {"b", "{a}"}}), "{b} {a}");
}

TEST(Fill, WhatHasNoValueStaysAsWritten) {
  EXPECT_EQ(fill("{who} {", {{"name", "A"}}), "{who} {");
  EXPECT_EQ(fill("{name {nam} {names} {}", {{"name", "A"}}), "{name {nam} {names} {}");
  EXPECT_EQ(fill("{{name}}", {{"name", "A"}}), "{A}");
  EXPECT_EQ(fill("", {{"name", "A"}}), "");
  EXPECT_EQ(fill("{name}", {}), "{name}");
}

}  // namespace
}  // namespace baraza::text
