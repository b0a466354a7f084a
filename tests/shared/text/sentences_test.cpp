// SPDX-License-Identifier: Apache-2.0
#include "shared/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace baraza::text {
namespace {

// Every code that this version names.
std::vector<Code> known_codes() {
  std::vector<Code> out;
  for (int number = 0; number <= 0xFFFF; ++number) {
    const Code code{static_cast<std::uint16_t>(number)};
    if (code_name(code) != "unknown") out.push_back(code);
  }
  return out;
}

TEST(Sentences, EveryCodeHasOneOfItsOwn) {
  const Catalogue english = Catalogue::english();
  std::map<std::string, Code> seen;
  ASSERT_GE(known_codes().size(), 34u);
  for (const Code code : known_codes()) {
    const std::string sentence = sentence_for(english, code);
    ASSERT_FALSE(sentence.empty()) << code_name(code);
    EXPECT_EQ(sentence.back(), '.') << sentence;
    const auto [at, fresh] = seen.emplace(sentence, code);
    EXPECT_TRUE(fresh) << code_name(code) << " says the same as " << code_name(at->second);
  }
}

TEST(Sentences, NoneShowsAPlaceholderACodeOrAnExclamation) {
  const Catalogue english = Catalogue::english();
  for (const Code code : known_codes()) {
    EXPECT_THAT(sentence_for(english, code), testing::Not(testing::ContainsRegex("[{}_!]")));
  }
}

TEST(Sentences, WhatIsThereAlreadyIsSaidAsWhatItIs) {
  const Catalogue english = Catalogue::english();
  std::map<std::string, About> seen;
  for (const About about : {About::anything, About::name, About::joining, About::session,
                            About::seat, About::check_in}) {
    const std::string sentence = sentence_for(english, Code::already_exists, about);
    EXPECT_TRUE(seen.emplace(sentence, about).second) << sentence;
    EXPECT_EQ(sentence.find("name is taken") != std::string::npos, about == About::name);
  }
}

TEST(Sentences, AMistypedAnUnknownAUsedAndAnOldCodeAreSaidApart) {
  const Catalogue english = Catalogue::english();
  std::map<std::string, Code> seen;
  for (const Code code : {Code::invalid_argument, Code::code_wrong, Code::code_used,
                          Code::code_expired, Code::unavailable}) {
    EXPECT_TRUE(seen.emplace(sentence_for(english, code, About::joining), code).second);
  }
}

TEST(Sentences, ARefusalSaysWhyAndThatNothingIsLost) {
  EXPECT_EQ(
      sentence_for(Catalogue::english(), Code::not_allowed),
      "The server did not take this: your role does not write this. It is kept here for you.");
}

TEST(Sentences, ACodeOfANewerServerIsAnsweredToo) {
  const std::string sentence = sentence_for(Catalogue::english(), Code{65'000});
  EXPECT_FALSE(sentence.empty());
  for (const Code code : known_codes()) {
    EXPECT_NE(sentence, sentence_for(Catalogue::english(), code));
  }
}

}  // namespace
}  // namespace baraza::text
