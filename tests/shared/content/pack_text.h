// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "shared/content/pack.h"
#include "shared/op/hash.h"

namespace baraza::content {

// A small instrument without faults, every part on a line of its own so that a test can spoil one.
inline const std::string good_instrument = R"(instrument {
  id: "small"
  version: 2
  title: "A small one"
  licence_note: "ours"
  direction: SCORE_DIRECTION_LOWER_IS_BETTER
  recall_days: 7
  items { id: "a" label: "First" loinc: "44250-9" }
  items { id: "b" label: "Second" loinc: "44255-8" }
  items { id: "c" label: "Third" }
  answers { value: 0 label: "no" loinc: "LA6568-5" }
  answers { value: 1 label: "some" loinc: "LA6569-3" }
  answers { value: 2 label: "yes" }
  bands { id: "low" label: "low" low: 0 high: 2 }
  bands { id: "high" label: "high" low: 3 high: 6 }
  prorating { min_answered: 2 rounding: ROUNDING_HALF_UP }
  risk_item { item: 3 flag_above: 0 }
  change_rules {
    id: "better"
    title: "Better"
    baseline: CHANGE_BASELINE_FIRST
    conditions { kind: CHANGE_KIND_BETTER_BY_PERCENT amount: 50 }
  }
}
)";

inline const std::string good_course = R"(course {
  id: "short"
  version: 1
  title: "A short course"
  licence_note: "ours"
  interval_days: 7
  phases {
    kind: PHASE_KIND_PRE_GROUP
    setting: SETTING_INDIVIDUAL
    title: "First talks"
    plans { first: 1 last: 2
      steps { id: "talk" title: "Talk" minutes: 60 } }
  }
  phases {
    kind: PHASE_KIND_INITIAL
    setting: SETTING_GROUP
    title: "Beginning"
    plans { first: 1 last: 2
      steps { id: "arrive" title: "Arrive" minutes: 10 }
      steps { id: "rules" title: "Rules" minutes: 80 } }
    plans { first: 3 last: 3
      steps { id: "arrive" title: "Arrive" minutes: 10 } }
  }
  phases {
    kind: PHASE_KIND_ENDING
    setting: SETTING_GROUP
    title: "Ending"
    plans { first: 4 last: 4
      steps { id: "farewell" title: "Farewell" minutes: 90 } }
  }
  measures {
    instrument_id: "small"
    instrument_version: 2
    cadence: MEASURE_CADENCE_LISTED_SESSIONS
    sessions: 1
    sessions: 4
    before_the_group: true
  }
  completion { min_sessions_attended: 3 }
  size { min_members: 6 max_members: 10 }
}
)";

inline const std::string good_steps = R"(steps {
  id: "words"
  version: 1
  title: "Words"
  licence_note: "ours"
  steps {
    id: "arrive"
    title: "Arrive"
    prompt: "Welcome."
    area_prompts { area: FOCAL_AREA_GRIEF prompt: "Welcome to your sorrow too." }
    area_prompts { area: FOCAL_AREA_LONELINESS prompt: "Welcome, you aren't alone." }
  }
  steps { id: "rules" title: "Rules" }
}
)";

// The text with its only occurrence of `from` replaced.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    throw std::logic_error("not exactly once: " + from);
  }
  return text.replace(at, from.size(), to);
}

inline Hash pack_hash(ByteView bytes) {
  return Hasher("pack").add(bytes).finish();
}

// What parse_pack() says of the text, or "no fault".
inline std::string faults_of(const std::string& text) {
  const Result<Pack> pack = parse_pack("p", text, pack_hash);
  if (pack) return "no fault";
  EXPECT_EQ(pack.error().code, Code::invalid_argument);
  return pack.error().detail;
}

// A line of the base text to spoil, and what is then to be said.
struct Spoilt {
  std::string from;
  std::string to;
  std::string faults;
};

inline void expect_faults(const std::string& base, const std::vector<Spoilt>& cases) {
  ASSERT_EQ(faults_of(base), "no fault");
  for (const Spoilt& one : cases) {
    EXPECT_EQ(faults_of(with(base, one.from, one.to)), one.faults) << one.from << " -> " << one.to;
  }
}

}  // namespace baraza::content
