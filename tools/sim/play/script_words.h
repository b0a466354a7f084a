// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace baraza::sim {

// One line of a script as words, split at blanks; "double quotes" hold a word with blanks together.
// An empty line, or one that begins with #, has no words. invalid_argument for an open quote.
Result<std::vector<std::string>> script_words(std::string_view line);

// A word that is a number and nothing else; empty otherwise.
std::optional<std::uint32_t> number_from(const std::string& word);

}  // namespace baraza::sim
