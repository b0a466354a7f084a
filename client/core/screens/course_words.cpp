// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/course_words.h"

#include <map>

#include "client/core/planned_session.h"
#include "shared/op/derive.h"

namespace baraza::client {

std::string zone_of(const Replica& replica, const GroupId& group) {
  const auto* entry = replica.directory().group(group);
  const auto* site =
      replica.directory().site(entry == nullptr ? model::site_of_list(group) : entry->site);
  return site == nullptr ? std::string() : site->site.time_zone;
}

std::string own_zone(const ScreenContext& context) {
  const auto& directory = context.replica.directory();
  const auto* self = directory.account(context.self);
  if (self == nullptr) return {};
  std::string out;
  for (const SiteId& id : self->sites) {
    const auto* site = directory.site(id);
    if (site == nullptr) continue;
    if (!out.empty() && out != site->site.time_zone) return {};
    out = site->site.time_zone;
  }
  return out;
}

CivilDate today_at(const ScreenContext& context, const GroupId& group) {
  return context.local.at(context.now.wall, zone_of(context.replica, group)).date;
}

CourseProgress course_progress(const ScreenContext& context, const GroupId& group) {
  const CivilDate today = today_at(context, group);
  const PlannedSession planned = planned_session(context.replica, context.packs, group, today);
  const model::MainState& main = context.replica.main(group);
  CourseProgress out;
  out.count = planned.count;
  std::map<std::uint32_t, bool> held;  // by number; true: it is open today
  for (const auto& [key, facts] : main.sessions) {
    if (facts.openings.empty()) continue;
    const std::uint32_t number = facts.openings.begin()->second.value.plan_number;
    const bool closed = facts.closing.shown(main.basics.replaced) != nullptr;
    const bool runs = key.date == today && !closed;
    if (runs) {
      // Of two that are open, the planned one.
      if (!out.open || number != 0) {
        out.open = true;
        out.number = number;
        out.session = key;
        out.day = key.date;
      }
    } else if (!out.last || out.last->date < key.date) {
      out.last = key;
      out.last_number = number;
    }
    if (key.date == today && closed) out.held_today = true;
    if (number != 0) held[number] = held[number] || runs;
  }
  if (!out.open) {
    out.number = planned.number;
    out.day = planned.planned;
    if (planned.number != 0) {
      out.session = {planned_session_id(group, planned.number, 0), today};
    }
  }
  for (std::uint32_t number = 1; number <= out.count; ++number) {
    const auto at = held.find(number);
    const bool is_now = number == out.number;
    const bool was_held = at != held.end() && !at->second;
    if (was_held) ++out.held;
    out.dots.push_back(is_now ? CourseDot::now : was_held ? CourseDot::held : CourseDot::to_come);
  }
  return out;
}

std::string phase_words(const ScreenContext& context, const GroupId& group, std::uint32_t number) {
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) return {};
  const auto* course =
      context.packs.find_course(entry->group.course.id, entry->group.course.version);
  const auto* phase = course == nullptr ? nullptr : course->phase_of(static_cast<int>(number));
  return phase == nullptr ? std::string() : context.words.translate(phase->title.c_str());
}

}  // namespace baraza::client
