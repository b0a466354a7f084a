// SPDX-License-Identifier: Apache-2.0
#include "shared/text/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <limits>

#include "shared/text/sentences.h"

namespace baraza::text {
namespace {

Bytes polish_bytes() {
  std::ifstream file(BARAZA_TEST_CATALOGUE, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Catalogue polish() {
  return Catalogue::from_mo(polish_bytes(), "pl").value();
}

std::string worries(const Catalogue& catalogue, std::uint64_t count) {
  return catalogue.translate("{count} worry", "{count} worries", count);
}

TEST(Catalogue, EnglishIsWhatTheSourceSays) {
  const Catalogue english = Catalogue::english();
  EXPECT_EQ(english.language(), "en");
  EXPECT_EQ(english.translate("No notes yet."), "No notes yet.");
  EXPECT_EQ(worries(english, 0), "{count} worries");
  EXPECT_EQ(worries(english, 1), "{count} worry");
  EXPECT_EQ(worries(english, 2), "{count} worries");
}

TEST(Catalogue, SignsBeyondTheAlphabetOfEnglishStay) {
  EXPECT_EQ(Catalogue::english().translate("“{words}” · {name}"), "“{words}” · {name}");
  EXPECT_EQ(polish().translate("“{words}” · {name}"), "“{words}” · {name}");
  EXPECT_EQ(Catalogue::english().translate("“{count}”", "“{count}” · all", 2), "“{count}” · all");
}

TEST(Catalogue, ATranslationIsReadFromItsBytes) {
  const Catalogue catalogue = polish();
  EXPECT_EQ(catalogue.language(), "pl");
  EXPECT_EQ(sentence_for(catalogue, Code::unavailable), "Brak sieci. Możesz pracować dalej.");
}

TEST(Catalogue, WhatIsNotTranslatedStaysEnglish) {
  EXPECT_EQ(polish().translate("Nothing needs you now."), "Nothing needs you now.");
}

TEST(Catalogue, PluralsFollowTheRuleOfTheLanguage) {
  const Catalogue catalogue = polish();
  EXPECT_EQ(worries(catalogue, 1), "{count} obawa");
  EXPECT_EQ(worries(catalogue, 3), "{count} obawy");
  EXPECT_EQ(worries(catalogue, 12), "{count} obaw");
  EXPECT_EQ(worries(catalogue, 22), "{count} obawy");
  EXPECT_EQ(worries(catalogue, 1'000'001), "{count} obaw");
  EXPECT_EQ(worries(catalogue, 5'000'000'000'002), "{count} obawy");
  EXPECT_EQ(worries(catalogue, std::numeric_limits<std::uint64_t>::max()), "{count} obaw");
}

TEST(Catalogue, AReasonIsTranslatedWithItsSentence) {
  EXPECT_EQ(sentence_for(polish(), Code::too_large),
            "Zostaje tutaj: tekst jest za długi. Serwer tego nie przyjął.");
}

TEST(Catalogue, TwoLanguagesAreInUseAtOnceAndNoGlobalLocaleChanges) {
  const std::locale before;
  const Catalogue one = polish();
  Catalogue other = Catalogue::english();
  EXPECT_NE(sentence_for(one, Code::unavailable), sentence_for(other, Code::unavailable));
  other = one;
  EXPECT_EQ(sentence_for(one, Code::unavailable), sentence_for(other, Code::unavailable));
  EXPECT_EQ(std::locale(), before);
}

TEST(Catalogue, BytesThatAreNoCatalogueAreAnError) {
  for (const Bytes& bytes :
       {Bytes(), Bytes("not a catalogue at all, but long enough to look in")}) {
    const auto catalogue = Catalogue::from_mo(bytes, "pl");
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().code, Code::invalid_argument);
    EXPECT_NE(catalogue.error().detail.find("'pl'"), std::string::npos);
  }
}

TEST(Catalogue, ACutFileIsAnErrorWhereverItIsCut) {
  const Bytes whole = polish_bytes();
  ASSERT_GT(whole.size(), 100u);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(Catalogue::from_mo(ByteView(whole).substr(0, size), "pl")) << size;
  }
}

// A flipped bit in a letter is another letter, which no format can tell; one in a table must not
// lead outside the bytes (the sanitizers watch) or end in an exception.
TEST(Catalogue, AFlippedBitNeverLeadsOutsideTheBytes) {
  const Bytes whole = polish_bytes();
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    Bytes flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    const auto catalogue = Catalogue::from_mo(flipped, "pl");
    if (!catalogue) continue;
    EXPECT_NO_THROW(sentence_for(*catalogue, Code::unavailable)) << bit;
    EXPECT_NO_THROW(worries(*catalogue, 3)) << bit;
  }
}

}  // namespace
}  // namespace baraza::text
