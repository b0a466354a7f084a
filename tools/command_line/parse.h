// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

// What the command lines of the programs share.
namespace baraza::command_line {

// What is wrong with the commands of a command line that CLI11 refused: the word that is none, what
// it may have been meant to be, and those there are. Empty if the commands are right, so that
// something else is wrong. `words` are the arguments without the program's name.
std::optional<std::string> command_fault(const CLI::App& app,
                                         const std::vector<std::string>& words);

// The help of every command below `app` that does something, one after the other.
std::string help_of_all(const CLI::App& app);

// Adds --help-all to the program's app.
void add_help_all(CLI::App& app);

// Parses; the exit status if the program is to end here: 0 after help or version, on stdout, 2
// after a sentence on stderr about what can't be understood. Runs the callbacks of what was parsed.
std::optional<int> parse(CLI::App& app, int argc, const char* const* argv);

}  // namespace baraza::command_line
