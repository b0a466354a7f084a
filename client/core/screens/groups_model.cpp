// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/groups_model.h"

#include <algorithm>

#include "client/core/screens/date_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

std::string second_words(const ScreenContext& context, const model::Group& group,
                         std::size_t members) {
  const std::string count = std::to_string(members);
  const std::string people = text::fill(
      context.words.translate("{count} member", "{count} members", members), {{"count", count}});
  if (group.interval_days != 7) return people;
  return text::fill(
      context.words.translate("{weekday}, {members}"),
      {{"weekday", weekday_words(context.words, group.first_session)}, {"members", people}});
}

GroupCard card_of(const ScreenContext& context, const GroupId& id) {
  const text::Catalogue& words = context.words;
  const model::Group& group = context.replica.directory().group(id)->group;
  const CourseProgress progress = course_progress(context, id);
  const CivilDate today = today_at(context, id);
  GroupCard card;
  card.group = id;
  card.name = group.name;
  const auto members = member_words(context, id);
  card.second = second_words(
      context, group,
      static_cast<std::size_t>(std::count_if(members.begin(), members.end(),
                                             [](const auto& each) { return !each.second.left; })));
  card.dots = progress.dots;
  if (progress.number == 0 && !progress.open) {
    const std::string count = std::to_string(progress.count);
    card.third = text::fill(
        words.translate("{count} session held", "All {count} sessions held", progress.count),
        {{"count", count}});
    card.tag = GroupCard::Tag::over;
    if (progress.last) {
      const std::string day = short_day_words(words, progress.last->date);
      card.tag_words = text::fill(words.translate("Ended on {day}"), {{"day", day}});
    }
  } else {
    card.third = phase_words(context, id, progress.number);
    if (progress.open) {
      card.tag = GroupCard::Tag::today;
      card.tag_words = words.translate("Open now");
    } else if (progress.day == today) {
      card.tag = GroupCard::Tag::today;
      card.tag_words = words.translate("Today");
    } else {
      card.tag = GroupCard::Tag::planned;
      const std::string day = short_day_words(words, progress.day);
      card.tag_words = progress.day < today
                           ? text::fill(words.translate("Was planned for {day}"), {{"day", day}})
                       : progress.held == 0
                           ? text::fill(words.translate("Starts {day}"), {{"day", day}})
                           : day_words(words, progress.day);
    }
  }
  for (const AlarmRow& row : alarm_view(context.replica, context.packs, id)) {
    card.risk_unseen = card.risk_unseen || !row.seen;
    card.risk = words.translate("A worry is open");
  }
  return card;
}

}  // namespace

std::vector<GroupCard> group_cards(const ScreenContext& context) {
  std::vector<GroupCard> out;
  for (const GroupId& group : groups(context.replica)) out.push_back(card_of(context, group));
  return out;
}

GroupsModel groups_model(const ScreenContext& context) {
  const text::Catalogue& words = context.words;
  GroupsModel out;
  out.title = words.translate("Groups");
  out.groups = group_cards(context);
  out.lists = intake_links(context);
  const std::string count = std::to_string(out.groups.size());
  out.note = text::fill(words.translate("{count} group", "{count} groups", out.groups.size()),
                        {{"count", count}});
  out.open_words = words.translate("Open");
  out.empty = words.translate("No groups here yet.");
  out.empty_note = words.translate("Your supervisor adds them.");
  return out;
}

}  // namespace baraza::client
