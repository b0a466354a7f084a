// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/seat_screen.h"

#include <algorithm>

#include "client/ui/screens/page.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/list_row.h"

namespace baraza::ui {
namespace {

using client::SeatEnd;
using client::SeatModel;

constexpr int most_days_ago = 60;

void draw_ends(Ui& ui, const SeatModel& model, Rect& room, SeatState& state) {
  const std::string group = ui.id("ends");
  CardStack stack(ui, room, {.id = "card", .title = model.question});
  for (std::size_t i = 0; i < model.ends.size(); ++i) {
    const SeatEnd& end = model.ends[i];
    const std::string id = "end." + std::to_string(i);
    const auto row = [&, i](const Rect& rect, const std::string& leaf) {
      const bool chosen = state.chosen == i;
      return ListRowSpec{.id = leaf,
                         .rect = rect,
                         .icon = chosen      ? icon::check_circle
                                 : end.group ? icon::swap_horiz
                                             : icon::radio_button_unchecked,
                         .name = end.words,
                         .note = end.not_now.empty() ? end.note : end.not_now,
                         .most_note_lines = 2,
                         .selected = chosen,
                         .enabled = end.not_now.empty(),
                         .why_not = end.not_now,
                         .group = group};
    };
    stack.add(list_row_height(ui, row({0, 0, stack.width(), 0}, id)), 0,
              [&ui, &state, row, id, i](const Rect& rect) {
                if (list_row(ui, row(rect, id)).activated) state.chosen = i;
              });
  }
  stack.finish();
}

void draw_day(Ui& ui, const SeatModel& model, Rect& room, SeatState& state) {
  ui.text("day_label", room.take_top(ui.canvas().line_height(Role::note), space::xs),
          model.day_label, {Role::note, Weight::bold, Token::ink2});
  // More days ago is earlier: the stepper counts towards today.
  StepperSpec spec{.id = "day",
                   .label = model.day_label,
                   .value = -state.days_ago,
                   .least = -most_days_ago,
                   .most = 0,
                   .text = model.day_words,
                   .less_word = model.earlier_word,
                   .more_word = model.later_word};
  const Size size = stepper_size(ui, spec);
  const Rect row = room.take_top(size.height, space::m);
  spec.rect = {row.x, row.y, std::min(size.width, row.width), size.height};
  if (const auto day = stepper(ui, spec, state.day)) state.days_ago = -*day;
}

void save(const SeatModel& model, const SeatEnd& end, Requests& requests) {
  request::Act act;
  if (end.group) {
    act.intents.emplace_back(client::MoveMember{model.group, model.member, *end.group, model.day});
  } else {
    act.intents.emplace_back(
        client::EndMembership{model.group, {model.member, model.day, end.reason}});
  }
  act.done = model.done;
  act.then = place::Group{end.group.value_or(model.group)};
  requests.emplace_back(std::move(act));
}

}  // namespace

TopBarModel seat_top_bar(const SeatModel& model) {
  return titled_bar(model);
}

void draw_seat(Ui& ui, const ShellFrame& frame, const SeatModel& model, SeatState& state,
               Requests& requests) {
  const auto scope = ui.scope("seat");
  Rect content = frame.content;
  Rect bar;
  if (model.none.empty()) bar = content.take_bottom(ui.primary(), space::m);
  draw_page(ui, content, model.none, [&](Rect& room) {
    draw_ends(ui, model, room, state);
    draw_day(ui, model, room, state);
    room.take_top(
        ui.paragraph("stays", room, model.stays, {Role::note, Weight::regular, Token::ink2}),
        space::m);
  });
  if (!model.none.empty()) return;
  const bool ready = model.save_not.empty() && state.chosen && *state.chosen < model.ends.size();
  ButtonSpec spec{.id = "save",
                  .text = model.save_word,
                  .kind = ButtonKind::primary,
                  .big = true,
                  .shortcut = Shortcut::with_ctrl(Key::enter),
                  .enabled = ready,
                  .why_not = model.save_not.empty() ? model.question : model.save_not};
  const Size size = button_size(ui, spec);
  spec.rect = {bar.x, bar.y, std::min(size.width, bar.width), bar.height};
  if (button(ui, spec)) save(model, model.ends[*state.chosen], requests);
  ui.first_focus("top.back");
}

}  // namespace baraza::ui
