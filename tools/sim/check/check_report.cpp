// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/check/check_report.h"

#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

namespace baraza::sim {

void print_report(const CheckReport& report, bool json) {
  if (report.finding) {
    std::cerr << "invariant " << report.finding->invariant << " broken at " << report.where << "\n"
              << "  " << report.finding->detail << "\n"
              << "  again: " << report.repeat << "\n";
  }
  if (!json) {
    for (const auto& [name, field] : Counts::fields()) {
      std::cout << std::setw(28) << std::left << name << report.counts.*field << "\n";
    }
    std::cerr << "took " << std::fixed << std::setprecision(1) << report.seconds << " s\n";
    return;
  }
  nlohmann::ordered_json out;
  out["ok"] = !report.finding;
  if (report.finding) {
    out["invariant"] = report.finding->invariant;
    out["where"] = report.where;
    out["detail"] = report.finding->detail;
    out["repeat"] = report.repeat;
  }
  out["seconds"] = report.seconds;
  for (const auto& [name, field] : Counts::fields()) {
    out["counts"][std::string(name)] = report.counts.*field;
  }
  std::cout << out.dump(2) << "\n";
}

}  // namespace baraza::sim
