// SPDX-License-Identifier: Apache-2.0
#include "server/report/export.h"

namespace baraza::server {
namespace {

// Counts and hashes what goes through.
class CountingSink final : public Sink {
 public:
  explicit CountingSink(Sink& sink) : sink_(sink) {}

  Result<void> write(ByteView bytes) override {
    sha256_.add(bytes);
    bytes_ += bytes.size();
    return sink_.write(bytes);
  }
  std::uint64_t bytes() const { return bytes_; }
  Sha256Digest finish() { return sha256_.finish(); }

 private:
  Sink& sink_;
  Sha256 sha256_;
  std::uint64_t bytes_ = 0;
};

// `rows_of` gives a group's rows; `note` hears of each that is written.
template <class Row, class RowsOf, class Note>
Result<ExportSummary> export_table(const char* table, const std::vector<Column<Row>>& columns,
                                   RowSource& source, Sink& to, const ExportOptions& options,
                                   RowsOf rows_of, Note note) {
  ExportSummary out;
  out.table = table;
  out.file = out.table + ".csv";
  out.columns = meanings_of(columns);
  CountingSink sink(to);
  CsvWriter csv(sink, options.csv);
  if (auto written = csv.row(header_of(columns)); !written) return fail(written.error());
  const auto take = [&](const GroupContext& context, const model::MainState& main) -> Result<void> {
    if (!options.filter.takes(context)) return {};
    ++out.groups;
    out.entries_by_newer_version += main.basics.from_newer;
    out.unreadable_entries += main.basics.unreadable;
    for (const Row& row : rows_of(context, main)) {
      if (!options.filter.takes(row.session.key.date)) continue;
      if (auto written = csv.row(cells_of(columns, context, row)); !written) return written;
      ++out.rows;
      note(row);
    }
    return {};
  };
  if (auto read = source.each_group(options.filter, take); !read) return fail(read.error());
  if (auto written = csv.finish(); !written) return fail(written.error());
  out.bytes = sink.bytes();
  out.sha256 = sink.finish();
  return out;
}

}  // namespace

Result<ExportSummary> export_attendance(RowSource& source, Sink& sink,
                                        const ExportOptions& options) {
  AttendanceSummary summary;
  auto out = export_table(
      "attendance", attendance_columns(), source, sink, options,
      [](const GroupContext& context, const model::MainState& main) {
        return attendance_rows(context, main);
      },
      [&](const AttendanceRow& row) { summary.add(row); });
  if (out) out->attendance = summary;
  return out;
}

Result<ExportSummary> export_mood(RowSource& source, const content::PackLibrary& packs, Sink& sink,
                                  const ExportOptions& options) {
  return export_table(
      "mood", mood_columns(), source, sink, options,
      [&](const GroupContext& context, const model::MainState& main) {
        return mood_rows(context, main, packs);
      },
      [](const MoodRow&) {});
}

}  // namespace baraza::server
