// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "server/app/admin_executor.h"
#include "tools/admin/export_file.h"

namespace baraza::admin {

// Prints answers: data on `out`, words on `err`. Rows as a table with a line of headings, or with
// `json` as one array of objects. Data of an export goes to a file, if one is given.
class Printer final : public server::AdminSink {
 public:
  Printer(std::ostream& out, std::ostream& err, bool json, bool lists);

  void write_data_to(ExportFile file) { file_ = std::move(file); }
  Result<void> answer(const v1::AdminAnswer& answer) override;
  // The end of a command that went well: what waits is printed, the file kept.
  Result<void> finish();
  const std::string& manifest() const { return manifest_; }

 private:
  void add_row(const v1::AdminAnswer& answer);
  void print_table();

  std::ostream& out_;
  std::ostream& err_;
  const bool json_;
  const bool lists_;
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;  // of the table
  std::size_t printed_ = 0;                     // rows, with json
  std::optional<ExportFile> file_;
  std::string manifest_;
};

}  // namespace baraza::admin
