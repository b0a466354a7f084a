// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "tools/admin/printer.h"

namespace baraza::admin {

// Reads packs from files, together with those that come with Baraza, since a course may name both.
// Prints a row for each file. invalid_argument if anything is wrong; the detail has a line for
// every fault, `FILE:LINE:COLUMN: what is wrong`, in the order of the files. A file that is one of
// the shipped packs byte for byte stands for it.
Result<void> check_packs(const std::vector<std::filesystem::path>& files, Printer& printer);

// Prints the packs that come with Baraza, a row each.
Result<void> list_packs(Printer& printer);

}  // namespace baraza::admin
