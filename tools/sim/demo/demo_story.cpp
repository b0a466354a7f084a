// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_story.h"

#include <algorithm>
#include <cmath>

namespace baraza::sim {
namespace {

// Roughly a bell: the sum of three dice, with this mean and spread.
double bell(SimRandom& random, double mean, double spread) {
  double sum = 0;
  for (int i = 0; i < 3; ++i) sum += static_cast<double>(random.between(-1000, 1000)) / 1000;
  return mean + sum * spread;  // three uniform numbers on -1..1 have a spread of 1 together
}

// Nine answers of 0 to 3 that add up to `total`, the last (thoughts of death) as given: the others
// share the rest, sleep, mood and energy first, as they mostly do.
std::array<int, 9> answers_for(SimRandom& random, int total, int item9) {
  std::array<int, 9> answers{};
  answers[8] = item9;
  int rest = std::clamp(total - item9, 0, 24);
  static constexpr std::array<std::size_t, 14> order = {1, 2, 3, 0, 1, 2, 3, 5, 6, 0, 4, 5, 7, 6};
  while (rest > 0) {
    const std::size_t item = order[random.below(order.size())];
    const std::size_t other = random.below(8);
    const std::size_t chosen = answers[item] < 3 ? item : other;
    if (answers[chosen] >= 3) continue;
    ++answers[chosen];
    --rest;
  }
  return answers;
}

// How a member's course goes: from the first score towards the last, with good and bad weeks.
struct Course {
  double first = 0;
  double last = 0;
};

// Scores at intake lie where published lay-led groups begin (moderate to moderately severe), and
// fall by 8 to 10 points over eight weeks; a few stay, one in ten rises.
Course draw_course(SimRandom& random) {
  Course course;
  course.first = std::clamp(bell(random, 16.0, 3.2), 10.0, 23.0);
  double fall = bell(random, 8.5, 3.0);
  if (random.chance(100)) fall = -static_cast<double>(random.between(1, 4));
  course.last = std::clamp(course.first - fall, 1.0, 25.0);
  return course;
}

DemoAttendance draw_attendance(SimRandom& random) {
  DemoAttendance out;
  const std::uint64_t die = random.below(1000);
  if (die < 700) return out;
  if (die < 790) {
    out.mark = model::Mark::late;
    out.minutes = static_cast<std::uint32_t>(random.between(1, 5)) * 5;
  } else if (die < 815) {
    out.mark = model::Mark::left_early;
    out.minutes = static_cast<std::uint32_t>(random.between(2, 6)) * 5;
  } else if (die < 905) {
    out.mark = model::Mark::absent_told;
    out.reason = random.chance(500) ? "illness" : "travel";
  } else if (die < 965) {
    out.mark = model::Mark::absent_unknown;
  } else {
    out.mark = model::Mark::excused;
    out.reason = random.chance(500) ? "funeral" : "childbirth";
  }
  return out;
}

bool was_there(model::Mark mark) {
  return mark == model::Mark::present || mark == model::Mark::late ||
         mark == model::Mark::left_early;
}

void live_through(SimRandom& random, DemoMember& member, const Course& course, int held) {
  for (int week = 0; week < held; ++week) {
    DemoAttendance at = draw_attendance(random);
    // Nobody who begins misses the first meeting.
    if (week == 0) at = {};
    const double done = static_cast<double>(week) / 7.0;
    const double score = course.first + (course.last - course.first) * done;
    const int total =
        static_cast<int>(std::clamp(std::lround(bell(random, score, 1.6)), long{0}, long{26}));
    if (was_there(at.mark)) {
      at.phq9 = answers_for(random, total, 0);
      if (random.chance(30)) (*at.phq9)[4] = -1;
      at.mood = static_cast<int>(
          std::clamp(std::lround(bell(random, 10 - total / 2.7, 1.0)), long{0}, long{10}));
    }
    member.sessions.push_back(std::move(at));
  }
}

const std::vector<std::string>& women() {
  static const std::vector<std::string> names = {
      "Amina",   "Beatrice", "Esther",   "Farida",   "Halima",    "Meena",   "Naliaka",
      "Rehema",  "Wambui",   "Adhiambo", "Chausiku", "Dalila",    "Fatuma",  "Grace",
      "Imani",   "Jamila",   "Kadzo",    "Lucia",    "Makena",    "Nafula",  "Ngozi",
      "Pendo",   "Salome",   "Tabitha",  "Umi",      "Violet",    "Wanjiru", "Yusra",
      "Zainabu", "Zawadi",   "Akinyi",   "Bahati",   "Consolata", "Dorcas"};
  return names;
}

struct GroupShape {
  std::string name;
  std::size_t site;
  std::string facilitator;
  std::string worker;
  int first_in_days;  // from today
  int held;
  int members;
  int start_minute;
};

std::vector<GroupShape> first_shapes() {
  return {{"Mwembe", 0, "rose", "daniel", -28, 4, 9, 600},
          {"Bahari", 0, "rose", "daniel", 10, 0, 7, 840},
          {"Asubuhi", 0, "rose", "daniel", -73, 8, 8, 540},
          {"Jumamosi", 1, "tekle", "mariam", -19, 3, 10, 660}};
}

// Groups after the first four: one that meets today, the others spread over the weeks before.
std::vector<GroupShape> further_shapes(const DemoSize& size) {
  static const std::vector<std::string> trees = {
      "Mnazi",  "Mbuyu",  "Mpera", "Mkungu",   "Mchungwa", "Mlimao", "Mkoko",   "Msufi",
      "Mpapai", "Mtende", "Mkuyu", "Mzeituni", "Mvule",    "Mkwaju", "Mfenesi", "Mzabibu"};
  constexpr int sessions = 8;
  std::vector<GroupShape> out;
  const int count = size.groups - 4;
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    GroupShape shape{trees[index % trees.size()], 0, "rose", "daniel", -21, 3, 10, 780};
    if (index >= trees.size()) shape.name += " " + std::to_string(index / trees.size() + 1);
    if (i > 0) {
      const int first_week = size.weeks - (size.weeks - 4) * (i - 1) / (count - 1);
      shape.first_in_days = -7 * first_week + i % 5;
      shape.held = std::min(sessions, (-shape.first_in_days + 6) / 7);
      shape.members = 6 + i % 5;
      shape.start_minute = 540 + 120 * (i % 4);
    }
    out.push_back(std::move(shape));
  }
  return out;
}

DemoGroup tell_of(SimRandom& random, CivilDate today, const GroupShape& shape,
                  std::size_t& next_name) {
  DemoGroup group;
  group.name = shape.name;
  group.site = shape.site;
  group.facilitator = shape.facilitator;
  group.worker = shape.worker;
  group.first_session = today + shape.first_in_days;
  group.start_minute = shape.start_minute;
  group.held = shape.held;
  for (int i = 0; i < shape.members; ++i) {
    DemoMember member;
    // When all names have been given, another letter tells the next ones apart.
    const std::size_t round = next_name / women().size();
    member.name = women()[next_name++ % women().size()];
    if (round > 0)
      member.name += std::string(" ") + static_cast<char>('A' + (round - 1) % 26) + ".";
    member.birth_year = static_cast<std::uint32_t>(random.between(1966, 2005));
    static const std::vector<std::string> villages = {"Mwembe", "Bondeni", "Mlimani", "Kisimani"};
    member.village = random.pick(villages);
    if (random.chance(600)) member.phone = "555 1" + std::to_string(random.between(100, 999));
    static constexpr std::array areas = {
        model::FocalArea::disagreements, model::FocalArea::grief,
        model::FocalArea::disagreements, model::FocalArea::life_changes,
        model::FocalArea::loneliness,    model::FocalArea::grief,
        model::FocalArea::loneliness,    model::FocalArea::life_changes,
        model::FocalArea::loneliness};
    member.area = areas[static_cast<std::size_t>(i) % areas.size()];
    SimRandom weeks = random.fork();
    live_through(weeks, member, draw_course(weeks), shape.held);
    group.members.push_back(std::move(member));
  }
  return group;
}

}  // namespace

DemoStory tell_demo_story(SimRandom random, CivilDate today, const DemoSize& size) {
  DemoStory story;
  story.programme = "Kijani district";
  story.sites = {{"Kijani health post", "Africa/Kampala"}, {"Daraja clinic", "Africa/Kampala"}};
  story.staff = {
      {"rose", "Rose Akinyi", "555 0108", 0, model::Role::facilitator},
      {"daniel", "Daniel Otieno", "555 0112", 0, model::Role::worker},
      {"tekle", "Tekle Haile", "555 0121", 1, model::Role::facilitator},
      {"mariam", "Mariam Yusuf", "555 0134", 1, model::Role::worker},
      {"josephine", "Josephine Wekesa", "555 0117", 0, model::Role::supervisor},
  };
  std::size_t next_name = 0;
  for (const GroupShape& shape : first_shapes()) {
    story.groups.push_back(tell_of(random, today, shape, next_name));
  }
  // Meena, of the first group, is getting worse, and last week she said so.
  DemoMember& meena = story.groups[0].members[5];
  static constexpr std::array<int, 4> rising = {12, 14, 16, 18};
  for (std::size_t week = 0; week < rising.size(); ++week) {
    meena.sessions[week] = {};
    meena.sessions[week].phq9 = answers_for(random, rising[week], week == 3 ? 1 : 0);
    meena.sessions[week].mood = 5 - static_cast<int>(week);
  }
  // Halima's first talks spoke of loneliness; the group heard of the village she had to leave.
  DemoMember& halima = story.groups[0].members[4];
  halima.later = model::FocalArea::life_changes;
  halima.beside = model::FocalArea::grief;
  // One of the group that ended said so in its second week; that was seen, and settled.
  DemoAttendance& settled = story.groups[2].members[2].sessions[1];
  settled = {};
  settled.phq9 = answers_for(random, 17, 1);
  settled.mood = 3;
  // Last, so that the first four are the same however many there are.
  for (const GroupShape& shape : further_shapes(size)) {
    story.groups.push_back(tell_of(random, today, shape, next_name));
  }
  return story;
}

}  // namespace baraza::sim
