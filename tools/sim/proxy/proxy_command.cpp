// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/proxy/proxy_command.h"

#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tools/sim/proxy/fault_proxy.h"

namespace baraza::sim {
namespace {

constexpr char kCommands[] =
    "cut, close, refuse on|off, stall on|off, delay MS, trickle BYTES, "
    "corrupt, counts";

nlohmann::json counts_of(const FaultProxy& proxy) {
  const ProxyCounts counts = proxy.counts();
  return {{"open", proxy.open_connections()},
          {"connections", counts.connections},
          {"bytes_to_server", counts.bytes_to_server},
          {"bytes_to_client", counts.bytes_to_client},
          {"cut", counts.cut},
          {"refused", counts.refused},
          {"stalls", counts.stalls},
          {"delayed", counts.delayed},
          {"trickled", counts.trickled},
          {"corrupted", counts.corrupted}};
}

// False if there is no such command.
bool obey(FaultProxy& proxy, const std::string& line) {
  std::istringstream words(line);
  std::string word;
  std::string value;
  words >> word >> value;
  const bool on = value == "on";
  if (word == "cut") {
    proxy.cut_all(Cut::reset);
  } else if (word == "close") {
    proxy.cut_all(Cut::close);
  } else if (word == "refuse") {
    proxy.refuse(on);
  } else if (word == "stall") {
    proxy.stall(on);
  } else if (word == "delay") {
    proxy.set_delay(milliseconds(std::strtol(value.c_str(), nullptr, 10)));
  } else if (word == "trickle") {
    proxy.trickle(std::strtoull(value.c_str(), nullptr, 10));
  } else if (word == "corrupt") {
    proxy.corrupt_next_byte();
  } else if (word != "counts") {
    return false;
  }
  return true;
}

int run_proxy(const std::string& target) {
  const auto colon = target.rfind(':');
  const unsigned long port =
      colon == std::string::npos ? 0 : std::strtoul(target.c_str() + colon + 1, nullptr, 10);
  if (port == 0 || port > 65535) {
    std::cerr << "--target takes HOST:PORT\n";
    return exit_status(Code::invalid_argument);
  }
  auto proxy = FaultProxy::start(target.substr(0, colon), static_cast<std::uint16_t>(port));
  if (!proxy) {
    std::cerr << proxy.error().detail << "\n";
    return exit_status(proxy.error().code);
  }
  std::cout << "listening on 127.0.0.1:" << (*proxy)->port() << std::endl;
  std::string line;
  while (std::getline(std::cin, line)) {
    const bool known = obey(**proxy, line);
    nlohmann::json answer = counts_of(**proxy);
    answer["ok"] = known;
    if (!known) std::cerr << "no command '" << line << "'; there are: " << kCommands << "\n";
    std::cout << answer.dump() << std::endl;
  }
  return 0;
}

}  // namespace

void add_proxy_command(CLI::App& app, int& exit_code) {
  auto target = std::make_shared<std::string>();
  auto* command = app.add_subcommand(
      "proxy", std::string("A bad network between clients and a server; commands on standard "
                           "input, each answered by its counts as JSON: ") +
                   kCommands);
  command->add_option("--target", *target, "The server, HOST:PORT with an IP address")->required();
  command->callback([target, &exit_code] { exit_code = run_proxy(*target); });
}

}  // namespace baraza::sim
