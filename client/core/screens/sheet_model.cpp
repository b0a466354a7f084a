// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sheet_model.h"

#include <algorithm>

#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/sheet_words.h"
#include "client/core/views/work_view.h"
#include "shared/base/limits.h"
#include "shared/op/derive.h"
#include "shared/rules/sheets.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using model::SheetKind;
using text::fill;

// Which of a member's sheets is meant: the one named, the one there is of the kind, or the review
// that the step already has; zero for one that isn't there yet.
SheetId entry_of(const ScreenContext& context, const SheetPlace& place) {
  if (!place.entry.is_zero()) return place.entry;
  if (model::is_single(place.kind)) {
    return only_sheet_id(place.member, static_cast<std::uint32_t>(place.kind));
  }
  if (place.kind == SheetKind::step_review) {
    for (const SheetRow& row :
         sheets_of(context.replica, place.group, place.member, SheetKind::step_review)) {
      if (row.sheet().about == place.about) return row.sheet().entry;
    }
  }
  return {};
}

std::string said(const ScreenContext& context, const std::string& text) {
  return context.privacy ? context.words.translate("Hidden while names are hidden.") : text;
}

std::vector<std::string> lines_of(const ScreenContext& context, const SheetModel& model,
                                  const model::Sheet& sheet) {
  std::vector<std::string> out;
  if (sheet.removed) return {context.words.translate("Struck out")};
  for (const model::SheetField& field : sheet.filled) {
    for (const SheetFieldModel& each : model.fields) {
      if (each.field != field.field) continue;
      std::string text = field.text;
      for (const std::uint8_t choice : field.choices) {
        if (choice > each.choices.size()) continue;
        if (!text.empty()) text += "; ";
        text += each.choices[choice - 1];
      }
      if (field.number) text = std::to_string(*field.number);
      out.push_back(fill(context.words.translate("{field}: {text}"),
                         {{"field", each.label}, {"text", said(context, text)}}));
    }
  }
  return out;
}

void add_history(const ScreenContext& context, const model::Register<model::Sheet>& sheet,
                 SheetModel& out) {
  const auto& replaced = context.replica.words(out.place.group).basics.replaced;
  const auto standing = sheet.standing(replaced);
  for (auto write = sheet.writes.rbegin(); write != sheet.writes.rend(); ++write) {
    const bool stands = std::any_of(standing.begin(), standing.end(),
                                    [&](const auto* each) { return each->ref == write->ref; });
    out.history.push_back({written_by(context, out.place.group, write->ref.id.writer, write->wall),
                           lines_of(context, out, write->value), stands});
  }
}

void add_words(const ScreenContext& context, const std::string& called, SheetModel& out) {
  const text::Catalogue& words = context.words;
  const SheetWords named = sheet_words(words, out.place.kind);
  const auto with_name = [&](const std::string& text) { return fill(text, {{"name", called}}); };
  out.title = with_name(named.title);
  out.purpose = with_name(named.purpose);
  out.row_title = named.row;
  out.add_row = named.add_row;
  for (const rules::SheetFieldShape& shape : rules::sheet_shape(out.place.kind).fields) {
    SheetFieldWords asks = sheet_field_words(words, out.place.kind, shape.field);
    for (std::string& choice : asks.choices) choice = with_name(choice);
    out.fields.push_back({shape.field, static_cast<SheetInput>(shape.input), shape.in_rows,
                          shape.needed, shape.beside_next, with_name(asks.label), asks.hint,
                          std::move(asks.choices)});
  }
  out.up_word = words.translate("Up");
  out.down_word = words.translate("Down");
  out.remove_word = words.translate("Remove");
  out.first_row = words.translate("It is the first.");
  out.last_row = words.translate("It is the last.");
  out.no_more_rows = words.translate("There is no room for more.");
  out.save_word = words.translate("Save");
  out.save_not = words.translate("Nothing was changed yet.");
  out.missing = words.translate("Write this first: {field}");
  out.kept = words.translate("What you type is kept on this laptop as you go.");
  out.changed_since =
      words.translate("Somebody else changed this while you were writing. Read it below.");
  out.done = words.translate("Saved on this laptop");
  out.struck_done = words.translate("Struck out, on this laptop");
  out.history_title = words.translate("What it said, newest first");
  out.most_bytes = limits::text_bytes / 2;
  out.help = {{"Ctrl+Enter", words.translate("saves")}};
}

// Of a step's review: the step, and what came of it.
void add_step(const ScreenContext& context, SheetModel& out) {
  const text::Catalogue& words = context.words;
  const auto step = id_cast<StepId>(out.value.about);
  out.outcome_title = words.translate("What came of it");
  for (int number = 1; number <= 4; ++number) {
    out.outcomes.push_back(outcome_words(words, static_cast<model::StepOutcome>(number)));
  }
  for (const StepRow& row : steps_of(context.replica, out.place.group, out.place.member)) {
    if (row.step != step) continue;
    out.about_title = words.translate("The step");
    if (row.words != nullptr) out.about = said(context, sheet_line(*row.words));
    if (row.review != nullptr) out.outcome = row.review->value.outcome;
    out.settles = out.settles || row.disputed;
    return;
  }
  out.none = words.translate("This step is not on this laptop.");
}

}  // namespace

SheetModel sheet_model(const ScreenContext& context, const SheetPlace& place) {
  const text::Catalogue& words = context.words;
  SheetModel out;
  out.place = place;
  const std::string called = member_called(context, place.group, place.member);
  add_words(context, called, out);
  const auto* entry = context.replica.directory().group(place.group);
  if (entry == nullptr) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  out.note =
      fill(words.translate("{name}, {group}"), {{"name", called}, {"group", entry->group.name}});
  const std::optional<model::SessionKey> session = last_session(context.replica, place.group);
  out.value.entry = entry_of(context, place);
  out.value.member = place.member;
  out.value.kind = place.kind;
  out.value.about = place.about;
  if (!model::is_single(place.kind)) out.value.session = session;
  const std::string key = out.value.entry.is_zero() ? to_hex(place.about) : to_hex(out.value.entry);
  out.draft_key = "sheet/" + to_hex(place.group) + "/" + to_hex(place.member) + "/" +
                  std::string(model::sheet_kind_name(place.kind)) + "/" + key;
  const auto* sheet = find_sheet(context.replica, place.group, out.value.entry);
  if (sheet != nullptr) {
    const auto& replaced = context.replica.words(place.group).basics.replaced;
    out.exists = true;
    if (const auto* shown = sheet->shown(replaced)) out.value = shown->value;
    out.struck = out.value.removed;
    out.settles = sheet->disputed(replaced);
    add_history(context, *sheet, out);
  }
  const bool of_a_session = place.kind == SheetKind::step || place.kind == SheetKind::step_review;
  if (of_a_session && !out.value.session) {
    out.none = words.translate("Steps belong to a session. Open the first one before.");
    return out;
  }
  if (place.kind == SheetKind::step_review) add_step(context, out);
  if (!out.none.empty()) return out;
  if (context.privacy) {
    out.none = words.translate("Hidden while names are hidden.");
    return out;
  }
  if (out.settles) {
    out.warning = words.translate(
        "Two people wrote this without knowing of each other. Both are below; what you save takes "
        "the place of both.");
  } else if (out.struck) {
    out.warning = words.translate("This was struck out. Saving brings it back.");
  }
  if (out.exists && !out.struck && place.kind != SheetKind::step_review) {
    out.strike_word = words.translate("Strike it out");
  }
  if (!runs_group(context.replica, context.self, place.group)) {
    out.read_only = words.translate("Only those who run the group write here.");
  }
  return out;
}

}  // namespace baraza::client
