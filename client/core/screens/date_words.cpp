// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/date_words.h"

#include <chrono>

#include "shared/text/fill.h"

namespace baraza::client {
namespace {

std::chrono::year_month_day ymd_of(CivilDate date) {
  return std::chrono::sys_days{std::chrono::days{date.days}};
}

std::string month_words(const text::Catalogue& words, unsigned month) {
  switch (month) {
    case 1: return words.translate("January");
    case 2: return words.translate("February");
    case 3: return words.translate("March");
    case 4: return words.translate("April");
    case 5: return words.translate("May");
    case 6: return words.translate("June");
    case 7: return words.translate("July");
    case 8: return words.translate("August");
    case 9: return words.translate("September");
    case 10: return words.translate("October");
    case 11: return words.translate("November");
    default: return words.translate("December");
  }
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string weekday_words(const text::Catalogue& words, CivilDate date) {
  const std::chrono::weekday day{std::chrono::sys_days{std::chrono::days{date.days}}};
  switch (day.iso_encoding()) {
    case 1: return words.translate("Monday");
    case 2: return words.translate("Tuesday");
    case 3: return words.translate("Wednesday");
    case 4: return words.translate("Thursday");
    case 5: return words.translate("Friday");
    case 6: return words.translate("Saturday");
    default: return words.translate("Sunday");
  }
}

std::string short_day_words(const text::Catalogue& words, CivilDate date) {
  const auto ymd = ymd_of(date);
  const std::string day = std::to_string(static_cast<unsigned>(ymd.day()));
  const std::string month = month_words(words, static_cast<unsigned>(ymd.month()));
  return text::fill(words.translate("{day} {month}"), {{"day", day}, {"month", month}});
}

std::string day_words(const text::Catalogue& words, CivilDate date) {
  const std::string weekday = weekday_words(words, date);
  const std::string day = short_day_words(words, date);
  return text::fill(words.translate("{weekday} {day}"), {{"weekday", weekday}, {"day", day}});
}

std::string hour_words(int minute_of_day) {
  return two_digits(minute_of_day / 60) + ":" + two_digits(minute_of_day % 60);
}

std::string when_words(const text::Catalogue& words, const LocalMoment& moment, CivilDate today) {
  const std::string hour = hour_words(moment.minute_of_day);
  const int ago = today - moment.date;
  if (ago == 0) return hour;
  if (ago < 0 || ago > 6) return short_day_words(words, moment.date);
  const std::string weekday = weekday_words(words, moment.date);
  return text::fill(words.translate("{weekday} {hour}"), {{"weekday", weekday}, {"hour", hour}});
}

std::string distance_words(const text::Catalogue& words, CivilDate date, CivilDate today) {
  const int ahead = date - today;
  if (ahead == 0) return words.translate("today");
  if (ahead == 1) return words.translate("tomorrow");
  if (ahead == -1) return words.translate("yesterday");
  const std::string count = std::to_string(ahead < 0 ? -ahead : ahead);
  const auto days = static_cast<std::uint64_t>(ahead < 0 ? -ahead : ahead);
  const std::string form = ahead < 0 ? words.translate("{count} day ago", "{count} days ago", days)
                                     : words.translate("in {count} day", "in {count} days", days);
  return text::fill(form, {{"count", count}});
}

}  // namespace baraza::client
