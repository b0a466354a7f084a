// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "client/core/views/tray_view.h"
#include "shared/base/limits.h"
#include "shared/sync/enrolment_code.h"
#include "tests/client/core/world.h"

namespace baraza::client {
namespace {

using model::Mark;
using State = SyncBadge::State;

// A facilitator's laptop that was put back to how it was before its last mark reached the server.
class EnrollingAnew : public testing::Test {
 protected:
  EnrollingAnew() {
    world.server.enrolled.account = laptop.account;
    world.server.enrolled.name = "Facilitator";
    old_folder = laptop.store->loaded();
    world.act(laptop, world.mark(session, Mark::present, 0));
    world.run();
    put_back(old_folder);
    world.run();
    old_writer = laptop.writer;
  }

  void put_back(const Loaded& folder) {
    world.server.disconnect(laptop.connection);
    laptop.store = std::make_unique<MemoryStore>(folder);
    laptop.start(folder);
  }
  static std::string code(char fill) {
    sync::EnrolmentCode out;
    out.secret = Bytes(limits::enrol_secret_bytes, fill);
    out.pin = Bytes(limits::pin_bytes, 'p');
    out.host = "host";
    out.port = 443;
    return sync::encode_enrolment_code(out).value();
  }
  void enrol(char fill = 'c') {
    ASSERT_TRUE(laptop->enrol(code(fill), "again"));
    world.run();
  }
  AttendanceCell cell(Laptop& of, int member) {
    const auto view = group_view(of->replica(), world.group).value();
    for (const auto& each : view.sessions.front().attendance) {
      if (each.member == world.members[static_cast<std::size_t>(member)]) return each;
    }
    return {};
  }
  // Entries of the group's streams that carry this body, by whomever.
  std::size_t times_entered(const StreamId& stream, const Hash& digest) {
    std::size_t out = 0;
    for (Position at = 1; at <= world.server.count(stream); ++at) {
      out += decode_head(world.server.entry(stream, at).head)->body_digest == digest ? 1U : 0U;
    }
    return out;
  }

  World world;
  Laptop& laptop = world.facilitator;
  model::SessionKey session = world.open_session();
  Loaded old_folder;
  WriterId old_writer;
};

TEST_F(EnrollingAnew, AFrozenLaptopSendsEverythingItWroteUnderAnotherWriter) {
  ASSERT_TRUE(laptop->frozen());
  world.act(laptop, world.mark(session, Mark::late, 1));
  world.act(laptop, world.mark(session, Mark::excused, 1));
  world.act(laptop, world.check_in(session, 2));
  world.run();
  EXPECT_EQ(laptop->badge().state, State::needs_you);
  const auto pending = laptop->replica().find(world.main)->pending;
  ASSERT_EQ(pending.size(), 3U);

  enrol();
  EXPECT_FALSE(laptop->frozen());
  EXPECT_EQ(laptop.told<effect::Enrolled>().size(), 1U);
  EXPECT_EQ(laptop->identity()->label, "again");
  EXPECT_NE(laptop->replica().writer(), old_writer);
  EXPECT_EQ(laptop->badge().state, State::on_the_server);
  for (const auto& each : pending) {
    for (const RawOp& op : each.run.run.ops) {
      EXPECT_EQ(times_entered(world.main, decode_head(op.head)->body_digest), 1U);
    }
  }
  // The correction names the write it corrects, under its new name.
  ASSERT_EQ(cell(world.worker, 1).state, AttendanceCell::State::marked);
  EXPECT_EQ(cell(world.worker, 1).writes.size(), 1U);
  EXPECT_EQ(cell(world.worker, 1).writes[0].mark, Mark::excused);
  // A flag and its check-in are one piece of evidence still.
  const auto alarms = alarm_view(world.supervisor->replica(), world.packs, world.group);
  ASSERT_EQ(alarms.size(), 1U);
  EXPECT_EQ(alarms[0].evidence.size(), 1U);
  EXPECT_TRUE(alarms[0].evidence[0].flagged);
}

TEST_F(EnrollingAnew, WhatAPersonsActSaidStaysAsItWasSaid) {
  world.act(laptop, world.mark(session, Mark::late, 1));
  world.run();
  const RawOp before = laptop->replica().find(world.main)->pending.front().run.run.ops.front();
  world.now.wall.ms += 3'600'000;
  enrol();
  std::optional<OpHead> after;
  for (Position at = 1; at <= world.server.count(world.main); ++at) {
    const Entry& entry = world.server.entry(world.main, at);
    if (entry.body == before.body) after = decode_head(entry.head).value();
  }
  ASSERT_TRUE(after);
  const OpHead was = decode_head(before.head).value();
  const OpHead& is = *after;
  EXPECT_EQ(is.wall, was.wall);
  EXPECT_EQ(is.clock, was.clock);
  EXPECT_EQ(is.kind, was.kind);
  EXPECT_EQ(is.subject, was.subject);
  EXPECT_EQ(is.number, 1U);
}

TEST_F(EnrollingAnew, WhatTheServerHasIsNotRepeated) {
  // The worker's folder as it was when a mark was saved and not yet sent.
  Laptop& worker = world.worker;
  world.server.enrolled.account = worker.account;
  world.offline(worker);
  world.act(worker, world.mark(session, Mark::late, 1));
  world.run();
  const Loaded folder = worker.store->loaded();
  world.online(worker);
  world.act(worker, world.mark(session, Mark::late, 2));
  world.run();
  const std::size_t before = world.server.count(world.main);

  world.server.disconnect(worker.connection);
  worker.store = std::make_unique<MemoryStore>(folder);
  worker.start(folder);
  world.run();
  ASSERT_TRUE(worker->frozen());
  EXPECT_EQ(worker->badge().unsent, 0U) << "known by its hash";
  world.act(worker, world.mark(session, Mark::excused, 0));
  ASSERT_TRUE(worker->enrol(code('c'), "again"));
  world.run();
  EXPECT_EQ(world.server.count(world.main), before + 1);
  EXPECT_EQ(worker->badge().state, State::on_the_server);
}

TEST_F(EnrollingAnew, IsRefusedForALaptopThatIsNotFrozen) {
  EXPECT_EQ(world.worker->enrol(code('c'), "again").error().code, Code::already_exists);
}

TEST_F(EnrollingAnew, ACodeOfAnotherPersonIsRefusedAndNothingChanges) {
  world.act(laptop, world.mark(session, Mark::late, 1));
  world.run();
  world.server.enrolled.account = world.worker.account;
  enrol();
  ASSERT_EQ(laptop.told<effect::EnrolFailed>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::EnrolFailed>()[0].error.code, Code::other_account);
  EXPECT_TRUE(laptop->frozen());
  EXPECT_TRUE(laptop->online()) << "it goes on reading";
  EXPECT_EQ(laptop->replica().writer(), old_writer);
  EXPECT_FALSE(laptop.store->loaded().next_key) << "a key of somebody else stays in the folder";
  EXPECT_EQ(laptop->badge().unsent, 1U);

  world.server.enrolled.account = laptop.account;
  enrol('d');
  EXPECT_FALSE(laptop->frozen());
  EXPECT_EQ(laptop->badge().state, State::on_the_server);
}

TEST_F(EnrollingAnew, AFrozenLaptopKnowsItAfterARestartWithoutANetwork) {
  world.offline(laptop);
  world.restart(laptop);
  EXPECT_TRUE(laptop->frozen());
  EXPECT_EQ(laptop->badge().reason_key, "badge.frozen");
}

TEST_F(EnrollingAnew, TheSameCodeTypedAgainAfterACrashFindsTheSameKey) {
  ASSERT_TRUE(laptop->enrol(code('c'), "again"));
  while (!laptop.store->loaded().next_key) {
    laptop.disk_works = false;
    world.run();
    laptop.disk_works = true;
    ASSERT_FALSE(laptop.store->waiting.empty());
    laptop->on_completion(laptop.store->complete());
  }
  const Bytes seed = laptop.store->loaded().next_key->seed;
  world.restart(laptop);
  world.run();
  EXPECT_TRUE(laptop->frozen());
  enrol();
  EXPECT_EQ(laptop->replica().writer(), writer_id(KeySigner(seed).public_key()));
}

TEST_F(EnrollingAnew, WhatIsDoneWhileTheRenewalIsBeingSavedFollowsItOrFallsWithIt) {
  world.act(laptop, world.mark(session, Mark::late, 1));
  world.run();
  ASSERT_TRUE(laptop->enrol(code('c'), "again"));
  laptop.disk_works = false;
  const auto renewing = [&] {
    return !laptop.store->waiting.empty() &&
           std::holds_alternative<RenewalCommit>(laptop.store->waiting.front().commit);
  };
  for (int i = 0; i < 50 && !renewing(); ++i) {
    world.run();
    if (!renewing() && !laptop.store->waiting.empty()) {
      laptop->on_completion(laptop.store->complete());
    }
  }
  ASSERT_TRUE(renewing());
  EXPECT_EQ(cell(laptop, 1).writes[0].where, Where::saving);
  const ActId act = world.act(laptop, world.mark(session, Mark::excused, 2));
  laptop->on_completion(laptop.store->complete(Code::storage_full));
  laptop.disk_works = true;
  ASSERT_EQ(laptop.told<effect::Enrolled>().size(), 0U);
  EXPECT_TRUE(laptop->frozen());
  EXPECT_EQ(cell(laptop, 1).state, AttendanceCell::State::marked) << "what was on disk stays";
  EXPECT_EQ(cell(laptop, 2).state, AttendanceCell::State::none);
  world.run();
  const auto lost = laptop.told<effect::NotSaved>();
  ASSERT_EQ(lost.size(), 1U);
  EXPECT_EQ(lost[0].act, act);
  // It is tried again by itself.
  EXPECT_EQ(laptop.told<effect::Enrolled>().size(), 1U);
  EXPECT_EQ(cell(world.worker, 1).state, AttendanceCell::State::marked);
}

TEST_F(EnrollingAnew, AnActSavedBeforeIsToldToBeOnTheServerOnlyUnderTheNewWriter) {
  laptop.effects.clear();
  const ActId act = world.act(laptop, world.mark(session, Mark::late, 1));
  world.run();
  EXPECT_TRUE(laptop.told<effect::OnServer>().empty());
  enrol();
  ASSERT_EQ(laptop.told<effect::OnServer>().size(), 1U);
  EXPECT_EQ(laptop.told<effect::OnServer>()[0].act, act);
}

TEST_F(EnrollingAnew, WhatAnotherCopyWroteAgainIsNotWrittenASecondTime) {
  // Two copies with the same unsent mark, each frozen for its own reasons.
  world.act(laptop, world.mark(session, Mark::late, 1));
  world.run();
  const Loaded copy = laptop.store->loaded();
  const RawOp op = laptop->replica().find(world.main)->pending.front().run.run.ops.front();
  enrol();
  ASSERT_EQ(times_entered(world.main, decode_head(op.head)->body_digest), 1U);

  put_back(copy);
  world.run();
  ASSERT_TRUE(laptop->frozen());
  world.act(laptop, world.mark(session, Mark::excused, 1));
  world.run();
  enrol('d');
  EXPECT_EQ(laptop->badge().state, State::on_the_server);
  EXPECT_EQ(times_entered(world.main, decode_head(op.head)->body_digest), 1U);
  // What corrects it names it as the other copy's writer called it.
  ASSERT_EQ(cell(world.worker, 1).state, AttendanceCell::State::marked);
  EXPECT_EQ(cell(world.worker, 1).writes.size(), 1U);
  EXPECT_EQ(cell(world.worker, 1).writes[0].mark, Mark::excused);
}

TEST_F(EnrollingAnew, WhatIsHeldOfTheOldWriterStaysInTheTrayUntilItIsReleased) {
  // Held under the old writer, before the folder is frozen: in the worker's hands.
  Laptop& worker = world.worker;
  world.server.ruling = [](const OpHead&) {
    return ServerDouble::Ruling{Verdict::held, Code::authority_ended};
  };
  world.act(worker, world.mark(session, Mark::excused, 2));
  const RawOp held = worker->replica().find(world.main)->pending.front().run.run.ops.front();
  world.run();
  world.server.ruling = [](const OpHead&) { return ServerDouble::Ruling{}; };
  const WriterId before = worker.writer;
  ASSERT_EQ(tray_view(worker->replica()).size(), 1U);
  EXPECT_EQ(worker->badge().state, State::needs_you);

  world.server.standing = Code::forked;
  world.restart(worker);
  world.run();
  ASSERT_TRUE(worker->frozen());
  world.server.standing = Code::none;
  world.server.enrolled.account = worker.account;
  ASSERT_TRUE(worker->enrol(code('c'), "again"));
  world.run();
  ASSERT_FALSE(worker->frozen());
  ASSERT_EQ(tray_view(worker->replica()).size(), 1U);
  EXPECT_EQ(tray_view(worker->replica())[0].state, TrayRow::State::held);
  world.restart(worker);
  world.run();
  ASSERT_EQ(tray_view(worker->replica()).size(), 1U);

  world.server.release(world.main, before, held);
  world.run();
  EXPECT_TRUE(tray_view(worker->replica()).empty());
  EXPECT_EQ(worker->badge().state, State::on_the_server);
  EXPECT_EQ(cell(worker, 2).writes.size(), 1U);
}

}  // namespace
}  // namespace baraza::client
