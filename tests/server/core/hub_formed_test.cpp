// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/server/core/hub_world.h"

// The server's answer to groups that were formed on a laptop.
namespace baraza::server {
namespace {

class HubFormed : public HubWorld {
 protected:
  HubFormed() : rose(laptop_of("rose")) {
    site = hub_->directory().group(*find_group(hub_->directory(), "Tuesday"))->site;
    intake = stream_id(StreamKind::intake, site);
    formed = {random_.id<GroupId>(), "River", {"who8", 1, random_.id<Hash>()}, {20'100}, 7};
  }
  void push_forming() {
    say(rose.connection, push_of(rose, intake, {model::make_group_formed(formed)}));
  }
  std::vector<std::string> with_role(model::Role role, bool ended = false) {
    std::vector<std::string> out;
    for (const auto& grant : hub_->directory().grants()) {
      const bool here = grant.grant.group == formed.group && grant.grant.role == role;
      if (here && grant.ended == ended) {
        out.push_back(hub_->directory().account(grant.grant.account)->account.handle);
      }
    }
    return out;
  }

  Laptop rose;
  SiteId site;
  StreamId intake;
  model::FormedGroup formed;
};

TEST_F(HubFormed, is_opened_with_its_facilitator_and_who_supervises_her) {
  push_forming();
  ASSERT_NE(hub_->directory().group(formed.group), nullptr);
  EXPECT_EQ(with_role(model::Role::facilitator), std::vector<std::string>{"rose"});
  EXPECT_EQ(with_role(model::Role::supervisor), std::vector<std::string>{"josephine"});
  const StreamId main = stream_id(StreamKind::main, formed.group);
  say(rose.connection, push_of(rose, main, {mark()}));
  EXPECT_EQ(entries(main).size(), 1U);
  restart();
  EXPECT_NE(hub_->directory().group(formed.group), nullptr);
  EXPECT_EQ(entries(main).size(), 1U);
}

TEST_F(HubFormed, is_opened_once_however_often_it_is_said) {
  push_forming();
  const auto before = hub_->directory().grants().size();
  push_forming();
  EXPECT_EQ(hub_->directory().grants().size(), before);
}

TEST_F(HubFormed, ops_that_come_before_it_wait_for_all_of_them) {
  const StreamId main = stream_id(StreamKind::main, formed.group);
  const auto early = push_of(rose, main, {mark()});
  const auto later = push_of(rose, main, {mark()});
  for (const auto& push : {early, later}) {
    say(rose.connection, push);
    const auto gap = find<sync::Gap>(heard(rose.connection));
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->code, Code::unknown_stream);
    EXPECT_EQ(gap->expect, 1U) << "nothing of the stream is here";
  }
  push_forming();
  say(rose.connection, early);
  say(rose.connection, later);
  EXPECT_EQ(entries(main).size(), 2U);
}

TEST_F(HubFormed, by_somebody_who_lost_the_right_is_open_for_alarms_alone) {
  act([&](Hub& hub) -> Result<void> {
    return void_of(end_grants(hub, asking(), "rose", "", "moved"));
  });
  push_forming();
  EXPECT_EQ(with_role(model::Role::facilitator, true), std::vector<std::string>{"rose"});
  EXPECT_FALSE(with_role(model::Role::supervisor).empty());
  const StreamId main = stream_id(StreamKind::main, formed.group);
  const StreamId alarms = stream_id(StreamKind::alarm, formed.group);
  say(rose.connection, push_of(rose, main, {mark()}));
  say(rose.connection, push_of(rose, alarms, {alarm()}));
  ASSERT_EQ(entries(main).size(), 1U);
  EXPECT_EQ(entries(main).front().verdict, Verdict::held);
  ASSERT_EQ(entries(alarms).size(), 1U);
  EXPECT_EQ(entries(alarms).front().verdict, Verdict::accepted);
}

TEST_F(HubFormed, alarms_of_the_list_are_read_by_everybody_who_supervises_at_the_site) {
  const StreamId alarms = stream_id(StreamKind::alarm, site);
  say(rose.connection, push_of(rose, alarms, {alarm()}));
  ASSERT_EQ(entries(alarms).size(), 1U);
  Laptop josephine = laptop_of("josephine");
  reconnect(josephine);
  const auto welcome = find<sync::Welcome>(heard(josephine.connection));
  ASSERT_TRUE(welcome);
  EXPECT_TRUE(std::any_of(welcome->streams.begin(), welcome->streams.end(), [&](const auto& offer) {
    return offer.stream == alarms && offer.reads && offer.writes;
  }));
}

}  // namespace
}  // namespace baraza::server
