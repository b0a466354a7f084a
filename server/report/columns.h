// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "server/projection/group_rows.h"
#include "server/report/csv.h"

// The columns of the export tables: what each is called, what it means, and how its cell is made.
// Headers, cells and the manifest come from here, so that they can't part. Columns are only ever
// appended, and keep their names and meaning.
namespace baraza::server {

enum class CellType { text, number, date, instant };
// "text", "number", "date" (YYYY-MM-DD), "instant" (ISO 8601, UTC).
std::string_view cell_type_name(CellType type);

// For people and manifests.
struct ColumnMeaning {
  std::string name;  // snake_case, ASCII
  CellType type = CellType::text;
  std::string meaning;
};

template <class Row>
struct Column {
  ColumnMeaning is;
  std::function<Cell(const GroupContext&, const Row&)> cell;
};

std::vector<Column<AttendanceRow>> attendance_columns();
std::vector<Column<MoodRow>> mood_columns();

template <class Row>
std::vector<ColumnMeaning> meanings_of(const std::vector<Column<Row>>& columns) {
  std::vector<ColumnMeaning> out;
  out.reserve(columns.size());
  for (const Column<Row>& column : columns) out.push_back(column.is);
  return out;
}

template <class Row>
std::vector<Cell> header_of(const std::vector<Column<Row>>& columns) {
  std::vector<Cell> out;
  out.reserve(columns.size());
  for (const Column<Row>& column : columns) out.push_back(column.is.name);
  return out;
}

template <class Row>
std::vector<Cell> cells_of(const std::vector<Column<Row>>& columns, const GroupContext& context,
                           const Row& row) {
  std::vector<Cell> out;
  out.reserve(columns.size());
  for (const Column<Row>& column : columns) out.push_back(column.cell(context, row));
  return out;
}

// --- cells and columns that both tables have ------------------------------------------------

template <class Id>
Cell id_cell(const Id& id) {
  return id.is_zero() ? Cell{} : Cell{to_hex(id)};
}
Cell date_cell(CivilDate date);
// Blank if a laptop's clock was so wrong that the year hasn't four digits.
Cell instant_cell(std::optional<Instant> instant);

// Where the row belongs and which session it is about.
template <class Row>
void add_place_columns(std::vector<Column<Row>>& columns) {
  const auto add = [&](const char* name, CellType type, const char* meaning, auto cell) {
    columns.push_back({{name, type, meaning}, cell});
  };
  using enum CellType;
  add("programme_id", text, "the programme",
      [](const GroupContext& group, const Row&) { return id_cell(group.programme); });
  add("site_id", text, "the site of the group",
      [](const GroupContext& group, const Row&) { return id_cell(group.site); });
  add("group_id", text, "the group",
      [](const GroupContext&, const Row& row) { return id_cell(row.group); });
  add("session_id", text, "the session; one id on two dates is two sessions",
      [](const GroupContext&, const Row& row) { return id_cell(row.session.key.session); });
  add("session_number", number, "number in the plan; blank for an extra or a waiting session",
      [](const GroupContext&, const Row& row) { return number_cell(row.session.number); });
  add("session_date", date, "day of the session as spoken of at the site",
      [](const GroupContext&, const Row& row) { return date_cell(row.session.key.date); });
}

// What stands behind the columns of a table's own.
template <class Row>
void add_group_columns(std::vector<Column<Row>>& columns) {
  const auto add = [&](const char* name, CellType type, const char* meaning, auto cell) {
    columns.push_back({{name, type, meaning}, cell});
  };
  using enum CellType;
  add("session_status", text,
      "open, closed, amended (corrected afterwards), waiting (its opening isn't here)",
      [](const GroupContext&, const Row& row) {
        return text_cell(session_status_name(row.session.status));
      });
  add("site_name", text, "name of the site",
      [](const GroupContext& group, const Row&) { return text_cell(group.site_name); });
  add("group_name", text, "name of the group",
      [](const GroupContext& group, const Row&) { return text_cell(group.group_name); });
  add("time_zone", text, "time zone of the site",
      [](const GroupContext& group, const Row&) { return text_cell(group.time_zone); });
  add("course", text, "pack of the group's course",
      [](const GroupContext& group, const Row&) { return text_cell(group.course.id); });
  add("course_version", number, "version of that pack",
      [](const GroupContext& group, const Row&) -> Cell { return group.course.version; });
  add("entries_by_newer_version", number,
      "entries of the group that a newer version made and this one couldn't read; above 0 the "
      "group's rows may lack something",
      [](const GroupContext&, const Row& row) -> Cell {
        return static_cast<std::int64_t>(row.entries_by_newer_version);
      });
}

}  // namespace baraza::server
