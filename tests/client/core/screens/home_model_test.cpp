// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/home_model.h"

#include <gtest/gtest.h>

#include "client/core/screens/needs_model.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/shell_model.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

class UtcTime final : public LocalTime {
 public:
  // A site's own zone is `ahead` of the laptop's.
  LocalMoment at(Instant instant, std::string_view zone) const override {
    constexpr std::int64_t day = 86'400'000;
    if (zone == "Africa/Kampala") instant.ms += ahead.ms;
    return {{static_cast<std::int32_t>(instant.ms / day)},
            static_cast<int>(instant.ms % day / 60'000)};
  }
  Duration ahead;
};

// Home, the list of groups and what stands around them, on the day of the group's first session.
class HomeModels : public testing::Test {
 protected:
  HomeModels() { world.now.wall = at_day(0, 9); }

  static Instant at_day(int day, int hour) {
    return Instant{std::int64_t{20'000 + day} * 86'400'000 + hours(hour).ms};
  }
  ScreenContext context(Laptop& laptop) {
    Client& client = *laptop.client;
    return {client.replica(), world.packs,    words,  local,         world.now, laptop.account,
            privacy,          client.badge(), online, offline_since, sent_at,   nullptr};
  }
  HomeModel home() { return home_model(context(world.facilitator)); }
  ShellModel shell(Laptop& laptop) { return shell_model(context(laptop), world.group); }
  ShellModel shell() { return shell(world.facilitator); }
  std::string name_of(const MemberId& member) {
    return member_called(context(world.facilitator), world.group, member);
  }
  void worry(int member) {
    world.act(world.facilitator, RaiseWorry{world.group,
                                            world.members[static_cast<std::size_t>(member)],
                                            model::AlarmUrgency::today,
                                            {}});
    world.run();
  }

  World world;
  text::Catalogue words = text::Catalogue::english();
  UtcTime local;
  bool privacy = false;
  bool online = false;
  std::optional<Instant> offline_since;
  std::optional<Instant> sent_at;
};

// A laptop whose zone was never set: its badge said 08:15 where the marks said 11:15.
TEST_F(HomeModels, TheBadgeTellsTheHourByTheClockOfTheSite) {
  local.ahead = hours(3);
  offline_since = at_day(0, 8);
  EXPECT_EQ(sync_model(context(world.facilitator)).second, "No network since 11:00");
  EXPECT_EQ(home().greeting, "Good afternoon, facilitator");
}

TEST_F(HomeModels, TheDayOfASessionOffersToOpenIt) {
  const HomeModel model = home();
  EXPECT_EQ(model.greeting, "Good morning, facilitator");
  EXPECT_EQ(model.date, "Friday 4 October");
  ASSERT_TRUE(model.next);
  EXPECT_EQ(model.next->when, "Today");
  EXPECT_EQ(model.next->title, "Group, session 1");
  EXPECT_EQ(model.next->second, "Beginning · with worker");
  EXPECT_EQ(model.next->dots_words, "1 of 8");
  EXPECT_EQ(model.next->left, "8");
  EXPECT_EQ(model.next->left_words, "sessions left");
  ASSERT_EQ(model.next->seats.size(), 3U);
  EXPECT_EQ(model.next->seats[0].seat, 1U);
  EXPECT_TRUE(model.next->open_not.empty());
  ASSERT_EQ(model.next->opens.size(), 1U);
  EXPECT_TRUE(model.empty.empty());
  // What it writes is the session that it names.
  world.act(world.facilitator, model.next->opens[0]);
  world.run();
  const HomeModel opened = home();
  EXPECT_EQ(opened.next->when, "Open now");
  EXPECT_EQ(opened.next->session.session, model.next->session.session);
  EXPECT_EQ(opened.next->open_words, "Go on with the session");
  EXPECT_TRUE(opened.next->opens.empty());
}

TEST_F(HomeModels, AnotherDayIsNamed) {
  world.now.wall = at_day(-3, 13);
  EXPECT_EQ(home().greeting, "Good afternoon, facilitator");
  EXPECT_EQ(home().next->when, "Friday 4 October, in 3 days");
  world.now.wall = at_day(2, 19);
  EXPECT_EQ(home().greeting, "Good evening, facilitator");
  EXPECT_EQ(home().next->when, "Was planned for Friday 4 October");
}

TEST_F(HomeModels, ASecondSessionOnOneDayIsNotOpenedFromHome) {
  const model::SessionKey session = world.open_session();
  world.act(world.facilitator, CloseSession{world.group, session});
  world.run();
  EXPECT_EQ(home().next->title, "Group, session 2");
  EXPECT_FALSE(home().next->open_not.empty());
}

TEST_F(HomeModels, BeforeYouBeginSaysOnlyWhatTheLastSessionHolds) {
  ASSERT_EQ(home().before.size(), 1U) << "before the first session nobody was away";
  EXPECT_EQ(home().before[0].words, "7 sessions remain after this one. Say so at the close.");
  const model::SessionKey session = world.open_session();
  world.act(world.facilitator, world.mark(session, model::Mark::absent_unknown, 0));
  world.act(world.facilitator, world.mark(session, model::Mark::present, 1));
  world.act(world.facilitator, CloseSession{world.group, session});
  world.run();
  world.now.wall = at_day(7, 9);
  const auto lines = home().before;
  ASSERT_EQ(lines.size(), 3U) << "who wasn't marked isn't spoken of";
  EXPECT_EQ(lines[0].words,
            name_of(world.members[0]) + " was not here last time. Ask how things are.");
  EXPECT_EQ(lines[1].words, name_of(world.members[1]) + " has no mood score from last time.");
  EXPECT_EQ(lines[2].words, "6 sessions remain after this one. Say so at the close.");
  privacy = true;
  EXPECT_EQ(home().before[0].words.substr(0, 7), "Member ");
  EXPECT_EQ(home().next->seats[0].letters, "1");
}

TEST_F(HomeModels, TheLastSessionLeavesRoomForTheEndingAndThenNoneIsLeft) {
  for (std::uint32_t week = 0; week < 8; ++week) {
    const CivilDate day{20'000 + 7 * static_cast<std::int32_t>(week)};
    world.now.wall = at_day(7 * static_cast<int>(week), 10);
    if (week == 7) {
      EXPECT_EQ(home().next->left, "1");
      EXPECT_EQ(home().next->left_words, "session left");
      EXPECT_EQ(home().before.back().words, "This is the last session. Leave room for the ending.");
    }
    world.act(world.facilitator, OpenTodaySession{world.group, day});
    world.run();
    world.act(world.facilitator,
              CloseSession{world.group, {planned_session_id(world.group, week + 1, 0), day}});
    world.run();
  }
  const HomeModel model = home();
  EXPECT_FALSE(model.next);
  EXPECT_EQ(model.no_next, "No session is planned now.");
  EXPECT_TRUE(model.before.empty());
  ASSERT_EQ(model.groups.size(), 1U);
  EXPECT_EQ(model.groups[0].tag, GroupCard::Tag::over);
  EXPECT_EQ(model.groups[0].third, "All 8 sessions held");
  EXPECT_FALSE(shell().session);
  EXPECT_FALSE(shell().no_session.empty());
}

TEST_F(HomeModels, WhereTheWorkIsSaysWhatTheServerHas) {
  world.offline(world.facilitator);
  offline_since = at_day(0, 8);
  world.open_session();
  HomeModel model = home();
  EXPECT_EQ(model.work_note, "No network since 08:00. You can go on as usual.");
  ASSERT_EQ(model.work.size(), 4U);
  EXPECT_EQ(model.work[0].second.substr(0, 2), "1 ");
  EXPECT_TRUE(model.work[0].look_here);
  EXPECT_EQ(model.work[1].second, "waits for a network");
  EXPECT_EQ(model.work[2].second, "not yet");
  EXPECT_EQ(model.work[3].second, "nothing");
  for (const WorkRow& row : model.work) {
    EXPECT_NE(row.state, SyncModel::State::in_backup) << "there are none";
  }
  world.online(world.facilitator);
  online = true;
  offline_since.reset();
  sent_at = at_day(0, 9);
  model = home();
  EXPECT_EQ(model.work_note, "The server is reached.");
  EXPECT_EQ(model.work[0].second, "nothing waits");
  EXPECT_EQ(model.work[1].second, "nothing to send");
  EXPECT_EQ(model.work[2].second, "all, sent at 09:00");
}

TEST_F(HomeModels, WhoHasNoGroupIsToldWhoAddsThem) {
  const Replica nothing({}, {});
  const ScreenContext bare{nothing, world.packs, words,  local,         world.now, {},
                           privacy, {},          online, offline_since, sent_at,   nullptr};
  const HomeModel model = home_model(bare);
  EXPECT_EQ(model.empty, "No groups here yet.");
  EXPECT_EQ(model.empty_note, "Your supervisor adds them.");
  EXPECT_FALSE(model.next);
  EXPECT_TRUE(model.groups.empty());
  EXPECT_EQ(model.work.size(), 4U) << "where the work is stays known";
  EXPECT_EQ(groups_model(bare).empty, "No groups here yet.");
  EXPECT_EQ(groups_model(bare).note, "0 groups");
}

TEST_F(HomeModels, AGroupIsACardThatSaysWhenItMeetsNext) {
  GroupsModel model = groups_model(context(world.facilitator));
  EXPECT_EQ(model.note, "1 group");
  ASSERT_EQ(model.groups.size(), 1U);
  EXPECT_EQ(model.groups[0].second, "Friday, 3 members");
  EXPECT_EQ(model.groups[0].third, "Beginning");
  EXPECT_EQ(model.groups[0].tag_words, "Today");
  EXPECT_EQ(model.groups[0].dots.size(), 8U);
  EXPECT_TRUE(model.groups[0].risk.empty());
  worry(0);
  world.now.wall = at_day(-1, 9);
  model = groups_model(context(world.facilitator));
  EXPECT_EQ(model.groups[0].tag_words.substr(0, 7), "Starts ");
  EXPECT_EQ(model.groups[0].risk, "A worry is open");
  EXPECT_TRUE(model.groups[0].risk_unseen);
}

TEST_F(HomeModels, PlacesAreThoseOfTheRole) {
  const auto places_of = [&](Laptop& laptop) {
    std::vector<RailPlace> out;
    for (const RailItem& item : shell(laptop).places) out.push_back(item.place);
    return out;
  };
  const std::vector<RailPlace> running{RailPlace::home, RailPlace::groups, RailPlace::session,
                                       RailPlace::needs, RailPlace::supervisor};
  const std::vector<RailPlace> watching{RailPlace::watch, RailPlace::groups, RailPlace::needs};
  EXPECT_EQ(places_of(world.facilitator), running);
  EXPECT_EQ(places_of(world.worker), running);
  EXPECT_EQ(places_of(world.supervisor), watching);
  EXPECT_TRUE(starts_on_watch(world.supervisor->replica(), world.supervisor.account));
  EXPECT_FALSE(starts_on_watch(world.facilitator->replica(), world.facilitator.account));
}

TEST_F(HomeModels, AWorryStaysOnTheBannerUntilASupervisorHasSeenIt) {
  EXPECT_TRUE(shell().banner.empty());
  worry(0);
  EXPECT_EQ(shell().banner, "Your supervisor has not seen this yet.");
  EXPECT_EQ(shell().banner_who, name_of(world.members[0]));
  EXPECT_EQ(shell().banner_member, world.members[0]);
  EXPECT_EQ(shell(world.supervisor).banner, "Nobody has said that they have seen this.");
  EXPECT_TRUE(shell_model(context(world.facilitator), std::nullopt).banner.empty())
      << "only where its group is open";
  privacy = true;
  EXPECT_EQ(shell().banner_who.substr(0, 7), "Member ");
}

TEST_F(HomeModels, LeavingIsAskedAboutWhileAWorryHasReachedNoOne) {
  EXPECT_TRUE(shell().leaving.empty());
  world.offline(world.facilitator);
  worry(0);
  EXPECT_EQ(shell().leaving,
            "A worry has not reached anyone yet. Call supervisor before you close.");
  world.online(world.facilitator);
  world.run();
  EXPECT_TRUE(shell().leaving.empty()) << "it is on the server";
}

TEST_F(HomeModels, TheShellSpeaksOfWhoIsHere) {
  const ShellModel model = shell();
  EXPECT_EQ(model.person, "facilitator");
  EXPECT_EQ(model.initials, "fa");
  EXPECT_EQ(model.privacy_word, "Privacy");
  EXPECT_FALSE(model.help.empty());
  ASSERT_TRUE(model.session);
  EXPECT_EQ(model.session->group, world.group);
  privacy = true;
  EXPECT_EQ(shell().privacy_word, "Show names");
}

// A course that ended in spring still asked in November to call who had missed its last session.
TEST_F(HomeModels, WhoMissedTheLastSessionOfACourseIsCalledForAWeekOnly) {
  const auto calls = [&] {
    int out = 0;
    for (const NeedItem& item : needs_list(context(world.facilitator))) {
      if (item.kind == NeedItem::Kind::call) ++out;
    }
    return out;
  };
  for (int week = 0; week < 8; ++week) {
    world.now.wall = at_day(7 * week, 10);
    const CivilDate day = world.first_day + 7 * week;
    world.act(world.facilitator, OpenTodaySession{world.group, day});
    const model::SessionKey key{
        planned_session_id(world.group, static_cast<std::uint32_t>(week) + 1, 0), day};
    world.act(
        world.facilitator,
        MarkAttendance{world.group, {key, world.members[0]}, model::Mark::absent_unknown, 0, {}});
    world.act(world.facilitator, CloseSession{world.group, key});
    world.run();
  }
  EXPECT_EQ(calls(), 1);
  world.now.wall = at_day(7 * 8, 10);
  EXPECT_EQ(calls(), 1);
  world.now.wall = at_day(7 * 8 + 1, 10);
  EXPECT_EQ(calls(), 0);
}

}  // namespace
}  // namespace baraza::client
