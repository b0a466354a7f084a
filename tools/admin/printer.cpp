// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/printer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "baraza/v1/admin.pb.h"

namespace baraza::admin {
namespace {

// Columns stay columns whatever a name holds, and a terminal obeys none of it.
std::string printable(const std::string& text) {
  std::string out = text.empty() ? "-" : text;
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return out;
}

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not the rest of a character
  }));
}

std::string text_of(const v1::Cell& cell) {
  if (cell.has_number()) return std::to_string(cell.number());
  if (cell.has_yes()) return cell.yes() ? "yes" : "no";
  return cell.text();
}

nlohmann::ordered_json json_of(const v1::Cell& cell) {
  if (cell.has_number()) return cell.number();
  if (cell.has_yes()) return cell.yes();
  return cell.text();
}

std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

Printer::Printer(std::ostream& out, std::ostream& err, bool json, bool lists)
    : out_(out), err_(err), json_(json), lists_(lists) {}

Result<void> Printer::answer(const v1::AdminAnswer& answer) {
  if (answer.has_words()) err_ << answer.words() << std::endl;
  if (answer.has_manifest()) manifest_ = answer.manifest();
  if (answer.has_value()) {
    const auto& value = answer.value();
    out_ << (json_ ? dump({{value.name(), value.text()}}) : value.text()) << '\n';
  }
  if (answer.has_row()) add_row(answer);
  if (answer.has_data()) {
    if (file_) return file_->write(answer.data());
    out_ << answer.data();
  }
  if (!out_) return fail(Code::storage_failed, "can't write to standard output");
  return {};
}

void Printer::add_row(const v1::AdminAnswer& answer) {
  const auto& cells = answer.row().cells();
  if (json_) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    for (const auto& cell : cells) object[cell.name()] = json_of(cell);
    out_ << (printed_++ == 0 ? "[\n" : ",\n") << dump(object);
    return;
  }
  headings_.clear();
  std::vector<std::string>& row = rows_.emplace_back();
  for (const auto& cell : cells) {
    headings_.push_back(cell.name());
    row.push_back(printable(text_of(cell)));
  }
}

void Printer::print_table() {
  if (rows_.empty()) return;
  rows_.insert(rows_.begin(), headings_);
  std::vector<std::size_t> widths(headings_.size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(widths[i] - width_of(row[i]) + 2, ' ');
    }
    out_ << line << '\n';
  }
  rows_.clear();
}

Result<void> Printer::finish() {
  if (json_ && lists_) out_ << (printed_ == 0 ? "[]" : "\n]") << '\n';
  print_table();
  out_.flush();
  if (!out_) return fail(Code::storage_failed, "can't write to standard output");
  if (file_) return file_->keep();
  return {};
}

}  // namespace baraza::admin
