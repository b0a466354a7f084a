// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "client/ui/widgets/circle.h"
#include "tests/client/ui/support/screen_stage.h"

// The circle of a group.
namespace baraza::ui {
namespace {

// Along the ellipse between two of its points, clockwise, summed in small steps.
float arc_between(Point centre, float half_width, float half_height, Point from, Point to) {
  const auto angle = [&](Point p) {
    return std::atan2((p.y - centre.y) / half_height, (p.x - centre.x) / half_width);
  };
  const float begin = angle(from);
  float end = angle(to);
  if (end <= begin) end += 2 * std::numbers::pi_v<float>;
  constexpr int steps = 2000;
  float length = 0;
  Point before = from;
  for (int i = 1; i <= steps; ++i) {
    const float at = begin + (end - begin) * static_cast<float>(i) / steps;
    const Point next{centre.x + half_width * std::cos(at), centre.y + half_height * std::sin(at)};
    length += std::hypot(next.x - before.x, next.y - before.y);
    before = next;
  }
  return length;
}

TEST(SeatsOnEllipse, StandAtEqualDistancesAlongTheLine) {
  const Point centre{400, 300};
  for (const Size half : {Size{190, 124}, Size{190, 60}, Size{100, 100}, Size{90, 200}}) {
    for (std::size_t count = 2; count <= 14; ++count) {
      const auto seats = seats_on_ellipse(centre, half.width, half.height, count);
      ASSERT_EQ(seats.size(), count);
      EXPECT_NEAR(seats[0].x, centre.x, 0.01F);
      EXPECT_NEAR(seats[0].y, centre.y - half.height, 0.01F) << "the first seat is on top";
      EXPECT_GT(seats[1].x, centre.x - 0.01F) << "clockwise";
      std::vector<float> arcs;
      for (std::size_t i = 0; i < count; ++i) {
        arcs.push_back(
            arc_between(centre, half.width, half.height, seats[i], seats[(i + 1) % count]));
      }
      const auto [least, most] = std::minmax_element(arcs.begin(), arcs.end());
      EXPECT_LT(*most - *least, 0.01F * *most) << count << " on " << half.width;
    }
  }
}

TEST(SeatsOnEllipse, OfNoSizeAllStandInTheMiddle) {
  const auto seats = seats_on_ellipse({10, 20}, 0, 0, 3);
  ASSERT_EQ(seats.size(), 3U);
  for (const Point& seat : seats) EXPECT_EQ(seat, (Point{10, 20}));
  EXPECT_TRUE(seats_on_ellipse({10, 20}, 190, 124, 0).empty());
}

constexpr std::array<std::string_view, 12> names = {
    "Amina",  "Beatrice",   "Christine", "Dorcas", "Esther", "Farida",
    "Halima", "Immaculate", "Josephine", "Kezia",  "Lucy",   "Margaret"};

class Circle : public testing::Test {
 protected:
  Circle() {
    stage.show([this](Ui& ui, Requests&) { draw(ui); });
  }

  void draw(Ui& ui) {
    ui.first_focus("circle.0");
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back(std::to_string(i));
    std::vector<CircleSeat> seats;
    for (std::size_t i = 0; i < count; ++i) {
      CircleSeat seat;
      seat.id = ids[i];
      seat.letters = names.at(i).substr(0, 2);
      seat.name = names.at(i);
      seat.seat = static_cast<std::uint32_t>(i);
      seat.shortcut = Shortcut::of(static_cast<char32_t>(U'1' + i));
      seat.enabled = i != absent;
      seat.why_not = "Beatrice isn't here.";
      if (i == absent) seat.state = DiscState::not_here;
      if (i == 4) seat.state = DiscState::has_word;
      if (i == 3) seat.state = DiscState::heard;
      seats.push_back(seat);
    }
    CircleSpec spec;
    spec.id = "circle";
    spec.rect = {20, 20, ui.scaled(520), ui.scaled(400)};
    spec.seats = seats;
    spec.above = "Esther has the word";
    spec.figure = "3:10";
    spec.below = "5 of 8 heard";
    room = spec.rect;
    if (const auto seat = circle(ui, spec)) pressed.push_back(*seat);
  }

  std::size_t count = 8;
  std::size_t absent = 1;
  Rect room;
  std::vector<std::size_t> pressed;
  ScreenStage stage;
};

TEST_F(Circle, AKeyAPressAndEnterGiveTheWord) {
  stage.type("5");
  ASSERT_TRUE(stage.click("circle.6"));
  stage.press(Key::enter);
  EXPECT_EQ(pressed, (std::vector<std::size_t>{4, 6, 6}));
}

TEST_F(Circle, WhoIsNotHereSaysWhy) {
  stage.type("2");
  EXPECT_TRUE(pressed.empty());
  EXPECT_EQ(stage.scene.ui.explanation(), "Beatrice isn't here.");
}

TEST_F(Circle, ArrowsComeToEverybody) {
  EXPECT_TRUE(stage.unreachable().empty());
}

TEST_F(Circle, NobodyStandsInAnothersWay) {
  for (const TextSize size : all_text_sizes) {
    for (const std::size_t people : {2U, 8U, 12U}) {
      count = people;
      stage.scene.size = size;
      stage.settle();
      std::vector<Drawn> seats;
      for (const Drawn& drawn : stage.registry().all()) {
        if (drawn.kind == Drawn::Kind::control) seats.push_back(drawn);
        if (drawn.kind == Drawn::Kind::text) {
          EXPECT_TRUE(room.contains(drawn.rect)) << drawn.id << " of " << people;
          EXPECT_FALSE(drawn.shortened) << drawn.id << " of " << people;
        }
      }
      ASSERT_EQ(seats.size(), people);
      for (std::size_t i = 0; i < seats.size(); ++i) {
        EXPECT_GE(seats[i].rect.width, space::target);
        EXPECT_GE(seats[i].rect.height, space::target);
        EXPECT_TRUE(room.contains(seats[i].rect)) << i << " of " << people;
        for (std::size_t j = i + 1; j < seats.size(); ++j) {
          EXPECT_FALSE(seats[i].rect.overlaps(seats[j].rect))
              << i << " and " << j << " of " << people;
        }
      }
    }
  }
}

TEST_F(Circle, FirstSeatIsOnTop) {
  const Drawn* first = stage.registry().find("circle.0");
  ASSERT_NE(first, nullptr);
  for (const Drawn& drawn : stage.registry().all()) {
    if (drawn.kind != Drawn::Kind::control) continue;
    EXPECT_GE(drawn.rect.y, first->rect.y);
  }
}

}  // namespace
}  // namespace baraza::ui
