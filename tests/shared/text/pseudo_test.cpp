// SPDX-License-Identifier: Apache-2.0
#include "shared/text/pseudo.h"

#include <gtest/gtest.h>

#include "shared/text/catalogue.h"
#include "shared/text/fill.h"

namespace baraza::text {
namespace {

// Letters, not bytes.
std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

TEST(Pseudo, AMessageIsAtLeastFortyPerCentLongerAndInBrackets) {
  for (const std::string_view english :
       {"a", "No", "My BCDFG", "No network", "All on the server",
        "Part of the record cannot be read. Delete nothing. Call your supervisor."}) {
    const std::string message = pseudo_message(english);
    EXPECT_TRUE(message.starts_with('[') && message.ends_with(']')) << message;
    EXPECT_GE((length(message) - 2) * 10, english.size() * 14) << message;
    EXPECT_LE(length(message), english.size() * 3 / 2 + 4) << message;
  }
}

TEST(Pseudo, NamesOfValuesStayAndAreFilled) {
  EXPECT_EQ(fill(pseudo_message("Sent at {time}"), {{"time", "17:48"}}), "[Sèñt àààt 17:48~~]");
}

TEST(Pseudo, ALetterOfSeveralBytesStaysWhole) {
  EXPECT_EQ(pseudo_message("how often …"), "[hôw ôôôftèèñ …~~]");
}

TEST(Pseudo, TheCatalogueSpeaksItAndChoosesTheForm) {
  const Catalogue words = Catalogue::pseudo();
  EXPECT_EQ(words.language(), "pseudo");
  EXPECT_EQ(words.translate("{count} worry", "{count} worries", 1), "[{count} wôôrrÿÿ~]");
  EXPECT_EQ(words.translate("{count} worry", "{count} worries", 2), "[{count} wôôrrîîès~~]");
}

TEST(Pseudo, WhatDidNotComeFromACatalogueStandsOutside) {
  const std::string whole = fill(pseudo_message("{who} and {more}"),
                                 {{"who", "Amina"}, {"more", pseudo_message("today")}});
  EXPECT_EQ(outside_pseudo(whole), "");
  EXPECT_EQ(outside_pseudo(whole + " Forgotten"), " Forgotten");
  EXPECT_EQ(outside_pseudo("Amina"), "Amina");
  EXPECT_EQ(outside_pseudo("a] b"), "a] b");
}

}  // namespace
}  // namespace baraza::text
