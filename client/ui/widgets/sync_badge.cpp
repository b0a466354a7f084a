// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/sync_badge.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/parts.h"

namespace baraza::ui {
namespace {

constexpr float side = space::m;
constexpr float least_width = 150;

bool needs_person(const SyncBadgeModel& model) {
  return model.state == SyncBadgeModel::State::needs_you;
}

}  // namespace

const char* sync_icon(SyncBadgeModel::State state) {
  using State = SyncBadgeModel::State;
  switch (state) {
    case State::on_this_laptop: return icon::laptop;
    case State::sending: return icon::sync;
    case State::on_the_server: return icon::cloud_done;
    case State::in_backup: return icon::verified_user;
    case State::needs_you: break;
  }
  return icon::pan_tool;
}

Token sync_colour(SyncBadgeModel::State state) {
  using State = SyncBadgeModel::State;
  const bool look_here = state == State::on_this_laptop || state == State::needs_you;
  return look_here ? Token::warn_mark : Token::accent;
}

Size sync_badge_size(const Ui& ui, const SyncBadgeSpec& spec, const SyncBadgeModel& model) {
  float words = ui.width_of(model.first, Role::body, Weight::bold);
  for (const std::string& each : model.firsts) {
    words = std::max(words, ui.width_of(each, Role::body, Weight::bold));
  }
  if (!spec.one_line) {
    words = std::max(words, ui.width_of(model.second, Role::note));
    for (const std::string& each : model.seconds) {
      words = std::max(words, ui.width_of(each, Role::note));
    }
  }
  const float width = 2 * side + ui.canvas().icon_width(IconSize::badge) + space::m + words;
  // Two lines at any text size, with a little room above and below.
  const float lines = ui.canvas().line_height(Role::body) + ui.canvas().line_height(Role::note);
  const float height = spec.one_line ? ui.target() : std::max(ui.target(), lines + 2 * space::xs);
  return {std::max(least_width, std::ceil(width)), height};
}

bool sync_badge(Ui& ui, const SyncBadgeSpec& spec, const SyncBadgeModel& model) {
  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = spec.rect;
  control_spec.text = model.first;
  const Control control = ui.control(control_spec);

  const bool warn = needs_person(model);
  parts::Paints paints = parts::plain_paints(ui.canvas().theme());
  paints.rest.border = paints.hover.border = paints.held.border = Token::line;
  if (warn) {
    paints.rest.fill = Token::warn;
    paints.rest.ink = Token::warn_ink;
  }
  const parts::Paint look = parts::paint_of(paints, control, true);
  parts::paint(ui, spec.rect, look, space::button_radius);

  Rect room = spec.rect.inset(side, 0);
  const Rect icon = room.take_left(ui.canvas().icon_width(IconSize::badge), space::m);
  ui.canvas().icon(icon.centre(), sync_icon(model.state),
                   {IconSize::badge, sync_colour(model.state)});
  parts::TwoLines lines;
  lines.first = model.first;
  if (!spec.one_line) lines.second = model.second;
  lines.second_colour = warn && !control.hovered ? Token::ink : Token::ink2;
  // Set closer than elsewhere, so that both fit into a target.
  const float first = ui.canvas().line_height(Role::body);
  const float second = lines.second.empty() ? 0 : ui.canvas().line_height(Role::note);
  Rect block = room.centred({room.width, std::min(room.height, first + second)});
  block.y = std::floor(block.y);
  ui.text(parts::below(spec.id, "text"), block.take_top(first), lines.first,
          {Role::body, Weight::bold, look.ink == Token::warn_ink ? Token::ink : look.ink});
  if (second > 0) {
    block.height = second;
    ui.text(parts::below(spec.id, "note"), block, lines.second,
            {Role::note, Weight::regular, lines.second_colour});
  }
  return control.activated;
}

}  // namespace baraza::ui
