// SPDX-License-Identifier: Apache-2.0
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <optional>
#include <thread>

#include "client/profiles/profiles.h"
#include "shared/system/random.h"
#include "tools/bench/samples.h"
#include "tools/bench/scratch_folder.h"
#include "tools/bench/window_process.h"

namespace baraza::bench {
namespace {

constexpr const char* kPassphrase = "three quiet trees";
constexpr const char* kFacilitator = "Rose Akinyi";

// A port that was free a moment ago: the laptop's folder names it before there is a server.
Result<std::string> free_address() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  struct sockaddr_in address {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* plain = reinterpret_cast<struct sockaddr*>(&address);
  const bool found = ::bind(socket, plain, size) == 0 && ::getsockname(socket, plain, &size) == 0;
  if (socket >= 0) ::close(socket);
  if (!found) return fail(Code::unavailable, "there is no free port on the loopback interface");
  return "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
}

// A year of one laptop: the district of the demo, and groups that reach back a year before it. One
// of the groups belongs to the other site.
Result<void> make_year(const std::filesystem::path& folder, int groups,
                       const std::string& address) {
  auto demo = ChildProcess::start({"baraza-sim", "demo", "--data", folder.string(), "--passphrase",
                                   kPassphrase, "--groups", std::to_string(groups + 1), "--weeks",
                                   "52", "--server", address});
  if (!demo) return fail(demo.error());
  if (demo->wait() == 0) return {};
  return fail(Code::unavailable, "the year's data can't be made: baraza-sim demo failed");
}

// The person's part of the laptop, locked at the cost that people's are: the demo's are cheap.
Result<std::string> lock_in_earnest(const std::filesystem::path& laptop, const std::string& name) {
  const auto profiles = client::list_profiles(laptop);
  if (!profiles) return fail(profiles.error());
  SystemRandom random;
  for (const client::Profile& profile : *profiles) {
    if (profile.name != name) continue;
    const auto locked = client::change_profile_passphrase(profile, kPassphrase, kPassphrase,
                                                          vault::PassphraseCost{}, random);
    if (!locked) return fail(locked.error());
    return profile.id;
  }
  return fail(Code::not_found, "the demo has nobody called " + name);
}

Result<WindowProcess> open_window(const std::filesystem::path& folder, bool online) {
  std::vector<std::string> words = {"baraza",  "--data", (folder / "laptop").string(), "--script",
                                    "-",       "--out",  (folder / "out").string(),    "--size",
                                    "1280x800"};
  if (!online) words.emplace_back("--offline");
  auto child = ChildProcess::start(words);
  if (!child) return fail(child.error());
  return WindowProcess(std::move(*child));
}

Result<void> ask_all(WindowProcess& window, const std::vector<std::string>& commands) {
  for (const std::string& command : commands) {
    if (auto done = window.ask(command); !done) return fail(done.error());
  }
  return {};
}

struct Starts {
  Samples drawn;
  Samples home;
};

// From the start of the process until the first screen is shown; from Enter behind the passphrase
// until home is.
Result<WindowProcess> start_to_home(const std::filesystem::path& folder, const std::string& profile,
                                    Starts& starts, bool online = false) {
  const auto begin = steady_now();
  auto window = open_window(folder, online);
  if (!window) return fail(window.error());
  const std::string person = "unlock.person." + profile;
  if (auto shown = window->ask("wait " + person); !shown) return fail(shown.error());
  starts.drawn.add(ms_between(begin, steady_now()));
  if (auto typed = ask_all(*window, {"click " + person, "pause 200",
                                     "type \"" + std::string(kPassphrase) + "\"", "pause 200"});
      !typed) {
    return fail(typed.error());
  }
  const auto unlocked = steady_now();
  if (auto home = ask_all(*window, {"press Enter", "wait home.open"}); !home) {
    return fail(home.error());
  }
  starts.home.add(ms_between(unlocked, steady_now()));
  return std::move(*window);
}

Result<Samples> frame_times(WindowProcess& window, int count) {
  const auto answer = window.ask("frames " + std::to_string(count));
  if (!answer) return fail(answer.error());
  Samples out;
  for (const double ms : answer->at("frames_ms")) out.add(ms);
  return out;
}

// How many entries wait, as the badge says it: it counts what is on the disk.
Result<int> unsent(WindowProcess& window) {
  const auto answer = window.ask("expect top.sync");
  if (!answer) return fail(answer.error());
  return std::atoi(answer->at("text").get<std::string>().c_str());
}

// From a key that marks somebody until the mark is on the disk and the screen says so. The window
// draws at most as often as its monitor shows, and the script sees only what was shown.
Result<Samples> key_times(WindowProcess& window, int count) {
  Samples out;
  auto entries = unsent(window);
  if (!entries) return fail(entries.error());
  for (int i = 0; i < count; ++i) {
    const auto begin = steady_now();
    const std::string key = i % 2 == 0 ? "press L" : "press P";
    const std::string wanted = std::to_string(*entries + i + 1) + " on this laptop";
    if (auto done = ask_all(window, {key, "wait top.sync \"" + wanted + "\""}); !done) {
      return fail(done.error());
    }
    out.add(ms_between(begin, steady_now()));
  }
  return out;
}

Result<double> idle_percent(const WindowProcess& window, Duration time) {
  const auto before = processor_s(window.pid());
  if (!before) return fail(before.error());
  const auto begin = steady_now();
  std::this_thread::sleep_for(std::chrono::milliseconds(time.ms));
  const auto after = processor_s(window.pid());
  if (!after) return fail(after.error());
  return (*after - *before) * 1000 / ms_between(begin, steady_now()) * 100;
}

// At home, beside a server that the laptop is connected with, and after that is gone.
struct Rest {
  double with_server_percent = 0;
  double without_server_percent = 0;
};

Result<Rest> rest_at_home(const std::filesystem::path& folder, const std::string& profile,
                          const std::string& address, Duration time) {
  // What connecting and its end bring to do is over by then.
  constexpr auto settled = std::chrono::seconds(3);
  Starts not_counted;
  std::optional<ChildProcess> server;
  auto started =
      ChildProcess::start({"barazad", "--data", (folder / "server").string(), "--listen", address});
  if (!started) return fail(started.error());
  server.emplace(std::move(*started));
  auto window = start_to_home(folder, profile, not_counted, true);
  if (!window) return fail(window.error());
  // It says so once it has been connected and nothing waits.
  if (auto online = window->ask("wait top.sync.note \"Sent at\""); !online) {
    return fail(online.error());
  }
  std::this_thread::sleep_for(settled);
  const auto with = idle_percent(*window, time);
  if (!with) return fail(with.error());
  server.reset();
  std::this_thread::sleep_for(settled);
  const auto without = idle_percent(*window, time);
  if (!without) return fail(without.error());
  return Rest{*with, *without};
}

struct BareWindow {
  std::string renderer;
  Json memory;
};

// What GLFW, Dear ImGui and graphics take by themselves.
Result<BareWindow> bare_window() {
  auto window = ChildProcess::start({"baraza-bench", "bare-window"});
  if (!window) return fail(window.error());
  auto renderer = window->line(seconds(30));
  if (!renderer) return fail(renderer.error());
  auto memory = memory_of(window->pid());
  if (!memory) return fail(memory.error());
  return BareWindow{*std::move(renderer), *std::move(memory)};
}

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

}  // namespace

Result<Json> bench_client(const ClientOptions& options) {
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) {
    return fail(Code::unavailable,
                "there is no display; on one that no monitor shows: tools/with_display "
                "baraza-bench client");
  }
  auto scratch = ScratchFolder::make(options.scratch);
  if (!scratch) return fail(scratch.error());
  const auto folder = scratch->path() / "year";
  const auto address = free_address();
  if (!address) return fail(address.error());
  if (auto made = make_year(folder, options.groups, *address); !made) return fail(made.error());
  const auto profile = lock_in_earnest(folder / "laptop", kFacilitator);
  if (!profile) return fail(profile.error());

  Starts starts;
  for (int i = 1; i < options.starts; ++i) {
    if (auto window = start_to_home(folder, *profile, starts); !window) {
      return fail(window.error());
    }
  }
  const auto rest = rest_at_home(folder, *profile, *address, options.idle);
  if (!rest) return fail(rest.error());
  auto window = start_to_home(folder, *profile, starts);
  if (!window) return fail(window.error());
  const auto memory = memory_of(window->pid());
  if (!memory) return fail(memory.error());
  const auto bare = bare_window();
  if (!bare) return fail(bare.error());

  if (auto there = ask_all(*window, {"click home.open", "wait session.attendance"}); !there) {
    return fail(there.error());
  }
  const auto session = frame_times(*window, options.frames);
  if (!session) return fail(session.error());
  const auto idle_session = idle_percent(*window, options.idle);
  if (!idle_session) return fail(idle_session.error());
  if (auto there = ask_all(*window, {"press A", "wait attendance.row.1"}); !there) {
    return fail(there.error());
  }
  const auto attendance = frame_times(*window, options.frames);
  if (!attendance) return fail(attendance.error());
  if (auto there = ask_all(*window, {"click attendance.row.1", "press E", "pause 500"}); !there) {
    return fail(there.error());
  }
  const auto keys = key_times(*window, options.keys);
  if (!keys) return fail(keys.error());

  const char* display = std::getenv("DISPLAY");
  return Json{{"groups", options.groups},
              {"window", "1280x800"},
              {"display", display == nullptr ? "Wayland" : display},
              {"renderer", bare->renderer},
              {"start_to_drawn", starts.drawn.json()},
              {"unlock_to_home", starts.home.json()},
              {"frame_of_session", session->json()},
              {"frame_of_attendance", attendance->json()},
              {"key_to_durable_and_drawn", keys->json()},
              {"idle_at_home_with_server_percent", rounded(rest->with_server_percent)},
              {"idle_at_home_without_server_percent", rounded(rest->without_server_percent)},
              {"idle_in_session_percent", rounded(*idle_session)},
              {"idle_s", options.idle.ms / 1000},
              {"memory", *memory},
              {"memory_of_bare_window", bare->memory}};
}

}  // namespace baraza::bench
