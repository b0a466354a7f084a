// SPDX-License-Identifier: Apache-2.0
#include "shared/system/zone.h"

#include <date/tz.h>

#include <chrono>
#include <exception>
#include <string>

namespace baraza {
namespace {

// Looks the name up without date::locate_zone, which throws and falls back to alternative names.
// Throws only where the database itself can't be read.
const date::time_zone* find_zone(std::string_view name) {
  const auto& zones = date::get_tzdb().zones;
  for (const date::time_zone& zone : zones) {
    if (zone.name() == name) return &zone;
  }
  return nullptr;
}

constexpr std::int64_t kYear0Ms = -62'167'219'200'000;      // 0000-01-01T00:00:00Z
constexpr std::int64_t kYear10000Ms = 253'402'300'800'000;  // 10000-01-01T00:00:00Z
constexpr std::int64_t kDayMs = 86'400'000;

}  // namespace

bool is_zone(std::string_view zone) {
  try {
    return find_zone(zone) != nullptr;
  } catch (const std::exception&) {
    return false;
  }
}

Result<ZoneTime> zone_time(Instant at, std::string_view zone) {
  // A day's margin at both ends, so that no offset leads out of the four digits.
  if (at.ms < kYear0Ms + kDayMs || at.ms >= kYear10000Ms - kDayMs) {
    return fail(Code::invalid_argument, "the time is outside the years 0 to 9999");
  }
  try {
    const date::time_zone* found = find_zone(zone);
    if (found == nullptr) {
      return fail(Code::invalid_argument, "there is no time zone named '" + std::string(zone) +
                                              "'; write it like Africa/Kampala");
    }
    const auto local = found->to_local(
        date::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{at.ms}});
    const auto days = date::floor<date::days>(local);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - days).count();
    return ZoneTime{{static_cast<std::int32_t>(days.time_since_epoch().count())},
                    static_cast<int>(minutes)};
  } catch (const std::exception& error) {
    return fail(Code::storage_failed,
                std::string("the time zone database can't be read: ") + error.what());
  }
}

Result<CivilDate> civil_date(Instant at, std::string_view zone) {
  const auto found = zone_time(at, zone);
  if (!found) return fail(found.error());
  return found->date;
}

std::string own_zone() {
  try {
    return date::current_zone()->name();
  } catch (const std::exception&) {
    return "UTC";
  }
}

}  // namespace baraza
