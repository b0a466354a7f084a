// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <vector>

#include "client/core/kept.h"
#include "client/ui/screens/home_screen.h"
#include "client/ui/screens/needs_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"

// The thing that is open: what it is, what can be done, what holds until then.
namespace baraza::ui::needs_parts {
namespace {

using client::NeedDetail;
using client::NeedItem;
using client::NeedsModel;

constexpr float padding = space::xl;
constexpr float least_side = 250;

// No item has this id: nothing is open.
constexpr std::string_view nothing = "-";
// A kept entry's draft holds no more than that it was kept.
constexpr std::string_view kept_bytes = "1";

std::vector<ButtonSpec> buttons_of(const NeedsModel& model) {
  const NeedDetail& detail = model.detail;
  std::vector<ButtonSpec> out;
  if (!detail.write_again.empty()) {
    out.push_back({.id = "again",
                   .text = detail.write_again,
                   .kind = ButtonKind::primary,
                   .icon = icon::edit,
                   .shortcut = Shortcut::of(U'1'),
                   .enabled = detail.write_again_not.empty(),
                   .why_not = detail.write_again_not});
  }
  if (!detail.go.empty()) {
    out.push_back({.id = "go",
                   .text = detail.go,
                   .kind = ButtonKind::primary,
                   .icon = icon::open_in_new,
                   .shortcut = Shortcut::of(U'1')});
  }
  if (!detail.keep.empty()) {
    out.push_back(
        {.id = "keep", .text = detail.keep, .icon = icon::check, .shortcut = Shortcut::of(U'2')});
  }
  if (!detail.reopen.empty()) {
    out.push_back({.id = "reopen",
                   .text = detail.reopen,
                   .icon = icon::undo,
                   .shortcut = Shortcut::of(U'1')});
  }
  out.push_back({.id = "leave",
                 .text = detail.leave,
                 .icon = icon::schedule,
                 .shortcut = Shortcut::of(Key::escape)});
  return out;
}

void press(std::string_view id, const NeedsModel& model, NeedsState& state, Requests& requests) {
  const NeedItem& item = *model.item;
  if (id == "leave") state.open = nothing;
  if (id == "go") {
    const bool anew = item.kind == NeedItem::Kind::laptop;
    requests.emplace_back(request::Go{anew ? Place(place::Enrol{}) : place_of(item)});
  }
  if (id == "reopen") {
    request::Act act;
    act.intents = model.detail.undo;
    act.done = model.detail.chosen_toast;
    requests.emplace_back(std::move(act));
    state.open = client::conflict_item_id(item.group, {item.session, item.member});
  }
  const request::Draft kept{client::kept_key(item.entry), Bytes(kept_bytes)};
  if (id == "keep") {
    request::Act act;
    act.done = model.detail.kept_toast;
    act.keeps_drafts = {kept};
    act.undo_drafts = {{kept.key, {}}};
    requests.emplace_back(std::move(act));
  }
  if (id == "again") {
    request::Act act;
    act.intents.emplace_back(client::WriteAgain{item.entry.first, item.entry.second});
    act.done = model.detail.chosen_toast;
    act.keeps_drafts = {kept};  // the old one needs nobody any more
    requests.emplace_back(std::move(act));
  }
}

void choose(const NeedsModel& model, std::size_t place, NeedsState& state, Requests& requests) {
  request::Act act;
  act.intents = model.detail.answers[place].intents;
  act.done = model.detail.chosen_toast;
  act.undo = model.detail.undo;
  state.settled = model.open;
  state.undo = model.detail.undo;
  requests.emplace_back(std::move(act));
}

float lines_height(const Ui& ui, const std::vector<std::string>& lines, float width) {
  float height = 0;
  for (const std::string& line : lines) {
    height += icon_line_height(
                  ui, {.rect = {0, 0, width, 0}, .icon = icon::chevron_right, .text = line}) +
              space::s;
  }
  return height;
}

void draw_lines(Ui& ui, std::string_view leaf, const std::vector<std::string>& lines, Rect room) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string id = std::string(leaf) + "." + std::to_string(i);
    IconLineSpec spec{.id = id,
                      .rect = room,
                      .icon = icon::chevron_right,
                      .text = lines[i],
                      .icon_colour = Token::ink2};
    spec.rect.height = icon_line_height(ui, spec);
    icon_line(ui, spec);
    room.take_top(spec.rect.height, space::s);
  }
}

CardSpec side_card(std::string_view id, std::string_view title, const Rect& rect) {
  return {.id = id, .rect = rect, .title = title, .title_role = Role::body};
}

float side_height(const Ui& ui, std::string_view title, const std::vector<std::string>& lines,
                  float width) {
  if (lines.empty()) return 0;
  return card_around(ui, side_card({}, title, {0, 0, width, 0})) +
         lines_height(ui, lines, width - 2 * space::card_padding);
}

// What holds until then, and what comes after: beside each other where the width holds both.
void draw_sides(Ui& ui, const NeedDetail& detail, Rect& rest) {
  const bool both = !detail.until.empty() && !detail.after.empty();
  const float gap = space::card_gap;
  const bool beside = both && rest.width >= 2 * ui.scaled(least_side) + gap;
  const float width = beside ? std::floor((rest.width - gap) / 2) : rest.width;
  const float until = side_height(ui, detail.until_title, detail.until, width);
  const float after = side_height(ui, detail.after_title, detail.after, width);
  const auto draw = [&](std::string_view id, const std::string& title,
                        const std::vector<std::string>& lines, const Rect& rect) {
    if (lines.empty()) return;
    draw_lines(ui, id, lines, card(ui, side_card(std::string(id) + "_card", title, rect)));
  };
  if (beside) {
    Rect row = rest.take_top(std::max(until, after));
    draw("until", detail.until_title, detail.until, row.take_left(width, gap));
    draw("after", detail.after_title, detail.after, row);
    return;
  }
  if (until > 0) draw("until", detail.until_title, detail.until, rest.take_top(until, gap));
  if (after > 0) draw("after", detail.after_title, detail.after, rest.take_top(after));
}

// What can be undone stands beside the buttons where it has room, else below them.
bool note_beside(const Ui& ui, const NeedsModel& model, float width) {
  float used = std::ceil(ui.width_of(model.detail.undo_note, Role::note)) + space::l;
  for (const ButtonSpec& each : buttons_of(model)) {
    used += button_size(ui, each).width + space::between_targets;
  }
  return used <= width;
}

struct Parts {
  float title = 0;
  float intro = 0;
  float answers = 0;
  float lines = 0;
  float buttons = 0;
  float undo = 0;
  float all() const {
    float out = 2 * padding + title + space::xs + intro + space::l;
    if (answers > 0) out += answers + space::l;
    if (lines > 0) out += lines + space::s;
    out += buttons;
    return undo > 0 ? out + space::s + undo : out;
  }
};

Parts parts_of(const Ui& ui, const NeedsModel& model, float width) {
  const NeedDetail& detail = model.detail;
  const float inside = width - 2 * padding;
  Parts out;
  out.title = ui.paragraph_height(detail.title, Role::title, Weight::bold, inside);
  out.intro = ui.paragraph_height(detail.intro, Role::lead, Weight::regular, inside);
  out.answers = answers_height(ui, detail.answers, inside);
  out.lines = lines_height(ui, detail.lines, inside);
  out.buttons = row_of_buttons_height(ui, buttons_of(model), inside);
  if (!detail.undo_note.empty() && !note_beside(ui, model, inside)) {
    out.undo = ui.paragraph_height(detail.undo_note, Role::note, Weight::regular, inside);
  }
  return out;
}

// Right after settling, the way back stands where the answers stood; else how to go on.
void draw_nothing_open(Ui& ui, const NeedsModel& model, Rect room, NeedsState& state,
                       Requests& requests) {
  const TextStyle style{Role::lead, Weight::regular, Token::ink2};
  const bool settled = !state.undo.empty() && state.settled == model.open;
  if (!settled) {
    ui.paragraph("choose", room, model.items.empty() ? model.none : model.choose, style);
    return;
  }
  room.take_top(ui.paragraph("settled", room, model.settled, style), space::m);
  ButtonSpec undo{.id = "undo", .text = model.undo_word, .icon = icon::undo};
  const Size size = button_size(ui, undo);
  undo.rect = {room.x, room.y, size.width, size.height};
  if (!button(ui, undo)) return;
  request::Act act;
  act.intents = std::move(state.undo);
  state.undo.clear();
  requests.emplace_back(std::move(act));
}

}  // namespace

void draw_detail(Ui& ui, const NeedsModel& model, const Rect& whole, NeedsState& state,
                 Requests& requests) {
  if (!model.item) {
    draw_nothing_open(ui, model, whole.inset(padding), state, requests);
    return;
  }
  const NeedDetail& detail = model.detail;
  const auto scroll = ui.scroll("detail", whole);
  Rect rest = scroll->room();
  const float top = rest.y;
  const Parts parts = parts_of(ui, model, rest.width);
  Rect room = card(ui, {.id = "detail_card",
                        .rect = rest.take_top(parts.all(), space::card_gap),
                        .padding = padding});
  ui.paragraph("title", room.take_top(parts.title, space::xs), detail.title,
               {Role::title, Weight::bold, Token::ink});
  ui.paragraph("intro", room.take_top(parts.intro, space::l), detail.intro,
               {Role::lead, Weight::regular, Token::ink2});
  if (parts.answers > 0) {
    const auto chosen = draw_answers(ui, detail.answers, room.take_top(parts.answers, space::l));
    if (chosen) choose(model, *chosen, state, requests);
  }
  if (parts.lines > 0) {
    draw_lines(ui, "line", detail.lines, room.take_top(parts.lines, space::s));
  }
  const auto buttons = buttons_of(model);
  const Rect row = room.take_top(parts.buttons, space::s);
  const auto pressed = row_of_buttons(ui, buttons, row);
  if (pressed) press(buttons[*pressed].id, model, state, requests);
  const TextStyle note{Role::note, Weight::regular, Token::ink2};
  if (parts.undo > 0) {
    ui.paragraph("undo_note", room, detail.undo_note, note);
  } else if (!detail.undo_note.empty()) {
    ui.text("undo_note", row, detail.undo_note, note, Align::right);
  }
  draw_sides(ui, detail, rest);
  scroll->used(rest.y - top);
}

}  // namespace baraza::ui::needs_parts
