// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>

namespace baraza::v1 {
class AdminRequest;
}

namespace baraza::admin {

// Building blocks of the command line. A setter is called with the text as it was typed.
using Setter = std::function<void(std::string)>;

CLI::Option* option(CLI::App* to, const std::string& name, Setter set, const std::string& help);
// May be given more than once, or with several values, or with commas between them.
CLI::Option* list_option(CLI::App* to, const std::string& name, Setter add,
                         const std::string& help);

// A command below `parent`. Global options may stand before and after it.
CLI::App* subcommand(CLI::App* parent, const std::string& name, const std::string& help);
// One that only has commands below it.
CLI::App* family(CLI::App* parent, const std::string& name, const std::string& help);

// The commands that change the directory: programme, site, account, group, grant, device. They
// fill the request, which outlives the app.
void add_directory_commands(CLI::App& app, v1::AdminRequest& request);

}  // namespace baraza::admin
