// SPDX-License-Identifier: Apache-2.0
#include "server/report/csv.h"

#include <algorithm>
#include <array>

namespace baraza::server {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Signs that begin a formula: as in ASCII, full-width (U+FF1D, FF0B, FF0D, FF20) and small
// (U+FE66, FE62, FE63, FE6B).
constexpr std::array<std::string_view, 12> kFormulaSigns = {"=",
                                                            "+",
                                                            "-",
                                                            "@",
                                                            "\xEF\xBC\x9D",
                                                            "\xEF\xBC\x8B",
                                                            "\xEF\xBC\x8D",
                                                            "\xEF\xBC\xA0",
                                                            "\xEF\xB9\xA6",
                                                            "\xEF\xB9\xA2",
                                                            "\xEF\xB9\xA3",
                                                            "\xEF\xB9\xAB"};

// What a reader may drop before it looks at the first sign: blanks (also U+00A0, U+3000), marks
// without width (U+200B, U+FEFF), quotation marks.
constexpr std::array<std::string_view, 6> kDropped = {
    " ", "\"", "\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B", kByteOrderMark};

template <std::size_t N>
std::size_t length_of_any(const std::array<std::string_view, N>& forms, std::string_view text) {
  for (const std::string_view form : forms) {
    if (text.starts_with(form)) return form.size();
  }
  return 0;
}

bool begins_cell(char before) {
  return before == ';' || before == '\t' || before == '\r' || before == '\n';
}

bool begins_formula(std::string_view text) {
  while (const std::size_t length = length_of_any(kDropped, text)) text.remove_prefix(length);
  return length_of_any(kFormulaSigns, text) > 0;
}

bool begins_with_control(std::string_view text) {
  return !text.empty() && (text[0] == '\t' || text[0] == '\r' || text[0] == '\n');
}

}  // namespace

Cell text_cell(std::string_view text) {
  if (text.empty()) return {};
  return std::string(text);
}

Cell yes_no_cell(bool value) {
  return std::string(value ? "yes" : "no");
}

CsvOptions csv_for_excel() {
  return {LineEnd::crlf, true};
}

std::string guard_formula(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_start = i == 0;
    const std::string_view rest = text.substr(i);
    if (is_start && begins_with_control(rest)) out += '\'';
    if ((is_start || begins_cell(text[i - 1])) && begins_formula(rest)) out += '\'';
    out += text[i];
  }
  return out;
}

CsvWriter::CsvWriter(Sink& sink, CsvOptions options) : sink_(sink), options_(options) {
  if (options_.byte_order_mark) waiting_ = kByteOrderMark;
}

void CsvWriter::append_text(std::string_view text) {
  const std::string guarded = guard_formula(text);
  const bool edge_blank = guarded.starts_with(' ') || guarded.ends_with(' ');
  if (!edge_blank && guarded.find_first_of(",;\"\t\r\n") == std::string::npos) {
    waiting_ += guarded;
    return;
  }
  waiting_ += '"';
  for (const char c : guarded) {
    if (c == '"') waiting_ += '"';
    waiting_ += c;
  }
  waiting_ += '"';
}

void CsvWriter::append(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    waiting_ += std::to_string(*number);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    append_text(*text);
  }
}

Result<void> CsvWriter::row(std::span<const Cell> cells) {
  if (failed_) return fail(*failed_);
  const std::size_t before = waiting_.size();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) waiting_ += ',';
    append(cells[i]);
  }
  // One blank cell alone would be an empty line, which readers pass over.
  if (waiting_.size() == before) waiting_ += "\"\"";
  waiting_ += options_.line_end == LineEnd::crlf ? "\r\n" : "\n";
  return waiting_.size() >= kPieceBytes ? hand_over() : Result<void>{};
}

Result<void> CsvWriter::hand_over() {
  const std::string piece = std::move(waiting_);
  waiting_.clear();
  Result<void> written = sink_.write(piece);
  if (!written) failed_ = written.error();
  return written;
}

Result<void> CsvWriter::finish() {
  if (failed_) return fail(*failed_);
  return waiting_.empty() ? Result<void>{} : hand_over();
}

}  // namespace baraza::server
