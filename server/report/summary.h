// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "server/report/row_source.h"

// Attendance in numbers, over any number of groups.
namespace baraza::server {

struct AttendanceSummary {
  // Of members on the day of each session. What is in dispute or unmarked is out of the rate and
  // counted beside it.
  rules::AttendanceCounts counts;
  int not_member = 0;  // marks for somebody who wasn't a member on that day; in no count above

  std::optional<double> rate() const { return counts.rate(); }
  void add(const AttendanceRow& row);

  bool operator==(const AttendanceSummary&) const = default;
};

// What rate() is, for a manifest or a page.
std::string_view attendance_rate_definition();

// One pass over the source.
Result<AttendanceSummary> summarize_attendance(RowSource& source, const RowFilter& filter);

}  // namespace baraza::server
