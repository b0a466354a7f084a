// SPDX-License-Identifier: Apache-2.0
// Tables for programme managers, from one snapshot of the log.
#include "baraza/v1/admin.pb.h"
#include "server/app/admin_answers.h"
#include "server/app/admin_executor.h"
#include "server/app/directory_reading.h"
#include "server/core/admin_acts.h"
#include "server/report/export.h"
#include "server/report/manifest.h"
#include "server/report/row_source.h"
#include "shared/model/apply.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

// The groups of a snapshot that this viewer may export, folded one at a time.
class SnapshotRows final : public RowSource {
 public:
  SnapshotRows(LogReader& reader, const policy::Directory& directory, const Viewer& viewer)
      : reader_(reader), directory_(directory), viewer_(viewer) {}

  Result<void> each_group(const RowFilter& filter, const Take& take) override {
    std::map<std::pair<SiteId, GroupId>, bool> order;
    for (const auto& [id, entry] : directory_.groups()) order[{entry.site, id}] = true;
    for (const auto& [key, unused] : order) {
      if (!viewer_.sees(key.first)) continue;
      const auto context = group_context(directory_, key.second);
      if (!context) return fail(context.error());
      if (!filter.takes(*context)) continue;
      model::MainState main;
      auto done =
          reader_.for_each_entry(stream_id(StreamKind::main, key.second), 0,
                                 [&](Position, const Entry& entry, const Hash&) -> Result<void> {
                                   const auto op = open_entry(entry);
                                   if (!op) return fail(op.error());
                                   model::apply_main(main, *op);
                                   return {};
                                 });
      if (!done) return done;
      if (auto taken = take(*context, main); !taken) return taken;
    }
    return {};
  }

 private:
  LogReader& reader_;
  const policy::Directory& directory_;
  const Viewer& viewer_;
};

// Hands the table on in the pieces in which it is made.
class PieceSink final : public Sink {
 public:
  explicit PieceSink(AdminSink& sink) : sink_(sink) {}
  Result<void> write(ByteView bytes) override {
    v1::AdminAnswer answer;
    answer.set_data(Bytes(bytes));
    return sink_.answer(answer);
  }

 private:
  AdminSink& sink_;
};

Result<RowFilter> filter_of(const v1::Export& command, const policy::Directory& directory) {
  RowFilter out;
  if (!command.group().empty()) {
    const auto group = find_group(directory, command.group());
    if (!group) return fail(group.error());
    out.group = *group;
  }
  if (!command.site().empty()) {
    const auto site = find_site(directory, command.site());
    if (!site) return fail(site.error());
    out.site = *site;
  }
  if (out.group && out.site && directory.group(*out.group)->site != *out.site) {
    return fail(Code::not_found, "the group '" + command.group() + "' isn't of the site '" +
                                     command.site() + "', so the table would be empty");
  }
  return out;
}

// What was asked for by name and may not be seen is refused, not silently empty.
Result<void> check_filter(const RowFilter& filter, const policy::Directory& directory,
                          const Viewer& viewer) {
  const bool hidden_group = filter.group && !viewer.sees(directory.group(*filter.group)->site);
  const bool hidden_site = filter.site && !viewer.sees(*filter.site);
  if (!hidden_group && !hidden_site) return {};
  return fail(Code::not_allowed,
              "this account may not export that; an administrator or manager "
              "of its programme may");
}

Result<ManifestFacts> facts_of(LogReader& reader, const ExportOptions& options, Instant now) {
  const auto epoch = reader.meta("epoch");
  if (!epoch) return fail(epoch.error());
  const auto id = *epoch ? Epoch::from(**epoch) : std::nullopt;
  if (!id) return fail(Code::storage_damaged, "the log has no epoch");
  const auto commit = reader.commit_number();
  if (!commit) return fail(commit.error());
  return ManifestFacts{*id, *commit, BARAZA_VERSION, now, options};
}

}  // namespace

Result<void> AdminExecutor::export_rows(const v1::AdminRequest& request, AdminSink& sink) {
  const v1::Export& command = request.export_();
  auto reader = LogReader::open(parts_.folder);
  if (!reader) return fail(reader.error());
  const auto snapshot = read_directory(**reader);
  if (!snapshot) return fail(snapshot.error());
  const policy::Directory& directory = snapshot->directory;
  const auto viewer =
      Viewer::find(**reader, directory, request.as(), policy::AdminAct::export_data);
  if (!viewer) return fail(viewer.error());
  const auto filter = filter_of(command, directory);
  if (!filter) return fail(filter.error());
  if (auto fits = check_filter(*filter, directory, *viewer); !fits) return fits;
  ExportOptions options;
  options.filter = *filter;
  if (command.excel()) options.csv = csv_for_excel();
  const auto facts = facts_of(**reader, options, parts_.clock.now().wall);
  if (!facts) return fail(facts.error());

  SnapshotRows rows(**reader, directory, *viewer);
  PieceSink pieces(sink);
  Result<ExportSummary> summary = fail(Code::invalid_argument, "an export that isn't known here");
  if (command.what() == v1::Export::WHAT_ATTENDANCE) {
    summary = export_attendance(rows, pieces, options);
  } else if (command.what() == v1::Export::WHAT_MOOD) {
    summary = export_mood(rows, parts_.packs, pieces, options);
  }
  if (!summary) return fail(summary.error());
  summary->file = command.file();
  v1::AdminAnswer answer;
  answer.set_manifest(manifest_json(*facts, std::span(&*summary, 1)));
  if (auto told = sink.answer(answer); !told) return told;
  if (summary->entries_by_newer_version > 0) {
    return answer_words(sink, std::to_string(summary->entries_by_newer_version) +
                                  " entries made by a newer version couldn't be read; rows may "
                                  "lack something");
  }
  return {};
}

}  // namespace baraza::server
