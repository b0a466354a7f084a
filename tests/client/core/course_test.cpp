// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "shared/op/derive.h"
#include "tests/client/core/world.h"

// The intents of preparing and working a course, over a real hub.
namespace baraza::client {
namespace {

using model::SheetKind;

class Course : public testing::Test {
 protected:
  Course() {
    world.act(one, OpenTodaySession{world.group, {20'780}});
    world.run();
    session = one->replica().main(world.group).sessions.begin()->first;
  }
  WriteSheet formulation(const std::string& sentence) {
    WriteSheet out{world.group, {}, false};
    out.value.member = member;
    out.value.kind = SheetKind::formulation;
    out.value.filled = {{0, 1, sentence, {}, {}}, {0, 3, "  ", {}, {}}};
    return out;
  }
  const model::WordsState& words(Laptop& of) { return of->replica().words(world.group); }
  const model::MainState& main(Laptop& of) { return of->replica().main(world.group); }

  World world;
  Laptop& one = world.facilitator;
  Laptop& two = world.worker;
  MemberId member = world.members[0];
  model::SessionKey session;
};

TEST_F(Course, TwoLaptopsWriteOneSheetOfAKindOfWhichAMemberHasOne) {
  world.offline(one);
  world.offline(two);
  world.act(one, formulation("Since your mother died the days have no colour."));
  world.act(two, formulation("Since the move nobody knows you."));
  world.online(one);
  world.online(two);
  world.run();
  ASSERT_EQ(words(one).sheets.size(), 1U);
  const auto& sheet = words(one).sheets.begin()->second;
  EXPECT_TRUE(sheet.disputed(words(one).basics.replaced));
  EXPECT_EQ(sheet.writes.front().value.filled.size(), 1U) << "what says nothing isn't stored";
  WriteSheet last = formulation("Since your mother died you are alone.");
  EXPECT_EQ(world.refusal(one, last), Code::invalid_argument);
  last.settles = true;
  world.act(one, last);
  world.run();
  EXPECT_FALSE(words(two).sheets.begin()->second.disputed(words(two).basics.replaced));
  EXPECT_EQ(words(two).sheets.begin()->second.writes.size(), 3U) << "every version stays readable";
  EXPECT_EQ(world.refusal(two, last), Code::already_exists);
}

TEST_F(Course, ASheetThatLacksWhatItNeedsIsNotWritten) {
  WriteSheet sheet = formulation(" ");
  EXPECT_EQ(world.refusal(one, sheet), Code::invalid_argument);
  sheet = formulation("Something");
  sheet.value.entry = id_cast<SheetId>(member);
  EXPECT_EQ(world.refusal(one, sheet), Code::invalid_argument) << "not the one that a member has";
}

TEST_F(Course, AStepIsAgreedInOneCommitAndReviewedInTheNext) {
  AgreeStep agree;
  agree.group = world.group;
  agree.step.member = member;
  agree.step.session = session;
  agree.words.filled = {{0, 1, "Ask Rose to walk to church with me", {}, {}}};
  world.act(one, agree);
  world.run();
  ASSERT_EQ(main(two).steps.size(), 1U);
  const StepId step = main(two).steps.begin()->first;
  ASSERT_TRUE(words(two).sheets.contains(id_cast<SheetId>(step)));
  EXPECT_TRUE(main(world.supervisor).steps.contains(step))
      << "that there is a step isn't its words";

  agree.step.step = step;
  EXPECT_EQ(world.refusal(two, agree), Code::already_exists);
  agree.words.filled[0].text = "Ask Rose to walk to the market with me";
  world.act(two, agree);
  world.run();
  EXPECT_EQ(main(one).steps.at(step).writes.size(), 1U) << "only its words changed";

  ReviewStep review{world.group, {step, session, model::StepOutcome::tried}, {}, false};
  review.words.emplace();
  review.words->member = member;
  review.words->filled = {{0, 1, "She had no time, and said on Sunday.", {}, {}}};
  world.act(two, review);
  world.run();
  EXPECT_EQ(main(one).step_reviews.at(step).writes.front().value.outcome,
            model::StepOutcome::tried);
  EXPECT_EQ(words(one).sheets.size(), 2U);
  review.review.step = id_cast<StepId>(member);
  EXPECT_EQ(world.refusal(two, review), Code::not_found);
}

TEST_F(Course, WhoTicksAStepOfTheAgendaDoesNotUndoWhoMovesIt) {
  const model::AgendaKey key{session, agenda_item_id(session.session, "week", {})};
  world.offline(one);
  world.offline(two);
  world.act(one, PlaceAgenda{world.group, {key, "week", {}, "b5", 20, false}, false});
  world.act(two, MarkAgenda{world.group, {key, model::AgendaState::done, {}, 18}, false});
  world.online(one);
  world.online(two);
  world.run();
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    const model::MainState& state = main(*laptop);
    EXPECT_EQ(state.agenda_places.at(key).shown(state.basics.replaced)->value.order, "b5");
    EXPECT_EQ(state.agenda_marks.at(key).shown(state.basics.replaced)->value.minutes, 18U);
  }
}

TEST_F(Course, ConsentIsWhatTheMostRestrictiveStandingWordSays) {
  const model::ConsentKey key{member, model::ConsentPurpose::phone};
  const auto say = [&](bool given) {
    return SetConsent{world.group, {key, given, model::ConsentHow::spoken, {20'780}}, false};
  };
  const auto holds = [&](Laptop& of) {
    return model::consents_to(of->replica().people(world.group), key);
  };
  EXPECT_EQ(holds(one), std::nullopt);
  world.act(one, say(true));
  world.run();
  EXPECT_EQ(holds(two), true);
  // Withdrawn on one laptop; renewed on another that hasn't heard of it, from a yes that it saw.
  world.offline(two);
  world.act(one, say(false));
  SetConsent renewed = say(true);
  renewed.value.how = model::ConsentHow::signed_;
  world.act(two, renewed);
  world.online(two);
  world.run();
  EXPECT_EQ(holds(one), false);
  EXPECT_EQ(holds(two), false) << "a yes that hasn't seen the no doesn't lift it";
  renewed.settles = true;
  world.act(two, renewed);
  world.run();
  EXPECT_EQ(holds(one), true);
}

TEST_F(Course, APlannedSessionIsTheOneOfItsNumber) {
  PlanSession plan{world.group, {}, false};
  plan.value.plan_number = 3;
  plan.value.date = {20'800};
  plan.value.reason = "market day";
  world.act(one, plan);
  world.run();
  const SessionId id = planned_session_id(world.group, 3, 0);
  ASSERT_TRUE(main(two).plans.contains(id));
  plan.value.session = planned_session_id(world.group, 4, 0);
  EXPECT_EQ(world.refusal(two, plan), Code::invalid_argument);
  plan.value.session = id;
  plan.value.cancelled = true;
  plan.value.reason = "";
  EXPECT_EQ(world.refusal(two, plan), Code::invalid_argument) << "why is it cancelled";
}

TEST_F(Course, APersonIsNeverOverOthersTheSameAsThemselves) {
  std::vector<PersonId> persons;
  for (const auto& [id, each] : one->replica().intake(world.site).persons) persons.push_back(id);
  ASSERT_GE(persons.size(), 2U);
  world.act(one, JoinPersons{world.site, {persons[0], persons[1], "same phone"}, false});
  EXPECT_EQ(world.refusal(one, JoinPersons{world.site, {persons[1], persons[0], ""}, false}),
            Code::invalid_argument);
  world.act(one, JoinPersons{world.site, {persons[0], {}, "two sisters"}, false});
  world.act(one, JoinPersons{world.site, {persons[1], persons[0], ""}, false});
  world.run();
}

TEST_F(Course, AQuietWordIsKnownOnceForWhatItRestedOn) {
  KnowWhisper know{world.group, {"inventory_missing", member, id_cast<AnyId>(member)}};
  world.act(one, know);
  world.run();
  EXPECT_EQ(world.refusal(two, know), Code::already_exists);
  know.value.basis = id_cast<AnyId>(session.session);
  world.act(two, know);
}

}  // namespace
}  // namespace baraza::client
