// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/intake_screen.h"

#include "client/core/screens/screening_model.h"
#include "client/ui/screens/form_group_screen.h"
#include "client/ui/screens/intake_form_screen.h"
#include "client/ui/screens/intake_person_screen.h"
#include "client/ui/screens/seat_screen.h"
#include "group_stage.h"

// From a name on the list to a seat in a group, by the keyboard.
namespace baraza::ui {
namespace {

class IntakeScreens : public GroupScreens {
 protected:
  void open_list() {
    list_state = {};
    show([this](Layout) { return intake_top_bar(list()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_intake(ui, frame, list(), list_state, requests);
         });
  }
  client::IntakeModel list() {
    return client::intake_model(context(), world.site, list_state.show, list_state.search);
  }
  void open_form(const PersonId& who = {}) {
    person = who;
    const auto model = client::intake_form_model(context(), world.site, person, {});
    const auto draft = drafts.find(model.draft_key);
    form_state = begin_intake_form(model, draft == drafts.end() ? Bytes{} : draft->second, random);
    show([this](Layout) { return intake_form_top_bar(form()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_intake_form(ui, frame, form(), form_state, requests);
         });
  }
  client::IntakeFormModel form() {
    return client::intake_form_model(context(), world.site, person, form_state.value);
  }
  void open_person(const PersonId& who) {
    person = who;
    person_state = {};
    show([this](Layout) { return intake_person_top_bar(somebody()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_intake_person(ui, frame, somebody(), person_state, requests);
         });
  }
  client::IntakePersonModel somebody() {
    return client::intake_person_model(context(), world.site, person);
  }
  void open_questions(const PersonId& who, bool paper = false) {
    person = who;
    state = {};
    state.sheets = client::begin_screening(context(), world.site, person, paper, drafts, random);
    show([this](Layout layout) { return mood_check_top_bar(questions(), layout); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_mood_check(ui, frame, questions(), state, requests);
         });
  }
  client::MoodCheckModel questions() {
    return client::screening_model(context(), world.site, person, state.sheets);
  }
  void open_forming() {
    group_choice = {};
    group_choice.choice.group = random.id<GroupId>();
    show([this](Layout) { return form_group_top_bar(forming()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_form_group(ui, frame, forming(), group_choice, requests);
         });
  }
  client::FormGroupModel forming() {
    return client::form_group_model(context(), world.site, group_choice.choice);
  }

  const model::IntakeState& intake() { return laptop()->replica().intake(world.site); }
  PersonId put_on_the_list(const std::string& name) {
    client::RegisterPerson intent;
    intent.site = world.site;
    intent.fresh = random.id<PersonId>();
    intent.name = name;
    world.act(world.facilitator, intent);
    world.run();
    return intent.fresh;
  }
  void answer(const std::string& digits) {
    for (const char digit : digits) stage.type(std::string(1, digit));
  }
  PersonId somebody_who_waits(const std::string& name) {
    const PersonId who = put_on_the_list(name);
    client::DecideSuitability joins{world.site, {}, false};
    joins.value.person = who;
    joins.value.overrides = true;
    joins.value.reason = "her sister asked";
    world.act(world.facilitator, joins);
    world.run();
    return who;
  }

  IntakeState list_state;
  IntakeFormState form_state;
  IntakePersonState person_state;
  FormGroupState group_choice;
  PersonId person;
};

TEST_F(IntakeScreens, SomebodyNewIsAskedTheShortQuestionsThenTheLongOnesInSixteenKeys) {
  open_form();
  stage.type("Zawadi Mwangi");
  EXPECT_FALSE(drafts.empty()) << "kept as it is typed";
  stage.press(Key::enter, true);
  const auto then = last_act().then.value();
  const auto* there = std::get_if<place::IntakePerson>(&then);
  ASSERT_NE(there, nullptr);
  EXPECT_TRUE(drafts.empty());
  open_person(there->person);
  EXPECT_EQ(stage.focused(), "someone.ask");
  stage.press(Key::enter);
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::Screening{world.site, there->person, false}));
  open_questions(there->person);
  EXPECT_EQ(questions().items.size(), 2U);
  answer("23");
  stage.press(Key::enter);
  ASSERT_EQ(intake().screenings.size(), 1U);
  EXPECT_EQ(questions().items.size(), 9U) << "the line was reached: on to the long one";
  EXPECT_EQ(questions().at, 2U) << "what was asked already isn't asked again";
  answer("2222100");
  stage.press(Key::enter);
  ASSERT_EQ(intake().screenings.size(), 2U);
  open_person(there->person);
  EXPECT_EQ(somebody().says, "By the programme's rule this person may join a group.");
  stage.type("J");
  EXPECT_EQ(somebody().decided, "Joins a group");
  EXPECT_FALSE(intake().suitability.begin()->second.writes.front().value.overrides);
  undo(last_act());
}

TEST_F(IntakeScreens, BelowTheLineTheLongQuestionsAreNotAsked) {
  const PersonId who = put_on_the_list("Zawadi");
  open_questions(who);
  answer("01");
  EXPECT_FALSE(questions().sheet_left);
  stage.press(Key::enter);
  EXPECT_EQ(last_act().then, Place(place::IntakePerson{world.site, who}));
}

TEST_F(IntakeScreens, WhoJoinsAgainstTheRuleNeedsAReasonAndWhoIsSentElsewhereNeedsOneToo) {
  const PersonId who = put_on_the_list("Zawadi");
  open_person(who);
  stage.type("J");
  EXPECT_TRUE(intake().suitability.empty()) << "nothing was asked yet";
  stage.press(Key::enter, true);
  EXPECT_TRUE(intake().suitability.empty());
  ASSERT_TRUE(stage.click("decision.words"));
  stage.type("Her sister asked for her.");
  stage.press(Key::enter, true);
  ASSERT_EQ(intake().suitability.size(), 1U);
  EXPECT_TRUE(intake().suitability.at(who).writes.front().value.overrides);
  open_person(who);
  stage.type("F");
  ASSERT_TRUE(stage.click("decision.reason.3"));
  stage.press(Key::enter, true);
  EXPECT_EQ(somebody().decided, "Other help first: Hears, sees or believes what is not there");
  EXPECT_EQ(somebody().history.size(), 2U) << "what was decided before stays readable";
}

TEST_F(IntakeScreens, AnAnswerThatRaisesARiskIsHeardBeforeAnythingElse) {
  const PersonId who = put_on_the_list("Zawadi");
  open_questions(who);
  answer("33");
  stage.press(Key::enter);
  answer("1111112");
  stage.press(Key::enter);
  const GroupId list = model::list_of(world.site);
  EXPECT_EQ(last_act().then, Place(place::Alarm{list, model::on_list(who)}));
  const auto alarm = client::alarm_model(context(), list, model::on_list(who));
  EXPECT_TRUE(alarm.open);
  EXPECT_EQ(alarm.banner, "Your supervisor has not seen this yet.");
  world.run();
  EXPECT_EQ(client::alarm_view(world.supervisor->replica(), world.packs, list).size(), 1U);
  supervising = true;
  const auto watched = watch().items;
  EXPECT_TRUE(std::any_of(watched.begin(), watched.end(), [&](const auto& item) {
    return item.group == list && item.kind == client::WatchItem::Kind::unseen;
  }));
}

TEST_F(IntakeScreens, ADraftThatWasLeftRaisesItsRiskToo) {
  const PersonId who = put_on_the_list("Zawadi");
  open_questions(who);
  answer("33");
  stage.press(Key::enter);
  answer("1111111");
  std::optional<client::RaiseItemRisk> flag;
  for (const auto& [key, bytes] : drafts) {
    if (const auto raises = client::draft_needs_flag(bytes)) flag = raises;
  }
  ASSERT_TRUE(flag);
  EXPECT_EQ(flag->group, model::list_of(world.site));
  world.act(world.facilitator, *flag);
  world.run();
  stage.press(Key::enter);
  world.run();
  const auto risks =
      client::alarm_view(world.supervisor->replica(), world.packs, model::list_of(world.site));
  ASSERT_EQ(risks.size(), 1U);
  EXPECT_EQ(risks.front().evidence.size(), 1U) << "one piece of evidence, not two";
}

TEST_F(IntakeScreens, APaperKeepsItsOwnTotalBesideTheAnswers) {
  const PersonId who = put_on_the_list("Zawadi");
  open_questions(who, true);
  EXPECT_EQ(questions().items.size(), 9U) << "a paper is usually the long one";
  answer("222221100");
  stage.press(Key::enter);
  EXPECT_TRUE(intake().screenings.empty());
  stage.type("14");
  EXPECT_TRUE(
      shows("The answers come to 12. Look at the paper again; if it was added up wrongly "
            "there, save: both are kept."));
  ASSERT_TRUE(stage.click("paper.day.less"));
  stage.press(Key::enter, true);
  ASSERT_EQ(intake().screenings.size(), 1U);
  const model::Screening& value = intake().screenings.begin()->second.value;
  EXPECT_EQ(value.typed_total, 14U);
  EXPECT_EQ(value.mode, model::AnswerMode::paper);
  EXPECT_EQ(value.date, somebody().today + -1);
  open_person(who);
  EXPECT_TRUE(shows("The paper says 14, the answers come to 12. Look at the paper again."));
}

TEST_F(IntakeScreens, TwoEntriesBecomeOnePersonAndTwoAgain) {
  const PersonId one = put_on_the_list("Halima Yusuf");
  const PersonId other = put_on_the_list("Halimah Yusuf");
  open_list();
  ASSERT_EQ(list().doubles.size(), 1U);
  ASSERT_TRUE(stage.click("intake.doubles.0.same"));
  EXPECT_EQ(rules::same_person(intake(), one), rules::same_person(intake(), other));
  EXPECT_TRUE(list().doubles.empty());
  open_person(one);
  ASSERT_EQ(somebody().same.size(), 1U);
  ASSERT_TRUE(stage.click("someone.same.0"));
  EXPECT_NE(rules::same_person(intake(), one), rules::same_person(intake(), other));
  EXPECT_TRUE(list().doubles.empty()) << "who was told apart isn't asked about again";
}

TEST_F(IntakeScreens, AGroupIsFormedOfThoseWhoWaitAndIsThereAtOnce) {
  for (const char* name : {"Ana", "Beata", "Celia", "Dora", "Eva", "Flora"}) {
    somebody_who_waits(name);
  }
  open_list();
  stage.type("G");
  EXPECT_EQ(stage.asked<request::Go>().back().place, Place(place::FormGroup{world.site}));
  world.offline(world.facilitator);
  open_forming();
  stage.type("River");
  stage.press(Key::enter, true);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "six are needed, none is chosen";
  stage.resize({1920, 1500});
  for (int i = 0; i < 6; ++i) {
    ASSERT_TRUE(stage.click("form.person." + std::to_string(i)));
  }
  stage.press(Key::enter, true);
  const auto then = last_act().then.value();
  const auto* there = std::get_if<place::Group>(&then);
  ASSERT_NE(there, nullptr);
  EXPECT_EQ(laptop()->replica().main(there->group).admissions.size(), 6U);
  const auto* entry = laptop()->replica().directory().group(there->group);
  ASSERT_NE(entry, nullptr);
  EXPECT_TRUE(entry->waits_for_server) << "there is no network";
  open_list();
  list_state.show = client::IntakeShow::waiting;
  EXPECT_TRUE(list().rows.empty());
}

TEST_F(IntakeScreens, AMemberLeavesAndStaysTheSamePersonWhereSheGoesOn) {
  SeatState seat;
  whom = member("Halima");
  const auto model = [&] {
    return client::seat_model(context(), world.group, whom, seat.days_ago);
  };
  show([&](Layout) { return seat_top_bar(model()); },
       [&](Ui& ui, const ShellFrame& frame, Requests& requests) {
         draw_seat(ui, frame, model(), seat, requests);
       });
  stage.press(Key::enter, true);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "say how first";
  ASSERT_TRUE(stage.click("seat.end.1"));
  stage.press(Key::enter, true);
  const auto& leavings = laptop()->replica().main(world.group).leavings;
  ASSERT_EQ(leavings.size(), 1U);
  EXPECT_EQ(leavings.begin()->second.value.reason, model::leave_reason::moved_away);
}

}  // namespace
}  // namespace baraza::ui
