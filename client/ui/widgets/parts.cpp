// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/parts.h"

#include <array>
#include <cmath>

#include "client/ui/widgets/tone.h"

namespace baraza::ui {

ToneColours colours_of(Tone tone) {
  switch (tone) {
    case Tone::plain: break;
    case Tone::soft: return {Token::soft, Token::soft_ink, Token::surface, Token::soft_ink};
    case Tone::warn: return {Token::warn, Token::warn_ink, Token::surface, Token::warn_ink};
    case Tone::risk_soft:
      return {Token::risk_soft, Token::risk_soft_ink, Token::surface, Token::risk_soft_ink};
    case Tone::risk: return {Token::risk, Token::risk_ink, Token::risk_soft, Token::risk_soft_ink};
  }
  return {};
}

namespace parts {
namespace {

constexpr float least_disc_note = 38;  // up to here letters of note fill a disc
constexpr float least_disc_body = 42;
constexpr float least_disc_lead = 50;
constexpr float disc_letters_edge = 2;  // at least this much of the disc beside them

Role letters_of(float size_at_normal) {
  if (size_at_normal <= least_disc_note) return Role::note;
  if (size_at_normal <= least_disc_body) return Role::body;
  return size_at_normal <= least_disc_lead ? Role::lead : Role::head;
}

// Three letters, or two wide ones, go smaller before they go over the edge; never below note.
Role letters_inside(const Canvas& canvas, std::string_view letters, float radius,
                    float size_at_normal) {
  static constexpr std::array smaller = {Role::lead, Role::body, Role::note};
  const float most = 2 * radius - 2 * disc_letters_edge;
  Role out = letters_of(size_at_normal);
  for (const Role role : smaller) {
    if (canvas.text_width(letters, out, Weight::bold) <= most) break;
    if (type_size(role, TextSize::normal).size < type_size(out, TextSize::normal).size) out = role;
  }
  return out;
}

}  // namespace

Paints plain_paints(Theme theme) {
  return {{}, {hover_fill(theme), Token::edge, Token::ink}, {Token::soft, Token::edge, Token::ink}};
}

Paint paint_of(const Paints& paints, const Control& control, bool enabled) {
  static constexpr Paint disabled = {Token::sunk, Token::line, Token::ink2};
  if (!enabled) return disabled;
  if (control.held) return paints.held;
  return control.hovered ? paints.hover : paints.rest;
}

void paint(Ui& ui, const Rect& rect, const Paint& paint, float radius) {
  if (paint.filled) ui.canvas().fill(rect, paint.fill, radius);
  if (paint.bordered) ui.canvas().border(rect, paint.border, radius);
}

void draw_check(Canvas& canvas, Point centre, float radius, Token fill, Token ink) {
  canvas.disc(centre, radius, fill);
  // As the icon has it: from the left, down, up to the right.
  const float unit = radius / 9;
  const std::array corners = {Point{centre.x - 4 * unit, centre.y + 0.2F * unit},
                              Point{centre.x - 1.2F * unit, centre.y + 3 * unit},
                              Point{centre.x + 4 * unit, centre.y - 3 * unit}};
  canvas.polyline(corners, ink, std::max(1.5F, 1.5F * unit));
}

void draw_disc(Ui& ui, Point centre, float radius, const DiscSpec& spec, float ring_gap) {
  Canvas& canvas = ui.canvas();
  const bool outlined = canvas.theme() == Theme::high_contrast;
  const float thin = canvas.line_width();
  Token ink = Token::p_ink;
  switch (spec.state) {
    case DiscState::here:
    case DiscState::heard:
      canvas.disc(centre, radius, tint_of_seat(spec.seat));
      if (outlined) canvas.ring(centre, radius - thin / 2, Token::edge, thin);
      break;
    case DiscState::has_word:
      canvas.disc(centre, radius, Token::accent);
      canvas.ring(centre, radius + ring_gap + 1.5F, Token::accent, 3);
      ink = Token::accent_ink;
      break;
    case DiscState::not_yet:
      canvas.disc(centre, radius, Token::surface);
      canvas.ring(centre, radius - 1, Token::edge, 2);
      ink = Token::ink;
      break;
    case DiscState::not_here:
      canvas.disc(centre, radius, Token::surface);
      canvas.dashed_ring(centre, radius - 1, Token::edge, std::max(1.5F, thin));
      ink = Token::ink2;
      break;
  }
  const float letters_size = 2 * radius / text_factor(ui.text_size());
  canvas.text_at(centre, spec.letters,
                 {letters_inside(canvas, spec.letters, radius, letters_size), Weight::bold, ink});
  if (spec.state != DiscState::heard) return;
  // A check at the lower right, as large as 11 on a disc of 28.
  const float unit = radius / 28;
  const Point at{centre.x + 20 * unit, centre.y + 18 * unit};
  const float check = std::max(7.0F, 11 * unit);
  canvas.disc(at, check + 2, Token::surface);
  draw_check(canvas, at, check, Token::accent, Token::accent_ink);
}

float two_lines_height(const Ui& ui, const TwoLines& lines, float width) {
  float height = 0;
  if (!lines.first.empty()) {
    height = lines.most_first_lines == 1
                 ? ui.canvas().line_height(Role::body)
                 : ui.paragraph_height(lines.first, Role::body,
                                       lines.strong ? Weight::bold : Weight::regular, width,
                                       lines.most_first_lines);
  }
  height += ui.paragraph_height(lines.second, Role::note, Weight::regular, width,
                                lines.most_second_lines);
  return height;
}

void two_lines(Ui& ui, std::string_view leaf, const Rect& box, const TwoLines& lines) {
  const float height = two_lines_height(ui, lines, box.width);
  Rect rest{box.x, std::floor(box.y + (box.height - height) / 2), box.width, height};
  const TextStyle first{Role::body, lines.strong ? Weight::bold : Weight::regular,
                        lines.first_colour};
  if (!lines.first.empty() && lines.most_first_lines == 1) {
    ui.text(below(leaf, "text"), rest.take_top(ui.canvas().line_height(Role::body)), lines.first,
            first);
  } else if (!lines.first.empty()) {
    rest.take_top(ui.paragraph(below(leaf, "text"), rest, lines.first, first, Align::left,
                               lines.most_first_lines));
  }
  const TextStyle second{Role::note, Weight::regular, lines.second_colour};
  if (lines.most_second_lines == 1) {
    ui.text(below(leaf, "note"), rest, lines.second, second);
  } else {
    ui.paragraph(below(leaf, "note"), rest, lines.second, second, Align::left,
                 lines.most_second_lines);
  }
}

}  // namespace parts
}  // namespace baraza::ui
