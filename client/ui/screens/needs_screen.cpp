// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/needs_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/home_screen.h"
#include "client/ui/screens/needs_parts.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::NeedItem;
using client::NeedsModel;

constexpr float list_width = 312;
constexpr float compact_list_width = 272;
constexpr float most_detail = 900;
constexpr float narrow_share = 0.36F;  // of the height, for the list above the detail

const char* icon_of(NeedItem::Kind kind) {
  using Kind = NeedItem::Kind;
  switch (kind) {
    case Kind::worry: return icon::favorite_border;
    case Kind::laptop: return icon::laptop;
    case Kind::damaged: return icon::warning;
    case Kind::attendance:
    case Kind::area:
    case Kind::check_in: return icon::call_split;
    case Kind::ask: return icon::help_outline;
    case Kind::call: return icon::call;
    case Kind::entry: return icon::mail_outline;
    case Kind::settled: return icon::done_all;
  }
  return icon::info;
}

ListRowSpec row_of(const Ui& ui, const NeedItem& item, const NeedsModel& model,
                   std::string_view group) {
  ListRowSpec spec;
  spec.icon = icon_of(item.kind);
  spec.name = item.list_title.empty() ? item.title : item.list_title;
  spec.note = item.why;
  // Where the detail stands far from the list, the reason is read there.
  spec.note_may_go = ui.layout() != Layout::narrow;
  spec.most_note_lines = 2;
  spec.selected = item.id == model.open;
  spec.group = group;
  return spec;
}

void draw_rows(Ui& ui, const std::vector<NeedItem>& items, std::string_view leaf,
               const NeedsModel& model, Rect& rest, NeedsState& state, Requests& requests) {
  const std::string group = ui.id("rows");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const NeedItem& item = items[i];
    const std::string id = std::string(leaf) + "." + std::to_string(i);
    ListRowSpec spec = row_of(ui, item, model, group);
    spec.id = id;
    spec.rect = rest;
    spec.rect.height = list_row_height(ui, spec);
    if (list_row(ui, spec).activated) {
      if (item.open_elsewhere) {
        requests.emplace_back(request::Go{place_of(item)});
      } else {
        state.open = item.id;
      }
    }
    if (spec.selected || (i == 0 && leaf == "item" && !model.item)) ui.first_focus(ui.id(id));
    rest.take_top(spec.rect.height, space::xs);
  }
}

void draw_list(Ui& ui, const NeedsModel& model, const Rect& rect, NeedsState& state,
               Requests& requests) {
  const Rect room =
      card(ui, {.id = "list", .rect = rect, .title = model.list_title, .padding = space::l});
  const auto scroll = ui.scroll("list_room", room.grown(space::s));
  Rect rest = scroll->room().inset(space::s);
  const float top = scroll->room().y;
  if (model.items.empty()) {
    rest.take_top(
        ui.paragraph("none", rest, model.none, {Role::body, Weight::regular, Token::ink2}),
        space::s);
  }
  draw_rows(ui, model.items, "item", model, rest, state, requests);
  const auto more = [&](const std::vector<NeedItem>& items, std::string_view leaf,
                        const std::string& title) {
    if (items.empty()) return;
    rest.take_top(space::s);
    ui.canvas().rule({rest.x, rest.y}, rest.width);
    rest.take_top(space::m);
    rest.take_top(ui.paragraph(std::string(leaf) + "_title", rest, title,
                               {Role::note, Weight::bold, Token::ink2}),
                  space::s);
    draw_rows(ui, items, leaf, model, rest, state, requests);
  };
  more(model.kept, "kept", model.kept_title);
  more(model.before, "before", model.before_title);
  scroll->used(rest.y - top + space::s);
}

}  // namespace

TopBarModel needs_top_bar(const NeedsModel& model) {
  TopBarModel top;
  top.title = model.title;
  top.note = model.note;
  top.escape_goes_back = !model.item;  // leaves the open thing as it is
  return top;
}

void draw_needs(Ui& ui, const ShellFrame& frame, const NeedsModel& model, NeedsState& state,
                Requests& requests) {
  const auto scope = ui.scope("needs");
  if (model.items.empty() && model.kept.empty() && model.before.empty() && !model.item &&
      state.undo.empty()) {
    empty_state(ui, {.id = "none", .rect = frame.content.inset(0, space::xxl), .text = model.none});
    return;
  }
  // The first stays open though something worse comes before it.
  if (state.open.empty()) state.open = model.open;
  Rect room = frame.content;
  Rect list;
  if (ui.layout() == Layout::narrow) {
    list = room.take_top(std::floor(room.height * narrow_share), space::m);
  } else {
    const bool wide = ui.layout() == Layout::wide;
    const float gap = wide ? space::card_gap : space::m;
    const float width = ui.scaled(wide ? list_width : compact_list_width);
    const float most = width + gap + ui.scaled(most_detail);
    if (room.width > most) {
      room = {std::floor(room.centre().x - most / 2), room.y, most, room.height};
    }
    list = room.take_left(width, gap);
  }
  draw_list(ui, model, list, state, requests);
  needs_parts::draw_detail(ui, model, room, state, requests);
}

}  // namespace baraza::ui
