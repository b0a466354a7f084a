// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "shared/model/values.h"
#include "tools/sim/world/sim_random.h"

// The people and the weeks of the demo district: what happened to whom. Pure: the same seed and day
// tell the same story. All names and numbers are invented.
namespace baraza::sim {

struct DemoStaff {
  std::string handle;
  std::string name;
  std::string phone;
  std::size_t site = 0;
  model::Role role = model::Role::facilitator;
};

// One member at one session that was held.
struct DemoAttendance {
  model::Mark mark = model::Mark::present;
  std::uint32_t minutes = 0;
  std::string reason;
  // Who wasn't there, or would rather not, has none.
  std::optional<std::array<int, 9>> phq9;  // -1: would rather not say
  int mood = 0;                            // 0 to 10
};

struct DemoMember {
  std::string name;
  std::uint32_t birth_year = 0;
  model::Sex sex = model::Sex::female;
  std::string village;
  std::string phone;
  model::FocalArea area = model::FocalArea::grief;  // what the first talks showed
  std::optional<model::FocalArea> beside;
  // What it turned out to be in the first session; empty: it stayed.
  std::optional<model::FocalArea> later;
  std::vector<DemoAttendance> sessions;  // one a session that was held
};

struct DemoGroup {
  std::string name;
  std::size_t site = 0;
  std::string facilitator;  // handles
  std::string worker;
  CivilDate first_session;
  int start_minute = 600;  // of the day at the site
  int held = 0;            // sessions that were held and closed
  std::vector<DemoMember> members;
};

struct DemoSite {
  std::string name;
  std::string zone;
};

struct DemoStory {
  std::string programme;
  std::vector<DemoSite> sites;
  std::vector<DemoStaff> staff;
  std::vector<DemoGroup> groups;
};

// How large a district is told of.
struct DemoSize {
  int groups = 4;  // the first four are always the same; the others are the first facilitator's
  int weeks = 12;  // how far back the groups after the fourth reach, 4 or more
};

// The district as it stands on the morning of `today`. The first of the groups after the fourth has
// ten members and meets today.
DemoStory tell_demo_story(SimRandom random, CivilDate today, const DemoSize& size = {});

}  // namespace baraza::sim
