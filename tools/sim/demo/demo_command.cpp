// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_command.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "server/app/server.h"
#include "shared/op/derive.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"
#include "shared/vault/null_sealer.h"
#include "tools/sim/demo/demo_district.h"
#include "tools/sim/demo/demo_profiles.h"

namespace baraza::sim {
namespace {

struct DemoCommand {
  std::string folder;
  std::string server = "127.0.0.1:8443";
  std::uint64_t seed = 1;
  DemoSize size;
  std::string today;
  std::string passphrase;
  bool json = false;
};

void say(const DemoSummary& summary, bool json) {
  nlohmann::ordered_json out = {
      {"groups", summary.groups},       {"members", summary.members},
      {"sessions", summary.sessions},   {"marks", summary.marks},
      {"check_ins", summary.check_ins}, {"alarms", summary.alarms},
      {"disputed", summary.disputed},   {"alarms_unseen", summary.unseen},
      {"refused", summary.refused},     {"silent_laptops", summary.silent_laptops}};
  if (json) {
    std::cout << out.dump() << "\n";
    return;
  }
  for (const auto& [name, count] : out.items()) std::cout << name << " " << count << "\n";
}

int make(const DemoCommand& command) {
  DemoOptions options;
  const std::filesystem::path folder = command.folder;
  const auto address = server::split_address(command.server);
  if (!address) {
    std::cerr << "--server: " << address.error().detail << "\n";
    return exit_status(Code::invalid_argument);
  }
  options.server_folder = folder / "server";
  options.host = address->first;
  options.port = address->second;
  options.seed = command.seed;
  options.size = command.size;
  options.now = SystemClock().now().wall;
  if (!command.today.empty()) {
    const auto today = civil_date_from(command.today);
    if (!today) {
      std::cerr << "--today takes a day as YYYY-MM-DD\n";
      return exit_status(Code::invalid_argument);
    }
    // The morning of that day, before the first meeting.
    options.now = Instant{std::int64_t{today->days} * 86'400'000 + hours(6).ms};
  }
  vault::NullSealer sealer;
  SystemRandom random;
  DemoProfiles profiles(folder / "laptop", command.passphrase, random);
  const bool sealed = !command.passphrase.empty();
  options.sealer = [&](const DemoStaff& person) -> vault::Sealer& {
    return sealed ? profiles.sealer(person) : sealer;
  };
  options.laptop_folder = [&](const DemoStaff& person) -> Result<std::filesystem::path> {
    if (sealed) return profiles.make(person);
    return folder / "laptops" / person.handle;
  };
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) {
    std::cerr << packs.error().detail << "\n";
    return 1;
  }
  const auto summary = make_demo_district(options, *packs);
  if (!summary) {
    std::cerr << summary.error().detail << "\n";
    return exit_status(summary.error().code);
  }
  say(*summary, command.json);
  if (sealed) {
    std::cerr << "Everybody's part of one laptop is in " << (folder / "laptop").string()
              << ", to be opened with: baraza --data " << (folder / "laptop").string() << "\n";
  }
  std::cerr << "A district to try things out with is in " << command.folder
            << ". Its keys come from its seed: never put real people into it.\n";
  return 0;
}

}  // namespace

void add_demo_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<DemoCommand>();
  auto* command = app.add_subcommand(
      "demo", "Makes a district of invented people: two sites, groups in different weeks");
  command
      ->add_option("--data", options->folder,
                   "A new folder: server/ and laptops/NAME/, or laptop/, in it")
      ->required();
  command
      ->add_option("--server", options->server,
                   "HOST:PORT at which the laptops look for the server")
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Other people, other weeks")->capture_default_str();
  command
      ->add_option("--groups", options->size.groups,
                   "Groups; those after the fourth are Rose's, the first of them meets today")
      ->capture_default_str()
      ->check(CLI::Range(4, 64));
  command->add_option("--weeks", options->size.weeks, "How far back groups after the fourth reach")
      ->capture_default_str()
      ->check(CLI::Range(4, 156));
  command->add_option("--today", options->today,
                      "The day on whose morning it stands (YYYY-MM-DD); else today");
  command->add_option(
      "--passphrase", options->passphrase,
      "Everybody's, of 8 letters or more: the persons are then profiles in laptop/, "
      "for the window to open; else folders in clear in laptops/NAME/");
  command->add_flag("--json", options->json, "What there is, as JSON");
  command->callback([options, &exit_code] { exit_code = make(*options); });
}

}  // namespace baraza::sim
