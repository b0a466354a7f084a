// SPDX-License-Identifier: Apache-2.0
#include "group_stage.h"
#include "shared/op/hash.h"

// A group and its members as pages.
namespace baraza::ui {
namespace {

using client::MarkCell;

TEST_F(GroupScreens, ShowsTheCourseWhoCameAndHowTheMoodGoes) {
  weeks();
  const client::GroupModel model = group();
  EXPECT_EQ(model.sessions.size(), 8U);
  EXPECT_EQ(model.left + " " + model.left_words, "4 sessions left, with today");
  EXPECT_EQ(model.session_word, "Session 5");
  ASSERT_EQ(model.members.size(), 9U);
  const auto row = [&](const std::string& name) {
    for (const auto& each : model.members) {
      if (each.name == name) return each;
    }
    return client::GroupMember();
  };
  EXPECT_EQ(row("Esther").cells[1].mark, MarkCell::told_us);
  EXPECT_EQ(row("Esther").cells[4].mark, MarkCell::today);
  EXPECT_EQ(row("Esther").cells[5].mark, MarkCell::to_come);
  EXPECT_EQ(row("Esther").last, "") << "nobody asked";
  EXPECT_EQ(row("Meena").last, "18");
  EXPECT_EQ(row("Meena").change, "5 higher");
  EXPECT_TRUE(row("Meena").worse);
  EXPECT_EQ(row("Halima").change, "5 lower");
  EXPECT_FALSE(row("Halima").scores[2].has_value()) << "a gap stays one";
}

TEST_F(GroupScreens, AMembersPageSaysWhatAChangeMeansByTheNamedRules) {
  weeks();
  open_member("Amina");
  EXPECT_EQ(page().change, "6 lower than at first");
  EXPECT_TRUE(shows("At least 6 lower than first: 15 to 9"));
  EXPECT_FALSE(shows("Half of the first score or less"));
  open_member("Meena");
  EXPECT_TRUE(shows("At least 5 higher than last time, or than the best: 13 to 18"));
  privacy = true;
  EXPECT_TRUE(page().change_rules.empty());
}

// Two versions of a questionnaire never stand in one line, nor in one difference.
TEST_F(GroupScreens, TheMoodLineBreaksWhereAnotherVersionBegins) {
  std::vector<content::PackSource> sources(content::shipped_packs().begin(),
                                           content::shipped_packs().end());
  std::string second;
  for (const content::PackSource& source : sources) {
    if (source.name.find("phq9") != std::string_view::npos) second = std::string(source.bytes);
  }
  const std::string version = "version: 1";
  ASSERT_NE(second.find(version), std::string::npos);
  second.replace(second.find(version), version.size(), "version: 2");
  sources.push_back({"phq9_2.textproto", second});
  const auto hash = [](ByteView bytes) { return Hasher("pack").add(bytes).finish(); };
  weeks();
  world.packs = content::PackLibrary::from(sources, hash).value();
  next_week();
  client::RecordCheckIn later = world.check_in(session, 0);
  later.member = member("Amina");
  later.instrument_version = 2;
  world.act(world.facilitator, later);
  world.run();
  open_member("Amina");
  EXPECT_EQ(page().sessions[5].version, "PHQ-9, version 2");
  EXPECT_EQ(page().sessions[5].score_words, "Session 6, today: 8, mild");
  EXPECT_EQ(page().change, "") << "one score of the new version is no change";
  EXPECT_TRUE(page().change_rules.empty());
  EXPECT_TRUE(shows("PHQ-9, version 2"));
  check_everywhere("member with two versions", {"member.mood_card.note"});
}

TEST_F(GroupScreens, PrivacyHidesNamesAndScores) {
  weeks();
  privacy = true;
  open_group();
  EXPECT_FALSE(shows("Meena"));
  EXPECT_FALSE(shows("5 higher"));
  open_member("Member 9");
  EXPECT_FALSE(shows("moderate"));
  EXPECT_TRUE(shows("Hidden while names are hidden."));
}

TEST_F(GroupScreens, TheSessionComesFirstAndTheGridLeadsToTheList) {
  weeks();
  open_group();
  EXPECT_EQ(stage.focused(), "top.session");
  stage.press(Key::enter);
  ASSERT_EQ(stage.asked<request::Go>().size(), 1U);
  EXPECT_EQ(std::get<place::Session>(stage.asked<request::Go>()[0].place).session.session,
            session.session);
  ASSERT_TRUE(stage.click("group.cells.4.0"));
  const auto gone = stage.asked<request::Go>();
  ASSERT_EQ(gone.size(), 2U);
  EXPECT_EQ(std::get<place::Attendance>(gone[1].place).session.date, world.first_day);
  ASSERT_TRUE(stage.click("group.member.4"));
  EXPECT_EQ(std::get<place::Member>(stage.asked<request::Go>().back().place).member,
            member("Amina"));
}

TEST_F(GroupScreens, SomebodyNewIsAddedByName) {
  open_group();
  stage.resize({1920, 1080});
  ASSERT_TRUE(stage.click("group.add"));
  stage.settle();
  EXPECT_EQ(stage.focused(), "add.name");
  stage.press(Key::enter);
  EXPECT_TRUE(stage.asked<request::Act>().empty()) << "without a name";
  ASSERT_TRUE(stage.click("add.name"));
  stage.type("Naliaka");
  stage.press(Key::enter);
  ASSERT_EQ(stage.asked<request::Act>().size(), 1U);
  EXPECT_EQ(group().members.size(), 10U);
  EXPECT_EQ(group().members.back().name, "Naliaka");
  EXPECT_FALSE(group_state.adding);
}

TEST_F(GroupScreens, AWorryStandsAtItsMember) {
  worry(world.worker, "Meena");
  open_group();
  EXPECT_TRUE(group().members.back().worried);
  open_member("Meena");
  EXPECT_TRUE(page().risk_unseen);
}

TEST_F(GroupScreens, WhoOnlyFollowsTheGroupWritesNothingInIt) {
  supervising = true;
  weeks();
  EXPECT_FALSE(group().may_write);
  open_group();
  stage.type("wn");
  EXPECT_TRUE(stage.asked<request::Act>().empty());
  EXPECT_EQ(stage.registry().find("group.add"), nullptr);
  EXPECT_FALSE(group_state.note.open);
  open_member("Halima");
  EXPECT_EQ(page().sessions[0].check_word, "");
}

TEST_F(GroupScreens, AMembersLineIsReadByTheArrowsAndChecksLeadToWhereTheyAreChanged) {
  weeks();
  open_member("Halima");
  EXPECT_EQ(page().change, "5 lower than at first");
  EXPECT_EQ(stage.focused(), "member.mood");
  stage.press(Key::right);
  EXPECT_EQ(stage.focused(), "member.mood") << "it reads the next score";
  EXPECT_EQ(page().sessions[2].check_word, "Mood check");
  EXPECT_EQ(page().sessions[3].check_word, "Change");
  ASSERT_TRUE(stage.click("member.check.2"));
  const auto gone = stage.asked<request::Go>();
  ASSERT_EQ(gone.size(), 1U);
  const auto to = std::get<place::MoodCheck>(gone[0].place);
  EXPECT_EQ(to.member, whom);
  EXPECT_EQ(to.session.date, world.first_day + 14);
}

TEST_F(GroupScreens, NothingMovesWhenOthersWrite) {
  weeks();
  open_group();
  const Rect before = stage.registry().find("group.member.6")->rect;
  worry(world.worker, "Member 1");
  world.act(world.worker, client::MarkAttendance{
                              world.group, {session, member("Amina")}, model::Mark::late, 5, {}});
  world.run();
  stage.settle();
  EXPECT_EQ(stage.registry().find("group.member.6")->rect.y, before.y);
}

TEST_F(GroupScreens, HaveRoomInEveryLanguageAndSize) {
  weeks();
  worry(world.facilitator, "Meena");
  dispute("Halima", model::Mark::present, model::Mark::absent_told);
  world.act(world.facilitator, client::WriteNote{world.group, session.session, member("Halima"),
                                                 "Called her sister on Sunday."});
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_group();
    check_everywhere(language + " group", {"group.course.phase.", "top.session"});
    group_state.adding = true;
    stage.settle();
    check_everywhere(language + " adding");
    open_member("Halima");
    check_everywhere(language + " member", {"member.mood_card.note"});
    open_member("Beatrice");
    check_everywhere(language + " member without scores", {"member.mood_card.note"});
  }
}

TEST_F(GroupScreens, TwoMoodChecksOfOneSessionAreSaidToBeTwo) {
  weeks();
  // The worker asked too, without knowing of it.
  client::RecordCheckIn again = world.check_in(session, 0);
  again.member = member("Halima");
  world.offline(world.worker);
  world.offline(world.facilitator);
  world.act(world.worker, again);
  client::RecordCheckIn other = again;
  other.answers[0].value = 2;
  other.member = member("Beatrice");
  world.act(world.facilitator, other);
  again.member = member("Beatrice");
  world.act(world.worker, again);
  world.online(world.worker);
  world.online(world.facilitator);
  world.run();
  open_member("Beatrice");
  EXPECT_TRUE(page().sessions[4].two_checks);
  EXPECT_EQ(page().sessions[4].check_word, "") << "settled in Needs you";
  check_everywhere("two mood checks", {"member.mood_card.note"});
}

TEST_F(GroupScreens, TwelveMembersAndSixteenSessionsHaveRoom) {
  weeks();
  for (const char* name : {"Nyambura Wanjiku Kamau-Ochieng", "Rehema", "Wambui"}) {
    client::AddMember intent;
    intent.group = world.group;
    intent.name = name;
    intent.from = world.first_day;
    world.act(world.facilitator, intent);
  }
  world.act(world.facilitator, client::CloseSession{world.group, session});
  for (int i = 1; i <= 8; ++i) {
    world.act(world.facilitator, client::OpenExtraSession{world.group, world.first_day + 28 + i});
    world.run();
    for (const auto& each : group().sessions) {
      if (each.extra && each.session && each.session->date == world.first_day + 28 + i) {
        world.act(world.facilitator, client::CloseSession{world.group, *each.session});
      }
    }
    world.run();
  }
  for (const std::string name : {"Meena", "Halima", "Nyambura Wanjiku Kamau-Ochieng"}) {
    worry(world.facilitator, name);
  }
  ASSERT_EQ(group().sessions.size(), 16U);
  ASSERT_EQ(group().members.size(), 12U);
  for (const std::string language : {"en", "fr", "sw", "pseudo"}) {
    words = language == "en" ? text::Catalogue::english() : client::words_in(language);
    open_group();
    check_everywhere(language + " overfull group",
                     {"group.course.phase.", "top.session", "group.member."});
    open_member("Meena");
    check_everywhere(language + " overfull member", {"member.mood_card.note"});
  }
  words = text::Catalogue::english();
  open_group();
  EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  open_watch();
  check_everywhere("overfull watch");
  EXPECT_EQ(watch().items[0].kind, client::WatchItem::Kind::unseen);
}

TEST_F(GroupScreens, AreReachedByTheKeyboard) {
  weeks();
  for (const Size& size : {Size{1024, 600}, Size{1280, 800}}) {
    open_group();
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
    open_member("Halima");
    stage.resize(size);
    EXPECT_EQ(stage.unreachable(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace baraza::ui
