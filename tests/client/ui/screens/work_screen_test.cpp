// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/work_screen.h"

#include "client/core/views/work_view.h"
#include "client/ui/screens/consent_screen.h"
#include "client/ui/screens/inventory_screen.h"
#include "client/ui/screens/sheet_screen.h"
#include "client/ui/screens/techniques_screen.h"
#include "group_stage.h"
#include "shared/op/derive.h"

// The written work with a member: its list, its sheets, consent, and what a session used.
namespace baraza::ui {
namespace {

using model::SheetKind;

class WorkScreens : public GroupScreens {
 protected:
  void open_work(const std::string& name) {
    whom = member(name);
    show([this](Layout) { return work_top_bar(work()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_work(ui, frame, work(), requests);
         });
  }
  client::WorkModel work() { return client::work_model(context(), world.group, whom); }

  void open_sheet(const client::SheetPlace& at) {
    place = at;
    const auto model = sheet();
    const auto kept_draft = drafts.find(model.draft_key);
    state = begin_sheet(model, kept_draft == drafts.end() ? Bytes{} : kept_draft->second, random);
    show([this](Layout) { return sheet_top_bar(sheet()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_sheet(ui, frame, sheet(), state, requests);
         });
  }
  void open_sheet(const std::string& name, SheetKind kind) {
    open_sheet({world.group, member(name), kind, {}, {}});
  }
  client::SheetModel sheet() { return client::sheet_model(context(), place); }

  void open_consent(const std::string& name) {
    whom = member(name);
    consent = {};
    show([this](Layout) { return consent_top_bar(agreed()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_consent(ui, frame, agreed(), consent, requests);
         });
  }
  client::ConsentModel agreed() { return client::consent_model(context(), world.group, whom); }

  void open_techniques() {
    show([this](Layout) { return techniques_top_bar(used()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_techniques(ui, frame, used(), requests);
         });
  }
  client::TechniquesModel used() {
    return client::techniques_model(context(), world.group, session);
  }

  void open_inventory(const std::string& name) {
    whom = member(name);
    show([this](Layout) { return inventory_top_bar(inventory()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_inventory(ui, frame, inventory(), requests);
         });
  }
  client::InventoryModel inventory() {
    return client::inventory_model(context(), world.group, whom);
  }
  void open_somebody(const std::string& name, const InventoryPersonId& person) {
    whom = member(name);
    somebody_id = person;
    const auto model = somebody();
    const auto kept_draft = drafts.find(model.draft_key);
    somebody_state = begin_inventory_person(
        model, kept_draft == drafts.end() ? Bytes{} : kept_draft->second, random);
    show([this](Layout) { return inventory_person_top_bar(somebody()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_inventory_person(ui, frame, somebody(), somebody_state, requests);
         });
  }
  client::InventoryPersonModel somebody() {
    return client::inventory_person_model(context(), world.group, whom, somebody_id);
  }
  void tell(const std::string& name, const std::string& called, int closeness) {
    client::WriteInventoryPerson write{world.group, {}, false};
    write.value.member = member(name);
    write.value.called = called;
    write.value.closeness = static_cast<std::uint8_t>(closeness);
    write.value.support = model::SupportLevel::strong;
    write.value.strain = closeness == 1;
    write.value.lost = closeness == 2;
    write.value.change = closeness == 0 ? "Moved in" : "";
    world.act(world.facilitator, write);
    world.run();
  }

  const model::WordsState& written() { return laptop()->replica().words(world.group); }
  std::optional<client::SheetPlace> opened() {
    const auto asked = stage.asked<request::Go>();
    if (asked.empty()) return std::nullopt;
    const auto* at = std::get_if<place::Sheet>(&asked.back().place);
    if (at == nullptr) return std::nullopt;
    return client::SheetPlace{at->group, at->member, at->kind, at->entry, at->about};
  }

  client::SheetPlace place;
  SheetState state;
  InventoryPersonId somebody_id;
  InventoryPersonState somebody_state;
  ConsentState consent;
  client::SeededRandom random{5};
};

TEST_F(WorkScreens, AreReachedFromTheMemberAndSayWhatIsNext) {
  open_member("Halima");
  EXPECT_EQ(text_of("member.work_note"), "Before the group: 0 of 8 done");
  ASSERT_TRUE(stage.click("member.work"));
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::Work{world.group, member("Halima")}));
  open_work("Halima");
  EXPECT_EQ(stage.focused(), "work.next");
  stage.press(Key::enter);
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::Consent{world.group, member("Halima")}));
  ASSERT_TRUE(stage.click("work.formulation"));
  ASSERT_TRUE(opened());
  EXPECT_EQ(opened()->kind, SheetKind::formulation);
}

TEST_F(WorkScreens, ASheetIsWrittenByTheKeyboardAloneAndStandsInTheList) {
  open_sheet("Halima", SheetKind::formulation);
  EXPECT_EQ(stage.focused(), "sheet.1");
  stage.press(Key::enter, true);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "nothing was written";
  ASSERT_TRUE(stage.click("sheet.1"));
  stage.type("Since the move nobody knows you.");
  EXPECT_FALSE(drafts.empty()) << "kept as it is typed";
  stage.press(Key::enter, true);
  ASSERT_EQ(written().sheets.size(), 1U);
  EXPECT_TRUE(drafts.empty());
  EXPECT_EQ(last_act().then, Place(place::Work{world.group, member("Halima")}));
  open_work("Halima");
  EXPECT_TRUE(shows("Since the move nobody knows you."));
  EXPECT_EQ(work().cards.front().note, "1 of 8 done");
}

TEST_F(WorkScreens, WhatWasTypedBeforeThePowerFailedIsThere) {
  open_sheet("Halima", SheetKind::event);
  stage.type("He came home late");
  open_sheet("Halima", SheetKind::event);
  EXPECT_TRUE(state.typed);
  stage.press(Key::enter, true);
  ASSERT_EQ(written().sheets.size(), 1U);
  EXPECT_EQ(written().sheets.begin()->second.writes.front().value.filled.front().text,
            "He came home late");
}

TEST_F(WorkScreens, SavingIsTakenBackAndStrikingOutLeavesEveryVersion) {
  open_sheet("Halima", SheetKind::goal);
  stage.type("Talk with my sister");
  stage.press(Key::enter, true);
  undo(last_act());
  EXPECT_TRUE(client::sheets_of(laptop()->replica(), world.group, member("Halima"), SheetKind::goal)
                  .empty());
  const SheetId entry = written().sheets.begin()->first;
  open_sheet({world.group, member("Halima"), SheetKind::goal, entry, {}});
  EXPECT_TRUE(shows("This was struck out. Saving brings it back."));
  ASSERT_TRUE(stage.click("sheet.save"));
  open_sheet({world.group, member("Halima"), SheetKind::goal, entry, {}});
  ASSERT_TRUE(stage.click("sheet.strike"));
  EXPECT_EQ(written().sheets.at(entry).writes.size(), 4U);
  EXPECT_EQ(sheet().history.size(), 4U);
}

TEST_F(WorkScreens, ATalkHasLinesThatAreAddedMovedAndRemoved) {
  open_sheet("Halima", SheetKind::conversation);
  stage.type("My sister");
  stage.press(Key::tab);
  stage.press(Key::tab);
  EXPECT_EQ(stage.focused(), "sheet.row.1.3");
  stage.type("You never help.");
  stage.resize({1920, 1500});
  ASSERT_TRUE(stage.click("sheet.add"));
  stage.settle();
  EXPECT_EQ(stage.focused(), "sheet.row.2.3");
  stage.type("I was ill.");
  ASSERT_TRUE(stage.click("sheet.row.1.down"));
  stage.press(Key::enter, true);
  ASSERT_EQ(written().sheets.size(), 1U);
  const model::Sheet& talk = written().sheets.begin()->second.writes.front().value;
  ASSERT_EQ(talk.filled.size(), 3U);
  EXPECT_EQ(talk.filled[1].text, "I was ill.");
  EXPECT_EQ(talk.filled[2].text, "You never help.");
  EXPECT_EQ(talk.session, session);
}

TEST_F(WorkScreens, OneWayOfADecisionIsChosen) {
  open_sheet("Halima", SheetKind::decision);
  stage.resize({1920, 1500});
  stage.type("Shall I ask her?");
  ASSERT_TRUE(stage.click("sheet.row.1.2"));
  stage.type("Ask");
  ASSERT_TRUE(stage.click("sheet.row.1.5.1"));
  ASSERT_TRUE(stage.click("sheet.add"));
  stage.settle();
  stage.type("Wait");
  ASSERT_TRUE(stage.click("sheet.row.2.5.1"));
  stage.press(Key::enter, true);
  ASSERT_EQ(written().sheets.size(), 1U);
  const model::Sheet& sheet = written().sheets.begin()->second.writes.front().value;
  int chosen = 0;
  for (const model::SheetField& field : sheet.filled) chosen += field.choices.empty() ? 0 : 1;
  EXPECT_EQ(chosen, 1);
}

TEST_F(WorkScreens, AStepIsAgreedAndAskedForInTheNextSession) {
  open_sheet("Halima", SheetKind::step);
  stage.type("Ask Rose to walk to church with me");
  stage.press(Key::enter, true);
  ASSERT_EQ(laptop()->replica().main(world.group).steps.size(), 1U);
  open_work("Halima");
  EXPECT_TRUE(shows("Until next time"));
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.act(world.facilitator, client::OpenExtraSession{world.group, world.first_day + 7});
  world.run();
  open_work("Halima");
  EXPECT_EQ(text_of("work.next"), "Next: Ask Rose to walk to church with me");
  ASSERT_TRUE(stage.click("work.review.1"));
  ASSERT_TRUE(opened());
  open_sheet(*opened());
  EXPECT_TRUE(shows("The step: Ask Rose to walk to church with me"));
  ASSERT_TRUE(stage.click("sheet.1"));
  stage.type("She had no time.");
  stage.press(Key::enter, true);
  EXPECT_TRUE(laptop()->replica().main(world.group).step_reviews.empty()) << "what came of it?";
  ASSERT_TRUE(stage.click("sheet.outcome.1"));
  stage.press(Key::enter, true);
  const auto& reviews = laptop()->replica().main(world.group).step_reviews;
  ASSERT_EQ(reviews.size(), 1U);
  EXPECT_EQ(reviews.begin()->second.writes.front().value.outcome, model::StepOutcome::tried);
  open_work("Halima");
  EXPECT_TRUE(shows("Tried"));
}

TEST_F(WorkScreens, SomebodyIsToldOfByTheKeyboardAloneAndStandsOnTheMap) {
  open_inventory("Halima");
  EXPECT_TRUE(shows("Nobody on the map yet."));
  EXPECT_EQ(stage.focused(), "inventory.add");
  stage.press(Key::enter);
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::InventoryPerson{world.group, whom, {}}));
  open_somebody("Halima", {});
  stage.type("Mama");
  EXPECT_FALSE(drafts.empty());
  ASSERT_TRUE(stage.click("somebody.relationship.2"));
  ASSERT_TRUE(stage.click("somebody.closeness.0"));
  stage.press(Key::enter, true);
  ASSERT_EQ(written().inventory.size(), 1U);
  EXPECT_TRUE(drafts.empty());
  open_inventory("Halima");
  EXPECT_TRUE(shows("Mother or father · close"));
  ASSERT_TRUE(stage.click("inventory.map.1"));
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::InventoryPerson{world.group, whom, written().inventory.begin()->first}));
}

TEST_F(WorkScreens, PlusAndMinusMoveSomebodyAndDelTakesThemOff) {
  tell("Halima", "Mama", 1);
  open_inventory("Halima");
  ASSERT_TRUE(stage.click("inventory.map.1"));
  stage.type("+");
  EXPECT_EQ(inventory().rows.front().value.closeness, 0);
  stage.type("-");
  stage.type("-");
  EXPECT_EQ(inventory().rows.front().value.closeness, 2);
  undo(last_act());
  EXPECT_EQ(inventory().rows.front().value.closeness, 1);
  stage.press(Key::del);
  EXPECT_TRUE(inventory().rows.empty());
  undo(last_act());
  EXPECT_EQ(inventory().rows.size(), 1U);
}

TEST_F(WorkScreens, TwelvePeopleAreReachedByTheKeyboardInEveryLanguageAndSize) {
  const std::vector<std::string> called = {"Mama",        "Baba Juma",   "Zuhura", "Mama Juma",
                                           "Grandmother", "The teacher", "Amina",  "My neighbour",
                                           "Pastor John", "Juma",        "Fatuma", "My old friend"};
  for (std::size_t i = 0; i < called.size(); ++i) {
    tell("Meena", called[i], static_cast<int>(i % 3));
  }
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_inventory("Meena");
    check_everywhere(language + " inventory");
    open_inventory("Halima");
    check_everywhere(language + " empty inventory");
    open_somebody("Meena", written().inventory.begin()->first);
    check_everywhere(language + " somebody");
  }
  words = text::Catalogue::english();
  open_inventory("Meena");
  EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  for (int i = 1; i <= 12; ++i) {
    EXPECT_NE(stage.registry().find("inventory.map." + std::to_string(i)), nullptr);
  }
}

TEST_F(WorkScreens, ConsentIsAYesOrANoForEachPurpose) {
  open_consent("Halima");
  EXPECT_EQ(stage.focused(), "consent.how.0");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "a stray Enter agrees to nothing";
  ASSERT_TRUE(stage.click("consent.1.0"));
  ASSERT_TRUE(stage.click("consent.3.1"));
  const auto& people = laptop()->replica().people(world.group);
  EXPECT_EQ(model::consents_to(people, {whom, model::ConsentPurpose::take_part}), true);
  EXPECT_EQ(model::consents_to(people, {whom, model::ConsentPurpose::phone}), false);
  ASSERT_TRUE(stage.click("consent.3.0"));
  EXPECT_EQ(model::consents_to(people, {whom, model::ConsentPurpose::phone}), true);
  undo(last_act());
  EXPECT_EQ(model::consents_to(people, {whom, model::ConsentPurpose::phone}), false);
}

TEST_F(WorkScreens, WhatASessionUsedIsTicked) {
  open_techniques();
  stage.type(" ");
  ASSERT_TRUE(stage.click("techniques.4"));
  EXPECT_EQ(used().count, "2 used");
  ASSERT_TRUE(stage.click("techniques.4"));
  EXPECT_EQ(used().count, "1 used");
}

TEST_F(WorkScreens, ASupervisorReadsAndWritesNothing) {
  open_sheet("Halima", SheetKind::formulation);
  stage.type("A sentence");
  stage.press(Key::enter, true);
  supervising = true;
  open_work("Halima");
  EXPECT_TRUE(work().next_word.empty());
  open_sheet("Halima", SheetKind::formulation);
  EXPECT_EQ(stage.registry().find("sheet.save"), nullptr);
  EXPECT_TRUE(shows("Only those who run the group write here."));
  EXPECT_TRUE(shows("The sentence: A sentence"));
}

TEST_F(WorkScreens, PrivacyHidesWhatIsWritten) {
  open_sheet("Halima", SheetKind::formulation);
  stage.type("A secret");
  stage.press(Key::enter, true);
  open_work("Halima");
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("A secret"));
  open_sheet({world.group, whom, SheetKind::formulation, {}, {}});
  EXPECT_FALSE(shows("A secret"));
  EXPECT_FALSE(shows("Halima"));
}

TEST_F(WorkScreens, HaveRoomInEveryLanguageAndSizeAndAreReachedByTheKeyboard) {
  weeks();
  for (int kind = 1; kind <= model::sheet_kind_count; ++kind) {
    client::WriteSheet write{world.group, {}, false};
    write.value.member = member("Meena");
    write.value.kind = static_cast<SheetKind>(kind);
    if (write.value.kind == SheetKind::step || write.value.kind == SheetKind::step_review) continue;
    const bool rows = write.value.kind == SheetKind::loneliness_work;
    write.value.filled = {
        {0, 1, "Something that is rather long, and then some more of it", {1}, {}}};
    if (rows) write.value.filled = {{1, 1, "The neighbour", {}, {}}};
    if (write.value.kind == SheetKind::decision) write.value.filled.push_back({1, 2, "Go", {}, {}});
    if (write.value.kind == SheetKind::timeline) {
      write.value.filled.push_back({0, 3, "Moved", {}, {}});
    }
    if (write.value.kind != SheetKind::explained) write.value.filled.front().choices.clear();
    world.act(world.facilitator, write);
  }
  world.run();
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    for (const char* name : {"Amina", "Meena"}) {
      open_work(name);
      check_everywhere(language + " work with " + name, {"work."});
    }
    for (const SheetKind kind : {SheetKind::explained, SheetKind::timeline, SheetKind::event,
                                 SheetKind::conversation, SheetKind::decision, SheetKind::step,
                                 SheetKind::disagreement_work, SheetKind::loneliness_work}) {
      open_sheet("Meena", kind);
      check_everywhere(language + " sheet " + std::string(model::sheet_kind_name(kind)));
    }
    open_consent("Meena");
    check_everywhere(language + " consent");
    open_techniques();
    check_everywhere(language + " techniques");
  }
  words = text::Catalogue::english();
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    open_work("Meena");
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    open_sheet("Meena", SheetKind::conversation);
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    open_consent("Meena");
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace baraza::ui
