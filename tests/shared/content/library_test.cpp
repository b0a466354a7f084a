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

}  // namespace
}  // namespace baraza::content
