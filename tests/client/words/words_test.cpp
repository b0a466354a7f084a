// SPDX-License-Identifier: Apache-2.0
#include "client/words/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client/core/screens/date_words.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"

namespace baraza::client {
namespace {

const CivilDate twelfth_of_may = *civil_date_from("2026-05-12");

std::string days_ago(const text::Catalogue& words, int days) {
  return distance_words(words, twelfth_of_may, twelfth_of_may + days);
}

TEST(Words, EveryLanguageThatIsOfferedHasACatalogueAndNoOtherIsShipped) {
  std::vector<std::string> offered;
  for (const Language& language : languages()) {
    if (language.code != "en") offered.push_back(std::string(language.code) + ".mo");
    EXPECT_EQ(words_in(language.code).language(), language.code);
  }
  std::vector<std::string> shipped;
  for (const ShippedCatalogue& one : shipped_catalogues()) shipped.emplace_back(one.name);
  EXPECT_THAT(offered, testing::UnorderedElementsAreArray(shipped));
  EXPECT_EQ(languages().front().code, "en");
}

TEST(Words, AnUnknownLanguageIsEnglish) {
  for (const std::string_view code : {"", "xx", "f", "fr.mo", "../sw"}) {
    EXPECT_EQ(words_in(code).language(), "en") << code;
  }
}

TEST(Words, ATranslationSaysWhatTheEnglishDoes) {
  EXPECT_EQ(words_in("fr").translate("No network"), "Pas de réseau");
  EXPECT_EQ(words_in("sw").translate("No network"), "Hakuna mtandao");
}

TEST(Words, DaysAreSaidInEveryLanguage) {
  EXPECT_EQ(day_words(words_in("en"), twelfth_of_may), "Tuesday 12 May");
  EXPECT_EQ(day_words(words_in("fr"), twelfth_of_may), "mardi 12 mai");
  EXPECT_EQ(day_words(words_in("sw"), twelfth_of_may), "Jumanne 12 Mei");
}

TEST(Words, PluralsAreThoseOfTheLanguage) {
  EXPECT_EQ(days_ago(words_in("fr"), 2), "il y a 2 jours");
  EXPECT_EQ(days_ago(words_in("sw"), 2), "siku 2 zilizopita");
  const auto need = [](std::string_view language, std::uint64_t count) {
    return words_in(language).translate("{count} needs you", "{count} need you", count);
  };
  EXPECT_EQ(need("fr", 0), "{count} a besoin de vous");
  EXPECT_EQ(need("fr", 2), "{count} ont besoin de vous");
  EXPECT_EQ(need("sw", 0), "{count} yanakuhitaji");
}

TEST(Words, EveryErrorIsSaidInEveryLanguage) {
  for (const Language& language : languages()) {
    if (language.code == "en") continue;
    const text::Catalogue words = words_in(language.code);
    for (int number = 0; number <= 0xFFFF; ++number) {
      const Code code{static_cast<std::uint16_t>(number)};
      if (code_name(code) == "unknown") continue;
      EXPECT_NE(sentence_for(words, code), sentence_for(text::Catalogue::english(), code))
          << language.code << ": " << code_name(code);
    }
  }
}

TEST(Words, ThePseudoLanguageIsAskedForByName) {
  const text::Catalogue words = words_in("pseudo");
  EXPECT_EQ(words.translate("No network"), "[Nô ñèèètwôôrk~]");
}

}  // namespace
}  // namespace baraza::client
