// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/seat_model.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

void add_groups(const ScreenContext& context, const SiteId& site, SeatModel& out) {
  const text::Catalogue& words = context.words;
  std::vector<SeatEnd> found;
  for (const auto& [id, entry] : context.replica.directory().groups()) {
    if (id == out.group || entry.site != site) continue;
    if (!facilitates_group(context.replica, context.self, id)) continue;
    const auto progress = course_progress(context, id);
    if (progress.number == 0 && !progress.open) continue;
    SeatEnd each;
    each.words = fill(words.translate("Goes on in {group}"), {{"group", entry.group.name}});
    const auto members = member_words(context, id);
    const auto taken = std::count_if(members.begin(), members.end(),
                                     [](const auto& member) { return !member.second.left; });
    const auto* course =
        context.packs.find_course(entry.group.course.id, entry.group.course.version);
    each.note = fill(words.translate("Session {number} is next there"),
                     {{"number", std::to_string(progress.number)}});
    if (course != nullptr && taken >= course->max_members) {
      each.not_now = words.translate("This group is full.");
    }
    each.reason = model::leave_reason::moved_group;
    each.group = id;
    found.push_back(std::move(each));
  }
  std::sort(found.begin(), found.end(),
            [](const SeatEnd& a, const SeatEnd& b) { return a.words < b.words; });
  out.ends.insert(out.ends.end(), found.begin(), found.end());
}

void add_leaving(const text::Catalogue& words, SeatModel& out) {
  const auto add = [&](const char* reason, std::string said, std::string note = {}) {
    out.ends.push_back({std::move(said), std::move(note), reason, std::nullopt, {}});
  };
  add(model::leave_reason::stopped, words.translate("Does not want to come any more"),
      words.translate("After a call, and being told that the seat stays free"));
  add(model::leave_reason::moved_away, words.translate("Moved away"));
  add(model::leave_reason::referred, words.translate("Needs other help first"));
  add(model::leave_reason::died, words.translate("Died"));
  add(model::leave_reason::by_mistake, words.translate("Was never a member"),
      words.translate("The seat was given by mistake"));
}

}  // namespace

SeatModel seat_model(const ScreenContext& context, const GroupId& group, const MemberId& member,
                     int days_ago) {
  const text::Catalogue& words = context.words;
  SeatModel out;
  out.group = group;
  out.member = member;
  out.title = words.translate("A seat in the group");
  const auto* entry = context.replica.directory().group(group);
  const auto members = member_words(context, group);
  const auto at = members.find(member);
  if (entry == nullptr || at == members.end()) {
    out.none = words.translate("This member is not on this laptop.");
    return out;
  }
  out.title = fill(words.translate("Seat of {name}"), {{"name", at->second.name}});
  out.note = entry->group.name;
  if (at->second.left) {
    out.none = words.translate("This seat has ended already.");
    return out;
  }
  out.question = words.translate("How does the seat in this group end?");
  out.day_label = words.translate("Last day here");
  out.day = today_at(context, group) + -days_ago;
  out.day_words = day_words(words, out.day);
  out.earlier_word = words.translate("a day earlier");
  out.later_word = words.translate("a day later");
  out.stays = words.translate(
      "All that was written stays with this group. Somebody who goes on in another group stays the "
      "same person on the list.");
  add_groups(context, entry->site, out);
  add_leaving(words, out);
  out.save_word = words.translate("Save");
  if (!facilitates_group(context.replica, context.self, group)) {
    out.save_not = words.translate("Only the facilitator gives and ends seats.");
  }
  out.done = words.translate("Saved on this laptop");
  return out;
}

}  // namespace baraza::client
