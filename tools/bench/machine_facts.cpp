// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/machine_facts.h"

#include <sys/utsname.h>
#include <sys/vfs.h>

#include <array>
#include <fstream>
#include <thread>

#include "shared/base/bytes.h"

namespace baraza::bench {
namespace {

std::string cpu_model() {
  std::ifstream info("/proc/cpuinfo");
  std::string line;
  while (std::getline(info, line)) {
    if (!line.starts_with("model name")) continue;
    const auto colon = line.find(": ");
    if (colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
}

std::string file_system(const std::filesystem::path& path) {
  struct statfs found {};
  if (::statfs(path.c_str(), &found) != 0) return "unknown";
  // Numbers as in linux/magic.h: the ones that a laptop or a small server has.
  constexpr std::array<std::pair<long, const char*>, 5> known{{{0xEF53, "ext4"},
                                                               {0x01021994, "tmpfs"},
                                                               {0x9123683E, "btrfs"},
                                                               {0x58465342, "xfs"},
                                                               {0x794C7630, "overlayfs"}}};
  for (const auto& [number, name] : known) {
    if (static_cast<long>(found.f_type) == number) return name;
  }
  return "type " + std::to_string(found.f_type);
}

// How much others had to do: processes that ran or wanted to, on average.
double load_of_a_minute() {
  double load = 0;
  std::ifstream("/proc/loadavg") >> load;
  return load;
}

}  // namespace

Json machine_facts(const std::filesystem::path& scratch) {
  struct utsname system {};
  ::uname(&system);
  std::error_code ignored;
  const auto folder = scratch.empty() ? std::filesystem::temp_directory_path(ignored) : scratch;
  return {{"cpu", cpu_model()},
          {"cores", std::thread::hardware_concurrency()},
          {"load_of_a_minute", load_of_a_minute()},
          {"kernel", std::string(system.sysname) + " " + system.release},
          {"file_system", file_system(folder)},
          {"build_type", BARAZA_BUILD_TYPE},
          {"version", BARAZA_VERSION}};
}

}  // namespace baraza::bench
