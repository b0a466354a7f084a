// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace baraza::sim {

// How much happened: a simulator that found nothing has to show what it went through.
struct Counts {
  std::uint64_t seeds = 0;
  std::uint64_t scenarios = 0;
  std::uint64_t events = 0;
  std::uint64_t acts = 0;           // intents that were written
  std::uint64_t acts_declined = 0;  // intents that the client refused to write
  std::uint64_t acts_not_saved = 0;
  std::uint64_t ops = 0;  // entries in the server's logs at the end
  std::uint64_t alarms = 0;
  std::uint64_t connects = 0;
  std::uint64_t cuts = 0;  // connections cut, half-open ones and those of a crash too
  std::uint64_t half_open = 0;
  std::uint64_t frames_lost = 0;
  std::uint64_t frames_spoilt = 0;
  std::uint64_t frames_replayed = 0;
  std::uint64_t server_crashes = 0;
  std::uint64_t client_crashes = 0;
  std::uint64_t crashes_with_unsynced_loss = 0;
  std::uint64_t commits_failed = 0;  // of the server's log
  std::uint64_t disk_full_periods = 0;
  std::uint64_t offline_periods = 0;
  std::uint64_t clocks_wrong = 0;
  std::uint64_t revocations = 0;
  std::uint64_t grants = 0;
  std::uint64_t disks_copied = 0;
  std::uint64_t enrolled_anew = 0;
  std::uint64_t held = 0;
  std::uint64_t settlements = 0;
  std::uint64_t disputes = 0;
  std::uint64_t groups_formed = 0;  // from a site's list, on a laptop
  std::uint64_t runs_repeated = 0;  // seeds run twice, with equal traces
  std::uint64_t digests_compared = 0;
  std::uint64_t signatures_checked = 0;

  static constexpr auto fields() {
    using C = Counts;
    return std::to_array<std::pair<std::string_view, std::uint64_t C::*>>({
        {"seeds", &C::seeds},
        {"scenarios", &C::scenarios},
        {"events", &C::events},
        {"acts", &C::acts},
        {"acts_declined", &C::acts_declined},
        {"acts_not_saved", &C::acts_not_saved},
        {"ops", &C::ops},
        {"alarms", &C::alarms},
        {"connects", &C::connects},
        {"cuts", &C::cuts},
        {"half_open", &C::half_open},
        {"frames_lost", &C::frames_lost},
        {"frames_spoilt", &C::frames_spoilt},
        {"frames_replayed", &C::frames_replayed},
        {"server_crashes", &C::server_crashes},
        {"client_crashes", &C::client_crashes},
        {"crashes_with_unsynced_loss", &C::crashes_with_unsynced_loss},
        {"commits_failed", &C::commits_failed},
        {"disk_full_periods", &C::disk_full_periods},
        {"offline_periods", &C::offline_periods},
        {"clocks_wrong", &C::clocks_wrong},
        {"revocations", &C::revocations},
        {"grants", &C::grants},
        {"disks_copied", &C::disks_copied},
        {"enrolled_anew", &C::enrolled_anew},
        {"held", &C::held},
        {"settlements", &C::settlements},
        {"disputes", &C::disputes},
        {"groups_formed", &C::groups_formed},
        {"runs_repeated", &C::runs_repeated},
        {"digests_compared", &C::digests_compared},
        {"signatures_checked", &C::signatures_checked},
    });
  }
  void add(const Counts& other) {
    for (const auto& [name, field] : fields()) this->*field += other.*field;
  }
};

}  // namespace baraza::sim
