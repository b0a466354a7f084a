// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/relationship_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace baraza::ui {
namespace {

struct Drawn {
  std::vector<MapPerson> people;
  std::vector<float> widths;
  MapLayout map;
};

Drawn draw(const Rect& rect, std::size_t count, float line, std::mt19937& random) {
  Drawn out;
  for (std::size_t i = 0; i < count; ++i) {
    MapPerson person;
    person.closeness = static_cast<int>(random() % 3);
    if (random() % 4 == 0) person.angle_deg = static_cast<float>(random() % 360);
    out.people.push_back(person);
    out.widths.push_back(20 + static_cast<float>(random() % 120));
  }
  out.map = lay_out_map(rect, out.people, out.widths, line);
  return out;
}

bool touches(const Rect& label, Point centre, float radius) {
  const float x = std::clamp(centre.x, label.x, label.right());
  const float y = std::clamp(centre.y, label.y, label.bottom());
  return std::hypot(x - centre.x, y - centre.y) < radius;
}

TEST(RelationshipMap, NoLabelOverlapsAnotherOrADiscHoweverManyAndLong) {
  std::mt19937 random(7);
  for (const Rect& rect : {Rect{0, 0, 520, 480}, Rect{10, 20, 760, 520}, Rect{0, 0, 420, 400}}) {
    for (const float line : {20.0F, 24.0F, 30.0F}) {
      for (int round = 0; round < 200; ++round) {
        const Drawn drawn = draw(rect, 1 + random() % 12, line, random);
        const auto& seats = drawn.map.seats;
        for (std::size_t i = 0; i < seats.size(); ++i) {
          for (std::size_t k = 0; k < seats.size(); ++k) {
            if (i != k) {
              EXPECT_GE(std::hypot(seats[i].centre.x - seats[k].centre.x,
                                   seats[i].centre.y - seats[k].centre.y),
                        2 * drawn.map.disc - 0.01F);
            }
            if (!seats[i].name_shown) continue;
            EXPECT_FALSE(touches(seats[i].name, seats[k].centre, drawn.map.disc));
            if (i < k && seats[k].name_shown) {
              EXPECT_FALSE(seats[i].name.overlaps(seats[k].name));
            }
          }
          if (seats[i].name_shown) {
            EXPECT_TRUE(rect.contains(seats[i].name));
          }
        }
      }
    }
  }
}

TEST(RelationshipMap, TwelvePeopleWithUsualNamesAllHaveTheirs) {
  std::vector<MapPerson> people(12);
  std::vector<float> widths;
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i].closeness = static_cast<int>(i % 3);
    widths.push_back(i % 2 == 0 ? 60 : 84);
  }
  const MapLayout map = lay_out_map({0, 0, 620, 520}, people, widths, 20);
  for (const MapSeat& seat : map.seats) EXPECT_TRUE(seat.name_shown);
}

TEST(RelationshipMap, ClosenessIsTheDistanceFromTheMiddle) {
  std::vector<MapPerson> people(3);
  for (int i = 0; i < 3; ++i) {
    people[static_cast<std::size_t>(i)].closeness = i;
    people[static_cast<std::size_t>(i)].angle_deg = 0;
  }
  const std::vector<float> widths(3, 40);
  const MapLayout map = lay_out_map({0, 0, 620, 520}, people, widths, 20);
  float before = 0;
  for (const MapSeat& seat : map.seats) {
    const float distance = map.centre.y - seat.centre.y;
    EXPECT_GT(distance, before);
    before = distance;
  }
}

}  // namespace
}  // namespace baraza::ui
