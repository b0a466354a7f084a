// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/screens/area_model.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/entry_words.h"
#include "client/core/screens/mark_words.h"
#include "client/core/screens/needs_model.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/sync_model.h"
#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "client/core/views/tray_view.h"
#include "shared/rules/score.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"

namespace baraza::client {
namespace {

using Items = std::vector<NeedItem>;

std::string session_part(const model::SessionKey& session) {
  return to_hex(session.session) + "/" + to_text(session.date);
}

NeedItem item_of(const ScreenContext& context, NeedItem::Kind kind, const GroupId& group) {
  NeedItem item;
  item.kind = kind;
  item.group = group;
  item.group_name = place_called(context, group);
  return item;
}

std::string unseen_words(const ScreenContext& context, const AlarmRow& row) {
  if (!row.knowable) {
    return context.words.translate(
        "You no longer follow this group. Call to be sure that somebody knows.");
  }
  if (!row.reached) return context.words.translate("It has not reached the server yet.");
  if (supervises_group(context.replica, context.self, row.group)) {
    return context.words.translate("Nobody has said that they have seen this.");
  }
  return context.words.translate("Your supervisor has not seen this yet.");
}

void add_worries(const ScreenContext& context, Items& out) {
  for (const GroupId& group : alarm_places(context.replica)) {
    for (const AlarmRow& row : alarm_view(context.replica, context.packs, group)) {
      if (row.seen) continue;
      NeedItem item = item_of(context, NeedItem::Kind::worry, group);
      item.id = "worry/" + to_hex(group) + "/" + to_hex(row.member);
      item.member = row.member;
      const std::string name = member_called(context, group, row.member);
      item.title = text::fill(row.urgency == model::AlarmUrgency::now
                                  ? context.words.translate("A worry about {name}, now")
                                  : context.words.translate("A worry about {name}"),
                              {{"name", name}});
      item.why = unseen_words(context, row);
      item.action = context.words.translate("Open");
      item.open_elsewhere = true;
      out.push_back(std::move(item));
    }
  }
}

void add_laptop(const ScreenContext& context, Items& out) {
  const SyncBadge& badge = context.badge;
  const bool of_laptop = badge.state == SyncBadge::State::needs_you &&
                         badge.reason_key != "badge.refused" && badge.reason_key != "badge.held" &&
                         badge.reason_key != "badge.damaged";
  if (!of_laptop) return;
  NeedItem item;
  item.kind = NeedItem::Kind::laptop;
  item.id = "laptop/" + std::string(badge.reason_key);
  item.title = sync_model(context).second;
  item.why = text::sentence_for(context.words, badge.code);
  item.action = context.words.translate("Look");
  out.push_back(std::move(item));
}

void add_damaged(const ScreenContext& context, Items& out) {
  for (const auto& [id, stream] : context.replica.streams()) {
    if (stream.damaged == 0) continue;
    NeedItem item =
        item_of(context, NeedItem::Kind::damaged, id_cast<GroupId>(stream.record.owner));
    item.id = "damaged/" + to_hex(id);
    const std::string count = std::to_string(stream.damaged);
    item.title =
        text::fill(context.words.translate("{count} entry cannot be read",
                                           "{count} entries cannot be read", stream.damaged),
                   {{"count", count}});
    item.why = context.words.translate("Delete nothing. Call your supervisor.");
    item.action = context.words.translate("Look");
    out.push_back(std::move(item));
  }
}

// "You and Daniel"
std::string writers_words(const ScreenContext& context, const std::vector<WriterId>& writers) {
  std::vector<std::string> names;
  bool self = false;
  for (const WriterId& writer : writers) {
    const AccountId account = account_of(context.replica, writer);
    if (account == context.self) {
      self = true;
      continue;
    }
    std::string name = staff_called(context, account);
    if (name.empty()) name = context.words.translate("somebody");
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  if (self) names.insert(names.begin(), context.words.translate("You"));
  return names_words(context.words, names);
}

void add_conflicts(const ScreenContext& context, const GroupId& group, Items& out) {
  const model::MainState& main = context.replica.main(group);
  std::vector<NeedItem> found;
  for (const auto& [key, marks] : main.attendance) {
    if (!marks.disputed(main.basics.replaced)) continue;
    NeedItem item = item_of(context, NeedItem::Kind::attendance, group);
    item.id = conflict_item_id(group, key);
    item.member = key.member;
    item.session = key.session;
    const std::string name = member_called(context, group, key.member);
    const std::string day = short_day_words(context.words, key.session.date);
    item.title = text::fill(context.words.translate("Was {name} there on {day}?"),
                            {{"name", name}, {"day", day}});
    item.list_title =
        text::fill(context.words.translate("{name}, {day}"), {{"name", name}, {"day", day}});
    std::vector<WriterId> writers;
    for (const auto* write : marks.standing(main.basics.replaced)) {
      writers.push_back(write->ref.id.writer);
    }
    const std::string who = writers_words(context, writers);
    item.why = writers.size() > 1 && who != context.words.translate("You")
                   ? text::fill(context.words.translate("{names} wrote different things."),
                                {{"names", who}})
                   : context.words.translate("Different things were written.");
    item.action = context.words.translate("Settle");
    found.push_back(std::move(item));
  }
  std::stable_sort(found.begin(), found.end(), [](const NeedItem& a, const NeedItem& b) {
    return a.session.date < b.session.date;
  });
  std::move(found.begin(), found.end(), std::back_inserter(out));
}

void add_areas(const ScreenContext& context, const GroupId& group, Items& out) {
  for (const auto& [member, areas] : context.replica.main(group).areas) {
    if (!area_note(context, group, member).disputed) continue;
    NeedItem item = item_of(context, NeedItem::Kind::area, group);
    item.id = "area/" + to_hex(group) + "/" + to_hex(member);
    item.member = member;
    item.title = text::fill(context.words.translate("What does {name} work on?"),
                            {{"name", member_called(context, group, member)}});
    item.why = context.words.translate("It was chosen differently on two laptops.");
    item.action = context.words.translate("Settle");
    item.open_elsewhere = true;
    out.push_back(std::move(item));
  }
}

void add_settled(const ScreenContext& context, const GroupId& group,
                 std::vector<std::pair<Instant, NeedItem>>& out) {
  const text::Catalogue& words = context.words;
  const model::MainState& main = context.replica.main(group);
  for (const auto& [key, marks] : main.attendance) {
    if (marks.settled(main.basics.replaced).empty()) continue;
    const auto* by = marks.shown(main.basics.replaced);
    NeedItem item = item_of(context, NeedItem::Kind::settled, group);
    item.id =
        "settled/" + to_hex(group) + "/" + session_part(key.session) + "/" + to_hex(key.member);
    item.member = key.member;
    item.session = key.session;
    item.title = text::fill(words.translate("{name}, {day}"),
                            {{"name", member_called(context, group, key.member)},
                             {"day", short_day_words(words, key.session.date)}});
    const std::string said = mark_words(words, by->value.mark, by->value.minutes);
    const std::string who = writers_words(context, {by->ref.id.writer});
    item.why =
        text::fill(words.translate("{said}. Settled by {name}."), {{"said", said}, {"name", who}});
    out.emplace_back(by->wall, std::move(item));
  }
}

void add_check_ins(const ScreenContext& context, const GroupId& group, Items& out) {
  const auto view = group_view(context.replica, group);
  if (!view) return;
  for (const SessionRow& session : view->sessions) {
    for (const CheckInRow& row : session.check_ins) {
      if (!row.conflicted) continue;
      NeedItem item = item_of(context, NeedItem::Kind::check_in, group);
      item.id = twice_item_id(group, session.key, row.member, row.instrument);
      const bool there = std::any_of(out.begin(), out.end(),
                                     [&](const NeedItem& each) { return each.id == item.id; });
      if (there) continue;
      item.member = row.member;
      item.session = session.key;
      item.instrument = row.instrument;
      const std::string name = member_called(context, group, row.member);
      const std::string day = short_day_words(context.words, session.key.date);
      item.title = text::fill(context.words.translate("{name} has two mood checks on {day}"),
                              {{"name", name}, {"day", day}});
      item.why = context.words.translate("Both are kept. Only one can count.");
      item.action = context.words.translate("Settle");
      out.push_back(std::move(item));
    }
  }
}

// A missing answer to the risk item is a task, never a zero.
void add_questions(const ScreenContext& context, const GroupId& group, Items& out) {
  const auto members = member_words(context, group);
  std::map<MemberId, const model::CheckIn*> last;
  for (const auto* write : model::current_check_ins(context.replica.main(group))) {
    // One of a questionnaire that doesn't ask it says nothing about it.
    const model::PackRef& instrument = write->value.instrument;
    const auto* pack = context.packs.find_instrument(instrument.id, instrument.version);
    if (pack == nullptr || !pack->risk_item) continue;
    const model::CheckIn*& shown = last[write->value.member];
    if (shown == nullptr || shown->session.date <= write->value.session.date) {
      shown = &write->value;
    }
  }
  for (const auto& [member, check_in] : last) {
    const auto at = members.find(member);
    if (at == members.end() || at->second.left) continue;
    const auto* pack =
        context.packs.find_instrument(check_in->instrument.id, check_in->instrument.version);
    if (pack == nullptr || !pack->risk_item) continue;
    const auto status = rules::score(*pack, check_in->answers).risk_item;
    if (status != rules::RiskItemStatus::not_asked && status != rules::RiskItemStatus::skipped) {
      continue;
    }
    NeedItem item = item_of(context, NeedItem::Kind::ask, group);
    item.id = "ask/" + to_hex(group) + "/" + to_hex(member);
    item.member = member;
    item.session = check_in->session;
    const std::string number = std::to_string(pack->risk_item->index + 1);
    const std::string day = short_day_words(context.words, check_in->session.date);
    item.title = text::fill(context.words.translate("Ask {name} question {number}"),
                            {{"name", at->second.name}, {"number", number}});
    item.why = text::fill(
        context.words.translate("It was not asked on {day}. Ask in private; asking does no harm."),
        {{"day", day}});
    item.action = context.words.translate("Open");
    item.open_elsewhere = true;
    out.push_back(std::move(item));
  }
}

// All sessions were held, and the day of a next one has gone by: who is called then is a matter of
// what follows a course, not of a missed session.
bool is_over(const ScreenContext& context, const GroupId& group, const CourseProgress& progress) {
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr || progress.number != 0) return false;
  const auto days = static_cast<std::int32_t>(entry->group.interval_days);
  return today_at(context, group) > progress.last->date + days;
}

void add_calls(const ScreenContext& context, const GroupId& group, Items& out) {
  const CourseProgress progress = course_progress(context, group);
  if (!progress.last || progress.open || is_over(context, group, progress)) return;
  const model::MainState& main = context.replica.main(group);
  for (const auto& [member, words] : member_words(context, group)) {
    if (words.left) continue;
    const auto at = main.attendance.find({*progress.last, member});
    if (at == main.attendance.end() || at->second.disputed(main.basics.replaced)) continue;
    const auto* mark = at->second.shown(main.basics.replaced);
    if (mark == nullptr || mark->value.mark != model::Mark::absent_unknown) continue;
    NeedItem item = item_of(context, NeedItem::Kind::call, group);
    item.id = "call/" + to_hex(group) + "/" + session_part(*progress.last) + "/" + to_hex(member);
    item.member = member;
    item.session = *progress.last;
    item.title = text::fill(context.words.translate("Call {name}"), {{"name", words.name}});
    const std::string day = short_day_words(context.words, progress.last->date);
    item.why =
        text::fill(context.words.translate("Missed {day}, and nobody knows why."), {{"day", day}});
    item.action = context.words.translate("Write");
    item.open_elsewhere = true;
    out.push_back(std::move(item));
  }
}

void add_entries(const ScreenContext& context, Items& out) {
  std::vector<TrayRow> rows = tray_view(context.replica);
  std::reverse(rows.begin(), rows.end());  // what comes later stands behind
  for (const TrayRow& row : rows) {
    const KeptEntry entry{row.stream, row.op};
    if (context.kept != nullptr && context.kept->contains(entry)) continue;
    out.push_back(entry_item(context, row));
  }
}

}  // namespace

std::string conflict_item_id(const GroupId& group, const model::AttendanceKey& key) {
  return "conflict/" + to_hex(group) + "/" + session_part(key.session) + "/" + to_hex(key.member);
}

std::string twice_item_id(const GroupId& group, const model::SessionKey& session,
                          const MemberId& member, std::string_view instrument) {
  return "twice/" + to_hex(group) + "/" + session_part(session) + "/" + to_hex(member) + "/" +
         std::string(instrument);
}

std::vector<NeedItem> needs_list(const ScreenContext& context) {
  Items out;
  add_worries(context, out);
  add_laptop(context, out);
  add_damaged(context, out);
  std::vector<GroupId> own;
  for (const GroupId& group : groups(context.replica)) {
    // What only those can settle who run the group needs nobody else.
    if (runs_group(context.replica, context.self, group)) own.push_back(group);
  }
  for (const GroupId& group : own) add_questions(context, group, out);
  for (const GroupId& group : own) add_calls(context, group, out);
  for (const GroupId& group : own) add_conflicts(context, group, out);
  for (const GroupId& group : own) add_areas(context, group, out);
  for (const GroupId& group : own) add_check_ins(context, group, out);
  add_entries(context, out);
  return out;
}

std::vector<NeedItem> settled_before(const ScreenContext& context) {
  std::vector<std::pair<Instant, NeedItem>> found;
  for (const GroupId& group : groups(context.replica)) {
    if (runs_group(context.replica, context.self, group)) add_settled(context, group, found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return b.first < a.first; });
  Items out;
  for (auto& [when, item] : found) out.push_back(std::move(item));
  return out;
}

std::string needs_count_words(const text::Catalogue& words, std::size_t count) {
  const std::string number = std::to_string(count);
  return text::fill(words.translate("{count} thing", "{count} things", count), {{"count", number}});
}

}  // namespace baraza::client
