// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace baraza::sim {

// Adds `proxy` to baraza-sim: a bad network as a process of its own, driven by standard input.
// `exit_code` takes the outcome and outlives the parsing.
void add_proxy_command(CLI::App& app, int& exit_code);

}  // namespace baraza::sim
