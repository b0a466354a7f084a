// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "server/app/admin_executor.h"

namespace baraza::server {

// Answers as the commands give them; the generated messages stay in one source.

using CellValue = std::variant<std::string, std::int64_t, bool>;
using RowCells = std::vector<std::pair<std::string_view, CellValue>>;

Result<void> answer_row(AdminSink& sink, const RowCells& cells);
Result<void> answer_value(AdminSink& sink, std::string_view name, std::string text);
Result<void> answer_words(AdminSink& sink, std::string words);

// The body of an op of this kind (its name, empty if a newer version made it) for a person to read:
// JSON, or hexadecimal where it can't be told.
std::string body_as_text(std::string_view kind, ByteView body);

}  // namespace baraza::server
