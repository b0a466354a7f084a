// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "shared/model/registers.h"
#include "shared/model/values.h"

// Attendance as a number that says what it rests on. Pure; safe from any thread.
namespace baraza::rules {

// What stands for one member at one session.
struct StandingMark {
  std::optional<model::Mark> mark;  // empty: nobody marked the member
  bool disputed = false;            // different marks stand; `mark` means nothing until settled
};
StandingMark standing_mark(const model::Register<model::Attendance>& marks,
                           const model::Replaced& replaced);

// Seats are a member at a session that was held.
struct AttendanceCounts {
  int present = 0;
  int late = 0;
  int left_early = 0;
  int absent_told = 0;
  int absent_unknown = 0;
  int excused = 0;
  int disputed = 0;  // out of the rate, reported beside it
  int unmarked = 0;  // out of the rate, reported beside it

  // Who was there for any of it.
  int came() const { return present + late + left_early; }
  // The seats that the rate is of. Excused is an absence with a good reason: the member still had
  // no session. Reported apart, so that another definition can be worked out from the counts.
  int counted() const { return came() + absent_told + absent_unknown + excused; }
  // came() of counted(), 0 to 1; empty if nothing counts.
  std::optional<double> rate() const;

  bool operator==(const AttendanceCounts&) const = default;
};

AttendanceCounts count_attendance(std::span<const StandingMark> seats);

}  // namespace baraza::rules
