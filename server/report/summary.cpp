// SPDX-License-Identifier: Apache-2.0
#include "server/report/summary.h"

namespace baraza::server {

void AttendanceSummary::add(const AttendanceRow& row) {
  if (!row.is_member) {
    ++not_member;
    return;
  }
  const rules::AttendanceCounts one = rules::count_attendance({&row.mark, 1});
  counts.present += one.present;
  counts.late += one.late;
  counts.left_early += one.left_early;
  counts.absent_told += one.absent_told;
  counts.absent_unknown += one.absent_unknown;
  counts.excused += one.excused;
  counts.disputed += one.disputed;
  counts.unmarked += one.unmarked;
}

std::string_view attendance_rate_definition() {
  return "(present + late + left_early) / (present + late + left_early + absent_told + "
         "absent_unknown + excused), over members on the day of each session. Disputed and not "
         "marked rows are in neither part and are counted beside the rate, as are marks for "
         "somebody who wasn't a member on that day.";
}

Result<AttendanceSummary> summarize_attendance(RowSource& source, const RowFilter& filter) {
  AttendanceSummary out;
  const auto read = source.each_group(
      filter, [&](const GroupContext& context, const model::MainState& main) -> Result<void> {
        if (!filter.takes(context)) return {};
        for (const AttendanceRow& row : attendance_rows(context, main)) {
          if (filter.takes(row.session.key.date)) out.add(row);
        }
        return {};
      });
  if (!read) return fail(read.error());
  return out;
}

}  // namespace baraza::server
