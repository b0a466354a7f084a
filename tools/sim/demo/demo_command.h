// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace baraza::sim {

// Adds `demo` to baraza-sim: makes a district to try things out with. `exit_code` takes the outcome
// and outlives the parsing.
void add_demo_command(CLI::App& app, int& exit_code);

}  // namespace baraza::sim
