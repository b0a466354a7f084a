// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/report/columns.h"
#include "server/report/sha256.h"
#include "server/report/sink.h"
#include "server/report/summary.h"

// Tables for programme managers. An export is a function of what the source holds: the same commit
// gives the same bytes on any computer. It holds one group at a time.
namespace baraza::server {

struct ExportOptions {
  CsvOptions csv;
  RowFilter filter;
};

// What was written. Without the header line.
struct ExportSummary {
  std::string table;  // "attendance" or "mood"
  std::string file;   // what it is called, TABLE.csv unless somebody said otherwise; empty: in none
  std::vector<ColumnMeaning> columns;
  std::uint64_t groups = 0;  // that the filter took, with rows or without
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  Sha256Digest sha256;  // of all bytes handed to the sink
  // Of the groups' main streams: what this version couldn't show.
  std::uint64_t entries_by_newer_version = 0;
  std::uint64_t unreadable_entries = 0;
  std::optional<AttendanceSummary> attendance;  // of the rows; attendance only
};

// attendance.csv: a row a session and member. Fails as the source or the sink does; what the sink
// got by then is no export.
Result<ExportSummary> export_attendance(RowSource& source, Sink& sink,
                                        const ExportOptions& options);

// mood.csv: a row a check-in.
Result<ExportSummary> export_mood(RowSource& source, const content::PackLibrary& packs, Sink& sink,
                                  const ExportOptions& options);

}  // namespace baraza::server
