// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/area_model.h"

#include "client/core/screens/area_words.h"
#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/area_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

std::string says(const text::Catalogue& words, model::FocalArea area) {
  switch (area) {
    case model::FocalArea::grief: return words.translate("Somebody close has died.");
    case model::FocalArea::disagreements:
      return words.translate("Two people close to each other want different things.");
    case model::FocalArea::life_changes:
      return words.translate("A change took one place in life and gave another.");
    case model::FocalArea::loneliness: break;
  }
  return words.translate("For a long time there have been few people to turn to.");
}

AreaLine line_of(const ScreenContext& context, const GroupId& group, const AreaWrite& write) {
  return {write.choice, choice_words(context.words, write.choice),
          reason_words(context.words, write.choice.reason),
          written_by(context, group, write.op.id.writer, write.when)};
}

void add_choices(const text::Catalogue& words, AreaModel& out) {
  using enum model::FocalReason;
  out.primary_title = words.translate("The one area to work on");
  for (const auto area : {model::FocalArea::grief, model::FocalArea::disagreements,
                          model::FocalArea::life_changes, model::FocalArea::loneliness}) {
    out.areas.push_back({area, area_words(words, area), says(words, area)});
  }
  out.secondary_title = words.translate("Another one beside it, if there is");
  out.no_secondary = words.translate("None beside it");
  out.is_primary = words.translate("This is the area itself.");
  out.reason_title = words.translate("Why");
  for (const auto reason : {first_talks, understood_better, something_happened, member_asked,
                            supervisor_advised, talked_it_over, entered_wrongly}) {
    out.reasons.emplace_back(reason, reason_words(words, reason));
  }
  out.save_word = words.translate("Save");
  out.no_primary = words.translate("Choose the area first.");
  out.no_reason = words.translate("Choose why it changes.");
  out.no_change = words.translate("This is what holds now.");
  out.done = words.translate("Saved on this laptop");
}

}  // namespace

AreaModel area_model(const ScreenContext& context, const GroupId& group, const MemberId& member) {
  const text::Catalogue& words = context.words;
  AreaModel out;
  out.group = group;
  out.member = member;
  out.title = words.translate("What a member works on");
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  out.note = entry->group.name;
  out.title = fill(words.translate("What {name} works on"),
                   {{"name", member_called(context, group, member)}});
  const AreaView view = area_view(context.replica, group, member);
  for (const AreaWrite& write : view.history) {
    out.history.push_back(line_of(context, group, write));
  }
  out.now_title = words.translate("Works on now");
  if (view.disputed()) {
    for (const AreaWrite& write : view.standing) {
      out.standing.push_back(line_of(context, group, write));
    }
    out.now = words.translate("Two answers stand");
    out.warning = words.translate(
        "It was chosen differently on two laptops. Talk it over, and save what holds: all stay "
        "readable below.");
    out.reason_first = model::FocalReason::talked_it_over;
    out.reason_given = true;
  } else if (const auto* holds = view.holds()) {
    const AreaLine line = line_of(context, group, view.standing.front());
    out.holds = *holds;
    out.now = line.said;
    out.now_by = line.by;
  } else {
    out.now = words.translate("Not chosen yet");
    out.reason_given = true;
  }
  add_choices(words, out);
  if (!runs_group(context.replica, context.self, group)) {
    out.read_only = words.translate("Those who run the group choose it.");
  }
  if (out.read_only.empty()) out.help = {{"1-4", words.translate("choose the area")}};
  out.history_title = words.translate("How it came to that, newest first");
  return out;
}

AreaNote area_note(const ScreenContext& context, const GroupId& group, const MemberId& member) {
  const text::Catalogue& words = context.words;
  const AreaView view = area_view(context.replica, group, member);
  AreaNote out;
  out.disputed = view.disputed();
  if (out.disputed) {
    out.words = words.translate("Two answers stand");
  } else if (const auto* holds = view.holds()) {
    out.area = holds->primary;
    out.words = area_words(words, holds->primary);
    if (holds->secondary) {
      out.beside = fill(words.translate("beside it: {area}"),
                        {{"area", area_words(words, *holds->secondary)}});
    }
  } else {
    out.words = words.translate("Not chosen yet");
  }
  return out;
}

}  // namespace baraza::client
