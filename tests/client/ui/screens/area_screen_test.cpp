// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/area_screen.h"

#include "client/core/views/area_view.h"
#include "group_stage.h"

// What a member works on: chosen, changed, settled.
namespace baraza::ui {
namespace {

using model::FocalArea;
using model::FocalReason;

class AreaScreen : public GroupScreens {
 protected:
  void open_area(const std::string& name) {
    whom = member(name);
    state = {};
    show([this](Layout) { return area_top_bar(area()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_area(ui, frame, area(), state, requests);
         });
  }
  client::AreaModel area() { return client::area_model(context(), world.group, whom); }
  client::ChooseFocalArea choice(const std::string& name, FocalArea primary,
                                 std::optional<FocalArea> secondary = {},
                                 FocalReason reason = FocalReason::first_talks) {
    return {world.group, {member(name), primary, secondary, reason}, false};
  }
  void choose(client::Laptop& by, const client::ChooseFocalArea& what) {
    world.act(by, what);
    world.run();
  }
  void dispute_area(const std::string& name) {
    world.offline(world.facilitator);
    world.offline(world.worker);
    world.act(world.facilitator, choice(name, FocalArea::grief));
    world.act(world.worker, choice(name, FocalArea::loneliness, FocalArea::grief));
    world.online(world.facilitator);
    world.online(world.worker);
    world.run();
  }
  const model::FocalChoice* holds() {
    held = client::area_view(laptop()->replica(), world.group, whom);
    return held.holds();
  }
  client::AreaView held;
  AreaState state;
};

TEST_F(AreaScreen, IsReachedFromTheMemberAndChoosesByTheKeyboardAlone) {
  open_member("Halima");
  EXPECT_TRUE(shows("Not chosen yet"));
  ASSERT_TRUE(stage.click("member.area"));
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::FocalArea{world.group, member("Halima")}));
  open_area("Halima");
  EXPECT_TRUE(shows("What Halima works on"));
  EXPECT_EQ(stage.focused(), "area.save");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "a stray Enter decides nothing";
  stage.type("3");
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  stage.press(Key::enter, true);
  ASSERT_NE(holds(), nullptr);
  EXPECT_EQ(holds()->primary, FocalArea::life_changes);
  EXPECT_EQ(holds()->reason, FocalReason::first_talks);
  EXPECT_TRUE(last_act().undo.empty()) << "there was nothing before it";
  open_member("Halima");
  EXPECT_EQ(text_of("member.area_words"), "Life changes");
}

TEST_F(AreaScreen, AChangeNeedsItsReasonAndStaysInTheHistory) {
  choose(world.worker, choice("Halima", FocalArea::grief));
  open_area("Halima");
  ASSERT_TRUE(stage.click("area.primary.3"));
  stage.press(Key::enter, true);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "why isn't said yet";
  ASSERT_TRUE(stage.click("area.secondary.1"));
  ASSERT_TRUE(stage.click("area.reason.3"));
  ASSERT_TRUE(stage.click("area.save"));
  ASSERT_NE(holds(), nullptr);
  EXPECT_EQ(holds()->primary, FocalArea::life_changes);
  EXPECT_EQ(holds()->secondary, FocalArea::grief);
  stage.settle();
  EXPECT_EQ(text_of("area.history.0"), "Life changes, beside it: Grief");
  EXPECT_EQ(text_of("area.history.0.why"), "Something has happened");
  EXPECT_EQ(text_of("area.history.1"), "Grief");
  EXPECT_EQ(text_of("area.history.1.by"), "worker, 10:04");
  undo(last_act());
  EXPECT_EQ(holds()->primary, FocalArea::grief);
  EXPECT_EQ(area().history.size(), 3U) << "taking it back is written too";
}

TEST_F(AreaScreen, AnAreaNeverStandsBesideItself) {
  choose(world.worker, choice("Halima", FocalArea::grief, FocalArea::loneliness));
  open_area("Halima");
  ASSERT_TRUE(stage.click("area.secondary.1"));
  EXPECT_FALSE(state.secondary_pressed);
  stage.type("4");
  ASSERT_TRUE(stage.click("area.reason.4"));
  ASSERT_TRUE(stage.click("area.save"));
  ASSERT_NE(holds(), nullptr);
  EXPECT_EQ(holds()->primary, FocalArea::loneliness);
  EXPECT_EQ(holds()->secondary, std::nullopt);
}

TEST_F(AreaScreen, DifferentChoicesAreShownAndSettled) {
  dispute_area("Halima");
  const auto list = client::needs_list(context());
  const auto item = std::find_if(list.begin(), list.end(), [](const auto& each) {
    return each.kind == client::NeedItem::Kind::area;
  });
  ASSERT_NE(item, list.end());
  EXPECT_EQ(item->title, "What does Halima work on?");
  open_needs(item->id);
  ASSERT_TRUE(stage.click("needs.go"));
  EXPECT_EQ(stage.asked<request::Go>().back().place,
            Place(place::FocalArea{world.group, member("Halima")}));
  open_group();
  EXPECT_EQ(text_of("group.area." +
                    std::to_string(
                        client::member_words(context(), world.group).at(member("Halima")).seat)),
            "Two answers stand");
  open_area("Halima");
  EXPECT_EQ(area().standing.size(), 2U);
  EXPECT_TRUE(shows("It was chosen differently on two laptops."));
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "a stray Enter settles nothing";
  stage.type("1");
  stage.press(Key::enter, true);
  ASSERT_NE(holds(), nullptr);
  EXPECT_EQ(holds()->primary, FocalArea::grief);
  EXPECT_EQ(holds()->reason, FocalReason::talked_it_over);
  for (const auto& each : client::needs_list(context())) {
    EXPECT_NE(each.kind, client::NeedItem::Kind::area);
  }
}

TEST_F(AreaScreen, ASupervisorReadsItAndChoosesNothing) {
  choose(world.worker, choice("Halima", FocalArea::grief));
  supervising = true;
  open_area("Halima");
  EXPECT_EQ(stage.registry().find("area.save"), nullptr);
  EXPECT_TRUE(shows("Those who run the group choose it."));
  EXPECT_EQ(text_of("area.history.0"), "Grief");
}

TEST_F(AreaScreen, PrivacyNamesTheSeat) {
  choose(world.worker, choice("Halima", FocalArea::grief));
  open_area("Halima");
  privacy = true;
  stage.settle();
  EXPECT_FALSE(shows("Halima"));
}

TEST_F(AreaScreen, HaveRoomInEveryLanguageAndSizeAndAreReachedByTheKeyboard) {
  weeks();
  choose(world.worker, choice("Meena", FocalArea::grief));
  choose(world.worker, choice("Meena", FocalArea::disagreements, FocalArea::loneliness,
                              FocalReason::supervisor_advised));
  dispute_area("Halima");
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    for (const char* name : {"Amina", "Meena", "Halima"}) {
      open_area(name);
      check_everywhere(language + " area of " + name);
      open_member(name);
      check_everywhere(language + " page of " + name, {"member.mood_card.note"});
    }
    open_group();
    check_everywhere(language + " group", {"group.course.phase.", "top.session"});
  }
  words = text::Catalogue::english();
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    open_area("Halima");
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace baraza::ui
