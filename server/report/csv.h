// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "server/report/sink.h"

// Comma-separated values by RFC 4180, in UTF-8.
namespace baraza::server {

// Nothing, a number or a text. A number is written bare and is never guarded; what people typed is
// always a text, even if it looks like a number.
using Cell = std::variant<std::monostate, std::int64_t, std::string>;

// Blank for an empty optional: blank is never 0.
template <class Number>
Cell number_cell(const std::optional<Number>& number) {
  if (!number) return {};
  return static_cast<std::int64_t>(*number);
}
// Blank for an empty text.
Cell text_cell(std::string_view text);
// "yes" or "no".
Cell yes_no_cell(bool value);

enum class LineEnd { lf, crlf };

struct CsvOptions {
  LineEnd line_end = LineEnd::lf;
  bool byte_order_mark = false;
};
// What a double click in Excel needs: with the mark it reads UTF-8, without it something else.
CsvOptions csv_for_excel();

// Makes a text harmless to programs that take some texts for formulas. An apostrophe, which they
// read as "this is text", goes before a text that begins with = + - @, a tab, a line end, or the
// full-width or small form of those signs, also behind blanks and quotation marks. The same goes
// for what follows a semicolon, tab or line end within the text: where the list separator is the
// semicolon, as in French or Portuguese, Excel begins a new cell there. Any other text is returned
// as it is.
std::string guard_formula(std::string_view text);

// Writes rows to a sink, in pieces of some ten kilobytes. After a failure it writes no more and
// finish() tells it. Used by one thread; the sink must outlive it.
class CsvWriter {
 public:
  CsvWriter(Sink& sink, CsvOptions options);

  // One line. Fails as the sink does.
  Result<void> row(std::span<const Cell> cells);
  // Hands over what still waits. Nothing is written to the sink after it.
  Result<void> finish();

 private:
  void append(const Cell& cell);
  void append_text(std::string_view text);
  Result<void> hand_over();

  Sink& sink_;
  CsvOptions options_;
  std::string waiting_;
  std::optional<Error> failed_;
};

}  // namespace baraza::server
