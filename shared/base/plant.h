// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace baraza {

// Bugs planted on purpose, to show that the simulator can see. Each is one changed line of the code
// that ships; only the simulator's own objects are compiled with BARAZA_PLANTS, everywhere else
// planted() is a constant false and the line is as if it weren't there.
enum class Plant : int {
  none = 0,
  ack_before_commit = 1,
  cursor_off_by_one = 2,
  no_duplicate_check = 3,
  forgotten_repush = 4,
  order_dependent_fold = 5,
  decision_before_signature = 6,
  alarm_held = 7,
  saved_before_sync = 8,
  act_counted_twice = 9,
};
inline constexpr int plant_count = 9;

#ifdef BARAZA_PLANTS
bool planted(Plant plant);  // defined by the simulator
#else
constexpr bool planted(Plant) {
  return false;
}
#endif

}  // namespace baraza
