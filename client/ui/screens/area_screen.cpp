// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/area_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/area_look.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::AreaLine;
using client::AreaModel;

// What would be saved now.
struct Picked {
  std::optional<model::FocalArea> primary;
  std::optional<model::FocalArea> secondary;
  std::optional<model::FocalReason> reason;
};

Picked picked(const AreaModel& model, const AreaState& state) {
  Picked out;
  if (model.holds) {
    out.primary = model.holds->primary;
    out.secondary = model.holds->secondary;
  }
  if (state.primary) out.primary = state.primary;
  if (state.secondary_pressed) out.secondary = state.secondary;
  if (out.secondary == out.primary) out.secondary.reset();
  if (model.reason_given) out.reason = model.reason_first;
  if (state.reason) out.reason = state.reason;
  return out;
}

// Why it can't be saved as it is; empty: it can.
const std::string& save_not(const AreaModel& model, const Picked& now) {
  static const std::string nothing;
  if (!now.primary) return model.no_primary;
  if (model.holds && model.holds->primary == *now.primary &&
      model.holds->secondary == now.secondary) {
    return model.no_change;
  }
  return now.reason ? nothing : model.no_reason;
}

void save(const AreaModel& model, const Picked& now, AreaState& state, Requests& requests) {
  request::Act act;
  client::ChooseFocalArea choose;
  choose.group = model.group;
  choose.choice = {model.member, *now.primary, now.secondary, *now.reason};
  choose.settles = !model.standing.empty();
  act.intents.emplace_back(choose);
  if (model.holds) {
    client::ChooseFocalArea back;
    back.group = model.group;
    back.choice = *model.holds;
    back.choice.reason = model::FocalReason::entered_wrongly;
    act.undo.emplace_back(back);
  }
  act.done = model.done;
  requests.emplace_back(std::move(act));
  state = {};
}

// One of a list of which one is chosen: a check says so beside the fill.
struct Option {
  std::string id;
  const char* icon = nullptr;
  std::string_view name;
  std::string_view note;
  bool chosen = false;
  Shortcut shortcut = {};
  std::string_view why_not = {};  // it can't be chosen
};

ListRowSpec row_of(const Option& option, std::string_view group, float width) {
  ListRowSpec row;
  row.id = option.id;
  row.rect.width = width;
  row.icon = option.icon;
  row.name = option.name;
  row.note = option.note;
  row.most_note_lines = 2;
  row.selected = option.chosen;
  row.group = group;
  row.shortcut = option.shortcut;
  row.enabled = option.why_not.empty();
  row.why_not = option.why_not;
  row.rule = true;
  return row;
}

// Draws the rows into a card; which one was pressed, as a place in the list.
std::optional<std::size_t> options_card(Ui& ui, std::string_view id, std::string_view title,
                                        const std::vector<Option>& options, Rect& room) {
  CardSpec spec{.id = id, .rect = {room.x, room.y, room.width, 0}, .title = title};
  const float inside = room.width - 2 * spec.padding;
  const float mark = ui.canvas().icon_width(IconSize::plain);
  const std::string group = ui.id(id);
  spec.rect.height = card_around(ui, spec);
  const auto with_mark = [&](const Option& option) {
    ListRowSpec row = row_of(option, group, inside + 2 * space::s);
    row.trailing_width = mark;
    return row;
  };
  for (const Option& option : options) {
    spec.rect.height += list_row_height(ui, with_mark(option));
  }
  Rect rest = card(ui, spec);
  std::optional<std::size_t> pressed;
  const auto scope = ui.scope(id);
  for (std::size_t i = 0; i < options.size(); ++i) {
    ListRowSpec row = with_mark(options[i]);
    const float height = list_row_height(ui, row);
    const Rect place = rest.take_top(height);
    row.rect = {place.x - space::s, place.y, place.width + 2 * space::s, height};
    row.rule = i + 1 < options.size();
    const ListRow drawn = list_row(ui, row);
    if (options[i].chosen) {
      ui.canvas().icon(drawn.trailing.centre(), icon::check_circle,
                       {IconSize::plain, Token::accent});
    }
    if (drawn.activated) pressed = i;
  }
  room.take_top(spec.rect.height, space::card_gap);
  return pressed;
}

std::string number_of(model::FocalArea area) {
  return std::to_string(static_cast<int>(area));
}

void draw_primary(Ui& ui, const AreaModel& model, Rect& room, AreaState& state) {
  const Picked now = picked(model, state);
  std::vector<Option> options;
  for (const auto& area : model.areas) {
    const auto key = static_cast<char32_t>(U'0' + static_cast<char32_t>(area.area));
    options.push_back({number_of(area.area), area_icon(area.area), area.word, area.says,
                       now.primary == area.area, Shortcut::of(key)});
  }
  if (const auto pressed = options_card(ui, "primary", model.primary_title, options, room)) {
    state.primary = model.areas[*pressed].area;
  }
}

// All areas stand in it, so that choosing the one above moves nothing.
void draw_secondary(Ui& ui, const AreaModel& model, Rect& room, AreaState& state) {
  const Picked now = picked(model, state);
  std::vector<Option> options{{"none", icon::remove, model.no_secondary, {}, !now.secondary}};
  for (const auto& area : model.areas) {
    const bool is_it = area.area == now.primary;
    options.push_back({number_of(area.area),
                       area_icon(area.area),
                       area.word,
                       {},
                       now.secondary == area.area,
                       {},
                       is_it ? std::string_view(model.is_primary) : std::string_view()});
  }
  if (const auto pressed = options_card(ui, "secondary", model.secondary_title, options, room)) {
    state.secondary.reset();
    if (*pressed > 0) state.secondary = model.areas[*pressed - 1].area;
    state.secondary_pressed = true;
  }
}

void draw_reason(Ui& ui, const AreaModel& model, Rect& room, AreaState& state) {
  const Picked now = picked(model, state);
  std::vector<Option> options;
  for (const auto& [reason, words] : model.reasons) {
    options.push_back({std::to_string(static_cast<int>(reason)),
                       icon::chevron_right,
                       words,
                       {},
                       now.reason == reason});
  }
  if (const auto pressed = options_card(ui, "reason", model.reason_title, options, room)) {
    state.reason = model.reasons[*pressed].first;
  }
}

// What holds, or what stands in dispute.
void draw_now(Ui& ui, const AreaModel& model, Rect& room) {
  CardSpec spec{.id = "now", .rect = {room.x, room.y, room.width, 0}, .title = model.now_title};
  const float inside = room.width - 2 * spec.padding;
  const float by = ui.canvas().line_height(Role::note);
  const char* mark = model.holds              ? area_icon(model.holds->primary)
                     : model.standing.empty() ? icon::help_outline
                                              : icon::call_split;
  const auto line = [&](const Rect& rect) {
    return IconLineSpec{.id = "holds",
                        .rect = rect,
                        .icon = mark,
                        .text = model.now,
                        .style = {Role::lead, Weight::bold, Token::ink},
                        .icon_colour = model.standing.empty() ? Token::accent : Token::warn_mark};
  };
  const float holds = icon_line_height(ui, line({0, 0, inside, 0}));
  const float warned =
      model.warning.empty()
          ? 0
          : ui.paragraph_height(model.warning, Role::body, Weight::regular, inside) + space::s;
  const float closed =
      model.read_only.empty()
          ? 0
          : ui.paragraph_height(model.read_only, Role::note, Weight::regular, inside) + space::s;
  spec.rect.height =
      card_around(ui, spec) + holds + warned + closed + (model.now_by.empty() ? 0 : by + space::xs);
  Rect rest = card(ui, spec);
  icon_line(ui, line(rest.take_top(holds, space::xs)));
  if (!model.now_by.empty()) {
    ui.text("by", rest.take_top(by), model.now_by, {Role::note, Weight::regular, Token::ink2});
  }
  if (warned > 0) {
    rest.take_top(ui.paragraph("warning", rest, model.warning, {}), space::s);
  }
  if (closed > 0) {
    ui.paragraph("read_only", rest, model.read_only, {Role::note, Weight::regular, Token::ink2});
  }
  room.take_top(spec.rect.height, space::card_gap);
}

void draw_history(Ui& ui, const AreaModel& model, Rect& room) {
  if (model.history.empty()) return;
  CardSpec spec{
      .id = "history", .rect = {room.x, room.y, room.width, 0}, .title = model.history_title};
  const float inside = room.width - 2 * spec.padding;
  const auto height = [&](const std::string& text, Role role, Weight weight) {
    return ui.paragraph_height(text, role, weight, inside);
  };
  spec.rect.height = card_around(ui, spec);
  for (const AreaLine& each : model.history) {
    spec.rect.height += height(each.said, Role::body, Weight::bold) +
                        height(each.why, Role::body, Weight::regular) +
                        height(each.by, Role::note, Weight::regular) + space::m;
  }
  Rect rest = card(ui, spec);
  const auto scope = ui.scope("history");
  for (std::size_t i = 0; i < model.history.size(); ++i) {
    const AreaLine& each = model.history[i];
    const std::string id = std::to_string(i);
    rest.take_top(ui.paragraph(id, rest, each.said, {Role::body, Weight::bold, Token::ink}));
    rest.take_top(ui.paragraph(id + ".why", rest, each.why, {}));
    rest.take_top(
        ui.paragraph(id + ".by", rest, each.by, {Role::note, Weight::regular, Token::ink2}),
        space::m);
  }
  room.take_top(spec.rect.height, space::card_gap);
}

ButtonSpec save_button(const AreaModel& model, const Picked& now) {
  const std::string& why_not = save_not(model, now);
  return {.id = "save",
          .text = model.save_word,
          .kind = ButtonKind::primary,
          .big = true,
          .shortcut = Shortcut::with_ctrl(Key::enter),
          .enabled = why_not.empty(),
          .why_not = why_not};
}

}  // namespace

TopBarModel area_top_bar(const AreaModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  out.help = model.help;
  return out;
}

void draw_area(Ui& ui, const ShellFrame& frame, const AreaModel& model, AreaState& state,
               Requests& requests) {
  const auto scope = ui.scope("area");
  Rect content = frame.content;
  const bool chooses = model.none.empty() && model.read_only.empty();
  // The way to save never scrolls away.
  Rect bar;
  if (chooses) bar = content.take_bottom(ui.primary(), space::m);
  {
    const auto scroll = ui.scroll("room", content.grown(space::xs));
    Rect room = scroll->room().inset(space::xs);
    const float top = scroll->room().y;
    if (!model.none.empty()) {
      empty_state(ui, {.id = "none", .rect = room, .text = model.none});
      return;
    }
    const bool two = ui.layout() != Layout::narrow;
    Rect left = room;
    Rect right = room;
    if (two) {
      right = left.take_right(std::floor((room.width - space::card_gap) / 2), space::card_gap);
    }
    draw_now(ui, model, left);
    if (chooses) {
      draw_primary(ui, model, left, state);
      draw_secondary(ui, model, left, state);
    }
    if (!two) right = left;
    if (chooses) draw_reason(ui, model, right, state);
    draw_history(ui, model, right);
    scroll->used(std::max(left.y, right.y) - top + space::xs);
  }
  if (!chooses) return;
  const Picked now = picked(model, state);
  ButtonSpec button_spec = save_button(model, now);
  const Size size = button_size(ui, button_spec);
  button_spec.rect = {bar.x, bar.y, std::min(size.width, bar.width), bar.height};
  if (button(ui, button_spec)) save(model, now, state, requests);
  ui.first_focus(ui.id("save"));
}

}  // namespace baraza::ui
