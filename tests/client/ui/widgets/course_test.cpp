// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <vector>

#include "client/ui/widgets/attendance.h"
#include "client/ui/widgets/timeline.h"
#include "client/ui/widgets/trend_line.h"
#include "tests/client/ui/support/screen_stage.h"

// What a course of sessions is looked at with: attendance, the timeline, the trend of a score.
namespace baraza::ui {
namespace {

// Two members, four sessions held or marked, two to come.
class Grid : public testing::Test {
 protected:
  Grid() {
    stage.show([this](Ui& ui, Requests&) {
      static constexpr std::array<GridCell, 6> cells = {
          GridCell{CellMark::came, "Halima, session 1: came"},
          GridCell{CellMark::unknown, "Halima, session 2: nobody knows why"},
          GridCell{CellMark::two_answers, "Halima, session 3: two answers"},
          GridCell{CellMark::today, "Halima, today: not marked yet"},
          GridCell{CellMark::to_come, "Halima, session 5"},
          GridCell{CellMark::to_come, "Halima, session 6"}};
      if (ui.pressed(Shortcut::of(U'E'))) ++ends;
      for (std::size_t row = 0; row < 2; ++row) {
        const std::string id = "row." + std::to_string(row);
        const Size target = cell_target(ui);
        GridRowSpec spec;
        spec.id = id;
        spec.rect = {20, 20 + static_cast<float>(row) * target.height,
                     grid_row_width(ui, cells.size()), target.height};
        spec.cells = cells;
        spec.group = "cells";
        if (const auto key = grid_row(ui, spec)) pressed.push_back({row, *key});
      }
    });
  }
  struct Pressed {
    std::size_t row = 0;
    GridPressed cell;
  };
  std::vector<Pressed> pressed;
  int ends = 0;
  ScreenStage stage;
};

TEST_F(Grid, EachKeyOfACellAsksForItsMark) {
  ASSERT_TRUE(stage.click("row.1.3"));
  ASSERT_EQ(pressed.size(), 1U);
  EXPECT_EQ(pressed[0].cell.key, CellKey::open);
  pressed.clear();
  stage.type("plTeUa");
  stage.press(Key::enter);
  const std::array keys = {CellKey::came,    CellKey::late, CellKey::told_us, CellKey::excused,
                           CellKey::unknown, CellKey::all,  CellKey::open};
  ASSERT_EQ(pressed.size(), keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    EXPECT_EQ(pressed[i].row, 1U);
    EXPECT_EQ(pressed[i].cell.place, 3U);
    EXPECT_EQ(pressed[i].cell.key, keys.at(i)) << i;
  }
  EXPECT_EQ(ends, 0) << "the letters are the cell's own while it has the focus";
}

TEST_F(Grid, WithTheFocusElsewhereTheLettersAreTheScreens) {
  stage.type("pe");
  EXPECT_TRUE(pressed.empty());
  EXPECT_EQ(ends, 1);
}

TEST_F(Grid, ArrowsWalkAllThatHasAMark) {
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "row.0.0");
  stage.press(Key::down);
  EXPECT_EQ(stage.focused(), "row.1.0");
  for (int i = 0; i < 6; ++i) stage.press(Key::right);
  EXPECT_EQ(stage.focused(), "row.1.3") << "sessions to come can't be marked";
  EXPECT_TRUE(stage.unreachable().empty());
}

TEST_F(Grid, CellsTakeMoreRoomThanTheyShow) {
  for (const TextSize size : all_text_sizes) {
    stage.scene.size = size;
    stage.settle();
    for (const Drawn& drawn : stage.registry().all()) {
      if (drawn.kind != Drawn::Kind::control) continue;
      EXPECT_GE(drawn.rect.width, 44) << drawn.id;
      EXPECT_GE(drawn.rect.height, 50) << drawn.id;
    }
  }
}

TEST(AttendanceCell, DisabledItSaysWhy) {
  ScreenStage stage;
  std::optional<CellKey> pressed;
  stage.show([&](Ui& ui, Requests&) {
    CellSpec spec;
    spec.id = "cell";
    const Size target = cell_target(ui);
    spec.rect = {20, 20, target.width, target.height};
    spec.mark = CellMark::two_answers;
    spec.text = "Halima, session 4: two answers";
    spec.enabled = false;
    spec.why_not = "Settle the two answers first.";
    if (const auto key = attendance_cell(ui, spec)) pressed = key;
  });
  stage.press(Key::tab);
  stage.type("p");
  EXPECT_FALSE(pressed);
  stage.press(Key::enter);
  EXPECT_FALSE(pressed);
  EXPECT_EQ(stage.scene.ui.explanation(), "Settle the two answers first.");
}

// First talks, then `sessions` of which three were held.
class Course : public testing::Test {
 protected:
  Course() {
    stage.show([this](Ui& ui, Requests&) {
      std::vector<std::string> numbers;
      for (std::size_t i = 0; i <= sessions; ++i) numbers.push_back(std::to_string(i));
      std::vector<TimelineNode> nodes;
      nodes.push_back({.words = "9 of 9",
                       .date = "27 Apr",
                       .state = SessionDot::held,
                       .pill = true,
                       .text = "First talks"});
      for (std::size_t i = 1; i <= sessions; ++i) {
        TimelineNode node;
        node.words = numbers[i];
        node.text = numbers[i];
        node.date = i == 4 ? "today" : "12 May";
        node.state = i < 4 ? SessionDot::held : i == 4 ? SessionDot::now : SessionDot::to_come;
        nodes.push_back(node);
      }
      const std::array<TimelinePhase, 3> phases = {
          TimelinePhase{"Beginning", 2, false},
          TimelinePhase{"Middle: sessions 2 to 6", sessions - 2, true},
          TimelinePhase{"Ending", 1, false}};
      TimelineSpec spec;
      spec.id = "course";
      spec.rect = {20, 20, 1100, timeline_height(ui)};
      spec.phases = phases;
      spec.nodes = nodes;
      spec.countdown = "4";
      spec.countdown_words = "sessions left, with today";
      room = spec.rect;
      if (const auto node = timeline(ui, spec)) opened.push_back(*node);
    });
  }
  std::size_t sessions = 8;
  Rect room;
  std::vector<std::size_t> opened;
  ScreenStage stage;
};

TEST_F(Course, TabComesToTodayArrowsWalkAndEnterOpens) {
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "course.4");
  stage.press(Key::left);
  stage.press(Key::enter);
  EXPECT_EQ(opened, (std::vector<std::size_t>{3}));
  stage.press(Key::end);
  stage.press(Key::enter);
  EXPECT_EQ(opened.back(), 8U);
  ASSERT_TRUE(stage.click("course.0"));
  EXPECT_EQ(opened.back(), 0U);
}

TEST_F(Course, OfManySessionsOnlyTheEndsAndTodayHaveTheirDate) {
  EXPECT_NE(stage.registry().find("course.date.6"), nullptr);
  for (const TextSize size : all_text_sizes) {
    sessions = 16;
    stage.scene.size = size;
    stage.settle();
    std::vector<std::string> dates;
    for (const Drawn& drawn : stage.registry().all()) {
      if (drawn.id.find("date") != std::string::npos) dates.push_back(drawn.id);
    }
    EXPECT_EQ(dates,
              (std::vector<std::string>{"course.date.4", "course.date.0", "course.date.16"}));
  }
}

TEST_F(Course, NoNodeIsTooSmallAndNoneCoversAnother) {
  for (const TextSize size : all_text_sizes) {
    for (const std::size_t count : {8U, 12U, 16U}) {
      sessions = count;
      stage.scene.size = size;
      stage.settle();
      const Drawn* before = nullptr;
      for (const Drawn& drawn : stage.registry().all()) {
        if (drawn.kind != Drawn::Kind::control) continue;
        EXPECT_GE(drawn.rect.width, space::target);
        EXPECT_GE(drawn.rect.height, space::target);
        EXPECT_TRUE(room.contains(drawn.rect)) << drawn.id << " of " << count;
        // Half a pixel of rounding either side.
        if (before != nullptr && count < 16) {
          EXPECT_LE(before->rect.right(), drawn.rect.x + 1) << drawn.id << " of " << count;
        }
        before = &drawn;
      }
    }
  }
}

class Trend : public testing::Test {
 protected:
  Trend() {
    stage.show([this](Ui& ui, Requests&) {
      static constexpr std::array<std::uint32_t, 4> limits = {5, 10, 15, 20};
      TrendSpec spec;
      spec.id = "mood";
      spec.rect = {20, 20, 560, ui.scaled(300)};
      spec.label = "Mood";
      spec.points = points;
      spec.limits = limits;
      room = spec.rect;
      trend_line(ui, spec, state);
    });
  }
  std::string read() const {
    const Drawn* sentence = stage.registry().find("mood.read");
    return sentence == nullptr ? std::string() : sentence->text;
  }
  // Scores at first, 1, 3 and 5; an event without a score at 4; nothing at 2 and from 6 on.
  std::vector<TrendPoint> points = {
      {.label = "first", .score = 14, .words = "First talk: 14, moderate."},
      {.label = "1", .score = 19, .events = "A", .words = "Session 1: 19. A: the market closed."},
      {.label = "2"},
      {.label = "3", .score = 12, .events = "BC", .words = "Session 3: 12."},
      {.label = "4", .events = "D", .words = "D: her mother was ill."},
      {.label = "5", .score = 0, .version = "PHQ-9 2025", .words = "Session 5: 0."},
      {.label = "6"},
      {.label = "7"},
      {.label = "8"}};
  TrendState state;
  Rect room;
  ScreenStage stage;
};

TEST_F(Trend, ArrowsReadOnlyWhatThereIsToRead) {
  stage.press(Key::tab);
  EXPECT_EQ(read(), "");
  std::vector<std::string> said;
  for (int i = 0; i < 6; ++i) {
    stage.press(Key::right);
    said.push_back(read());
  }
  EXPECT_EQ(said,
            (std::vector<std::string>{"First talk: 14, moderate.",
                                      "Session 1: 19. A: the market closed.", "Session 3: 12.",
                                      "D: her mother was ill.", "Session 5: 0.", "Session 5: 0."}));
  stage.press(Key::left);
  EXPECT_EQ(read(), "D: her mother was ill.");
}

TEST_F(Trend, APressReadsTheNearestAndEnterMovesNothing) {
  const Drawn* number = stage.registry().find("mood.score.3");
  ASSERT_NE(number, nullptr);
  const Point near{number->rect.centre().x + 6, room.y + 60};
  stage.say(PointerMoved{near});
  EXPECT_EQ(read(), "") << "nothing is shown only because the pointer is over it";
  stage.say(PointerPressed{near});
  stage.say(PointerReleased{near});
  EXPECT_EQ(read(), "Session 3: 12.");
  stage.press(Key::left);
  stage.press(Key::enter);
  EXPECT_EQ(read(), "Session 1: 19. A: the market closed.");
}

TEST_F(Trend, AMissingScoreIsNoZero) {
  EXPECT_EQ(stage.registry().find("mood.score.2"), nullptr);
  EXPECT_EQ(stage.registry().find("mood.score.4"), nullptr);
  ASSERT_NE(stage.registry().find("mood.score.5"), nullptr);
  EXPECT_EQ(stage.registry().find("mood.score.5")->text, "0");
}

TEST_F(Trend, APointThatIsGoneIsReadNoMore) {
  state.at = 5;
  stage.settle();
  EXPECT_EQ(read(), "Session 5: 0.");
  points.resize(3);
  stage.settle();
  EXPECT_EQ(read(), "");
  points.clear();
  stage.settle();
  stage.press(Key::tab);
  stage.press(Key::right);
  EXPECT_EQ(read(), "");
}

}  // namespace
}  // namespace baraza::ui
