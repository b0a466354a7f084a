// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/shared/model/author.h"
#include "tests/shared/model/samples.h"

namespace baraza::model {
namespace {

CheckIn check_in(std::uint8_t id, std::vector<CheckInId> supersedes = {}) {
  CheckIn out = sample_check_in();
  out.check_in = sample_id<CheckInId>(id);
  out.supersedes = std::move(supersedes);
  return out;
}

std::vector<CheckInId> current(const StreamState& state) {
  std::vector<CheckInId> out;
  for (const auto* write : current_check_ins(std::get<MainState>(state))) {
    out.push_back(write->value.check_in);
  }
  return out;
}

class Questions : public ::testing::Test {
 protected:
  Author one{1, StreamKind::main, sample_id<StreamId>(1)};
  Author two{2, StreamKind::main, sample_id<StreamId>(1)};
};

TEST_F(Questions, ASupersededCheckInDoesNotCount) {
  one.write(make_check_in_recorded(check_in(1)));
  one.write(make_check_in_recorded(check_in(2, {sample_id<CheckInId>(1)})));
  EXPECT_EQ(current(one.state()), std::vector{sample_id<CheckInId>(2)});
}

TEST_F(Questions, AWithdrawnCheckInDoesNotCountInAnyOrder) {
  const Stored recorded = one.write(make_check_in_recorded(check_in(1)));
  const Stored withdrawn =
      one.write(make_check_in_withdrawn({sample_id<CheckInId>(1), "wrong member"}));
  EXPECT_TRUE(current(one.state()).empty());
  two.hear(withdrawn);
  two.hear(recorded);
  EXPECT_TRUE(current(two.state()).empty());
}

TEST_F(Questions, TwoCurrentCheckInsAreBothKeptInAuthorOrderWhoeverWasFirst) {
  const Stored first = one.write(make_check_in_recorded(check_in(9)));
  two.hear(first);
  two.write(make_check_in_recorded(check_in(4)));
  EXPECT_EQ(current(two.state()), (std::vector{sample_id<CheckInId>(9), sample_id<CheckInId>(4)}));

  Author three{1, StreamKind::main, sample_id<StreamId>(1)};
  Author four{2, StreamKind::main, sample_id<StreamId>(1)};
  three.hear(four.write(make_check_in_recorded(check_in(9))));
  three.write(make_check_in_recorded(check_in(4)));
  EXPECT_EQ(current(three.state()),
            (std::vector{sample_id<CheckInId>(9), sample_id<CheckInId>(4)}));
}

TEST_F(Questions, ASupersedingCheckInWithoutItsBodySupersedesNothing) {
  two.hear(one.write(make_check_in_recorded(check_in(1))));
  two.hear(one.write(make_check_in_recorded(check_in(2, {sample_id<CheckInId>(1)}))), false);
  EXPECT_EQ(current(two.state()), std::vector{sample_id<CheckInId>(1)});
}

class AfterClosing : public Questions {
 protected:
  bool added_late(const StreamState& state, const Stored& mark) {
    const MainState& main = std::get<MainState>(state);
    for (const auto& write : main.attendance.at(sample_attendance().key).writes) {
      if (write.ref == mark.ref()) return added_after_closing(main, write);
    }
    ADD_FAILURE() << "no such mark";
    return false;
  }
  Stored mark(Author& by) { return by.write(make_attendance_marked(sample_attendance(), {})); }
};

TEST_F(AfterClosing, AMarkWrittenByWhoKnewOfTheClosingWasAddedAfter) {
  const Stored before = mark(one);
  one.write(make_session_closed(sample_session(), {}));
  const Stored after = mark(one);
  EXPECT_FALSE(added_late(one.state(), before));
  EXPECT_TRUE(added_late(one.state(), after));
}

TEST_F(AfterClosing, AMarkMadeBesideTheClosingWasNot) {
  const Stored beside = mark(two);
  one.write(make_session_closed(sample_session(), {}));
  one.hear(beside);
  EXPECT_FALSE(added_late(one.state(), beside));
}

TEST_F(AfterClosing, TheClosingOfAnotherDayOrARefusedOneDoesNotCount) {
  one.write(make_session_closed({sample_session().session, sample_session().date + 1}, {}));
  EXPECT_FALSE(added_late(one.state(), mark(one)));
  two.hear(one.write(make_session_closed(sample_session(), {})), false);
  EXPECT_FALSE(added_late(two.state(), mark(two)));
}

TEST_F(Questions, TwoWhoChoseTheSameAreasForDifferentReasonsAgree) {
  const auto areas = [](Author& of) -> const Register<FocalChoice>& {
    return std::get<MainState>(of.state()).areas.at(sample_focal_choice().member);
  };
  FocalChoice other = sample_focal_choice();
  other.reason = FocalReason::member_asked;
  const Stored beside = two.write(make_focal_area_chosen(other, {}));
  one.write(make_focal_area_chosen(sample_focal_choice(), {}));
  one.hear(beside);
  EXPECT_FALSE(areas(one).disputed(basics_of(one.state()).replaced));

  other.secondary.reset();
  const Stored differs = two.write(make_focal_area_chosen(other, {beside.ref()}));
  one.hear(differs);
  EXPECT_TRUE(areas(one).disputed(basics_of(one.state()).replaced));
  const Replaces both = areas(one).refs(basics_of(one.state()).replaced);
  EXPECT_EQ(both.size(), 2U);
  one.write(make_focal_area_chosen(other, both));
  EXPECT_FALSE(areas(one).disputed(basics_of(one.state()).replaced));
  EXPECT_EQ(areas(one).writes.size(), 4U) << "every choice stays readable";
}

TEST(Notes, BothTextsStayReadableAndTheAmendedOneIsShown) {
  Author author(1, StreamKind::words, sample_id<StreamId>(1));
  const Stored written = author.write(make_note_written(sample_note()));
  Note amended = sample_note();
  amended.text = "Spoke twice.";
  author.write(make_note_amended(amended, {written.ref()}));
  const auto& words = std::get<WordsState>(author.state());
  const auto& text = words.texts.at(sample_note().note);
  EXPECT_EQ(text.writes.size(), 2U);
  EXPECT_EQ(text.shown(words.basics.replaced)->value, "Spoke twice.");
  EXPECT_EQ(words.notes.begin()->second.value.text, sample_note().text);
}

}  // namespace
}  // namespace baraza::model
