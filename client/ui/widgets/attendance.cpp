// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/attendance.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float cell_width = 36;
constexpr float cell_height = 30;
constexpr float target_width = 44;
constexpr float target_height = 50;
constexpr float legend_gap = space::l;
constexpr float dot = 2.5F;
constexpr float dash = 5;  // to either side

const char* icon_of(CellMark mark) {
  switch (mark) {
    case CellMark::came: return icon::check;
    case CellMark::late: return icon::schedule;
    case CellMark::told_us: return icon::chat_bubble_outline;
    case CellMark::excused: return icon::event_busy;
    case CellMark::unknown: return icon::help_outline;
    case CellMark::two_answers: return icon::call_split;
    case CellMark::today:
    case CellMark::no_mark:
    case CellMark::to_come: break;
  }
  return nullptr;
}

// What a mark is drawn with: whoever came on soft, who said why not in a frame, what has to be
// looked at on warn.
struct CellLook {
  std::optional<Token> fill = {};
  bool framed = false;
  Token ink = Token::ink;
};

CellLook look_of(CellMark mark, bool on_selected) {
  switch (mark) {
    case CellMark::came:
    case CellMark::late: return {on_selected ? Token::surface : Token::soft, false, Token::accent};
    case CellMark::told_us:
    case CellMark::excused: return {Token::surface, true, Token::ink};
    case CellMark::unknown:
    case CellMark::two_answers: return {Token::warn, false, Token::warn_ink};
    case CellMark::today: return {Token::surface, false, Token::ink};
    case CellMark::no_mark: return {std::nullopt, false, Token::ink2};
    case CellMark::to_come: break;
  }
  return {std::nullopt, false, Token::edge};
}

// `over` in place of its own fill where the cell is hovered or held.
void draw_cell(Ui& ui, const Rect& cell, CellMark mark, bool on_selected,
               std::optional<Token> over = std::nullopt) {
  Canvas& canvas = ui.canvas();
  const CellLook look = look_of(mark, on_selected);
  const std::optional<Token> fill = over ? over : look.fill;
  if (fill) canvas.fill(cell, *fill, space::cell_radius);
  const bool filled = look.fill && mark != CellMark::today;
  if (look.framed || (filled && canvas.theme() == Theme::high_contrast)) {
    canvas.border(cell, Token::edge, space::cell_radius);
  }
  const Point centre = cell.centre();
  if (mark == CellMark::today) {
    canvas.dashed_border(cell, Token::edge, space::cell_radius);
  } else if (mark == CellMark::no_mark) {
    canvas.line({centre.x - dash, centre.y}, {centre.x + dash, centre.y}, look.ink, 2);
  } else if (mark == CellMark::to_come) {
    canvas.disc(centre, dot, look.ink);
  } else {
    canvas.icon(centre, icon_of(mark), {IconSize::plain, look.ink});
  }
}

Rect cell_in(const Ui& ui, const Rect& target) {
  Rect cell = target.centred({ui.scaled(cell_width), ui.scaled(cell_height)});
  cell.x = std::floor(cell.x);
  cell.y = std::floor(cell.y);
  return cell;
}

std::optional<CellKey> key_in(Ui& ui, bool enabled) {
  static constexpr std::array keys = {
      std::pair{U'P', CellKey::came},    std::pair{U'L', CellKey::late},
      std::pair{U'T', CellKey::told_us}, std::pair{U'E', CellKey::excused},
      std::pair{U'U', CellKey::unknown}, std::pair{U'A', CellKey::all}};
  if (!enabled) return std::nullopt;
  const InputEvent* event = ui.event();
  if (event == nullptr) return std::nullopt;
  for (const auto& [character, key] : keys) {
    if (Shortcut::of(character).matches(*event)) {
      ui.use_event();
      return key;
    }
  }
  return std::nullopt;
}

float legend_entry_width(const Ui& ui, const LegendEntry& entry) {
  return ui.scaled(cell_width) + space::s + std::ceil(ui.width_of(entry.text, Role::note));
}

float legend_line(const Ui& ui) {
  return std::max(ui.scaled(cell_height), ui.canvas().line_height(Role::note)) + space::xs;
}

// Calls place(entry's number, x, line) for each.
template <class Place>
std::size_t lay_legend(const Ui& ui, std::span<const LegendEntry> entries, float width,
                       Place place) {
  float x = 0;
  std::size_t line = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const float wide = legend_entry_width(ui, entries[i]);
    if (x > 0 && x + wide > width) {
      x = 0;
      ++line;
    }
    place(i, x, line);
    x += wide + legend_gap;
  }
  return line + 1;
}

}  // namespace

Size cell_target(const Ui& ui) {
  return {std::max(ui.target(), ui.scaled(target_width)),
          std::max(ui.target(), ui.scaled(target_height))};
}

std::optional<CellKey> attendance_cell(Ui& ui, const CellSpec& spec) {
  const Rect cell = cell_in(ui, spec.rect);
  if (!spec.pressable) {
    ui.note_picture(spec.id, cell, spec.text);
    draw_cell(ui, cell, spec.mark, spec.on_selected);
    return std::nullopt;
  }
  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = spec.rect;
  control_spec.text = spec.text;
  control_spec.group = spec.group;
  control_spec.enabled = spec.enabled;
  control_spec.why_not = spec.why_not;
  control_spec.keeps_characters = "PLTEUA";
  control_spec.radius = space::cell_radius;
  const Control control = ui.control(control_spec);
  std::optional<Token> over;
  if (spec.enabled && control.hovered) over = parts::hover_fill(ui.canvas().theme());
  if (spec.enabled && control.held) over = Token::soft;
  draw_cell(ui, cell, spec.mark, spec.on_selected, over);
  if (control.activated) return CellKey::open;
  return control.focused ? key_in(ui, spec.enabled) : std::nullopt;
}

float grid_row_width(const Ui& ui, std::size_t cells) {
  return static_cast<float>(cells) * cell_target(ui).width;
}

std::optional<GridPressed> grid_row(Ui& ui, const GridRowSpec& spec) {
  std::optional<GridPressed> pressed;
  Rect rest = spec.rect;
  const float width = cell_target(ui).width;
  for (std::size_t i = 0; i < spec.cells.size(); ++i) {
    const GridCell& cell = spec.cells[i];
    const std::string leaf = parts::below(spec.id, std::to_string(i));
    const bool may_press = spec.pressable && cell.mark != CellMark::to_come;
    const auto key = attendance_cell(ui, {.id = leaf,
                                          .rect = rest.take_left(width),
                                          .mark = cell.mark,
                                          .text = cell.text,
                                          .pressable = may_press,
                                          .on_selected = spec.selected,
                                          .group = spec.group});
    if (key) pressed = GridPressed{i, *key};
  }
  return pressed;
}

void grid_head(Ui& ui, std::string_view leaf, const Rect& rect,
               std::span<const std::string_view> words, std::optional<std::size_t> today) {
  Rect rest = rect;
  const float width = cell_target(ui).width;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool now = today == i;
    ui.text(parts::below(leaf, std::to_string(i)), rest.take_left(width), words[i],
            {Role::note, now ? Weight::bold : Weight::regular, now ? Token::ink : Token::ink2},
            Align::centre);
  }
}

float cell_legend_height(const Ui& ui, std::span<const LegendEntry> entries, float width) {
  const std::size_t lines = lay_legend(ui, entries, width, [](std::size_t, float, std::size_t) {});
  return static_cast<float>(lines) * legend_line(ui);
}

void cell_legend(Ui& ui, std::string_view leaf, const Rect& rect,
                 std::span<const LegendEntry> entries) {
  const auto scope = ui.scope(leaf);
  const float high = legend_line(ui);
  lay_legend(ui, entries, rect.width, [&](std::size_t i, float x, std::size_t line) {
    Rect place{rect.x + x, rect.y + static_cast<float>(line) * high,
               legend_entry_width(ui, entries[i]), high};
    const Rect cell = cell_in(ui, place.take_left(ui.scaled(cell_width), space::s));
    draw_cell(ui, cell, entries[i].mark, false);
    ui.text(std::to_string(i), place, entries[i].text, {Role::note, Weight::regular, Token::ink2});
  });
}

}  // namespace baraza::ui
