// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/mood_check_model.h"

#include <gtest/gtest.h>

#include "client/core/screens/worry_model.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

class UtcTime final : public LocalTime {
 public:
  LocalMoment at(Instant instant, std::string_view) const override {
    constexpr std::int64_t day = 86'400'000;
    return {{static_cast<std::int32_t>(instant.ms / day)},
            static_cast<int>(instant.ms % day / 60'000)};
  }
};

using State = MoodCheckModel::State;

// The first of three members, asked by the facilitator.
class MoodChecks : public testing::Test {
 protected:
  MoodChecks() {
    world.now.wall = Instant{std::int64_t{20'000} * 86'400'000 + hours(10).ms + minutes(4).ms};
  }
  ScreenContext context() {
    Client& client = *world.facilitator.client;
    return {client.replica(), world.packs,    words, local, world.now, world.facilitator.account,
            privacy,          client.badge(), false, {},    {},        nullptr};
  }
  MoodCheckSheets begin() {
    return begin_mood_check(context(), world.group, session, world.members[0], kept, random);
  }
  MoodCheckModel show(const MoodCheckSheets& sheets) {
    return mood_check_model(context(), world.group, session, world.members[0], sheets);
  }
  void record(std::uint32_t each, std::uint32_t item9 = 0) {
    RecordCheckIn intent = world.check_in(session, item9);
    for (std::size_t i = 0; i < 8; ++i) intent.answers[i].value = each;
    world.act(world.facilitator, intent);
    world.run();
  }
  void next_week() {
    world.act(world.facilitator, CloseSession{world.group, session});
    ++week;
    const CivilDate day{world.first_day.days + 7 * week};
    world.act(world.facilitator, OpenTodaySession{world.group, day});
    session = {planned_session_id(world.group, static_cast<std::uint32_t>(week + 1), 0), day};
    world.run();
  }

  World world;
  text::Catalogue words = text::Catalogue::english();
  UtcTime local;
  bool privacy = false;
  std::map<std::string, Bytes> kept;
  SeededRandom random{3};
  model::SessionKey session = world.open_session();
  std::int32_t week = 0;
};

TEST_F(MoodChecks, AskWhatTheCourseMeasuresInItsOrderAndItsWords) {
  const MoodCheckSheets sheets = begin();
  ASSERT_EQ(sheets.drafts.size(), 2U);
  EXPECT_EQ(sheets.drafts[0].instrument, "phq9");
  EXPECT_EQ(sheets.drafts[1].instrument, "mood10");
  EXPECT_FALSE(sheets.drafts[0].check_in == sheets.drafts[1].check_in);
  const MoodCheckModel model = show(sheets);
  EXPECT_EQ(model.state, State::asking);
  EXPECT_EQ(model.columns,
            (std::vector<std::string>{"Not at all", "Several days", "More than half the days",
                                      "Nearly every day"}));
  EXPECT_TRUE(model.items[8].risk);
  EXPECT_FALSE(model.may_finish);
  EXPECT_EQ(model.next_sheet_word, "Quick mood");
}

TEST_F(MoodChecks, AScoreIsBlankWhereNothingWasAnsweredNeverNought) {
  MoodCheckSheets sheets = begin();
  EXPECT_EQ(show(sheets).score.figure, "");
  for (auto& each : sheets.drafts[0].answers) each = model::Answer{model::AnswerState::refused, 0};
  const MoodCheckModel model = show(sheets);
  EXPECT_TRUE(model.may_finish) << "all were asked";
  EXPECT_EQ(model.score.figure, "");
  EXPECT_EQ(model.score.title, "No total");
  EXPECT_FALSE(model.score.pointer);
}

TEST_F(MoodChecks, ScoresOfOtherSessionsStandByDayWithTheirGaps) {
  record(2);
  next_week();
  next_week();
  record(1);
  next_week();
  EXPECT_EQ(show(begin()).history.words, "16, none, 8");
  privacy = true;
  EXPECT_EQ(show(begin()).history.words, "");
}

TEST_F(MoodChecks, ADraftThatBecameAnEntryIsNotAskedAgain) {
  MoodCheckSheets sheets = begin();
  CheckInDraft& draft = sheets.drafts[0];
  for (auto& each : draft.answers) each = model::Answer{model::AnswerState::answered, 0};
  kept[check_in_draft_key(draft)] = encode_check_in(draft, *world.packs.find_instrument("phq9", 1));
  EXPECT_EQ(begin().drafts[0], draft);
  world.act(world.facilitator, finish_check_in(draft));
  world.run();
  EXPECT_EQ(begin().open, 1U) << "the sheet that is left";
  EXPECT_FALSE(begin().drafts[0].has_answer());
  EXPECT_EQ(show(sheets).state, State::done) << "also where the screen still has it";
}

TEST_F(MoodChecks, OpenAtTheQuestionThatIsStillToBeAsked) {
  RecordCheckIn intent = world.check_in(session, 0);
  intent.answers[8] = {model::AnswerState::not_asked, 0};
  world.act(world.facilitator, intent);
  world.run();
  EXPECT_EQ(begin().open, 0U) << "though the quick mood is open";
  EXPECT_EQ(show(begin()).score.title, "No total");
}

TEST_F(MoodChecks, AnExtraSessionHasNone) {
  world.act(world.facilitator, CloseSession{world.group, session});
  const CivilDate day{world.first_day.days + 1};
  world.act(world.facilitator, OpenExtraSession{world.group, day});
  world.run();
  for (const auto& [key, facts] : world.facilitator->replica().main(world.group).sessions) {
    if (key.date == day) session = key;
  }
  const MoodCheckModel model = show(begin());
  EXPECT_EQ(model.state, State::none);
  EXPECT_EQ(model.none, "No mood check is planned for this session.");
}

TEST_F(MoodChecks, AGroupThatIsNotHereSaysSo) {
  world.group = *GroupId::from(Bytes(16, 'z'));
  EXPECT_TRUE(begin().drafts.empty());
  EXPECT_EQ(show(begin()).none, "This group is not on this laptop.");
}

}  // namespace
}  // namespace baraza::client
