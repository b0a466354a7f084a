// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/base/code.h"
#include "shared/text/catalogue.h"

namespace baraza::text {

// What a person at a laptop reads for this code: what happened, what is safe, what to do. The
// server sends codes, never sentences, so a newer server's code may be unknown here; it has a
// sentence too. Never empty.
std::string sentence_for(const Catalogue& catalogue, Code code);

}  // namespace baraza::text
