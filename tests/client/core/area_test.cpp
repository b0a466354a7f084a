// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/area_view.h"
#include "client/core/views/tray_view.h"
#include "shared/op/derive.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::FocalArea;
using model::FocalReason;

class Area : public testing::Test {
 protected:
  ChooseFocalArea choose(FocalArea primary, std::optional<FocalArea> secondary = {},
                         FocalReason reason = FocalReason::first_talks) {
    return {world.group, {world.members[0], primary, secondary, reason}, false};
  }
  ChooseFocalArea settle(FocalArea primary) {
    ChooseFocalArea out = choose(primary, {}, FocalReason::talked_it_over);
    out.settles = true;
    return out;
  }
  AreaView seen(Laptop& laptop) {
    return area_view(laptop->replica(), world.group, world.members[0]);
  }

  World world;
  Laptop& one = world.facilitator;
  Laptop& two = world.worker;
};

TEST_F(Area, AChoiceReachesEverybodyAndAChangeLeavesItInTheHistory) {
  EXPECT_EQ(seen(one).holds(), nullptr);
  world.act(one, choose(FocalArea::grief));
  world.run();
  EXPECT_EQ(seen(one).standing.at(0).where, Where::on_the_server);
  EXPECT_EQ(world.refusal(two, choose(FocalArea::grief, {}, FocalReason::member_asked)),
            Code::already_exists);
  world.act(two, choose(FocalArea::life_changes, FocalArea::grief, FocalReason::understood_better));
  world.run();
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    const AreaView view = seen(*laptop);
    ASSERT_NE(view.holds(), nullptr);
    EXPECT_EQ(view.holds()->primary, FocalArea::life_changes);
    EXPECT_EQ(view.holds()->secondary, FocalArea::grief);
    ASSERT_EQ(view.history.size(), 2U);
    EXPECT_EQ(view.history[0].op.id.writer, two.writer);
    EXPECT_EQ(view.history[1].op.id.writer, one.writer);
    EXPECT_EQ(view.history[1].choice.reason, FocalReason::first_talks);
  }
}

TEST_F(Area, DifferentChoicesStandSideBySideUntilSomebodySaysWhichHolds) {
  world.offline(one);
  world.offline(two);
  world.act(one, choose(FocalArea::grief));
  world.act(two, choose(FocalArea::loneliness));
  world.online(one);
  world.online(two);
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    EXPECT_TRUE(seen(*laptop).disputed());
    EXPECT_EQ(seen(*laptop).holds(), nullptr);
  }
  EXPECT_EQ(world.refusal(one, choose(FocalArea::grief)), Code::invalid_argument);
  world.act(one, settle(FocalArea::loneliness));
  world.run();
  for (Laptop* laptop : {&one, &two, &world.supervisor}) {
    ASSERT_NE(seen(*laptop).holds(), nullptr);
    EXPECT_EQ(seen(*laptop).holds()->primary, FocalArea::loneliness);
    EXPECT_EQ(seen(*laptop).history.size(), 3U);
  }
  EXPECT_EQ(world.refusal(one, settle(FocalArea::grief)), Code::not_found);
}

TEST_F(Area, TheSameChoiceOnTwoLaptopsIsNoDispute) {
  world.offline(one);
  world.act(one, choose(FocalArea::grief, {}, FocalReason::member_asked));
  world.act(two, choose(FocalArea::grief));
  world.online(one);
  ASSERT_NE(seen(one).holds(), nullptr);
  EXPECT_EQ(seen(one).history.size(), 2U);
}

TEST_F(Area, ItIsForThoseWhoRunTheGroupAndOfItsMembers) {
  EXPECT_EQ(world.refusal(world.supervisor, choose(FocalArea::grief)), Code::not_allowed);
  ChooseFocalArea unknown = choose(FocalArea::grief);
  unknown.choice.member = id_cast<MemberId>(world.group);
  EXPECT_EQ(world.refusal(one, unknown), Code::not_found);
  EXPECT_EQ(world.refusal(one, choose(FocalArea::grief, FocalArea::grief)), Code::invalid_argument);
}

TEST_F(Area, ARefusedChoiceIsWrittenAgainInPlaceOfWhatStandsThen) {
  world.server.ruling = [](const OpHead&) {
    return ServerDouble::Ruling{Verdict::refused, Code::not_allowed};
  };
  world.act(one, choose(FocalArea::grief));
  world.run();
  EXPECT_EQ(seen(one).holds(), nullptr);
  world.server.ruling = [](const OpHead&) { return ServerDouble::Ruling{}; };
  world.act(two, choose(FocalArea::loneliness));
  world.run();
  const auto tray = tray_view(one->replica());
  ASSERT_EQ(tray.size(), 1U);
  EXPECT_EQ(tray[0].kind, "FocalAreaChosen");
  world.act(one, WriteAgain{tray[0].stream, tray[0].op});
  world.run();
  ASSERT_NE(seen(two).holds(), nullptr) << "it replaced what stood, knowingly";
  EXPECT_EQ(seen(two).holds()->primary, FocalArea::grief);
}

}  // namespace
}  // namespace baraza::client
