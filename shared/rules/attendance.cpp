// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/attendance.h"

namespace baraza::rules {
namespace {

int& count_of(AttendanceCounts& counts, const StandingMark& seat) {
  if (seat.disputed) return counts.disputed;
  if (!seat.mark) return counts.unmarked;
  switch (*seat.mark) {
    case model::Mark::present: return counts.present;
    case model::Mark::late: return counts.late;
    case model::Mark::left_early: return counts.left_early;
    case model::Mark::absent_told: return counts.absent_told;
    case model::Mark::absent_unknown: return counts.absent_unknown;
    case model::Mark::excused: return counts.excused;
  }
  return counts.unmarked;
}

}  // namespace

StandingMark standing_mark(const model::Register<model::Attendance>& marks,
                           const model::Replaced& replaced) {
  const auto* shown = marks.shown(replaced);
  if (shown == nullptr) return {};
  return {shown->value.mark, marks.disputed(replaced)};
}

std::optional<double> AttendanceCounts::rate() const {
  if (counted() == 0) return std::nullopt;
  return static_cast<double>(came()) / counted();
}

AttendanceCounts count_attendance(std::span<const StandingMark> seats) {
  AttendanceCounts counts;
  for (const StandingMark& seat : seats) ++count_of(counts, seat);
  return counts;
}

}  // namespace baraza::rules
