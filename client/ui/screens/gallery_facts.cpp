// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cmath>

#include "client/ui/screens/gallery_cards.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/progress.h"
#include "client/ui/widgets/sign.h"
#include "client/ui/widgets/sync_badge.h"
#include "client/ui/widgets/timeline.h"

namespace baraza::ui::gallery_cards {
namespace {

CardSpec titled(std::string_view id, const Rect& room, std::string_view title) {
  return {.id = id,
          .rect = {room.x, room.y, room.width, 0},
          .title = title,
          .padding = space::l,
          .title_role = Role::body,
          .title_colour = Token::ink2};
}

}  // namespace

float badges(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("badges", room, "Sync badge, five states");
  using State = SyncBadgeModel::State;
  const std::array models = {
      SyncBadgeModel{State::on_this_laptop, "14 on this laptop", "No network since 08:15"},
      SyncBadgeModel{State::sending, "Sending 14", "2 of 14 are on the server"},
      SyncBadgeModel{State::on_the_server, "All on the server", "Sent at 17:48"},
      SyncBadgeModel{State::in_backup, "In a checked backup", "All until Sunday 23:00"},
      SyncBadgeModel{State::needs_you, "1 needs you", "One note was not taken"}};
  const float height = sync_badge_size(ui, {}, models[0]).height;
  spec.rect.height = card_around(ui, spec) + 5 * (height + space::s) - space::s;
  Rect rest = card(ui, spec);
  for (std::size_t i = 0; i < models.size(); ++i) {
    const std::string id = "badge." + std::to_string(i);
    sync_badge(ui, {.id = id, .rect = rest.take_top(height, space::s)}, models.at(i));
  }
  return spec.rect.height;
}

float rows(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("rows", room, "List row");
  static constexpr std::array<std::string_view, 4> names = {"normal", "hover", "selected", "focus"};
  const DiscSpec disc{.letters = "Re", .seat = 1};
  const std::string group = ui.id("rows");
  ListRowSpec row{.disc = &disc, .name = "Rehema", .group = group};
  row.rect.width = room.width - 2 * spec.padding;
  row.note = names[0];
  const float height = list_row_height(ui, row);
  spec.rect.height = card_around(ui, spec) + 4 * height;
  Rect rest = card(ui, spec);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string id = "row." + std::to_string(i);
    row.id = id;
    row.note = names.at(i);
    row.selected = i == 2;
    row.rule = i == 0;
    row.rect = rest.take_top(height);
    if (i == 1) ui.pretend(ui.id(id), Looks::hovered);
    if (i == 3) ui.pretend(ui.id(id), Looks::focused);
    list_row(ui, row);
  }
  return spec.rect.height;
}

float bars(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("bars", room, "Progress");
  static constexpr std::array<std::uint32_t, 5> limits = {0, 5, 10, 15, 20};
  ProgressSpec some{
      .id = "some", .done = 12, .whole = 20, .left_text = "12 of 20 min", .right_text = "8 left"};
  ProgressSpec over{
      .id = "over", .done = 23, .whole = 20, .left_text = "23 of 20 min", .right_text = "3 over"};
  const float bar = progress_height(ui, some);
  spec.rect.height = card_around(ui, spec) + 2 * (bar + space::m) + score_band_height(ui);
  Rect rest = card(ui, spec);
  some.rect = rest.take_top(bar, space::m);
  over.rect = rest.take_top(bar, space::m);
  progress(ui, some);
  progress(ui, over);
  score_band(ui, {.id = "band", .rect = rest, .limits = limits, .score = 12, .text = "12"});
  return spec.rect.height;
}

float checks(Ui& ui, const Rect& room, GalleryState& state) {
  CardSpec spec = titled("checks", room, "Check row");
  CheckRowSpec row{
      .id = "check", .text = "Explained", .note = "In her own words.", .checked = state.checked};
  row.rect.width = room.width - 2 * spec.padding;
  const float height = check_row_height(ui, row);
  spec.rect.height = card_around(ui, spec) + height;
  row.rect = card(ui, spec);
  if (check_row(ui, row)) state.checked = !state.checked;
  return spec.rect.height;
}

float banners(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("banners", room, "Banners, a quiet word");
  static constexpr std::array ask = {BannerAction{.id = "ask", .text = "Ask now"}};
  static constexpr std::array open = {BannerAction{.id = "open", .text = "Open"}};
  std::array all = {BannerSpec{.id = "banner.soft",
                               .tone = Tone::soft,
                               .icon = icon::info,
                               .text = "Daniel joined from his laptop."},
                    BannerSpec{.id = "banner.warn",
                               .tone = Tone::warn,
                               .icon = icon::lightbulb_outline,
                               .text = "Item 9 was not asked.",
                               .actions = ask},
                    BannerSpec{.id = "banner.risk_soft",
                               .tone = Tone::risk_soft,
                               .icon = icon::favorite,
                               .text = "A worry is open for Meena.",
                               .actions = open},
                    BannerSpec{.id = "banner.risk",
                               .tone = Tone::risk,
                               .icon = icon::visibility_off,
                               .text = "Your supervisor has not seen this yet."}};
  WhisperSpec word{.id = "whisper",
                   .title = "A quiet word",
                   .text = "Wambui has said little for two sessions.",
                   .know = "I know",
                   .why = "Why this?"};
  const float inside = room.width - 2 * spec.padding;
  float height = card_around(ui, spec);
  for (BannerSpec& each : all) {
    each.rect.width = inside;
    height += banner_height(ui, each) + space::s;
  }
  word.rect.width = inside;
  spec.rect.height = height + whisper_height(ui, word);
  Rect rest = card(ui, spec);
  for (BannerSpec& each : all) {
    each.rect = rest.take_top(banner_height(ui, each), space::s);
    banner(ui, each);
  }
  word.rect = rest.take_top(whisper_height(ui, word));
  whisper(ui, word);
  return spec.rect.height;
}

float empties(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("empties", room, "Empty state");
  EmptySpec empty{
      .id = "empty", .text = "No groups here yet", .note = "Your supervisor adds them."};
  empty.rect.width = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec) + empty_height(ui, empty);
  empty.rect = card(ui, spec);
  empty_state(ui, empty);
  return spec.rect.height;
}

float fields(Ui& ui, const Rect& room, GalleryState& state) {
  CardSpec spec = titled("fields", room, "Fields");
  const float one = text_field_height(ui);
  const float several = text_field_height(ui, 3);
  spec.rect.height = card_around(ui, spec) + 3 * (one + space::s) + several;
  Rect rest = card(ui, spec);
  text_field(ui, {.id = "line", .rect = rest.take_top(one, space::s), .label = "A line"},
             state.line, state.line_field);
  text_field(ui,
             {.id = "secret",
              .rect = rest.take_top(one, space::s),
              .label = "A passphrase",
              .kind = TextFieldKind::passphrase,
              .show_word = "Show",
              .hide_word = "Hide"},
             state.passphrase, state.passphrase_field);
  number_field(ui,
               {.id = "number",
                .rect = rest.take_top(one, space::s),
                .label = "A number",
                .hint = "0 to 999"},
               state.number_value, state.number);
  text_field(ui,
             {.id = "lines",
              .rect = rest.take_top(several),
              .label = "Several lines",
              .kind = TextFieldKind::lines},
             state.lines, state.lines_field);
  return spec.rect.height;
}

float marks(Ui& ui, const Rect& room, GalleryState&) {
  CardSpec spec = titled("marks", room, "Attendance");
  static constexpr std::array legend = {LegendEntry{CellMark::came, "came"},
                                        LegendEntry{CellMark::late, "late"},
                                        LegendEntry{CellMark::told_us, "told us"},
                                        LegendEntry{CellMark::excused, "excused"},
                                        LegendEntry{CellMark::unknown, "not known"},
                                        LegendEntry{CellMark::two_answers, "two answers"},
                                        LegendEntry{CellMark::today, "today"},
                                        LegendEntry{CellMark::no_mark, "not marked"},
                                        LegendEntry{CellMark::to_come, "later"}};
  const float inside = room.width - 2 * spec.padding;
  spec.rect.height = card_around(ui, spec) + cell_legend_height(ui, legend, inside);
  cell_legend(ui, "legend", card(ui, spec), legend);
  return spec.rect.height;
}

float courses(Ui& ui, const Rect& room, GalleryState& state) {
  CardSpec spec = titled("courses", room, "Course, trend");
  using enum SessionDot;
  static constexpr std::array phases = {TimelinePhase{"First talks", 1, false},
                                        TimelinePhase{"Begin", 1, false},
                                        TimelinePhase{"Middle", 3, true}};
  static constexpr std::array nodes = {
      TimelineNode{"9", "", held, true, "First talks"},
      TimelineNode{"1", "14 Apr", held, false, "1"}, TimelineNode{"2", "21 Apr", held, false, "2"},
      TimelineNode{"3", "today", now, false, "3"}, TimelineNode{"4", "5 May", to_come, false, "4"}};
  static constexpr std::array<std::uint32_t, 4> limits = {5, 10, 15, 20};
  static constexpr std::array points = {
      TrendPoint{.label = "first", .score = 15, .words = "First talk: 15"},
      TrendPoint{.label = "1", .score = 14, .events = "A", .words = "Session 1: 14"},
      TrendPoint{.label = "2", .words = "Session 2: no score"},
      TrendPoint{.label = "3", .score = 9, .words = "Session 3: 9"}, TrendPoint{.label = "4"}};
  const float trend = ui.scaled(220);
  spec.rect.height = card_around(ui, spec) + timeline_height(ui) + space::l + trend;
  Rect rest = card(ui, spec);
  timeline(ui, {.id = "timeline",
                .rect = rest.take_top(timeline_height(ui), space::l),
                .phases = phases,
                .nodes = nodes});
  trend_line(ui, {.id = "trend", .rect = rest, .label = "Mood", .points = points, .limits = limits},
             state.trend);
  return spec.rect.height;
}

}  // namespace baraza::ui::gallery_cards
