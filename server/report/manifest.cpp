// SPDX-License-Identifier: Apache-2.0
#include "server/report/manifest.h"

#include <nlohmann/json.hpp>

namespace baraza::server {
namespace {

// Keeps the order in which members are added, so that manifests read alike and compare by line.
using Json = nlohmann::ordered_json;

Json filter_json(const RowFilter& filter) {
  const auto id = [](const auto& value) { return value ? Json(to_hex(*value)) : Json(nullptr); };
  const auto date = [](const auto& value) { return value ? Json(to_text(*value)) : Json(nullptr); };
  Json out;
  out["site_id"] = id(filter.site);
  out["group_id"] = id(filter.group);
  out["first_session_date"] = date(filter.first_date);
  out["last_session_date"] = date(filter.last_date);
  return out;
}

Json attendance_json(const AttendanceSummary& summary) {
  const rules::AttendanceCounts& counts = summary.counts;
  const auto rate = summary.rate();
  Json out;
  out["rate"] = rate ? Json(*rate) : Json(nullptr);
  out["came"] = counts.came();
  out["counted"] = counts.counted();
  out["present"] = counts.present;
  out["late"] = counts.late;
  out["left_early"] = counts.left_early;
  out["absent_told"] = counts.absent_told;
  out["absent_unknown"] = counts.absent_unknown;
  out["excused"] = counts.excused;
  out["disputed"] = counts.disputed;
  out["not_marked"] = counts.unmarked;
  out["not_member"] = summary.not_member;
  return out;
}

Json table_json(const ExportSummary& table) {
  Json out;
  out["name"] = table.table;
  out["file"] = table.file.empty() ? Json(nullptr) : Json(table.file);
  out["groups"] = table.groups;
  out["rows"] = table.rows;
  out["bytes"] = table.bytes;
  out["sha256"] = to_hex(table.sha256);
  out["entries_by_newer_version"] = table.entries_by_newer_version;
  out["unreadable_entries"] = table.unreadable_entries;
  if (table.attendance) out["attendance"] = attendance_json(*table.attendance);
  out["columns"] = Json::array();
  for (const ColumnMeaning& column : table.columns) {
    Json is;
    is["name"] = column.name;
    is["type"] = cell_type_name(column.type);
    is["meaning"] = column.meaning;
    out["columns"].push_back(std::move(is));
  }
  return out;
}

}  // namespace

std::string manifest_json(const ManifestFacts& facts, std::span<const ExportSummary> tables) {
  Json out;
  out["format"] = 1;
  out["as_of"]["epoch"] = to_hex(facts.epoch);
  out["as_of"]["commit"] = facts.commit;
  out["exported_at"] = to_text(facts.exported_at);
  out["software_version"] = facts.software_version;
  out["filter"] = filter_json(facts.options.filter);
  const CsvOptions& csv = facts.options.csv;
  out["csv"]["encoding"] = "UTF-8";
  out["csv"]["line_end"] = csv.line_end == LineEnd::crlf ? "CRLF" : "LF";
  out["csv"]["byte_order_mark"] = csv.byte_order_mark;
  out["definitions"]["blank"] = "missing or not applicable, never 0; a _status column says why";
  out["definitions"]["formula_guard"] =
      "a text that a spreadsheet could take for a formula has an apostrophe before it";
  out["definitions"]["attendance_rate"] = attendance_rate_definition();
  out["tables"] = Json::array();
  for (const ExportSummary& table : tables) out["tables"].push_back(table_json(table));
  // Text that isn't UTF-8 is replaced rather than thrown over.
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace baraza::server
