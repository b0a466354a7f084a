// SPDX-License-Identifier: Apache-2.0
#include "client/app/zone_local_time.h"

#include "shared/system/zone.h"

namespace baraza::app {

ZoneLocalTime::ZoneLocalTime() : own_zone_(own_zone()) {}

client::LocalMoment ZoneLocalTime::at(Instant instant, std::string_view zone) const {
  if (!zone.empty()) {
    if (const auto there = zone_time(instant, zone)) return {there->date, there->minute_of_day};
  }
  if (const auto here = zone_time(instant, own_zone_)) return {here->date, here->minute_of_day};
  // Without a database of zones, UTC is the only time that can be told.
  const std::int64_t minute = instant.ms / minutes(1).ms - (instant.ms % minutes(1).ms < 0 ? 1 : 0);
  const std::int64_t day = minute / 1440 - (minute % 1440 < 0 ? 1 : 0);
  return {CivilDate{static_cast<std::int32_t>(day)}, static_cast<int>(minute - day * 1440)};
}

}  // namespace baraza::app
