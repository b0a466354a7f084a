// SPDX-License-Identifier: Apache-2.0
#include "shared/content/library.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/shared/content/pack_text.h"

namespace baraza::content {
namespace {

TEST(PackLibrary, FindsPacksByIdAndVersion) {
  const std::string newer = with(good_instrument, "version: 2", "version: 3");
  const std::array sources{PackSource{"a", good_instrument}, PackSource{"b", good_course},
                           PackSource{"c", newer}};
  Result<PackLibrary> built = PackLibrary::from(sources, pack_hash);
  ASSERT_TRUE(built) << built.error().detail;
  const PackLibrary library = std::move(*built);
  ASSERT_NE(library.find_instrument("small", 2), nullptr);
  EXPECT_EQ(library.find_instrument("small", 2)->origin, "a");
  EXPECT_EQ(library.find_instrument("small", 3)->origin, "c");
  EXPECT_EQ(library.find_instrument("small", 1), nullptr);
  EXPECT_EQ(library.find_instrument("short", 1), nullptr);
  ASSERT_NE(library.find_course("short", 1), nullptr);
  EXPECT_EQ(library.find_course("short", 2), nullptr);
  EXPECT_EQ(library.instruments().size(), 2u);
  EXPECT_EQ(library.courses().size(), 1u);
}

TEST(PackLibrary, VersionHashIsOfTheBytesAsTheyCame) {
  const std::string commented = good_instrument + "# a word\n";
  const std::array sources{PackSource{"a", good_instrument}};
  const Result<PackLibrary> library = PackLibrary::from(sources, pack_hash);
  ASSERT_TRUE(library);
  EXPECT_EQ(library->instruments()[0].version_hash, pack_hash(good_instrument));
  EXPECT_NE(library->instruments()[0].version_hash, pack_hash(commented));
}

TEST(PackLibrary, ListsTheFaultsOfAllPacks) {
  const std::string bad_item = with(good_instrument, R"(id: "b")", R"(id: "a")");
  const std::string bad_step = with(good_course, "minutes: 90", "minutes: 0");
  const std::array sources{PackSource{"a", bad_item}, PackSource{"b", bad_step}};
  const Result<PackLibrary> library = PackLibrary::from(sources, pack_hash);
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error(), (Error{Code::invalid_argument,
                                    "a:9:11: 'a' stands twice\n"
                                    "b:29:48: 'minutes' is 0, must be from 1 to 480"}));
}

TEST(PackLibrary, RefusesTwoPacksUnderOneIdAndVersion) {
  const std::array sources{PackSource{"a", good_instrument}, PackSource{"b", good_instrument}};
  const Result<PackLibrary> library = PackLibrary::from(sources, pack_hash);
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().detail, "b:1:1: 'small' version 2 is in a already");
}

TEST(PackLibrary, RefusesACourseWhoseInstrumentIsNotThere) {
  const std::string other = with(good_instrument, "version: 2", "version: 3");
  const std::array sources{PackSource{"a", other}, PackSource{"b", good_course}};
  const Result<PackLibrary> library = PackLibrary::from(sources, pack_hash);
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().detail, "b:31:3: no instrument 'small' version 2 among the packs");
}

// The course with its farewell left to the step pack "words", in this version.
std::string with_words_elsewhere(const std::string& step, const std::string& version = "1") {
  return with(with(good_course, R"(id: "farewell" title: "Farewell")", "id: \"" + step + '"'),
              "  interval_days: 7\n",
              "  interval_days: 7 steps_id: \"words\" steps_version: " + version + "\n");
}

TEST(PackLibrary, GivesStepsTheWordsOfTheStepPack) {
  const std::string course = with_words_elsewhere("arrive");
  const std::array sources{PackSource{"a", good_instrument}, PackSource{"b", course},
                           PackSource{"c", good_steps}};
  const Result<PackLibrary> library = PackLibrary::from(sources, pack_hash);
  ASSERT_TRUE(library) << library.error().detail;
  const CoursePack& read = *library->find_course("short", 1);
  const AgendaStep& taken = read.plan_of(4)->steps[0];
  EXPECT_EQ(taken.title, "Arrive");
  EXPECT_EQ(taken.minutes, 90);
  EXPECT_EQ(taken.prompt_for(FocalArea::grief), "Welcome to your sorrow too.");
  EXPECT_EQ(taken.prompt_for(FocalArea::loneliness), "Welcome, you aren't alone.");
  // An area without a sentence of its own hears the step's.
  EXPECT_EQ(taken.prompt_for(FocalArea::disagreements), "Welcome.");
  // A step with words of its own keeps them, whatever the step pack says under its id.
  EXPECT_EQ(read.plan_of(1)->steps[0].prompt, "");
}

TEST(PackLibrary, RefusesACourseWhoseWordsAreNotThere) {
  const std::string unknown = with_words_elsewhere("dance");
  const std::array no_step{PackSource{"a", good_instrument}, PackSource{"b", unknown},
                           PackSource{"c", good_steps}};
  EXPECT_EQ(PackLibrary::from(no_step, pack_hash).error().detail,
            "b:29:7: no step 'dance' in 'words' version 1");
  const std::string newer = with_words_elsewhere("arrive", "2");
  const std::array no_pack{PackSource{"a", good_instrument}, PackSource{"b", newer},
                           PackSource{"c", good_steps}};
  EXPECT_EQ(PackLibrary::from(no_pack, pack_hash).error().detail,
            "b:1:1: no steps 'words' version 2 among the packs");
}

TEST(PackLibrary, RefusesACourseThatMeasuresWithAStructureWithoutText) {
  const std::string bare = with(with(good_instrument, R"( label: "First")", ""), "version: 2",
                                "version: 2 structure_only: true");
  const std::array sources{PackSource{"a", bare}, PackSource{"b", good_course}};
  const Result<PackLibrary> library = PackLibrary::from(sources, pack_hash);
  ASSERT_FALSE(library);
  EXPECT_EQ(library.error().detail,
            "b:31:3: instrument 'small' version 2 has no text to ask with: it is structure only");
}

TEST(PackLibrary, RefusesACutOffThatIsNoTotal) {
  const std::string course =
      good_course.substr(0, good_course.rfind('}')) +
      "  eligibility { steps { instrument_id: \"small\" instrument_version: 2 cut_off: 7 } }\n}\n";
  const std::array sources{PackSource{"a", good_instrument}, PackSource{"b", course}};
  EXPECT_EQ(PackLibrary::from(sources, pack_hash).error().detail,
            "b:41:17: 'cut_off' is 7, totals of 'small' version 2 are 0 to 6");
}

}  // namespace
}  // namespace baraza::content
