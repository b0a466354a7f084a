// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace baraza::sim {

// One line of a script as words, split at blanks; "double quotes" hold a word with blanks together.
// An empty line, or one that begins with #, has no words. invalid_argument for an open quote.
Result<std::vector<std::string>> script_words(std::string_view line);

}  // namespace baraza::sim
