// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/whisper_model.h"

#include "group_stage.h"

// The quiet word on the pages of a group and of a member.
namespace baraza::ui {
namespace {

class Whispers : public GroupScreens {
 protected:
  void choose(const std::string& name, model::FocalArea area) {
    world.act(world.facilitator, client::ChooseFocalArea{world.group,
                                                         {member(name), area, std::nullopt,
                                                          model::FocalReason::first_talks},
                                                         false});
    world.run();
  }
};

TEST_F(Whispers, OneSpeaksSaysWhyAndIsSilentOnceSomebodyKnows) {
  open_group();
  EXPECT_EQ(stage.registry().find("group.whisper.know"), nullptr) << "there is nothing to say";
  choose("Halima", model::FocalArea::grief);
  choose("Meena", model::FocalArea::grief);
  open_group();
  EXPECT_TRUE(shows("Ask who is there in this life."));
  EXPECT_FALSE(shows("The area shows itself"));
  ASSERT_TRUE(stage.click("group.whisper.why"));
  stage.settle();
  EXPECT_TRUE(shows("The area shows itself"));
  const auto first = client::whisper_model(context(), world.group);
  ASSERT_TRUE(stage.click("group.whisper.know"));
  const auto next = client::whisper_model(context(), world.group);
  EXPECT_TRUE(next.speaks);
  EXPECT_NE(next.value.member, first.value.member) << "one at a time: now the other";
  ASSERT_TRUE(stage.click("group.whisper.know"));
  EXPECT_FALSE(client::whisper_model(context(), world.group).speaks);
}

TEST_F(Whispers, OfAMemberStandsOnTheirPageAndReachesTheOtherLaptop) {
  choose("Halima", model::FocalArea::grief);
  open_member("Meena");
  EXPECT_EQ(stage.registry().find("member.whisper.know"), nullptr);
  open_member("Halima");
  ASSERT_TRUE(stage.click("member.whisper.know"));
  world.run();
  const auto& known = world.worker->replica().main(world.group).known_whispers;
  ASSERT_EQ(known.size(), 1U);
  EXPECT_EQ(known.begin()->second.value.rule, "inventory_missing");
  supervising = true;
  choose("Meena", model::FocalArea::grief);
  EXPECT_FALSE(client::whisper_model(context(), world.group).speaks)
      << "whispered to those who run the group";
}

TEST_F(Whispers, HaveRoomInEveryLanguageAndSize) {
  weeks();
  choose("Halima", model::FocalArea::grief);
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_group();
    check_everywhere(language + " group with a quiet word", {"group.course.phase.", "top.session"});
    open_member("Halima");
    check_everywhere(language + " member with a quiet word", {"member.mood_card.note"});
  }
}

}  // namespace
}  // namespace baraza::ui
