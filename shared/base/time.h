// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baraza {

// Three kinds of time, never mixed (DESIGN section 5). Nothing here reads a clock.

// A length of time in milliseconds.
struct Duration {
  std::int64_t ms = 0;
  auto operator<=>(const Duration&) const = default;
};
constexpr Duration milliseconds(std::int64_t n) {
  return {n};
}
constexpr Duration seconds(std::int64_t n) {
  return {n * 1000};
}
constexpr Duration minutes(std::int64_t n) {
  return {n * 60'000};
}
constexpr Duration hours(std::int64_t n) {
  return {n * 3'600'000};
}

// A point in time by a wall clock: milliseconds since 1970 UTC. For people to read; order and truth
// never rest on it.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};
constexpr Instant operator+(Instant at, Duration d) {
  return {at.ms + d.ms};
}
constexpr Duration operator-(Instant a, Instant b) {
  return {a.ms - b.ms};
}

// A point on a clock that only goes forward; its zero means nothing. For deadlines.
struct Tick {
  std::int64_t ms = 0;
  auto operator<=>(const Tick&) const = default;
};
constexpr Tick operator+(Tick at, Duration d) {
  return {at.ms + d.ms};
}
constexpr Duration operator-(Tick a, Tick b) {
  return {a.ms - b.ms};
}

// Both clocks as read at one moment; passed into every step of the state machines.
struct Now {
  Instant wall;
  Tick tick;
};

// A day as people at a site speak of it, without a time zone.
struct CivilDate {
  std::int32_t days = 0;  // since 1970-01-01
  auto operator<=>(const CivilDate&) const = default;
};
constexpr CivilDate operator+(CivilDate date, int days) {
  return {date.days + days};
}
constexpr int operator-(CivilDate a, CivilDate b) {
  return a.days - b.days;
}

// "2026-11-23". The year has four digits.
std::string to_text(CivilDate date);
// Empty unless it is a real day written as YYYY-MM-DD.
std::optional<CivilDate> civil_date_from(std::string_view text);

// "2026-11-23T06:10:00.000Z"
std::string to_text(Instant instant);

}  // namespace baraza
