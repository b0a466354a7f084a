// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "server/report/export.h"

namespace baraza::server {

// What an export was made from and how.
struct ManifestFacts {
  Epoch epoch;              // with the commit: as of when
  CommitNumber commit = 0;  // the last that the source had
  std::string software_version;
  Instant exported_at;
  ExportOptions options;
};

// manifest.json, to lie beside the tables: as-of, filter, and for each table its file, rows, bytes,
// SHA-256, what it may lack, and what every column means. With it the same tables can be made again
// years later, and compared. Ends with a line feed.
std::string manifest_json(const ManifestFacts& facts, std::span<const ExportSummary> tables);

}  // namespace baraza::server
