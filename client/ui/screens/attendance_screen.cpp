// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/attendance_screen.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/screens/attendance_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::AttendanceModel;
using client::AttendanceRow;

constexpr float side_width = 432;
constexpr float most_width = 1200;
constexpr float words_share = 0.5F;  // of a row, for its mark
constexpr float list_share = 0.45F;  // of the height, where the marks stand below the list

CellMark cell_of(const AttendanceRow& row) {
  if (row.state == AttendanceRow::State::none) return CellMark::today;
  if (row.state == AttendanceRow::State::disputed) return CellMark::two_answers;
  switch (row.value.mark) {
    case model::Mark::present: return CellMark::came;
    case model::Mark::late:
    case model::Mark::left_early: return CellMark::late;
    case model::Mark::absent_told: return CellMark::told_us;
    case model::Mark::excused: return CellMark::excused;
    case model::Mark::absent_unknown: return CellMark::unknown;
  }
  return CellMark::no_mark;
}

void draw_mark(Ui& ui, const std::string& id, const AttendanceRow& row, Rect place, bool selected) {
  const Rect cell = place.take_left(cell_target(ui).width, space::xs);
  attendance_cell(ui, {.id = id + ".cell",
                       .rect = cell,
                       .mark = cell_of(row),
                       .text = row.words,
                       .pressable = false,
                       .on_selected = selected});
  const bool look_here = row.state == AttendanceRow::State::disputed;
  const TextStyle style{Role::note, Weight::regular, look_here ? Token::warn_ink : Token::ink};
  const float height = ui.paragraph_height(row.words, style.role, style.weight, place.width, 2);
  place.y = std::floor(place.centre().y - height / 2);
  place.height = height;
  ui.paragraph(id + ".mark", place, row.words, style, Align::left, 2);
}

void draw_rows(Ui& ui, const AttendanceModel& model, const Rect& room, AttendanceState& state,
               Requests& requests) {
  const auto scroll = ui.scroll("rows_room", room);
  Rect rest = scroll->room().inset(space::s, space::s);
  const float top = scroll->room().y;
  const std::string group = ui.id("rows");
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const AttendanceRow& row = model.rows[i];
    const std::string id = "row." + attendance_parts::seat_id(model, i);
    const DiscSpec disc{.letters = row.letters,
                        .seat = row.seat,
                        .state = row.away ? DiscState::not_here : DiscState::here,
                        .name = row.name};
    const bool selected = row.member == state.chosen;
    ListRowSpec spec{.id = id,
                     .rect = rest,
                     .disc = &disc,
                     .name = row.name,
                     .note = row.by,
                     .note_may_go = true,
                     .trailing_width = std::floor(rest.width * words_share),
                     .selected = selected,
                     .group = group,
                     .rule = i + 1 < model.rows.size()};
    spec.rect.height = list_row_height(ui, spec);
    const ListRow drawn = list_row(ui, spec);
    draw_mark(ui, id, row, drawn.trailing, selected);
    if (drawn.focused || drawn.activated) state.chosen = row.member;
    if (drawn.activated && row.state == AttendanceRow::State::disputed) {
      requests.emplace_back(request::Go{place::Needs{row.needs_item}});
    }
    rest.take_top(spec.rect.height);
    if (selected) ui.first_focus(ui.id(id));
  }
  scroll->used(rest.y - top + space::s);
}

void draw_list(Ui& ui, const AttendanceModel& model, const Rect& rect, AttendanceState& state,
               Requests& requests) {
  Rect room = card(ui, {.id = "list", .rect = rect, .title = model.count, .padding = space::m});
  if (!model.unmarked.empty()) {
    room.take_top(
        ui.paragraph("unmarked", room, model.unmarked, {Role::note, Weight::regular, Token::ink2}));
  }
  // A closed session asks for the reason first, which stands with the marks.
  const bool needs_reason = model.closed && attendance_parts::typed_reason(state).empty();
  ButtonSpec all{.id = "all",
                 .text = model.all_word,
                 .kind = model.may_mark_all ? ButtonKind::primary : ButtonKind::plain,
                 .icon = icon::done_all,
                 .shortcut = Shortcut::of(U'A'),
                 .enabled = model.may_mark_all && !needs_reason,
                 .why_not = model.may_mark_all ? model.reason_not : model.all_not};
  const std::vector<ButtonSpec> buttons{all};
  const Rect row = room.take_bottom(row_of_buttons_height(ui, buttons, room.width), space::s);
  draw_rows(ui, model, room, state, requests);
  if (row_of_buttons(ui, buttons, row)) attendance_parts::mark_all(model, state, requests);
}

}  // namespace

void take_mark_drafts(const AttendanceModel& model, const std::map<std::string, Bytes>& drafts,
                      AttendanceState& state) {
  for (const AttendanceRow& row : model.rows) {
    const auto at = drafts.find(client::mark_draft_key({model.session, row.member}));
    if (at == drafts.end()) continue;
    auto draft = client::decode_mark(at->second);
    if (!draft) continue;
    if (state.edits.empty()) state.chosen = row.member;
    state.edits[row.member].draft = *std::move(draft);
  }
}

TopBarModel attendance_top_bar(const AttendanceModel& model, Layout layout) {
  TopBarModel top;
  top.title = model.title;
  top.note = model.note;
  top.help = model.help;
  if (layout == Layout::compact) top.second_line = model.note;
  return top;
}

void draw_attendance(Ui& ui, const ShellFrame& frame, const AttendanceModel& model,
                     AttendanceState& state, Requests& requests) {
  const auto scope = ui.scope("attendance");
  if (!model.none.empty()) {
    empty_state(ui, {.id = "none", .rect = frame.content.inset(0, space::xxl), .text = model.none});
    return;
  }
  const bool there = std::any_of(model.rows.begin(), model.rows.end(),
                                 [&](const auto& row) { return row.member == state.chosen; });
  if (!there) state.chosen = model.rows.front().member;

  Rect room = frame.content;
  Rect side;
  if (ui.layout() == Layout::narrow) {
    side = room.take_bottom(std::floor(room.height * (1 - list_share)), space::m);
  } else {
    const float most = ui.scaled(most_width);
    if (room.width > most) {
      room = {std::floor(room.centre().x - most / 2), room.y, most, room.height};
    }
    const float gap = ui.layout() == Layout::wide ? space::card_gap : space::m;
    side = room.take_right(ui.scaled(side_width), gap);
  }
  draw_list(ui, model, room, state, requests);
  attendance_parts::draw_marks(ui, model, side, state, requests);
}

}  // namespace baraza::ui
