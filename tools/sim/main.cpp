// SPDX-License-Identifier: Apache-2.0
#include "tools/command_line/parse.h"
#include "tools/sim/check/check_command.h"
#include "tools/sim/demo/demo_command.h"
#include "tools/sim/play/play_command.h"
#include "tools/sim/proxy/proxy_command.h"

// baraza-sim: clients from a script, a bad network, and the simulator.
int main(int argc, char** argv) {
  CLI::App app{"Baraza's simulator and scripted clients", "baraza-sim"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "baraza-sim " BARAZA_VERSION);
  int exit_code = 0;
  baraza::sim::add_check_command(app, exit_code);
  baraza::sim::add_demo_command(app, exit_code);
  baraza::sim::add_play_command(app, exit_code);
  baraza::sim::add_proxy_command(app, exit_code);
  baraza::command_line::add_help_all(app);
  if (const auto status = baraza::command_line::parse(app, argc, argv)) return *status;
  return exit_code;
}
