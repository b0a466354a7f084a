// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/bytes.h"

namespace baraza::text {

// True if the bytes have the shape of a GNU .mo file: every table, and every text with the zero
// byte that ends it, lies inside, and the hash table points only at texts. Boost.Locale follows
// those numbers unchecked, so a damaged file would lead it out of memory.
bool is_whole_mo(ByteView mo);

}  // namespace baraza::text
