// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/base/limits.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

TEST(Link, AClientIsToldWhenItHasCaughtUp) {
  World world;
  world.restart(world.worker);
  EXPECT_EQ(world.worker.told<effect::CaughtUp>().size(), 1U);
}

TEST(Link, CaughtUpIsSaidWhenWhatArrivedIsOnDiskAndShown) {
  World world;
  Laptop& late = world.worker;
  world.offline(late);
  const auto session = world.open_session();
  world.act(world.facilitator, world.mark(session, model::Mark::late));
  world.run();
  late.effects.clear();
  late.disk_works = false;
  world.online(late);
  world.run();
  EXPECT_TRUE(late->online());
  EXPECT_TRUE(late.told<effect::CaughtUp>().empty());
  late.disk_works = true;
  world.run();
  ASSERT_EQ(late.told<effect::CaughtUp>().size(), 1U);
  EXPECT_EQ(late->replica().main(world.group).attendance.size(), 1U);
}

TEST(Link, AFrozenWriterKeepsWhatItWroteAndMayGoOnWriting) {
  World world;
  const auto session = world.open_session();
  Laptop& laptop = world.facilitator;
  world.offline(laptop);
  laptop.effects.clear();
  world.act(laptop, world.mark(session, model::Mark::late));
  world.server.standing = Code::forked;
  const std::size_t before = world.server.count(world.main);
  world.online(laptop);
  EXPECT_EQ(laptop.told<effect::Frozen>().size(), 1U);
  EXPECT_TRUE(laptop->frozen());
  EXPECT_EQ(world.server.count(world.main), before);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::needs_you);
  EXPECT_EQ(laptop->badge().reason_key, "badge.frozen");
  world.act(laptop, world.mark(session, model::Mark::late, 1));
  world.run();
  EXPECT_EQ(laptop.told<effect::Saved>().size(), 2U);
  EXPECT_EQ(laptop->replica().find(world.main)->pending.size(), 2U);
}

TEST(Link, AFolderOlderThanTheServersKnowledgeOfItFreezes) {
  World world;
  const auto session = world.open_session();
  Laptop& laptop = world.facilitator;
  auto copied_disk = std::make_unique<MemoryStore>(*laptop.store);
  world.act(laptop, world.mark(session, model::Mark::late));
  world.run();
  world.server.disconnect(laptop.connection);
  Loaded copy = copied_disk->loaded();
  copy.identity = laptop->identity();
  std::swap(laptop.store, copied_disk);
  laptop.start(std::move(copy));
  world.run();
  EXPECT_TRUE(laptop->frozen());
}

TEST(Link, SpoiltBodiesNeverReachTheDisk) {
  World world;
  const auto session = world.open_session();
  Laptop& laptop = world.supervisor;
  world.act(world.facilitator, world.mark(session, model::Mark::late));
  while (world.server.out.empty()) {
    for (Effect& each : world.facilitator->take_effects()) {
      if (const auto* send = std::get_if<effect::Send>(&each)) {
        world.server.on_frame(world.facilitator.connection, send->frame);
      }
    }
    if (!world.facilitator.store->waiting.empty()) {
      world.facilitator->on_completion(world.facilitator.store->complete());
    }
  }
  laptop.effects.clear();
  for (auto& [connection, frame] : world.server.out) {
    auto message = sync::decode(*frame).value();
    auto* ops = std::get_if<sync::Ops>(&message);
    if (connection != laptop.connection || ops == nullptr) continue;
    ops->entries[0].body.back() = static_cast<char>(ops->entries[0].body.back() ^ 1);
    frame = sync::encode(message);
  }
  world.run();
  ASSERT_EQ(laptop.told<effect::Hangup>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::Hangup>()[0].error.code, Code::chain_broken);
  // Asked for again, and this time whole.
  const auto view = group_view(laptop->replica(), world.group).value();
  EXPECT_EQ(view.sessions[0].attendance[0].state, AttendanceCell::State::marked);
  EXPECT_EQ(laptop->replica().find(world.main)->damaged, 0U);
}

TEST(Link, AStreamThatEndedForThisPersonIsNoLongerShown) {
  World world;
  world.open_session();
  Laptop& laptop = world.worker;
  ASSERT_EQ(groups(laptop->replica()).size(), 1U);
  world.server.say(laptop.connection, sync::Revoked{world.main, 0});
  world.run();
  EXPECT_TRUE(groups(laptop->replica()).empty());
  EXPECT_TRUE(laptop->replica().main(world.group).sessions.empty());
}

TEST(Link, AServerThatRefusesThisLaptopNeedsAPersonAndIsNotAskedOften) {
  World world;
  Laptop& laptop = world.worker;
  laptop.effects.clear();
  laptop.has_network = false;
  world.server.say(laptop.connection, sync::Bye{Code::unauthenticated, {}, {}});
  world.run();
  EXPECT_EQ(laptop->badge().reason_key, "badge.login_refused");
  ASSERT_EQ(laptop.told<effect::Connect>().size(), 1U);
  EXPECT_GE(laptop.told<effect::Connect>()[0].delay, limits::reconnect_max);
  world.online(laptop);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_the_server);
}

class Enrolling : public testing::Test {
 protected:
  Enrolling() {
    laptop.signer = KeySigner::generate(laptop.random);
    laptop.writer = writer_id(laptop.signer->public_key());
    laptop.store = std::make_unique<MemoryStore>();
    laptop.start({});
    laptop.effects.clear();
    code = sync::encode_enrolment_code({Bytes(limits::enrol_secret_bytes, 's'),
                                        Bytes(limits::pin_bytes, 'p'), 8443, "example.org"})
               .value();
    world.server.enrolled = {world.worker.account, {}, "worker"};
  }
  World world;
  Laptop& laptop = world.worker;
  std::string code;
};

TEST_F(Enrolling, AFolderThatHasNotJoinedAsksForNothingAndWritesNothing) {
  world.run();
  EXPECT_TRUE(laptop.told<effect::Connect>().empty());
  EXPECT_EQ(world.refusal(laptop, OpenExtraSession{world.group, world.first_day}),
            Code::unauthenticated);
  EXPECT_EQ(laptop->badge().state, SyncBadge::State::on_this_laptop);
}

TEST_F(Enrolling, ACodeLeadsToTheServerItNamesAndIsEnrolledOnceOnDisk) {
  ASSERT_TRUE(laptop->enrol(code, "blue laptop").has_value());
  laptop.disk_works = false;
  world.run();
  ASSERT_EQ(laptop.told<effect::Connect>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::Connect>()[0].endpoint,
            (Endpoint{"example.org", 8443, Bytes(limits::pin_bytes, 'p')}));
  EXPECT_TRUE(laptop.told<effect::Enrolled>().empty());
  laptop.disk_works = true;
  world.run();
  ASSERT_EQ(laptop.told<effect::Enrolled>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::Enrolled>()[0].identity.label, "blue laptop");
  EXPECT_TRUE(laptop->online());
  EXPECT_EQ(laptop.store->loaded().identity->account, world.worker.account);
  EXPECT_EQ(laptop->enrol(code, "again").error().code, Code::already_exists);
}

TEST_F(Enrolling, AUsedCodeEndsTheTryAndAnotherMayFollow) {
  world.server.refuse_codes = true;
  ASSERT_TRUE(laptop->enrol(code, "l").has_value());
  world.run();
  ASSERT_EQ(laptop.told<effect::EnrolFailed>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::EnrolFailed>()[0].error.code, Code::code_used);
  EXPECT_EQ(laptop.told<effect::Connect>().size(), 1U);
  world.server.refuse_codes = false;
  ASSERT_TRUE(laptop->enrol(code, "l").has_value());
  world.run();
  EXPECT_EQ(laptop.told<effect::Enrolled>().size(), 1U);
}

TEST_F(Enrolling, AMistypedCodeIsRefusedAtOnce) {
  code[3] = code[3] == 'A' ? 'B' : 'A';
  EXPECT_EQ(laptop->enrol(code, "l").error().code, Code::invalid_argument);
}

}  // namespace
}  // namespace baraza::client
