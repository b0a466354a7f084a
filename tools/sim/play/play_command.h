// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace baraza::sim {

// Adds `play` to baraza-sim: a client without a window, driven by a script. `exit_code` takes the
// outcome and outlives the parsing.
void add_play_command(CLI::App& app, int& exit_code);

}  // namespace baraza::sim
