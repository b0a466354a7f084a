// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/check/check_command.h"

#include <atomic>
#include <charconv>
#include <chrono>
#include <iostream>
#include <mutex>
#include <thread>

#include "shared/base/plant.h"
#include "tools/sim/check/check_report.h"
#include "tools/sim/scenarios/scenario.h"
#include "tools/sim/world/invariants.h"
#include "tools/sim/world/plant_switch.h"
#include "tools/sim/world/run_seed.h"

namespace baraza::sim {
namespace {

constexpr int kUsage = 2;
// Each of these seeds runs twice, to see that nothing but the seed decides.
constexpr std::uint64_t kRepeatEvery = 50;

struct CheckOptions {
  std::string seeds;
  std::string scenario;
  int plant = 0;
  int threads = 1;
  bool json = false;
  bool verbose = false;
  bool list = false;
  bool no_scenarios = false;
};

struct SeedRange {
  std::uint64_t first = 1;
  std::uint64_t last = 0;
};

// "7" or "1..50"
std::optional<SeedRange> parse_seeds(std::string_view text) {
  const auto number = [](std::string_view digits) -> std::optional<std::uint64_t> {
    std::uint64_t out = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return out;
  };
  const auto dots = text.find("..");
  const auto first = number(text.substr(0, dots));
  const auto last = dots == std::string_view::npos ? first : number(text.substr(dots + 2));
  if (!first || !last || *first > *last) return std::nullopt;
  return SeedRange{*first, *last};
}

void list_all() {
  std::cout << "scenarios\n";
  for (const Scenario& scenario : all_scenarios()) {
    std::cout << "  " << scenario.name << "\n      " << scenario.sentence << "\n";
  }
  std::cout << "invariants\n";
  for (const Invariant& invariant : all_invariants()) {
    std::cout << "  " << invariant.name << "\n      " << invariant.sentence << "\n";
  }
}

// Seeds in rising order, by as many threads as asked for; each world lives in one thread.
class SeedRunner {
 public:
  SeedRunner(const CheckOptions& options, SeedRange range, CheckReport& report)
      : options_(options), range_(range), report_(report), next_(range.first) {}

  void run() {
    std::vector<std::thread> threads;
    for (int i = 1; i < options_.threads; ++i) threads.emplace_back([this] { work(); });
    work();
    for (std::thread& thread : threads) thread.join();
    if (!found_) return;
    report_.finding = found_finding_;
    report_.where = "seed " + std::to_string(*found_);
    report_.repeat = "baraza-sim check --no-scenarios --seeds " + std::to_string(*found_);
    if (options_.plant != 0) report_.repeat += " --plant " + std::to_string(options_.plant);
  }

 private:
  void work() {
    for (;;) {
      const std::uint64_t seed = next_.fetch_add(1);
      if (seed > range_.last || stop_.load()) return;
      RunResult result = run_seed(seed, options_.verbose);
      if (!result.finding && seed % kRepeatEvery == 0) {
        const RunResult again = run_seed(seed, false);
        ++result.counts.runs_repeated;
        if (again.trace != result.trace) {
          result.finding = Finding{"same_seed_same_run", "two runs of one seed differ"};
        }
      }
      const std::lock_guard lock(mutex_);
      report_.counts.add(result.counts);
      if (!result.finding) continue;
      stop_.store(true);
      if (found_ && *found_ < seed) continue;
      found_ = seed;
      found_finding_ = result.finding;
    }
  }

  const CheckOptions& options_;
  SeedRange range_;
  CheckReport& report_;
  std::atomic<std::uint64_t> next_;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::optional<std::uint64_t> found_;
  std::optional<Finding> found_finding_;
};

// False if one broke.
bool run_scenarios(const CheckOptions& options, CheckReport& report) {
  for (const Scenario& scenario : all_scenarios()) {
    if (!options.scenario.empty() && options.scenario != scenario.name) continue;
    const RunResult result = run_scenario(scenario, options.verbose);
    ++report.counts.scenarios;
    report.counts.add(result.counts);
    if (!result.finding) continue;
    report.finding = result.finding;
    report.where = "scenario " + std::string(scenario.name);
    report.repeat = "baraza-sim check --scenario " + std::string(scenario.name);
    return false;
  }
  return true;
}

int usage(const std::string& what) {
  std::cerr << what << "\nRun baraza-sim check --help for more.\n";
  return kUsage;
}

int check(const CheckOptions& options) {
  if (options.list) {
    list_all();
    return 0;
  }
  if (options.plant < 0 || options.plant > plant_count) {
    return usage("there is no plant " + std::to_string(options.plant) + "; plants are 1 to " +
                 std::to_string(plant_count));
  }
  if (options.threads < 1 || options.threads > 64) return usage("--threads takes 1 to 64");
  if (!options.scenario.empty() && find_scenario(options.scenario) == nullptr) {
    return usage("there is no scenario " + options.scenario + "; see --list");
  }
  std::optional<SeedRange> range;
  if (!options.seeds.empty()) {
    range = parse_seeds(options.seeds);
    if (!range) return usage("--seeds takes a number or a range such as 1..50");
  } else if (options.scenario.empty()) {
    return usage("say which seeds: --seeds 1..50, or one scenario: --scenario NAME");
  }

  set_plant(static_cast<Plant>(options.plant));
  CheckReport report;
  const auto began = std::chrono::steady_clock::now();
  // The scenarios are about the code as it ships; with a plant the seeds have to find it.
  const bool scenarios = !options.no_scenarios && (options.plant == 0 || !options.scenario.empty());
  if (!scenarios || run_scenarios(options, report)) {
    if (range) SeedRunner(options, *range, report).run();
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  print_report(report, options.json);
  return report.finding ? 1 : 0;
}

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command = app.add_subcommand(
      "check",
      "Runs the real cores in simulated worlds where everything fails, and checks what "
      "must hold");
  command->add_option("--seeds", options->seeds, "one seed, or a range such as 1..2000");
  command->add_option("--scenario", options->scenario, "run one named scenario");
  command->add_option("--plant", options->plant,
                      "plant this bug (1 to 9) and see that it is found");
  command->add_option("--threads", options->threads, "worlds at a time");
  command->add_flag("--json", options->json, "outcome and counts as JSON");
  command->add_flag("--verbose", options->verbose, "every event, on stderr");
  command->add_flag("--list", options->list, "name scenarios and invariants");
  command->add_flag("--no-scenarios", options->no_scenarios, "seeds only");
  command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace baraza::sim
