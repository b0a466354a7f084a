// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "client/ui/screens/panel.h"
#include "client/ui/screens/shell.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float keys_width = 120;

// Why what was tried can't be done, at the bottom where toasts are too.
void draw_explanation(Ui& ui) {
  const std::string& why = ui.explanation();
  if (why.empty()) return;
  const float icon = ui.canvas().icon_width(IconSize::plain);
  const float most = ui.window().width - 2 * space::window_margin;
  const float wanted = ui.width_of(why) + 2 * space::l + icon + space::m + 1;
  const float width = std::min(most, std::ceil(wanted));
  const float words = width - 2 * space::l - icon - space::m;
  const float height =
      std::max(toast_height(ui),
               ui.paragraph_height(why, Role::body, Weight::regular, words) + 2 * space::m);
  const Rect rect{std::floor(ui.window().centre().x - width / 2),
                  ui.window().bottom() - height - space::l, width, height};
  ui.canvas().box(rect, Token::surface, Token::edge, space::banner_radius);
  ui.note_area("shell.why", rect, why);
  Rect room = rect.inset(space::l, 0);
  const Rect mark = room.take_left(icon, space::m);
  ui.canvas().icon(mark.centre(), icon::info, {IconSize::plain, Token::accent});
  room.y = std::floor(rect.centre().y -
                      ui.paragraph_height(why, Role::body, Weight::regular, room.width) / 2);
  ui.paragraph("shell.why.text", room, why, {});
}

void draw_help_rows(Ui& ui, const std::vector<client::HelpRow>& rows, std::string_view leaf,
                    Rect& room, float& used) {
  const float keys = ui.scaled(keys_width);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string id = parts::below(leaf, std::to_string(i));
    Rect row = room;
    const Rect key = row.take_left(keys, space::m);
    const float key_height = ui.paragraph(parts::below(id, "key"), key, rows[i].keys,
                                          {Role::body, Weight::bold, Token::ink});
    const float height =
        std::max(key_height, ui.paragraph(parts::below(id, "text"), row, rows[i].words, {}));
    room.take_top(height, space::xs);
    used += height + space::xs;
  }
}

void draw_help(Ui& ui, const client::ShellModel& model, const TopBarModel& top, ShellState& state) {
  if (!state.help) return;
  Panel panel(ui, {.id = "help", .title = model.help_title, .back = model.close_word});
  {
    const auto scroll = ui.scroll("rows", panel.room());
    Rect room = scroll->room();
    float used = 0;
    draw_help_rows(ui, top.help, "screen", room, used);
    if (!top.help.empty()) {
      room.take_top(space::m);
      used += space::m;
    }
    draw_help_rows(ui, model.help, "everywhere", room, used);
    scroll->used(used);
  }
  const bool back = panel.finish() == Panel::Answer::back;
  if (back || ui.pressed(Shortcut::of(Key::f1))) state.help = false;
}

void draw_leaving(Ui& ui, const client::ShellModel& model, ShellState& state, Requests& requests) {
  if (!state.leaving) return;
  const bool locks = std::holds_alternative<request::Lock>(*state.leaving);
  const DialogAnswer answer =
      dialog(ui, {.id = "leaving",
                  .question = model.leaving_title,
                  .text = model.leaving,
                  .back = model.go_back_word,
                  .verb = locks ? model.lock_anyway_word : model.close_anyway_word,
                  .loses = true});
  if (answer == DialogAnswer::none) return;
  if (answer == DialogAnswer::verb) requests.push_back(*state.leaving);
  state.leaving.reset();
}

}  // namespace

void draw_shell_over(Ui& ui, const client::ShellModel& model, const TopBarModel& top,
                     const std::optional<ToastModel>& toast_model, ShellState& state,
                     Requests& requests) {
  if (!ui.explanation().empty()) {
    draw_explanation(ui);
  } else if (toast_model) {
    Rect room = ui.window();
    room.take_left(space::rail_width);
    const ToastSpec spec{
        .id = "toast",
        .text = toast_model->text,
        .undo = toast_model->can_undo ? std::string_view(model.undo_word) : std::string_view()};
    if (toast(ui, spec, room)) requests.push_back(request::Undo{});
  }
  draw_help(ui, model, top, state);
  draw_leaving(ui, model, state, requests);
}

}  // namespace baraza::ui
