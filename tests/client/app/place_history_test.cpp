// SPDX-License-Identifier: Apache-2.0
#include "client/app/place_history.h"

#include <gtest/gtest.h>

namespace baraza::app {
namespace {

namespace place = ui::place;

GroupId group_of(char name) {
  return *GroupId::from(Bytes(GroupId::size, name));
}
MemberId member_of(char name) {
  return *MemberId::from(Bytes(MemberId::size, name));
}

TEST(PlaceHistory, BackLeadsWhereThePersonCameFrom) {
  PlaceHistory history{place::Home{}};
  history.go(place::Needs{}, "Home");
  history.go(place::Member{group_of('a'), member_of('m')}, "Needs you");
  ASSERT_NE(history.back_title(), nullptr);
  EXPECT_EQ(*history.back_title(), "Needs you");
  ASSERT_TRUE(history.back());
  EXPECT_EQ(history.here(), ui::Place(place::Needs{}));
  EXPECT_FALSE(history.back()) << "nothing lies behind a place of the rail";
}

TEST(PlaceHistory, APlaceOfTheRailBeginsAnew) {
  PlaceHistory history{place::Home{}};
  history.go(place::Group{group_of('a')}, "Home");
  history.go(place::Groups{}, "Mwembe");
  EXPECT_EQ(history.back_title(), nullptr);
}

TEST(PlaceHistory, GoingBackToWhatLiesBehindIsNoNewStep) {
  PlaceHistory history{place::Groups{}};
  history.go(place::Group{group_of('a')}, "Groups");
  history.go(place::Member{group_of('a'), member_of('m')}, "Mwembe");
  history.go(place::Group{group_of('a')}, "Meena");
  ASSERT_TRUE(history.back());
  EXPECT_EQ(history.here(), ui::Place(place::Groups{}));
}

TEST(PlaceHistory, WalkingAlongMembersIsNotWalkedBack) {
  PlaceHistory history{place::Groups{}};
  history.go(place::Group{group_of('a')}, "Groups");
  history.go(place::Member{group_of('a'), member_of('m')}, "Mwembe");
  history.go(place::Member{group_of('a'), member_of('n')}, "Meena");
  ASSERT_TRUE(history.back());
  EXPECT_EQ(history.here(), ui::Place(place::Group{group_of('a')}));
}

TEST(PlaceHistory, WhatWasOpenedWithoutAnythingBeforeLeadsToWhatItBelongsTo) {
  PlaceHistory history{place::Home{}};
  history.go(place::Groups{}, "Home");
  PlaceHistory opened{place::Session{group_of('a'), {}}};
  opened.go(place::Attendance{group_of('a'), {}}, "Session 5");
  ASSERT_TRUE(opened.back());
  EXPECT_EQ(opened.here(), ui::Place(place::Session{group_of('a'), {}}));
  ASSERT_TRUE(opened.back());
  EXPECT_EQ(opened.here(), ui::Place(place::Group{group_of('a')}));
  ASSERT_TRUE(opened.back());
  EXPECT_EQ(opened.here(), ui::Place(place::Groups{}));
}

}  // namespace
}  // namespace baraza::app
