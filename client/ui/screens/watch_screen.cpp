// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/watch_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/parts.h"
#include "client/ui/widgets/progress.h"
#include "client/ui/widgets/sign.h"

namespace baraza::ui {
namespace {

using client::WatchItem;
using client::WatchModel;

constexpr float side_width = 370;
constexpr float icon_disc = 44;
constexpr int days_of_bar = 7;

const char* icon_of(WatchItem::Kind kind) {
  switch (kind) {
    case WatchItem::Kind::unseen:
    case WatchItem::Kind::open: return icon::favorite;
    case WatchItem::Kind::rising: return icon::trending_up;
    case WatchItem::Kind::silent: return icon::cloud_off;
    case WatchItem::Kind::dispute: break;
  }
  return icon::call_split;
}

Tone tone_of(WatchItem::Kind kind) {
  switch (kind) {
    case WatchItem::Kind::unseen: return Tone::risk;
    case WatchItem::Kind::open: return Tone::risk_soft;
    default: return Tone::warn;
  }
}

Place place_of(const WatchItem& item) {
  switch (item.kind) {
    case WatchItem::Kind::unseen:
    case WatchItem::Kind::open: return place::Alarm{item.group, item.member};
    case WatchItem::Kind::rising: return place::Member{item.group, item.member};
    case WatchItem::Kind::silent:
    case WatchItem::Kind::dispute: break;
  }
  return place::Group{item.group};
}

// How an item's room is cut, and how high it is.
struct ItemForm {
  float disc = 0;
  float button = 0;
  float when = 0;
  float words = 0;
  float height = 0;
  bool beside = true;  // the button at the right, else below
};

ItemForm form_of(const Ui& ui, const WatchItem& item, float width) {
  ItemForm out;
  out.disc = ui.scaled(icon_disc);
  out.button = button_size(ui, {.text = item.action}).width;
  out.when = item.when.empty() ? 0 : std::ceil(ui.width_of(item.when, Role::note)) + 1;
  const float right = std::max(out.button, out.when);
  const float room = width - 2 * space::l - out.disc - space::m;
  out.beside = room - right - space::m >= room / 2;
  out.words = out.beside ? room - right - space::m : room;
  const float words = ui.paragraph_height(item.title, Role::body, Weight::bold, out.words) +
                      ui.paragraph_height(item.why, Role::body, Weight::regular, out.words) +
                      ui.paragraph_height(item.whose, Role::note, Weight::regular, out.words);
  const float beside =
      ui.target() + (out.when > 0 ? ui.canvas().line_height(Role::note) + space::s : 0);
  out.height = 2 * space::m + (out.beside ? std::max(words, beside) : words + space::s + beside);
  return out;
}

void draw_item(Ui& ui, const WatchItem& item, std::size_t number, const Rect& rect,
               const ItemForm& form, bool rule, Requests& requests) {
  Canvas& canvas = ui.canvas();
  const bool loud = item.kind == WatchItem::Kind::unseen;
  const ToneColours ground = colours_of(loud ? Tone::risk_soft : Tone::plain);
  if (loud) canvas.fill(rect, ground.fill, space::banner_radius);
  if (!loud && rule) canvas.rule({rect.x, rect.bottom() - canvas.line_width()}, rect.width);
  Rect room = rect.inset(space::l, space::m);
  Rect place = room.take_left(form.disc, space::m);
  place.height = form.disc;
  const ToneColours disc = colours_of(tone_of(item.kind));
  canvas.disc(place.centre(), form.disc / 2, disc.fill);
  if (canvas.theme() == Theme::high_contrast) {
    canvas.ring(place.centre(), form.disc / 2 - 1, Token::edge, 2);
  }
  canvas.icon(place.centre(), icon_of(item.kind), {IconSize::large, disc.ink});

  const std::string id = "item_text." + std::to_string(number);
  Rect words = room;
  words.width = form.words;
  const Token first = loud ? ground.ink : Token::ink;
  const Token second = loud ? ground.ink : Token::ink2;
  words.take_top(ui.paragraph(id, words, item.title, {Role::body, Weight::bold, first}));
  words.take_top(ui.paragraph(id + ".why", words, item.why, {Role::body, Weight::regular, first}));
  words.take_top(
      ui.paragraph(id + ".whose", words, item.whose, {Role::note, Weight::regular, second}));

  Rect right = form.beside ? Rect{room.right() - std::max(form.button, form.when), room.y,
                                  std::max(form.button, form.when), room.height}
                           : Rect{words.x, words.y + space::s, form.words, room.height};
  if (form.when > 0) {
    ui.text(id + ".when", right.take_top(canvas.line_height(Role::note), space::s), item.when,
            {Role::note, Weight::regular, second}, form.beside ? Align::right : Align::left);
  }
  const std::string leaf = "item." + std::to_string(number);
  const Rect target{form.beside ? right.right() - form.button : right.x, right.y, form.button,
                    ui.target()};
  if (button(ui, {.id = leaf, .rect = target, .text = item.action})) {
    requests.push_back(request::Go{place_of(item)});
  }
}

float draw_items(Ui& ui, const WatchModel& model, const Rect& room, Requests& requests) {
  CardSpec spec{.id = "items",
                .rect = {room.x, room.y, room.width, 0},
                .title = model.title,
                .padding = space::m};
  const float inside = room.width - 2 * spec.padding;
  float height = card_around(ui, spec);
  std::vector<ItemForm> forms;
  for (const WatchItem& item : model.items) {
    forms.push_back(form_of(ui, item, inside));
    height += forms.back().height;
  }
  if (model.items.empty()) {
    height += ui.paragraph_height(model.none, Role::body, Weight::regular, inside) + space::m;
  }
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  if (model.items.empty()) {
    ui.paragraph("none", rect.inset(space::s, 0), model.none,
                 {Role::body, Weight::regular, Token::ink2});
  }
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    draw_item(ui, model.items[i], i, rect.take_top(forms[i].height), forms[i],
              i + 1 < model.items.size(), requests);
  }
  return spec.rect.height;
}

float draw_as_of(Ui& ui, const WatchModel& model, const Rect& room) {
  CardSpec spec{.id = "as_of", .rect = {room.x, room.y, room.width, 0}, .title = model.as_of};
  const float inside = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec) +
                     ui.paragraph_height(model.as_of_note, Role::note, Weight::regular, inside);
  ui.paragraph("as_of.note", card(ui, spec), model.as_of_note,
               {Role::note, Weight::regular, Token::ink2});
  return spec.rect.height;
}

float draw_live(Ui& ui, const WatchModel& model, const Rect& room, Requests& requests) {
  CardSpec spec{
      .id = "live_card", .rect = {room.x, room.y, room.width, 0}, .title = model.live_title};
  const float inside = room.width - 2 * spec.padding;
  const std::string group = ui.id("live");
  const auto row_of = [&](const client::LiveGroup& live, std::string_view id) {
    return ListRowSpec{.id = id,
                       .rect = {0, 0, inside + 2 * space::m, 0},
                       .icon = icon::groups,
                       .name = live.name,
                       .note = live.words,
                       .most_note_lines = 2,
                       .group = group};
  };
  float height = card_around(ui, spec);
  for (const client::LiveGroup& live : model.live) height += list_row_height(ui, row_of(live, {}));
  if (model.live.empty()) {
    height += ui.paragraph_height(model.live_none, Role::note, Weight::regular, inside);
  }
  spec.rect.height = height;
  Rect rect = card(ui, spec);
  if (model.live.empty()) {
    ui.paragraph("live.none", rect, model.live_none, {Role::note, Weight::regular, Token::ink2});
  }
  for (std::size_t i = 0; i < model.live.size(); ++i) {
    const std::string id = "live." + std::to_string(i);
    ListRowSpec row = row_of(model.live[i], id);
    const Rect place = rect.take_top(list_row_height(ui, row));
    row.rect = {place.x - space::m, place.y, place.width + 2 * space::m, place.height};
    if (list_row(ui, row).activated) {
      requests.push_back(request::Go{place::Session{model.live[i].group, model.live[i].session}});
    }
  }
  return spec.rect.height;
}

float draw_heard(Ui& ui, const WatchModel& model, const Rect& room) {
  if (model.heard.empty()) return 0;
  CardSpec spec{.id = "heard", .rect = {room.x, room.y, room.width, 0}, .title = model.heard_title};
  const float line = ui.canvas().line_height(Role::note);
  const float bar = progress_height(ui, {});
  const float one = line + space::xs + bar + space::m;
  spec.rect.height =
      card_around(ui, spec) + one * static_cast<float>(model.heard.size()) - space::m;
  Rect rect = card(ui, spec);
  for (std::size_t i = 0; i < model.heard.size(); ++i) {
    const client::HeardRow& row = model.heard[i];
    const std::string id = "heard." + std::to_string(i);
    Rect words = rect.take_top(line, space::xs);
    const float right = std::ceil(ui.width_of(row.words, Role::note, Weight::bold)) + 1;
    ui.text(id + ".when", words.take_right(std::min(right, words.width / 2), space::s), row.words,
            {Role::note, row.late ? Weight::bold : Weight::regular,
             row.late ? Token::warn_ink : Token::ink2},
            Align::right);
    ui.text(id, words, row.name, {Role::note, Weight::bold, Token::ink});
    const std::string bar_id = "heard_bar." + std::to_string(i);
    progress(ui, {.id = bar_id,
                  .rect = rect.take_top(bar, space::m),
                  .done = static_cast<float>(row.late ? days_of_bar + 1
                                                      : std::min(row.days, days_of_bar)),
                  .whole = days_of_bar});
  }
  return spec.rect.height;
}

}  // namespace

TopBarModel watch_top_bar(const WatchModel& model) {
  TopBarModel out;
  out.title = model.greeting;
  out.note = model.note;
  return out;
}

void draw_watch(Ui& ui, const ShellFrame& frame, const WatchModel& model, Requests& requests) {
  const auto scope = ui.scope("watch");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  if (!model.empty.empty()) {
    room.take_top(std::floor(frame.content.height / 5));
    const EmptySpec empty{
        .id = "empty", .rect = room, .text = model.empty, .note = model.empty_note};
    empty_state(ui, empty);
    room.take_top(empty_height(ui, empty));
    scroll->used(room.y - top);
    return;
  }
  Rect left = room;
  Rect right = room;
  const bool two = ui.layout() != Layout::narrow;
  if (two) {
    right = left.take_right(std::min(ui.scaled(side_width), room.width * 0.4F), space::card_gap);
  }
  left.take_top(draw_items(ui, model, left, requests), space::card_gap);
  if (!two) right = left;
  right.take_top(draw_as_of(ui, model, right), space::card_gap);
  right.take_top(draw_live(ui, model, right, requests), space::card_gap);
  right.take_top(draw_heard(ui, model, right));
  scroll->used(std::max(left.y, right.y) - top + space::xs);
  ui.first_focus(ui.id(model.items.empty() ? "live.0" : "item.0"));
}

}  // namespace baraza::ui
