// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/core/screens/context.h"

// Days and hours as people say them, in the catalogue's language. Pure.
namespace baraza::client {

// "Tuesday 12 May"
std::string day_words(const text::Catalogue& words, CivilDate date);
// "12 May"
std::string short_day_words(const text::Catalogue& words, CivilDate date);
// "Tuesday"
std::string weekday_words(const text::Catalogue& words, CivilDate date);
// "08:15"
std::string hour_words(int minute_of_day);
// "08:15" for a moment of today, "Tuesday 08:15" within the week before, else "12 May".
std::string when_words(const text::Catalogue& words, const LocalMoment& moment, CivilDate today);
// "today", "tomorrow", "in 5 days", "yesterday", "5 days ago"
std::string distance_words(const text::Catalogue& words, CivilDate date, CivilDate today);

}  // namespace baraza::client
