// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "shared/content/library.h"
#include "shared/op/entry.h"

namespace baraza::bench {

// The first `ops` entries of a group's `main` stream, signed by two facilitators in turn: nine
// members come in, then session after session is opened, marked, checked in on with both
// instruments, corrected here and there, and closed.
std::vector<Entry> course_year(std::size_t ops, const content::PackLibrary& packs, Random& random);

}  // namespace baraza::bench
