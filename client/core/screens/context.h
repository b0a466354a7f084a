// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "client/core/kept.h"
#include "client/core/replica.h"
#include "client/core/sync_badge.h"
#include "shared/content/library.h"
#include "shared/text/catalogue.h"

namespace baraza::client {

// A moment as people at a place speak of it.
struct LocalMoment {
  CivilDate date;
  int minute_of_day = 0;
};

// Tells the local time of an IANA zone. The real one asks the system's database; tests bring their
// own. Used by one thread.
class LocalTime {
 public:
  virtual ~LocalTime() = default;
  // In the laptop's own zone if `zone` is empty or unknown.
  virtual LocalMoment at(Instant instant, std::string_view zone) const = 0;
};

// What every view model is made from: what this laptop holds, in whose words, and when. Models are
// pure functions of it, with strings ready to draw. References are valid for the call.
struct ScreenContext {
  const Replica& replica;
  const content::PackLibrary& packs;
  const text::Catalogue& words;
  const LocalTime& local;
  Now now;
  AccountId self;        // who is at this laptop
  bool privacy = false;  // names become "Member 4", scores are hidden
  SyncBadge badge;
  bool online = false;
  std::optional<Instant> offline_since;  // empty while online
  std::optional<Instant> sent_at;        // when the server last had everything
  const KeptEntries* kept = nullptr;     // of the tray; null: none
};

}  // namespace baraza::client
