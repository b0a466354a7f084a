// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace baraza {

// Time zones by their IANA name ("Africa/Kampala"), as the system's own database knows them. The
// names are read once, at first use. Safe to use from any thread.

// True if the database has a zone of exactly this name.
bool is_zone(std::string_view zone);

// The day that people in that zone call this instant. invalid_argument if there is no such zone or
// the year isn't one of four digits; storage_failed if the system's database can't be read.
Result<CivilDate> civil_date(Instant at, std::string_view zone);

// The day there, and the minutes since its midnight by its clocks. Errors as of civil_date().
struct ZoneTime {
  CivilDate date;
  int minute_of_day = 0;
};
Result<ZoneTime> zone_time(Instant at, std::string_view zone);

// The name of the zone that this computer is set to; "UTC" if it can't be told.
std::string own_zone();

}  // namespace baraza
