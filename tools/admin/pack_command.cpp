// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/pack_command.h"

#include <algorithm>
#include <variant>

#include "server/app/admin_answers.h"
#include "shared/content/library.h"
#include "shared/op/derive.h"
#include "shared/system/files.h"

namespace baraza::admin {
namespace {

using content::CoursePack;
using content::InstrumentPack;
using content::Pack;
using content::PackSource;
using content::StepPack;

std::string summary(const InstrumentPack& pack) {
  const std::string items =
      pack.items.size() == 1 ? "1 item" : std::to_string(pack.items.size()) + " items";
  return items + ", totals " + std::to_string(pack.lowest_total()) + " to " +
         std::to_string(pack.highest_total()) +
         (pack.structure_only ? ", structure only: not for use without its text" : "");
}
std::string summary(const CoursePack& pack) {
  const std::string sessions = std::to_string(pack.session_count()) + " sessions";
  if (pack.max_members == 1) return sessions + " for one person";
  return sessions + " for " + std::to_string(pack.min_members) + " to " +
         std::to_string(pack.max_members) + " members";
}
std::string summary(const StepPack& pack) {
  return std::to_string(pack.steps.size()) + " steps";
}

std::string kind_of(const InstrumentPack&) {
  return "instrument";
}
std::string kind_of(const CoursePack&) {
  return "course";
}
std::string kind_of(const StepPack&) {
  return "steps";
}

Result<void> print(const Pack& pack, Printer& printer) {
  return std::visit(
      [&](const auto& one) {
        return server::answer_row(printer, {{"kind", kind_of(one)},
                                            {"id", one.id},
                                            {"version", std::int64_t{one.version}},
                                            {"title", one.title},
                                            {"holds", summary(one)},
                                            {"file", one.origin},
                                            {"licence", one.licence_note}});
      },
      pack);
}

struct FileBytes {
  std::string name;
  Bytes bytes;
};

Result<std::vector<FileBytes>> read_files(const std::vector<std::filesystem::path>& files) {
  std::vector<FileBytes> out;
  for (const auto& file : files) {
    // One byte more than a pack may have, so that parse_pack() says what is wrong with a longer
    // one.
    auto bytes = read_file(file, content::pack_bytes_max + 1);
    if (!bytes && bytes.error().code == Code::too_large) {
      return fail(Code::invalid_argument, file.string() + ": the pack is longer than " +
                                              std::to_string(content::pack_bytes_max) + " bytes");
    }
    if (!bytes) return fail(bytes.error());
    out.push_back({file.string(), std::move(*bytes)});
  }
  return out;
}

}  // namespace

Result<void> check_packs(const std::vector<std::filesystem::path>& files, Printer& printer) {
  auto read = read_files(files);
  if (!read) return fail(read.error());
  std::vector<PackSource> sources;
  for (const PackSource& shipped : content::shipped_packs()) {
    const bool is_given = std::any_of(
        read->begin(), read->end(), [&](const auto& file) { return file.bytes == shipped.bytes; });
    if (!is_given) sources.push_back(shipped);
  }
  for (const FileBytes& file : *read) sources.push_back({file.name, file.bytes});
  if (auto library = content::PackLibrary::from(sources, pack_hash); !library) {
    return fail(library.error());
  }
  for (const FileBytes& file : *read) {
    const auto pack = content::parse_pack(file.name, file.bytes, pack_hash);
    if (!pack) return fail(pack.error());
    if (auto done = print(*pack, printer); !done) return done;
  }
  return printer.finish();
}

Result<void> list_packs(Printer& printer) {
  for (const PackSource& shipped : content::shipped_packs()) {
    const auto pack = content::parse_pack(shipped.name, shipped.bytes, pack_hash);
    if (!pack) return fail(pack.error());
    if (auto done = print(*pack, printer); !done) return done;
  }
  return printer.finish();
}

}  // namespace baraza::admin
