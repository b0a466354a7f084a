// SPDX-License-Identifier: Apache-2.0
#include "shared/base/code.h"

#include <gtest/gtest.h>

#include <set>

#include "shared/base/result.h"

namespace baraza {
namespace {

std::set<int> known_codes() {
  std::set<int> out;
  for (int number = 0; number < 1000; ++number) {
    if (code_name(static_cast<Code>(number)) != "unknown") out.insert(number);
  }
  return out;
}

TEST(Code, NamesAreDistinct) {
  std::set<std::string_view> names;
  const std::set<int> codes = known_codes();
  for (const int number : codes) names.insert(code_name(static_cast<Code>(number)));
  EXPECT_EQ(names.size(), codes.size());
  EXPECT_GE(codes.size(), 30U);
}

// Stored verdicts carry the numbers: they keep their meaning for ever.
TEST(Code, NumbersOfStoredVerdictsStay) {
  EXPECT_EQ(code_name(static_cast<Code>(20)), "not_allowed");
  EXPECT_EQ(code_name(static_cast<Code>(21)), "malformed_body");
  EXPECT_EQ(code_name(static_cast<Code>(22)), "too_large");
  EXPECT_EQ(code_name(static_cast<Code>(47)), "authority_ended");
  EXPECT_EQ(code_name(static_cast<Code>(48)), "refused_by_person");
}

TEST(Code, OnlyThreeRefuseForEver) {
  int refusals = 0;
  for (const int number : known_codes()) refusals += is_refusal(static_cast<Code>(number)) ? 1 : 0;
  EXPECT_EQ(refusals, 3);
}

TEST(Code, ExitStatusSaysWhatToDo) {
  EXPECT_EQ(exit_status(Code::none), 0);
  EXPECT_EQ(exit_status(Code::not_found), 1);
  EXPECT_EQ(exit_status(Code::invalid_argument), 2);
  EXPECT_EQ(exit_status(Code::verification_failed), 3);
  EXPECT_EQ(exit_status(Code::locked), 75);
  EXPECT_EQ(exit_status(Code::unavailable), 75);
}

TEST(Result, CarriesAValueOrItsError) {
  const auto half = [](int n) -> Result<int> {
    if (n % 2 != 0) return fail(Code::invalid_argument, "n is odd");
    return n / 2;
  };
  EXPECT_EQ(half(4).value(), 2);
  ASSERT_FALSE(half(3).has_value());
  EXPECT_EQ(half(3).error(), (Error{Code::invalid_argument, "n is odd"}));
}

}  // namespace
}  // namespace baraza
