// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/model/values.h"
#include "shared/text/catalogue.h"

namespace baraza::client {

// What an attendance mark says, for a sentence of its own: "Came", "Came 12 minutes late".
std::string mark_words(const text::Catalogue& words, model::Mark mark, std::uint32_t minutes = 0);

}  // namespace baraza::client
