// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/attendance_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "shared/base/limits.h"
#include "shared/text/fill.h"

// What is written about one member.
namespace baraza::ui::attendance_parts {
namespace {

using client::AttendanceModel;
using client::AttendanceRow;
using client::MarkChoice;

const client::MarkDraft* draft_of(const AttendanceState& state) {
  const auto at = state.edits.find(state.chosen);
  return at == state.edits.end() ? nullptr : &at->second.draft;
}

std::uint32_t minutes_of(const AttendanceRow& row, const AttendanceState& state) {
  const auto* draft = draft_of(state);
  if (draft != nullptr && draft->minutes != 0) return draft->minutes;
  return row.state == AttendanceRow::State::marked ? row.value.minutes : 0;
}

// What was typed about a member becomes part of the entry.
void drop_edit(const model::AttendanceKey& key, AttendanceState& state, request::Act& act) {
  const auto at = state.edits.find(key.member);
  if (at == state.edits.end()) return;
  if (!client::encode_mark(at->second.draft).empty()) {
    act.drops_drafts.push_back(client::mark_draft_key(key));
  }
  state.edits.erase(at);
}

bool has_minutes(const AttendanceRow& row) {
  return row.state == AttendanceRow::State::marked &&
         (row.value.mark == model::Mark::late || row.value.mark == model::Mark::left_early);
}

class Marks {
 public:
  Marks(const AttendanceModel& model, const AttendanceRow& row, AttendanceState& state,
        Requests& requests)
      : model_(model), row_(row), state_(state), requests_(requests) {}

  bool needs_reason() const { return model_.closed && typed_reason(state_).empty(); }
  // Why the member can't be marked now; empty if that can be done.
  std::string mark_not() const {
    if (!model_.may_mark) return model_.mark_not;
    if (row_.state == AttendanceRow::State::disputed) return model_.settle_not;
    return needs_reason() ? model_.reason_not : std::string();
  }
  std::string save_not() const {
    if (!model_.may_mark) return model_.mark_not;
    if (needs_reason()) return model_.reason_not;
    return changed() ? std::string() : model_.save_not;
  }

  // What stands already isn't written twice.
  void mark(const MarkChoice& choice) {
    const bool same = row_.state == AttendanceRow::State::marked && row_.value.mark == choice.mark;
    if (same && !changed()) return;
    write(choice.mark, choice.minutes && same ? minutes_of(row_, state_) : 0, typed_reason(state_));
  }
  void save() {
    const std::string typed = typed_reason(state_);
    write(row_.value.mark, has_minutes(row_) ? minutes_of(row_, state_) : 0,
          typed.empty() ? row_.value.reason : typed);
  }
  // What was typed about the chosen member changed.
  void keep() {
    client::MarkDraft& draft = state_.edits[row_.member].draft;
    draft.member = row_.member;
    requests_.emplace_back(request::Draft{client::mark_draft_key({model_.session, row_.member}),
                                          client::encode_mark(draft)});
  }

 private:
  bool changed() const {
    if (row_.state != AttendanceRow::State::marked) return false;
    return !typed_reason(state_).empty() ||
           (has_minutes(row_) && minutes_of(row_, state_) != row_.value.minutes);
  }
  void write(model::Mark mark, std::uint32_t minutes, const std::string& reason) {
    const model::AttendanceKey key{model_.session, row_.member};
    request::Act act;
    act.intents.emplace_back(client::MarkAttendance{model_.group, key, mark, minutes, reason});
    act.done = model_.saved_word;
    if (row_.state == AttendanceRow::State::marked) {
      client::MarkAttendance back{model_.group, key, row_.value.mark, row_.value.minutes,
                                  row_.value.reason};
      if (model_.closed && back.reason.empty()) back.reason = reason;
      act.undo.emplace_back(std::move(back));
    }
    drop_edit(key, state_, act);
    requests_.emplace_back(std::move(act));
  }

  const AttendanceModel& model_;
  const AttendanceRow& row_;
  AttendanceState& state_;
  Requests& requests_;
};

ButtonSpec button_of(const AttendanceRow& row, const MarkChoice& choice, std::string_view id) {
  const bool chosen = row.state == AttendanceRow::State::marked && row.value.mark == choice.mark;
  return {.id = id,
          .text = choice.words,
          .kind = chosen ? ButtonKind::primary : ButtonKind::plain,
          .shortcut = Shortcut::of(static_cast<char32_t>(choice.key)),
          .tight = true};
}

// Two beside each other where their words have room.
void draw_choices(Ui& ui, const AttendanceModel& model, const AttendanceRow& row, Rect& room,
                  Marks& marks) {
  const std::string group = ui.id("marks");
  const std::string why_not = marks.mark_not();
  const float gap = space::between_targets;
  float widest = 0;
  for (const MarkChoice& choice : model.choices) {
    widest = std::max(widest, button_size(ui, button_of(row, choice, {})).width);
  }
  const float half = std::floor((room.width - gap) / 2);
  const std::size_t columns = widest <= half ? 2 : 1;
  Rect line;
  for (std::size_t i = 0; i < model.choices.size(); ++i) {
    const MarkChoice& choice = model.choices[i];
    if (i % columns == 0) line = room.take_top(ui.target(), gap);
    const std::string id = "mark." + std::string(1, choice.key);
    ButtonSpec spec = button_of(row, choice, id);
    spec.rect = columns == 1 ? line : line.take_left(half, gap);
    spec.enabled = why_not.empty();
    spec.why_not = why_not;
    spec.group = group;
    if (button(ui, spec)) marks.mark(choice);
  }
  room.take_top(space::s);
}

void draw_minutes(Ui& ui, const AttendanceModel& model, const AttendanceRow& row, Rect& room,
                  AttendanceState& state, Marks& marks) {
  if (!has_minutes(row)) return;
  ui.text("minutes_label", room.take_top(ui.canvas().line_height(Role::note), space::xs),
          model.minutes_label, {Role::note, Weight::bold, Token::ink2});
  const std::string count = std::to_string(minutes_of(row, state));
  const std::string words = minutes_of(row, state) == 0
                                ? model.minutes_unknown
                                : text::fill(model.minutes_words, {{"count", count}});
  StepperSpec spec{.id = "minutes",
                   .label = model.minutes_label,
                   .value = static_cast<int>(minutes_of(row, state)),
                   .least = 1,
                   .most = static_cast<int>(limits::mark_minutes_highest),
                   .text = words,
                   .less_word = model.less_word,
                   .more_word = model.more_word,
                   .enabled = model.may_mark,
                   .why_not = model.mark_not};
  const Size size = stepper_size(ui, spec);
  spec.rect = room.take_top(size.height, space::m);
  spec.rect.width = std::min(spec.rect.width, size.width);
  MarkEdit& edit = state.edits[row.member];
  if (const auto value = stepper(ui, spec, edit.minutes_field)) {
    edit.draft.minutes = static_cast<std::uint32_t>(*value);
    marks.keep();
  }
}

void draw_reason(Ui& ui, const AttendanceModel& model, const AttendanceRow& row, Rect& room,
                 AttendanceState& state, Marks& marks) {
  ui.text("reason_label", room.take_top(ui.canvas().line_height(Role::note), space::xs),
          model.reason_label, {Role::note, Weight::bold, Token::ink2});
  MarkEdit& edit = state.edits[row.member];
  const bool typed = text_field(ui,
                                {.id = "reason",
                                 .rect = room.take_top(ui.field(), space::m),
                                 .label = model.reason_label,
                                 .hint = model.reason_hint,
                                 .enabled = model.may_mark,
                                 .why_not = model.mark_not},
                                edit.draft.reason, edit.reason_field);
  if (typed) marks.keep();
}

void draw_disputed(Ui& ui, const AttendanceModel& model, const AttendanceRow& row, Rect& room,
                   Requests& requests) {
  BannerSpec spec{.id = "disputed",
                  .rect = room,
                  .tone = Tone::warn,
                  .icon = icon::call_split,
                  .text = model.settle_not};
  spec.rect.height = banner_height(ui, spec);
  banner(ui, spec);
  room.take_top(spec.rect.height, space::m);
  ButtonSpec settle{.id = "settle", .text = model.settle_word, .kind = ButtonKind::plain};
  settle.rect = room.take_top(button_size(ui, settle).height, space::m);
  settle.rect.width = std::min(settle.rect.width, button_size(ui, settle).width);
  if (button(ui, settle)) requests.emplace_back(request::Go{place::Needs{row.needs_item}});
}

}  // namespace

std::string seat_id(const AttendanceModel& model, std::size_t place) {
  std::string id = std::to_string(model.rows[place].seat);
  const bool first =
      std::none_of(model.rows.begin(), model.rows.begin() + static_cast<std::ptrdiff_t>(place),
                   [&](const AttendanceRow& row) { return row.seat == model.rows[place].seat; });
  if (!first) id += "." + std::to_string(place);
  return id;
}

std::string typed_reason(const AttendanceState& state) {
  const auto* draft = draft_of(state);
  if (draft == nullptr) return {};
  const std::string& text = draft->reason;
  const auto from = text.find_first_not_of(' ');
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

void mark_all(const AttendanceModel& model, AttendanceState& state, Requests& requests) {
  const std::string reason = typed_reason(state);
  request::Act act;
  for (const AttendanceRow& row : model.rows) {
    if (row.state != AttendanceRow::State::none) continue;
    act.intents.emplace_back(client::MarkAttendance{model.group,
                                                    {model.session, row.member},
                                                    model::Mark::present,
                                                    0,
                                                    model.closed ? reason : std::string()});
    if (model.closed && row.member == state.chosen) {
      drop_edit({model.session, row.member}, state, act);
    }
  }
  act.done = model.saved_word;
  requests.emplace_back(std::move(act));
}

void draw_marks(Ui& ui, const AttendanceModel& model, const Rect& rect, AttendanceState& state,
                Requests& requests) {
  const auto at = std::find_if(model.rows.begin(), model.rows.end(),
                               [&](const auto& row) { return row.member == state.chosen; });
  if (at == model.rows.end()) return;
  const AttendanceRow& row = *at;
  Marks marks(model, row, state, requests);
  const Rect inside = card(ui, {.id = "marks_card", .rect = rect, .title = row.name});
  // The focus ring of what stands at the edge keeps its room.
  const auto scroll = ui.scroll("marks_room", inside.grown(space::s));
  Rect room = scroll->room().inset(space::s);
  const float top = scroll->room().y;
  room.take_top(ui.paragraph("said", room, row.words, {Role::body, Weight::regular, Token::ink}));
  if (!row.by.empty()) {
    room.take_top(ui.paragraph("by", room, row.by, {Role::note, Weight::regular, Token::ink2}));
  }
  room.take_top(space::m);
  if (row.state == AttendanceRow::State::disputed) {
    draw_disputed(ui, model, row, room, requests);
  }
  draw_choices(ui, model, row, room, marks);
  draw_minutes(ui, model, row, room, state, marks);
  draw_reason(ui, model, row, room, state, marks);
  if (row.state == AttendanceRow::State::marked) {
    const std::string why_not = marks.save_not();
    ButtonSpec save{.id = "save",
                    .text = model.save_word,
                    .icon = icon::check,
                    .shortcut = Shortcut::of(Key::enter),
                    .enabled = why_not.empty(),
                    .why_not = why_not};
    const Size size = button_size(ui, save);
    save.rect = room.take_top(size.height);
    save.rect.width = std::min(save.rect.width, size.width);
    if (button(ui, save)) marks.save();
  }
  scroll->used(room.y - top + space::s);
}

}  // namespace baraza::ui::attendance_parts
