// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/circle.h"
#include "client/ui/widgets/list_row.h"
#include "client/ui/widgets/person_disc.h"
#include "client/ui/widgets/progress.h"
#include "client/ui/widgets/score_pad.h"
#include "client/ui/widgets/sign.h"
#include "client/ui/widgets/stepper.h"
#include "client/ui/widgets/tag.h"
#include "client/ui/widgets/timeline.h"
#include "client/ui/widgets/trend_line.h"
#include "tests/client/ui/support/layout_check.h"
#include "tests/client/ui/support/screen_stage.h"

// Every widget in the room it asks for, or in a usual one: targets are large enough, and no word
// leaves its widget.
namespace baraza::ui {
namespace {

constexpr float usual_width = 760;

// Draws one widget at this place; what it returns is the room it was given.
using Draw = std::function<Rect(Ui&, Point)>;
struct Sample {
  const char* name;
  Draw draw;
};

Rect at(Point place, Size size) {
  return {place.x, place.y, size.width, size.height};
}

template <class Spec>
Rect sized(Ui& ui, Spec& spec, Point place, Size (*size)(const Ui&, const Spec&)) {
  spec.rect = at(place, size(ui, spec));
  return spec.rect;
}

std::vector<Sample> samples() {
  std::vector<Sample> out;
  const auto add = [&](const char* name, Draw draw) { out.push_back({name, std::move(draw)}); };

  static constexpr std::array kinds = {ButtonKind::primary, ButtonKind::plain, ButtonKind::quiet,
                                       ButtonKind::worried, ButtonKind::risk,  ButtonKind::framed,
                                       ButtonKind::bare};
  for (const ButtonKind kind : kinds) {
    for (const bool big : {false, true}) {
      add("button", [=](Ui& ui, Point place) {
        ButtonSpec spec{.id = "widget",
                        .text = "I'm worried about somebody",
                        .kind = kind,
                        .big = big,
                        .icon = icon::favorite_border,
                        .shortcut = Shortcut::of(U'W')};
        const Rect rect = sized(ui, spec, place, button_size);
        (void)button(ui, spec);
        return rect;
      });
    }
  }
  add("choice", [](Ui& ui, Point place) {
    static constexpr std::array<std::string_view, 3> parts = {"No", "Yes", "Not asked"};
    ChoiceSpec spec{.id = "widget", .label = "A plan", .parts = parts, .chosen = 2};
    const Rect rect = sized(ui, spec, place, choice_size);
    (void)choice(ui, spec);
    return rect;
  });
  add("stepper", [](Ui& ui, Point place) {
    StepperSpec spec{.id = "widget", .label = "Minutes", .value = 12, .text = "12 minutes"};
    const Rect rect = sized(ui, spec, place, stepper_size);
    StepperState state;
    (void)stepper(ui, spec, state);
    return rect;
  });
  for (const bool offer : {false, true}) {
    add("score pad", [=](Ui& ui, Point place) {
      ScorePadSpec spec{.id = "widget",
                        .label = "Little interest",
                        .state = ScorePadSpec::State::refused,
                        .mark = "Rather not",
                        .group = "items"};
      if (offer) spec.offer = "Not asked";
      const Rect rect = sized(ui, spec, place, score_pad_size);
      (void)score_pad(ui, spec);
      return rect;
    });
  }
  add("chip", [](Ui& ui, Point place) {
    ChipSpec spec{.id = "widget", .disc = {.letters = "Im", .seat = 3}, .name = "Immaculate"};
    const Rect rect = sized(ui, spec, place, chip_size);
    (void)chip(ui, spec);
    return rect;
  });
  add("tag", [](Ui& ui, Point place) {
    TagSpec spec{.id = "widget", .text = "5 higher", .icon = icon::trending_up, .tone = Tone::warn};
    const Rect rect = sized(ui, spec, place, tag_size);
    tag(ui, spec);
    return rect;
  });
  add("list row", [](Ui& ui, Point place) {
    const DiscSpec disc{.letters = "Re", .seat = 1, .name = "Rehema"};
    ListRowSpec spec{.id = "widget",
                     .rect = {place.x, place.y, usual_width, 0},
                     .disc = &disc,
                     .name = "Rehema",
                     .note = "Came four times of five, her focal area is a change of role",
                     .most_note_lines = 3,
                     .trailing_width = 100};
    spec.rect.height = list_row_height(ui, spec);
    (void)list_row(ui, spec);
    return spec.rect;
  });
  add("card", [](Ui& ui, Point place) {
    CardSpec spec{.id = "widget",
                  .rect = {place.x, place.y, usual_width, 0},
                  .title = "Needs you",
                  .note = "as of 12:04"};
    spec.rect.height = card_around(ui, spec) + ui.target();
    (void)card(ui, spec);
    return spec.rect;
  });
  add("empty state", [](Ui& ui, Point place) {
    EmptySpec spec{.id = "widget",
                   .rect = {place.x, place.y, usual_width, 0},
                   .text = "Nobody on the map yet.",
                   .note = "Ask who was there for her this week, and who was not.",
                   .action = "Add somebody",
                   .action_icon = icon::person_add};
    spec.rect.height = empty_height(ui, spec);
    (void)empty_state(ui, spec);
    return spec.rect;
  });
  for (const float done : {12.0F, 23.0F}) {
    add("progress", [=](Ui& ui, Point place) {
      ProgressSpec spec{.id = "widget.bar",
                        .rect = {place.x, place.y, 260, 0},
                        .done = done,
                        .whole = 20,
                        .left_text = "12 of 20 min",
                        .right_text = "8 left"};
      spec.rect.height = progress_height(ui, spec);
      progress(ui, spec);
      return spec.rect;
    });
  }
  add("score band", [](Ui& ui, Point place) {
    static constexpr std::array<std::uint32_t, 5> limits = {0, 5, 10, 15, 20};
    ScoreBandSpec spec{.id = "widget",
                       .rect = {place.x, place.y, 340, score_band_height(ui)},
                       .limits = limits,
                       .most = 27,
                       .score = 27,
                       .text = "27, severe"};
    score_band(ui, spec);
    return spec.rect;
  });
  add("legend of cells", [](Ui& ui, Point place) {
    static constexpr std::array<LegendEntry, 6> entries = {
        LegendEntry{CellMark::came, "came"},
        LegendEntry{CellMark::late, "late"},
        LegendEntry{CellMark::told_us, "told us"},
        LegendEntry{CellMark::excused, "excused"},
        LegendEntry{CellMark::unknown, "not known why"},
        LegendEntry{CellMark::two_answers, "two answers"}};
    const Rect rect{place.x, place.y, usual_width, cell_legend_height(ui, entries, usual_width)};
    cell_legend(ui, "widget", rect, entries);
    return rect;
  });
  add("legend of discs", [](Ui& ui, Point place) {
    static constexpr std::array<CircleLegendEntry, 4> entries = {
        CircleLegendEntry{DiscState::has_word, "has the word"},
        CircleLegendEntry{DiscState::heard, "heard"},
        CircleLegendEntry{DiscState::not_yet, "not yet"},
        CircleLegendEntry{DiscState::not_here, "not here"}};
    const Rect rect{place.x, place.y, usual_width, ui.target()};
    circle_legend(ui, "widget", rect, entries);
    return rect;
  });
  for (const std::size_t sessions : {8U, 12U}) {
    add("timeline", [=](Ui& ui, Point place) {
      static constexpr std::array<std::string_view, 13> numbers = {
          "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
      std::vector<TimelineNode> nodes = {{.words = "9 of 9",
                                          .date = "27 April",
                                          .state = SessionDot::held,
                                          .pill = true,
                                          .text = "First talks"}};
      for (std::size_t i = 1; i <= sessions; ++i) {
        nodes.push_back({.words = numbers.at(i),
                         .date = i == 5 ? "today" : "12 May",
                         .state = i == 5 ? SessionDot::now : SessionDot::to_come,
                         .text = numbers.at(i)});
      }
      const std::array<TimelinePhase, 3> phases = {TimelinePhase{"First", 2, false},
                                                   TimelinePhase{"Middle", sessions - 3, true},
                                                   TimelinePhase{"Last", 2, false}};
      TimelineSpec spec{.id = "widget",
                        .rect = {place.x, place.y, 1100, timeline_height(ui)},
                        .phases = phases,
                        .nodes = nodes,
                        .countdown = "4",
                        .countdown_words = "sessions left, with today"};
      (void)timeline(ui, spec);
      return spec.rect;
    });
  }
  for (const bool versions : {false, true}) {
    add("trend line", [=](Ui& ui, Point place) {
      std::vector<TrendPoint> points = {{.label = "first", .score = 14},
                                        {.label = "1", .score = 20, .events = "AB"},
                                        {.label = "2"},
                                        {.label = "3", .score = 3, .words = "Session 3: 3."},
                                        {.label = "4", .score = 20},
                                        {.label = "5"},
                                        {.label = "6"},
                                        {.label = "7"},
                                        {.label = "8", .score = 1}};
      if (versions) points[4].version = "PHQ-9, 2025";
      static constexpr std::array<std::uint32_t, 4> limits = {5, 10, 15, 20};
      TrendSpec spec{.id = "widget",
                     .rect = {place.x, place.y, 520, ui.scaled(240)},
                     .label = "Mood",
                     .points = points,
                     .limits = limits};
      TrendState state{.at = 3};
      trend_line(ui, spec, state);
      return spec.rect;
    });
  }
  return out;
}

TEST(Room, TargetsAreLargeEnoughAndNoWordLeavesItsWidget) {
  ScreenStage stage;
  const std::vector<Sample> all = samples();
  for (const TextSize size : all_text_sizes) {
    stage.scene.size = size;
    for (const Theme theme : {Theme::light, Theme::high_contrast}) {
      stage.scene.theme = theme;
      for (const Sample& sample : all) {
        Rect room;
        stage.show([&](Ui& ui, Requests&) {
          room = sample.draw(ui, {40, 40});
          ui.note_area("room", room);
        });
        const std::string which =
            std::string(sample.name) + ", text size " + std::to_string(static_cast<int>(size));
        EXPECT_GT(stage.registry().all().size(), 1U) << which;
        for (const std::string& fault : layout_faults(stage.registry(), {0, 0, 1280, 800})) {
          ADD_FAILURE() << which << ": " << fault;
        }
        for (const Drawn& drawn : stage.registry().all()) {
          EXPECT_TRUE(room.grown(1).contains(drawn.rect)) << which << ": " << drawn.id;
        }
      }
    }
  }
}

TEST(Room, TooLittleOfItShortensWordsButKeepsThemInside) {
  ScreenStage stage;
  stage.show([&](Ui& ui, Requests&) {
    ButtonSpec spec{.id = "button",
                    .rect = {20, 20, 120, 44},
                    .text = "I'm worried about somebody",
                    .icon = icon::favorite_border,
                    .shortcut = Shortcut::of(U'W')};
    (void)button(ui, spec);
    static constexpr std::array<std::string_view, 3> parts = {"No answer", "An answer",
                                                              "Not asked"};
    (void)choice(ui, {.id = "choice", .rect = {20, 100, 180, 44}, .parts = parts});
  });
  for (const TextSize size : all_text_sizes) {
    stage.scene.size = size;
    stage.settle();
    for (const Drawn& drawn : stage.registry().all()) {
      if (drawn.kind != Drawn::Kind::text) continue;
      EXPECT_TRUE(drawn.shortened) << drawn.id;
      const Rect holder = drawn.rect.y < 90 ? Rect{20, 20, 120, 60} : Rect{20, 90, 180, 80};
      EXPECT_TRUE(holder.contains(drawn.rect)) << drawn.id;
    }
  }
}

TEST(DisabledButton, IsReachedByTabAndSaysWhy) {
  ScreenStage stage;
  int pressed = 0;
  stage.show([&](Ui& ui, Requests&) {
    ButtonSpec spec{.id = "done",
                    .rect = {20, 20, 200, 56},
                    .text = "Done",
                    .kind = ButtonKind::primary,
                    .shortcut = Shortcut::of(U'D'),
                    .enabled = false,
                    .why_not = "Item 9 is open."};
    if (button(ui, spec)) ++pressed;
    ListRowSpec row{.id = "row", .rect = {20, 100, 400, 56}, .name = "Rehema"};
    row.enabled = false;
    row.why_not = "She left the group.";
    if (list_row(ui, row).activated) ++pressed;
  });
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "done");
  stage.press(Key::enter);
  EXPECT_EQ(stage.scene.ui.explanation(), "Item 9 is open.");
  stage.press(Key::tab);
  EXPECT_EQ(stage.scene.ui.explanation(), "");
  stage.type(" ");
  EXPECT_EQ(stage.scene.ui.explanation(), "She left the group.");
  stage.type("d");
  EXPECT_EQ(stage.focused(), "done");
  EXPECT_EQ(stage.scene.ui.explanation(), "Item 9 is open.");
  EXPECT_EQ(pressed, 0);
}

}  // namespace
}  // namespace baraza::ui
