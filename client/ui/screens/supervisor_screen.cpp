// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/supervisor_screen.h"

#include <algorithm>
#include <array>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

constexpr float widest = 760;

}  // namespace

TopBarModel supervisor_top_bar(const client::SupervisorModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  return out;
}

void draw_supervisor(Ui& ui, const ShellFrame& frame, const client::SupervisorModel& model,
                     Requests& requests) {
  const auto scope = ui.scope("supervisor");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  room.width = std::min(room.width, ui.scaled(widest));
  if (!model.unseen.empty()) {
    // The action's word is the sentence's own: one thing to press, which leads to the list.
    const std::array actions = {BannerAction{.id = "worries", .text = model.open_word}};
    BannerSpec banner_spec{.id = "unseen",
                           .rect = room,
                           .tone = Tone::risk_soft,
                           .icon = icon::favorite,
                           .text = model.unseen,
                           .actions = actions};
    banner_spec.rect = room.take_top(banner_height(ui, banner_spec), space::m);
    if (banner(ui, banner_spec)) requests.push_back(request::Go{place::Needs{}});
  }
  if (model.rows.empty()) {
    const EmptySpec empty{
        .id = "empty", .rect = room, .text = model.empty, .note = model.empty_note};
    empty_state(ui, empty);
    room.take_top(empty_height(ui, empty));
    scroll->used(room.y - top);
    return;
  }
  CardSpec spec{.id = "people", .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  const auto row_of = [&](const client::SupervisorModel::Row& row, std::string_view id,
                          const DiscSpec& disc) {
    const float phone = ui.width_of(row.phone, Role::body, Weight::bold) +
                        ui.canvas().icon_width(IconSize::plain) + space::s + 2;
    return ListRowSpec{.id = id,
                       .rect = {0, 0, inside + 2 * space::m, 0},
                       .disc = &disc,
                       .name = row.name,
                       .note = row.groups,
                       .most_note_lines = 2,
                       .trailing_width = std::min(phone, inside / 2),
                       .pressable = false,
                       .rule = true};
  };
  const auto disc_of = [](const client::SupervisorModel::Row& row) {
    return DiscSpec{.letters = row.initials, .seat = row.tint, .name = row.name, .size = 44};
  };
  float height = card_around(ui, spec);
  for (const auto& row : model.rows) {
    const DiscSpec disc = disc_of(row);
    height += list_row_height(ui, row_of(row, {}, disc)) + space::s;
  }
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const auto& row = model.rows[i];
    const DiscSpec disc = disc_of(row);
    const std::string id = "person." + std::to_string(i);
    ListRowSpec drawn = row_of(row, id, disc);
    drawn.rule = i + 1 < model.rows.size();
    const Rect place = rect.take_top(list_row_height(ui, drawn) + space::s);
    drawn.rect = {place.x - space::m, place.y, place.width + 2 * space::m, place.height};
    Rect trailing = list_row(ui, drawn).trailing;
    if (row.has_phone) {
      const Rect mark = trailing.take_left(ui.canvas().icon_width(IconSize::plain), space::s);
      ui.canvas().icon(mark.centre(), icon::call, {IconSize::plain, Token::accent});
    }
    ui.text(id + ".phone", trailing, row.phone,
            {Role::body, row.has_phone ? Weight::bold : Weight::regular,
             row.has_phone ? Token::ink : Token::ink2},
            Align::right);
  }
  room.take_top(spec.rect.height);
  scroll->used(room.y - top + space::xs);
}

}  // namespace baraza::ui
