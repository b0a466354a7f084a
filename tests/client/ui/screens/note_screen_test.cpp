// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/note_screen.h"

#include "group_stage.h"

// A note is corrected; what it said stays readable.
namespace baraza::ui {
namespace {

class NoteScreen : public GroupScreens {
 protected:
  NoteId write(client::Laptop& by, const std::string& text) {
    world.act(by, client::WriteNote{world.group, {}, member("Meena"), text});
    world.run();
    for (const auto& each : client::member_notes(context(), world.group, member("Meena"))) {
      if (each.text == text) return each.note;
    }
    ADD_FAILURE() << text;
    return {};
  }
  client::NotePageModel note() { return client::note_page_model(context(), world.group, which); }
  void open(const NoteId& it) {
    which = it;
    const std::string key = client::note_page_draft_key(world.group, which);
    state = begin_note(note(), drafts.contains(key) ? drafts[key] : Bytes{});
    show([this](Layout) { return note_top_bar(note()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_note(ui, frame, note(), state, requests);
         });
  }
  void amend(client::Laptop& by, const std::string& text) {
    world.act(by, client::AmendNote{world.group, which, text});
  }
  void retype(const std::string& text) {
    stage.say(Chord{U'a'});
    stage.type(text);
  }
  NoteId which;
  NotePageState state;
};

TEST_F(NoteScreen, IsReachedFromTheMemberAndShowsWhoWroteIt) {
  const NoteId written = write(world.facilitator, "She slept better");
  open_member("Meena");
  ASSERT_TRUE(stage.click("member.notes." + to_hex(written) + ".open"));
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(stage.asked<request::Go>()[0].place, Place(place::Note({world.group, written})));
  open(written);
  EXPECT_TRUE(shows("Note about Meena"));
  EXPECT_TRUE(shows("facilitator, 10:04"));
  EXPECT_EQ(stage.focused(), "note_page.text");
}

TEST_F(NoteScreen, ACorrectionTakesItsPlaceAndBothTextsStayReadable) {
  open(write(world.facilitator, "She slept better"));
  stage.press(Key::enter, true);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "nothing was changed";
  ASSERT_TRUE(stage.click("note_page.text"));
  retype("She slept worse");
  EXPECT_EQ(drafts[note().draft_key], "She slept worse");
  stage.press(Key::enter, true);
  stage.settle();
  EXPECT_TRUE(drafts.empty());
  EXPECT_EQ(note().now, "She slept worse");
  EXPECT_EQ(text_of("note_page.before.0"), "She slept worse");
  EXPECT_EQ(text_of("note_page.before.1"), "She slept better");
  const auto rows = client::member_notes(context(), world.group, member("Meena"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].text, "She slept worse");
  EXPECT_EQ(rows[0].changed, "Corrected by facilitator, 10:04");
  undo(last_act());
  EXPECT_EQ(note().now, "She slept better");
}

TEST_F(NoteScreen, StruckOutItSaysSoAndCanBeBroughtBack) {
  open(write(world.worker, "Of somebody else"));
  ASSERT_TRUE(stage.click("note_page.strike"));
  stage.settle();
  EXPECT_EQ(note().now, "");
  EXPECT_EQ(text_of("note_page.before.0"), "Struck out");
  EXPECT_EQ(text_of("note_page.before.1"), "Of somebody else");
  const auto rows = client::member_notes(context(), world.group, member("Meena"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].text, "");
  EXPECT_EQ(rows[0].changed, "Struck out by facilitator, 10:04");
  undo(last_act());
  EXPECT_EQ(note().now, "Of somebody else");
}

TEST_F(NoteScreen, FollowsOthersUntilSomebodyTypesAndThenSaysThatItChanged) {
  open(write(world.facilitator, "One"));
  amend(world.worker, "Two");
  world.run();
  stage.settle();
  EXPECT_EQ(state.text, "Two");
  retype("Mine");
  amend(world.worker, "Three");
  world.run();
  stage.settle();
  EXPECT_EQ(state.text, "Mine") << "what is typed stays";
  EXPECT_TRUE(shows("Somebody else changed this note while you were writing."));
  // A crash, and the screen is opened again.
  open(which);
  EXPECT_EQ(state.text, "Mine");
}

TEST_F(NoteScreen, TwoCorrectionsMadeApartStandUntilOneIsSaved) {
  open(write(world.facilitator, "One"));
  world.offline(world.worker);
  amend(world.worker, "The worker's");
  amend(world.facilitator, "The facilitator's");
  world.run();
  world.online(world.worker);
  world.run();
  stage.settle();
  EXPECT_TRUE(shows("Two people changed this note without knowing of each other."));
  const auto rows = client::member_notes(context(), world.group, member("Meena"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].changed, "Two texts stand: look");
  retype("Both");
  stage.press(Key::enter, true);
  stage.settle();
  EXPECT_FALSE(shows("Two people changed this note"));
  EXPECT_EQ(note().now, "Both");
}

TEST_F(NoteScreen, HidesItWhileNamesAreHiddenAndHasRoomEverywhere) {
  std::string lines;
  for (int i = 0; i < 30; ++i) lines += "She went to the market with her neighbour. ";
  open(write(world.facilitator, lines));
  amend(world.facilitator, lines + lines);
  world.run();
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    check_everywhere(language + " note");
  }
  words = text::Catalogue::english();
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("market"));
  EXPECT_FALSE(shows("Meena"));
}

TEST_F(NoteScreen, ASupervisorReadsItWithoutAFieldToTypeIn) {
  open(write(world.facilitator, "She slept better"));
  supervising = true;
  stage.settle();
  EXPECT_EQ(stage.registry().find("note_page.text"), nullptr);
  EXPECT_TRUE(shows("Only those who run the group correct its notes."));
}

}  // namespace
}  // namespace baraza::ui
