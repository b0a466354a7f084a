// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/work_model.h"

#include <algorithm>

#include "client/core/screens/area_model.h"
#include "client/core/screens/area_words.h"
#include "client/core/screens/consent_model.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/inventory_model.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/sheet_words.h"
#include "client/core/views/area_view.h"
#include "client/core/views/work_view.h"
#include "shared/policy/policy.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using model::SheetKind;
using text::fill;

SheetKind work_kind(model::FocalArea area) {
  switch (area) {
    case model::FocalArea::grief: return SheetKind::grief_work;
    case model::FocalArea::disagreements: return SheetKind::disagreement_work;
    case model::FocalArea::life_changes: return SheetKind::change_work;
    case model::FocalArea::loneliness: break;
  }
  return SheetKind::loneliness_work;
}

// Makes the rows of one member's page.
class Rows {
 public:
  Rows(const ScreenContext& context, const GroupId& group, const MemberId& member)
      : context_(context),
        words_(context.words),
        group_(group),
        member_(member),
        called_(member_called(context, group, member)) {}

  std::string title(SheetKind kind) const {
    return fill(sheet_words(words_, kind).title, {{"name", called_}});
  }

  WorkEntry written(const SheetRow& at, const std::string& id) const {
    WorkEntry row = to_sheet(at.sheet().kind, id);
    row.sheet.entry = at.sheet().entry;
    row.sheet.about = at.sheet().about;
    row.note = at.disputed ? words_.translate("Two answers stand") : said(at.sheet());
    row.look_here = at.disputed;
    row.done = !at.disputed;
    return row;
  }

  // The one that a member has of a kind.
  WorkEntry single(SheetKind kind) const {
    const auto rows = sheets_of(context_.replica, group_, member_, kind);
    const std::string id(model::sheet_kind_name(kind));
    if (!rows.empty()) return written(rows.front(), id);
    WorkEntry row = to_sheet(kind, id);
    row.note = words_.translate("Not written yet");
    return row;
  }

  // All there are of a kind, and the way to one more.
  void several(SheetKind kind, const std::string& add, std::vector<WorkEntry>& out) const {
    const std::string name(model::sheet_kind_name(kind));
    std::size_t number = 0;
    for (const SheetRow& at : sheets_of(context_.replica, group_, member_, kind)) {
      out.push_back(written(at, name + "." + std::to_string(++number)));
    }
    out.push_back(more(kind, add));
    // One is enough to have it done.
    out.back().done = number > 0;
  }

  WorkEntry more(SheetKind kind, const std::string& add) const {
    WorkEntry row = to_sheet(kind, "add." + std::string(model::sheet_kind_name(kind)));
    row.name = add;
    row.adds = true;
    return row;
  }

  WorkEntry consent() const {
    WorkEntry row;
    row.opens = WorkEntry::Opens::consent;
    row.id = "consent";
    row.name = words_.translate("What was agreed to");
    const ConsentNote note = consent_note(context_, group_, member_);
    row.note = note.words;
    row.done = note.takes_part;
    row.look_here = note.disputed;
    return row;
  }

  WorkEntry inventory() const {
    WorkEntry row;
    row.opens = WorkEntry::Opens::inventory;
    row.id = "inventory";
    row.name = words_.translate("The people in their life");
    const std::string note = inventory_note(context_, group_, member_);
    row.note = note.empty() ? words_.translate("Not written yet") : note;
    row.done = !note.empty();
    return row;
  }

  WorkEntry area() const {
    WorkEntry row;
    row.opens = WorkEntry::Opens::area;
    row.id = "area";
    row.name = words_.translate("What to work on");
    const AreaNote note = area_note(context_, group_, member_);
    row.note = note.words;
    row.done = note.area.has_value();
    row.look_here = note.disputed;
    return row;
  }

  std::string said(const model::Sheet& sheet) const {
    if (context_.privacy) return words_.translate("Hidden while names are hidden.");
    return sheet_line(sheet);
  }

  // A step: where it waits to be looked at it leads to its review.
  WorkEntry step(const StepRow& at, const std::string& id, bool waits) const {
    const bool asks = waits || at.review != nullptr;
    WorkEntry row = to_sheet(asks ? SheetKind::step_review : SheetKind::step, id);
    if (asks) {
      row.sheet.about = id_cast<AnyId>(at.step);
    } else {
      row.sheet.entry = id_cast<SheetId>(at.step);
    }
    row.name = at.words == nullptr ? words_.translate("A step") : said(*at.words);
    row.note = waits                  ? words_.translate("Ask how it went")
               : at.review == nullptr ? words_.translate("Until next time")
                                      : outcome_words(words_, at.review->value.outcome);
    row.look_here = waits || at.disputed;
    row.done = at.review != nullptr;
    return row;
  }

  std::string day_of(const std::optional<model::SessionKey>& session) const {
    return session ? day_words(words_, session->date) : std::string();
  }

 private:
  WorkEntry to_sheet(SheetKind kind, std::string id) const {
    WorkEntry row;
    row.sheet = {group_, member_, kind, {}, {}};
    row.id = std::move(id);
    row.name = title(kind);
    return row;
  }

  const ScreenContext& context_;
  const text::Catalogue& words_;
  GroupId group_;
  MemberId member_;
  std::string called_;
};

WorkCard before_the_group(const text::Catalogue& words, const Rows& rows) {
  WorkCard out;
  out.id = "before";
  out.title = words.translate("Before the group");
  out.rows.push_back(rows.consent());
  out.rows.push_back(rows.single(SheetKind::explained));
  rows.several(SheetKind::timeline, words.translate("Add to the timeline"), out.rows);
  out.rows.push_back(rows.inventory());
  out.rows.push_back(rows.single(SheetKind::formulation));
  rows.several(SheetKind::goal, words.translate("Add a goal"), out.rows);
  out.rows.push_back(rows.single(SheetKind::expectations));
  out.rows.push_back(rows.area());
  // Of what may be written several times only the way to more is counted: done once there is one.
  std::size_t done = 0;
  std::size_t all = 0;
  for (const WorkEntry& row : out.rows) {
    const bool one_of_many = row.id.find('.') != std::string::npos && !row.adds;
    if (one_of_many) continue;
    ++all;
    done += row.done ? 1 : 0;
  }
  out.note = fill(words.translate("{count} of {all} done"),
                  {{"count", std::to_string(done)}, {"all", std::to_string(all)}});
  return out;
}

WorkCard on_the_area(const ScreenContext& context, const Rows& rows, const WorkModel& model) {
  WorkCard out;
  out.id = "area_work";
  out.title = context.words.translate("The work on it");
  const AreaView view = area_view(context.replica, model.group, model.member);
  if (const auto* holds = view.holds()) {
    out.note = area_words(context.words, holds->primary);
    out.rows.push_back(rows.single(work_kind(holds->primary)));
    if (holds->secondary) out.rows.push_back(rows.single(work_kind(*holds->secondary)));
  }
  return out;
}

WorkCard this_week(const ScreenContext& context, const Rows& rows, const WorkModel& model) {
  const text::Catalogue& words = context.words;
  WorkCard out;
  out.id = "week";
  out.title = words.translate("This week");
  const auto last = last_session(context.replica, model.group);
  if (!last) {
    out.note = words.translate("From the first session on");
    return out;
  }
  out.note = rows.day_of(last);
  const std::vector<StepRow> steps = steps_of(context.replica, model.group, model.member);
  std::size_t number = 0;
  bool agreed = false;
  for (const StepRow& step : steps) {
    const bool earlier = step.agreed.date < last->date;
    if (earlier && step.review == nullptr) {
      out.rows.push_back(rows.step(step, "review." + std::to_string(++number), true));
    }
    agreed = agreed || step.agreed == *last;
  }
  out.rows.push_back(rows.more(SheetKind::event, words.translate("Something that happened")));
  out.rows.push_back(rows.more(SheetKind::conversation, words.translate("A talk, word by word")));
  out.rows.push_back(rows.more(SheetKind::decision, words.translate("A decision")));
  out.rows.push_back(rows.more(SheetKind::step, words.translate("A step until next time")));
  out.rows.back().done = agreed;
  return out;
}

// All of the weeks, the newest first.
WorkCard so_far(const ScreenContext& context, const Rows& rows, const WorkModel& model) {
  WorkCard out;
  out.id = "past";
  out.title = context.words.translate("So far");
  struct Dated {
    CivilDate date;
    WorkEntry row;
  };
  std::vector<Dated> all;
  for (const SheetKind kind : {SheetKind::event, SheetKind::conversation, SheetKind::decision}) {
    std::size_t number = 0;
    for (const SheetRow& at : sheets_of(context.replica, model.group, model.member, kind)) {
      WorkEntry row = rows.written(
          at, std::string(model::sheet_kind_name(kind)) + "." + std::to_string(++number));
      if (!row.note.empty() && !row.look_here) std::swap(row.name, row.note);
      all.push_back({at.sheet().session ? at.sheet().session->date : CivilDate{}, std::move(row)});
    }
  }
  std::size_t number = 0;
  for (const StepRow& step : steps_of(context.replica, model.group, model.member)) {
    all.push_back({step.agreed.date, rows.step(step, "step." + std::to_string(++number), false)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Dated& a, const Dated& b) { return b.date < a.date; });
  for (Dated& each : all) {
    if (each.date.days != 0) {
      each.row.note =
          fill(context.words.translate("{what}, {day}"),
               {{"what", each.row.note}, {"day", short_day_words(context.words, each.date)}});
    }
    out.rows.push_back(std::move(each.row));
  }
  return out;
}

// What a facilitator would do next: what waits this week, then what is missing before the group.
void add_next(const text::Catalogue& words, WorkModel& out) {
  for (const WorkCard* card : {&out.cards[2], &out.cards[0]}) {
    for (const WorkEntry& row : card->rows) {
      const bool waits = row.look_here || (card == &out.cards[0] && !row.done);
      if (!waits) continue;
      out.next = row;
      out.next_word = fill(words.translate("Next: {what}"), {{"what", row.name}});
      return;
    }
  }
}

}  // namespace

WorkModel work_model(const ScreenContext& context, const GroupId& group, const MemberId& member) {
  const text::Catalogue& words = context.words;
  WorkModel out;
  out.group = group;
  out.member = member;
  out.title = fill(words.translate("The work with {name}"),
                   {{"name", member_called(context, group, member)}});
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  out.note = entry->group.name;
  const bool reads = policy::reads(context.replica.directory(), context.self,
                                   {StreamKind::words, id_cast<AnyId>(group)}, policy::When::now);
  if (!reads) {
    out.none = words.translate("What is written with members is read by those who run the group.");
    return out;
  }
  const Rows rows(context, group, member);
  out.cards.push_back(before_the_group(words, rows));
  out.cards.push_back(on_the_area(context, rows, out));
  out.cards.push_back(this_week(context, rows, out));
  out.cards.push_back(so_far(context, rows, out));
  if (runs_group(context.replica, context.self, group)) add_next(words, out);
  out.help = {{"Enter", words.translate("opens what is chosen")}};
  return out;
}

}  // namespace baraza::client
