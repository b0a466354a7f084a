// SPDX-License-Identifier: Apache-2.0
#include "server/report/columns.h"

namespace baraza::server {
namespace {

using Columns = std::vector<Column<AttendanceRow>>;

bool is_marked(const AttendanceRow& row) {
  return row.mark.mark.has_value();
}

Cell attendance_cell(const GroupContext&, const AttendanceRow& row) {
  if (row.mark.disputed) return std::string("disputed");
  return is_marked(row) ? text_cell(model::mark_name(*row.mark.mark)) : Cell{};
}

Cell marked_by_cell(const GroupContext&, const AttendanceRow& row) {
  std::string out;
  for (const AnyId& author : row.marked_by) {
    if (!out.empty()) out += ' ';
    out += to_hex(author);
  }
  return text_cell(out);
}

}  // namespace

Columns attendance_columns() {
  Columns out;
  add_place_columns(out);
  using Row = AttendanceRow;
  using enum CellType;
  const auto add = [&](const char* name, CellType type, const char* meaning, auto cell) {
    out.push_back({{name, type, meaning}, cell});
  };
  add("member_id", text, "the member",
      [](const GroupContext&, const Row& row) { return id_cell(row.member); });
  add("seat", number, "the member's seat; blank if no admission is known",
      [](const GroupContext&, const Row& row) {
        return row.seat == 0 ? Cell{} : Cell{std::int64_t{row.seat}};
      });
  add("attendance", text,
      "present, late, left_early, absent_told, absent_unknown, excused; disputed: different marks "
      "stand until a person settles it; blank: see attendance_status",
      attendance_cell);
  add("attendance_status", text, "not_marked where attendance is blank, else blank",
      [](const GroupContext&, const Row& row) {
        return is_marked(row) ? Cell{} : Cell{std::string("not_marked")};
      });
  add("minutes", number, "late by, or left before the end by; blank: not said",
      [](const GroupContext&, const Row& row) { return number_cell(row.minutes); });
  add("reason", text, "reason as noted; blank: none, or in dispute",
      [](const GroupContext&, const Row& row) { return text_cell(row.reason); });
  add("added_after_closing", text, "yes: marked by somebody who knew that the session was closed",
      [](const GroupContext&, const Row& row) {
        return is_marked(row) ? yes_no_cell(row.added_after_closing) : Cell{};
      });
  add("membership_status", text,
      "not_member: marked without being a member on that day, out of the attendance rate; else "
      "blank",
      [](const GroupContext&, const Row& row) {
        return row.is_member ? Cell{} : Cell{std::string("not_member")};
      });
  add("marked_by", text,
      "account that marked, or its laptop's writer if no account is known; several with a blank "
      "between",
      marked_by_cell);
  add("marked_clock_time", instant,
      "when the last standing mark was made, as its laptop believed; blank if that is no real time",
      [](const GroupContext&, const Row& row) { return instant_cell(row.marked_clock_time); });
  add("marks", number, "how many marks stand, equal ones included",
      [](const GroupContext&, const Row& row) -> Cell {
        return static_cast<std::int64_t>(row.marks);
      });
  add_group_columns(out);
  return out;
}

}  // namespace baraza::server
