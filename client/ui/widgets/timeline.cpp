// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/timeline.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float phase_height = 30;
constexpr float phase_radius = 8;
constexpr float phase_gap = 4;
constexpr float node_held = 17;
constexpr float node_today = 21;
constexpr float node_later = 16.5F;
constexpr float node_small = 14;
constexpr std::size_t many_nodes = 10;
constexpr float pill_side = 12;
constexpr float countdown_width = 150;
constexpr float dot_size = 14;
constexpr float dot_large = 16;
constexpr float dot_gap = 6;

float phase_room(const Ui& ui) {
  return std::max(phase_height, ui.canvas().line_height(Role::note) + space::xs);
}

// They hold a number, so they grow with it.
float node_room(const Ui& ui) {
  return std::max(ui.target(), 2 * ui.scaled(node_today) + space::xs);
}

float radius_of(const Ui& ui, const TimelineSpec& spec, SessionDot state) {
  if (spec.nodes.size() > many_nodes) return ui.scaled(node_small);
  if (state == SessionDot::now) return ui.scaled(node_today);
  return ui.scaled(state == SessionDot::held ? node_held : node_later);
}

float pill_width(const Ui& ui, const TimelineNode& node) {
  return std::ceil(ui.width_of(node.words, Role::note, Weight::bold)) + 2 * pill_side;
}

// The room of each node, from left to right: a pill has what it needs, the others share the rest.
std::vector<Rect> columns(const Ui& ui, const TimelineSpec& spec, const Rect& row) {
  const auto count = static_cast<float>(spec.nodes.size());
  float left = row.width;
  float sharing = count;
  std::vector<float> widths;
  for (const TimelineNode& node : spec.nodes) {
    const float needed = node.pill ? pill_width(ui, node) + space::s : 0;
    const bool own = needed > row.width / count;
    widths.push_back(own ? needed : 0);
    if (own) {
      left -= needed;
      sharing -= 1;
    }
  }
  const float share = std::max(0.0F, left / std::max(1.0F, sharing));
  std::vector<Rect> out;
  float x = row.x;
  for (const float width : widths) {
    const float to = x + (width > 0 ? width : share);
    out.push_back({std::round(x), row.y, std::round(to) - std::round(x), row.height});
    x = to;
  }
  return out;
}

void draw_phases(Ui& ui, const TimelineSpec& spec, const Rect& row) {
  const std::vector<Rect> places = columns(ui, spec, row);
  std::size_t from = 0;
  for (std::size_t i = 0; i < spec.phases.size(); ++i) {
    const TimelinePhase& phase = spec.phases[i];
    if (phase.nodes == 0 || from + phase.nodes > places.size()) return;
    const float x = places[from].x;
    from += phase.nodes;
    const Rect bar{x + phase_gap / 2, row.y, places[from - 1].right() - x - phase_gap, row.height};
    ui.canvas().fill(bar, phase.current ? Token::soft : Token::sunk, phase_radius);
    if (ui.canvas().theme() == Theme::high_contrast) {
      ui.canvas().border(bar, Token::edge, phase_radius);
    }
    ui.text("phase." + std::to_string(i), bar.inset(space::xs, 0), phase.words,
            {Role::note, phase.current ? Weight::bold : Weight::regular,
             phase.current ? Token::soft_ink : Token::ink2},
            Align::centre);
  }
}

void draw_node(Ui& ui, const TimelineSpec& spec, const TimelineNode& node, Point at, float radius,
               bool hovered) {
  Canvas& canvas = ui.canvas();
  canvas.disc(at, radius + 3, hovered ? parts::hover_fill(canvas.theme()) : Token::surface);
  Token ink = Token::ink2;
  if (node.pill) {
    const float width = pill_width(ui, node);
    const Rect pill{std::floor(at.x - width / 2), at.y - radius, width, 2 * radius};
    const bool held = node.state == SessionDot::held;
    canvas.box(pill, held ? Token::accent : Token::surface, held ? Token::accent : Token::edge,
               radius);
    ink = held ? Token::accent_ink : Token::ink2;
  } else if (node.state == SessionDot::held) {
    canvas.disc(at, radius, hovered ? Token::accent_hover : Token::accent);
    ink = Token::accent_ink;
  } else if (node.state == SessionDot::now) {
    canvas.ring(at, radius - 1.5F, Token::accent, 3);
    ink = Token::accent;
  } else {
    canvas.ring(at, radius - 0.5F, Token::edge, canvas.line_width());
  }
  const bool small = spec.nodes.size() > many_nodes;
  canvas.text_at(at, node.words,
                 {small || node.pill ? Role::note : Role::body,
                  node.state == SessionDot::to_come ? Weight::regular : Weight::bold, ink});
}

void draw_countdown(Ui& ui, const TimelineSpec& spec, Rect room) {
  ui.canvas().fill({room.x, room.y, ui.canvas().line_width(), room.height}, Token::line);
  room.take_left(space::l);
  const float figure = ui.canvas().line_height(Role::figure);
  const float words =
      ui.paragraph_height(spec.countdown_words, Role::note, Weight::regular, room.width, 2);
  room.y = std::floor(room.centre().y - (figure + words) / 2);
  ui.text("countdown", {room.x, room.y, room.width, figure}, spec.countdown,
          {Role::figure, Weight::bold, Token::ink});
  ui.paragraph("countdown.words", {room.x, room.y + figure, room.width, words},
               spec.countdown_words, {Role::note, Weight::regular, Token::ink2}, Align::left, 2);
}

// Each below its node; where they stand too close only today's, the first and the last.
void draw_dates(Ui& ui, const TimelineSpec& spec, const Rect& line, const std::vector<Rect>& places,
                std::optional<std::size_t> today) {
  const auto weight = [&](std::size_t i) { return today == i ? Weight::bold : Weight::regular; };
  std::vector<Rect> wanted;
  bool close = spec.nodes.size() > many_nodes;
  for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
    const float width =
        std::ceil(ui.width_of(spec.nodes[i].date, Role::note, weight(i))) + space::xs;
    close = close || width > places[i].width;
    const float x = std::floor(places[i].centre().x - width / 2);
    wanted.push_back({std::clamp(x, line.x, std::max(line.x, line.right() - width)), line.y, width,
                      line.height});
  }
  std::vector<std::size_t> shown;
  const auto show = [&](std::size_t i) {
    for (const std::size_t other : shown) {
      if (wanted[i].overlaps(wanted[other])) return;
    }
    shown.push_back(i);
    ui.text("date." + std::to_string(i), wanted[i], spec.nodes[i].date,
            {Role::note, weight(i), today == i ? Token::ink : Token::ink2}, Align::centre);
  };
  if (today) show(*today);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const bool end = i == 0 || i + 1 == wanted.size();
    if (!close || end) show(i);
  }
}

}  // namespace

float timeline_height(const Ui& ui) {
  return phase_room(ui) + space::s + node_room(ui) + ui.canvas().line_height(Role::note);
}

std::optional<std::size_t> timeline(Ui& ui, const TimelineSpec& spec) {
  ui.note_area(spec.id, spec.rect);
  const std::string group = ui.id(spec.id);
  const auto scope = ui.scope(spec.id);
  Rect room = spec.rect;
  // The sessions are pressed, so where both don't fit the countdown goes.
  const float countdown = ui.scaled(countdown_width) + space::l;
  const float least = space::target * static_cast<float>(spec.nodes.size());
  if (!spec.countdown.empty() && room.width - countdown >= least) {
    draw_countdown(ui, spec, room.take_right(ui.scaled(countdown_width), space::l));
  }
  draw_phases(ui, spec, room.take_top(phase_room(ui), space::s));
  const Rect row = room.take_top(node_room(ui));
  const auto places = columns(ui, spec, row);
  const float y = std::round(row.centre().y);

  // The line: as far as the last session that was held in accent, then thin.
  std::optional<std::size_t> last_held;
  std::optional<std::size_t> today;
  for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
    if (spec.nodes[i].state == SessionDot::held) last_held = i;
    if (spec.nodes[i].state == SessionDot::now) today = i;
  }
  const auto middle = [&](std::size_t i) { return std::round(places[i].centre().x); };
  if (places.size() > 1) {
    const float from = middle(0);
    ui.canvas().line({from, y}, {middle(places.size() - 1), y}, Token::edge,
                     ui.canvas().line_width());
    if (last_held) ui.canvas().line({from, y}, {middle(*last_held), y}, Token::accent, 3);
  }

  std::optional<std::size_t> opened;
  for (std::size_t i = 0; i < spec.nodes.size(); ++i) {
    const TimelineNode& node = spec.nodes[i];
    const float step = places[i].width;
    const float x = middle(i);
    const float radius = radius_of(ui, spec, node.state);
    bool hovered = false;
    if (spec.pressable) {
      ControlSpec control_spec;
      const std::string leaf = std::to_string(i);
      control_spec.id = leaf;
      // Targets touch where the nodes stand close; never smaller than one.
      const float width = std::max(space::target, std::min(step, 2 * ui.target()));
      control_spec.rect = {std::floor(x - width / 2), row.y, width, row.height};
      control_spec.text = node.text;
      control_spec.group = group;
      control_spec.group_entry = today ? *today == i : last_held == i;
      const Control control = ui.control(control_spec);
      hovered = control.hovered;
      if (control.activated) opened = i;
    } else {
      ui.note_picture(std::to_string(i), {x - radius, y - radius, 2 * radius, 2 * radius},
                      node.text);
    }
    draw_node(ui, spec, node, {x, y}, radius, hovered);
  }
  draw_dates(ui, spec, {room.x, row.bottom(), room.width, ui.canvas().line_height(Role::note)},
             places, today);
  return opened;
}

Size course_dots_size(const Ui& ui, const CourseDotsSpec& spec) {
  const float size = ui.scaled(spec.large ? dot_large : dot_size);
  const auto count = static_cast<float>(spec.dots.size());
  return {count == 0 ? 0 : count * size + (count - 1) * dot_gap, size};
}

void course_dots(Ui& ui, const CourseDotsSpec& spec) {
  Canvas& canvas = ui.canvas();
  const float size = ui.scaled(spec.large ? dot_large : dot_size);
  const float radius = size / 2;
  const float gap = std::min(
      dot_gap,
      (spec.rect.width - size) / std::max(1.0F, static_cast<float>(spec.dots.size()) - 1) - size);
  Point at{spec.rect.x + radius, std::round(spec.rect.centre().y)};
  for (const SessionDot dot : spec.dots) {
    switch (dot) {
      case SessionDot::held: canvas.disc(at, radius, Token::accent); break;
      case SessionDot::now:
        canvas.disc(at, radius, Token::surface);
        canvas.ring(at, radius - 1.5F, Token::accent, 3);
        break;
      case SessionDot::to_come:
        canvas.ring(at, radius - canvas.line_width() / 2, Token::edge, canvas.line_width());
        break;
    }
    at.x += size + gap;
  }
  const Size all = course_dots_size(ui, spec);
  ui.note_picture(spec.id, {spec.rect.x, at.y - radius, std::min(all.width, spec.rect.width), size},
                  spec.text);
}

}  // namespace baraza::ui
