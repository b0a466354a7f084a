// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace baraza::sim {

// Adds `check` to baraza-sim: the deterministic simulator. `exit_code` takes the outcome (0 all
// held, 1 an invariant broke, 2 usage) and outlives the parsing.
void add_check_command(CLI::App& app, int& exit_code);

}  // namespace baraza::sim
