// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/shared/model/author.h"
#include "tests/shared/model/samples.h"

namespace baraza::model {
namespace {

const StreamId kStream = sample_id<StreamId>(1);

Attendance mark_of(Mark mark, std::uint32_t minutes = 0) {
  return {sample_attendance().key, mark, minutes, ""};
}

// A laptop on which one attendance register is written.
struct Laptop {
  Author author;
  explicit Laptop(std::uint64_t seed) : author(seed, StreamKind::main, kStream) {}

  MainState& state() { return std::get<MainState>(author.state()); }
  const Register<Attendance>& marks() { return state().attendance[sample_attendance().key]; }
  std::vector<OpRef> standing() { return marks().refs(state().basics.replaced); }
  Stored write(const Attendance& value) {
    return author.write(make_attendance_marked(value, standing()));
  }
  bool disputed() { return marks().disputed(state().basics.replaced); }
  Mark shown() { return marks().shown(state().basics.replaced)->value.mark; }
};

// An empty register that hears ops as they lie in a stream.
struct Reader : Laptop {
  Reader() : Laptop(999) {}
};

TEST(Register, OwnCorrectionIsNoDispute) {
  Laptop laptop(1);
  laptop.write(mark_of(Mark::present));
  laptop.write(mark_of(Mark::late, 10));
  EXPECT_FALSE(laptop.disputed());
  EXPECT_EQ(laptop.standing().size(), 1U);
  EXPECT_EQ(laptop.shown(), Mark::late);
}

TEST(Register, TwoDifferentStandingMarksAreDisputed) {
  Laptop one(1);
  Laptop two(2);
  const Stored a = one.write(mark_of(Mark::present));
  const Stored b = two.write(mark_of(Mark::excused));
  one.author.hear(b);
  EXPECT_TRUE(one.disputed());
  EXPECT_EQ(one.standing().size(), 2U);

  // Whoever settles it names both.
  const Stored settled = one.write(mark_of(Mark::excused));
  EXPECT_EQ(settled.head.replaces.size(), 2U);
  EXPECT_FALSE(one.disputed());
  two.author.hear(settled);
  two.author.hear(a);
  EXPECT_FALSE(two.disputed());
  EXPECT_EQ(two.standing(), std::vector<OpRef>{settled.ref()});
}

TEST(Register, EqualValuesAreNotDisputed) {
  Laptop one(1);
  Laptop two(2);
  one.write(mark_of(Mark::present));
  one.author.hear(two.write(mark_of(Mark::present)));
  EXPECT_EQ(one.standing().size(), 2U);
  EXPECT_FALSE(one.disputed());
}

TEST(Register, WhatReplacesARefusedWriteReplacesWhatThatReplaced) {
  Laptop laptop(1);
  const Stored first = laptop.write(mark_of(Mark::present));
  const Stored middle = laptop.write(mark_of(Mark::late, 10));
  const Stored last = laptop.write(mark_of(Mark::excused));
  Reader reader;
  reader.author.hear(first);
  reader.author.hear(middle, false);
  EXPECT_EQ(reader.standing(), std::vector<OpRef>{first.ref()}) << "refused, it replaces nothing";
  reader.author.hear(last);
  EXPECT_EQ(reader.standing(), std::vector<OpRef>{last.ref()});
  EXPECT_FALSE(reader.disputed());
}

TEST(Register, ARefusedLastWriteLeavesWhatItReplacedStanding) {
  Laptop laptop(1);
  const Stored first = laptop.write(mark_of(Mark::present));
  const Stored last = laptop.write(mark_of(Mark::excused));
  Reader reader;
  reader.author.hear(last, false);
  reader.author.hear(first);
  EXPECT_EQ(reader.shown(), Mark::present);
  reader.author.hear(last);  // released
  EXPECT_EQ(reader.shown(), Mark::excused);
  EXPECT_EQ(reader.standing().size(), 1U);
}

TEST(Register, AWriteThatCannotBeReadDoesNotTakeAwayWhatStands) {
  Laptop laptop(1);
  const Stored good = laptop.write(mark_of(Mark::present));
  OpDraft broken = make_attendance_marked(mark_of(Mark::late), {good.ref()});
  broken.body = "\xff";
  laptop.author.write(broken);
  EXPECT_EQ(laptop.state().basics.unreadable, 1U);
  EXPECT_EQ(laptop.standing(), std::vector<OpRef>{good.ref()});
  OpDraft newer = make_attendance_marked(mark_of(Mark::late), {good.ref()});
  newer.kind = 9000;
  laptop.author.write(newer);
  EXPECT_EQ(laptop.standing(), std::vector<OpRef>{good.ref()});
}

TEST(Register, ShowsTheLastByClockThenWriter) {
  Laptop one(1);
  Laptop two(2);
  const Stored early = one.write(mark_of(Mark::present));
  two.author.write(make_session_opened(sample_opening()));  // its clock runs ahead
  const Stored late = two.write(mark_of(Mark::excused));
  ASSERT_GT(late.head.clock, early.head.clock);
  for (const bool forward : {true, false}) {
    Reader reader;
    reader.author.hear(forward ? early : late);
    reader.author.hear(forward ? late : early);
    EXPECT_EQ(reader.shown(), Mark::excused);
  }
}

TEST(Register, AWriteNamesNoMoreThanAHeadHolds) {
  Replaces many;
  for (std::uint64_t n = 1; n <= 70; ++n) many.push_back({{sample_id<WriterId>(1), n}, {}});
  const OpDraft draft = make_session_closed(sample_session(), many);
  ASSERT_EQ(draft.replaces.size(), 64U);
  EXPECT_EQ(draft.replaces.front().id.number, 7U);
  EXPECT_EQ(draft.replaces.back().id.number, 70U);
}

// Several people write one register one after the other, each knowing all that was written before;
// the server refuses some of it, which the next writer may or may not have heard. Nobody wrote
// beside anybody, so nothing may ever be in conflict, and the last accepted write is what is shown.
TEST(Register, SequentialHistoriesWithRefusalsGiveNoFalseConflict) {
  int would_be_false = 0;  // had only the writes named directly been replaced
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    SeededRandom random(seed);
    std::vector<std::unique_ptr<Laptop>> laptops;
    for (std::uint64_t n = 0; n < 3; ++n) laptops.push_back(std::make_unique<Laptop>(n + 1));
    struct Event {
      Stored op;
      bool refused;
    };
    std::vector<Event> events;
    const std::size_t length = 3 + random.below(6);
    for (std::size_t n = 0; n < length; ++n) {
      // A writer's view: folded anew, as after verdicts, from what it heard of. The own ops of the
      // writer keep their bodies until the verdict is heard.
      Laptop& laptop = *laptops[random.below(laptops.size())];
      Reader view;
      for (const Event& event : events) {
        const bool heard_refusal = event.refused && random.below(2) == 0;
        view.author.hear(event.op, !heard_refusal);
        laptop.author.hear(event.op, false);  // keeps its clock and its chain
      }
      const Attendance value = mark_of(Mark::late, static_cast<std::uint32_t>(n + 1));
      events.push_back({laptop.author.write(make_attendance_marked(value, view.standing())),
                        random.below(3) == 0});
    }
    std::set<OpRef> named;
    const Event* last = nullptr;
    for (const Event& event : events) {
      if (event.refused) continue;
      last = &event;
      named.insert(event.op.head.replaces.begin(), event.op.head.replaces.end());
    }
    std::size_t standing_directly = 0;
    for (const Event& event : events) {
      if (!event.refused && !named.contains(event.op.ref())) ++standing_directly;
    }
    if (standing_directly > 1) ++would_be_false;

    std::shuffle(events.begin(), events.end(), random.engine());
    Reader reader;
    for (const Event& event : events) reader.author.hear(event.op, !event.refused);
    SCOPED_TRACE("seed " + std::to_string(seed));
    ASSERT_FALSE(reader.disputed());
    ASSERT_EQ(reader.standing().size(), last == nullptr ? 0U : 1U);
  }
  EXPECT_GT(would_be_false, 100) << "the histories have to be ones that the rule is there for";
}

// The same act under another writer, as a copy of the folder signs it when it is enrolled anew.
Stored signed_again(const Stored& op, std::uint8_t writer) {
  Stored out = op;
  out.writer = sample_id<WriterId>(writer);
  out.head.prev = {};
  out.raw.head = encode_head(out.head);
  out.hash = hash_of_head(out.raw.head);
  return out;
}

TEST(Act, SentByTwoCopiesCountsOnceInAnyOrder) {
  Laptop laptop(1);
  const Stored one = signed_again(laptop.write(mark_of(Mark::present)), 1);
  const Stored two = signed_again(one, 2);
  Reader forward;
  forward.author.hear(one);
  forward.author.hear(two);
  Reader backward;
  backward.author.hear(two);
  backward.author.hear(one);
  EXPECT_EQ(forward.standing(), std::vector{one.ref()});
  EXPECT_EQ(digest_of(forward.author.state()), digest_of(backward.author.state()));

  // One copy corrects it, and names what it wrote itself.
  OpDraft draft = make_attendance_marked(mark_of(Mark::late, 10), {two.ref()});
  const Stored late = forward.author.write(std::move(draft));
  backward.author.hear(late);
  EXPECT_EQ(forward.standing(), std::vector{late.ref()});
  EXPECT_EQ(digest_of(forward.author.state()), digest_of(backward.author.state()));
  Reader last;
  for (const Stored* op : {&late, &two, &one}) last.author.hear(*op);
  EXPECT_EQ(digest_of(last.author.state()), digest_of(forward.author.state()));
}

TEST(Act, HeldFromOneCopyCountsFromTheOther) {
  Laptop laptop(1);
  const Stored held = signed_again(laptop.write(mark_of(Mark::present)), 1);
  const Stored taken = signed_again(held, 2);
  Reader reader;
  reader.author.hear(held, false);
  reader.author.hear(taken);
  EXPECT_EQ(reader.standing(), std::vector{taken.ref()});
  reader.author.hear(held);  // released
  EXPECT_EQ(reader.standing(), std::vector{held.ref()});
}

TEST(Act, EqualBytesOfAnotherKindAreAnotherAct) {
  Author author(1, StreamKind::alarm, kStream);
  const EvidenceSet seen{sample_id<MemberId>(1), {sample_id<EvidenceId>(2)}};
  const Stored acknowledged = author.write(make_alarm_acknowledged(seen));
  Stored resolved = signed_again(acknowledged, 1);
  resolved.head.kind = static_cast<std::uint32_t>(Kind::risk_resolved);
  author.hear(resolved);
  const auto& state = std::get<AlarmState>(author.state());
  EXPECT_EQ(state.acknowledged.size(), 1U);
  EXPECT_EQ(state.resolved.size(), 1U);
}

}  // namespace
}  // namespace baraza::model
