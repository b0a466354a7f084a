// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "shared/model/register_kinds.h"
#include "tests/shared/model/author.h"
#include "tests/shared/model/samples.h"

// The same ops give the same state in any order, whoever wrote them, however often they are
// delivered, with bodies that come later or never.
namespace baraza::model {
namespace {

const StreamId kStream = sample_id<StreamId>(1);

template <class Id>
Id few(SeededRandom& random) {
  return sample_id<Id>(static_cast<std::uint8_t>(1 + random.below(2)));
}

template <class Key, class T>
Replaces standing(const StreamState& state, const std::map<Key, Register<T>>& registers,
                  const Key& key) {
  const auto found = registers.find(key);
  return found == registers.end() ? Replaces{} : found->second.refs(basics_of(state).replaced);
}

// A write of a register of the course, which replaces what stands in `state`.
template <class T>
OpDraft replacing(const StreamState& state, const T& value) {
  const auto* found = register_of<T>(std::get<typename RegisterKind<T>::State>(state), value);
  return RegisterKind<T>::make(
      value, found == nullptr ? Replaces{} : found->refs(basics_of(state).replaced));
}

// The same for the kinds that are kept as such registers: the sample, about one of a few things,
// saying one of a few things of it. Empty for other kinds.
std::optional<OpDraft> random_register(Kind kind, const StreamState& state, SeededRandom& random) {
  const bool coin = random.below(2) == 0;
  const SessionKey session{few<SessionId>(random), {20'000}};
  switch (kind) {
    case Kind::suitability_decided: {
      SuitabilityDecision value = sample_suitability();
      value.person = few<PersonId>(random);
      value.overrides = coin;
      return replacing(state, value);
    }
    case Kind::persons_joined: {
      PersonJoin value{few<PersonId>(random), sample_id<PersonId>(9), ""};
      if (coin) value.same_as = {};
      return replacing(state, value);
    }
    case Kind::consent_given: {
      Consent value = sample_consent();
      value.key.member = few<MemberId>(random);
      value.given = coin;
      return replacing(state, value);
    }
    case Kind::session_planned: {
      SessionPlan value = sample_session_plan();
      value.session = session.session;
      value.cancelled = coin;
      return replacing(state, value);
    }
    case Kind::sessions_merged: {
      SessionMerge value = sample_session_merge();
      value.from = session;
      value.undone = coin;
      return replacing(state, value);
    }
    case Kind::agenda_placed: {
      AgendaPlace value = sample_agenda_place();
      value.key = {session, few<AgendaItemId>(random)};
      value.order = coin ? "b" : "c";
      return replacing(state, value);
    }
    case Kind::agenda_marked: {
      AgendaMark value{{session, few<AgendaItemId>(random)}, AgendaState::done, {}, 0};
      if (coin) value.state = AgendaState::open;
      return replacing(state, value);
    }
    case Kind::technique_marked: {
      TechniqueUse value = sample_technique();
      value.key.member = few<MemberId>(random);
      value.used = coin;
      return replacing(state, value);
    }
    case Kind::step_agreed: {
      AgreedStep value = sample_step();
      value.step = few<StepId>(random);
      value.withdrawn = coin;
      return replacing(state, value);
    }
    case Kind::step_reviewed: {
      StepReview value = sample_step_review();
      value.step = few<StepId>(random);
      value.outcome = static_cast<StepOutcome>(1 + random.below(4));
      return replacing(state, value);
    }
    case Kind::sheet_written: {
      Sheet value = sample_sheet();
      value.entry = few<SheetId>(random);
      value.removed = coin;
      return replacing(state, value);
    }
    case Kind::inventory_person_written: {
      InventoryPerson value = sample_inventory_person();
      value.person = few<InventoryPersonId>(random);
      value.strain = coin;
      return replacing(state, value);
    }
    default: return std::nullopt;
  }
}

// A draft of `kind` about one of a few things, so that writes meet; a register write replaces what
// stands in `state`, the writer's own view.
OpDraft random_draft(Kind kind, const StreamState& state, SeededRandom& random) {
  if (auto draft = random_register(kind, state, random)) return std::move(*draft);
  const SessionKey session{few<SessionId>(random), {20'000}};
  const auto member = few<MemberId>(random);
  switch (kind) {
    case Kind::person_registered: {
      Person value = sample_person();
      value.person = few<PersonId>(random);
      value.birth_year = 1950 + static_cast<std::uint32_t>(random.below(3));
      return make_person_registered(
          value, standing(state, std::get<IntakeState>(state).persons, value.person));
    }
    case Kind::member_named: {
      const MemberName value{member, random.below(2) == 0 ? "Asha" : "Asha B.", ""};
      return make_member_named(value, standing(state, std::get<PeopleState>(state).names, member));
    }
    case Kind::member_admitted: {
      const Admission value{member, {20'000}, static_cast<std::uint32_t>(1 + random.below(3))};
      return make_member_admitted(value,
                                  standing(state, std::get<MainState>(state).admissions, member));
    }
    case Kind::session_closed: {
      const auto& sessions = std::get<MainState>(state).sessions;
      const auto found = sessions.find(session);
      return make_session_closed(
          session, found == sessions.end() ? Replaces{}
                                           : found->second.closing.refs(basics_of(state).replaced));
    }
    case Kind::attendance_marked: {
      const Attendance value{
          {session, member}, static_cast<Mark>(1 + random.below(6)), 0, "travel"};
      return make_attendance_marked(
          value, standing(state, std::get<MainState>(state).attendance, value.key));
    }
    case Kind::focal_area_chosen: {
      const auto primary = static_cast<FocalArea>(1 + random.below(4));
      const FocalChoice value{member, primary, std::nullopt,
                              static_cast<FocalReason>(1 + random.below(7))};
      return make_focal_area_chosen(value,
                                    standing(state, std::get<MainState>(state).areas, member));
    }
    case Kind::group_course_moved: {
      CourseMove value = sample_course_move();
      value.group = few<GroupId>(random);
      value.course.version = static_cast<std::uint32_t>(1 + random.below(3));
      return make_group_course_moved(
          value, standing(state, std::get<SiteState>(state).course_moves, value.group));
    }
    case Kind::note_amended: {
      Note value = sample_note();
      value.note = few<NoteId>(random);
      value.text = std::to_string(random.below(3));
      return make_note_amended(value,
                               standing(state, std::get<WordsState>(state).texts, value.note));
    }
    case Kind::note_written: {
      Note value = sample_note();
      value.note = few<NoteId>(random);
      return make_note_written(value);
    }
    case Kind::check_in_recorded: {
      CheckIn value = sample_check_in();
      value.check_in = few<CheckInId>(random);
      value.supersedes = {sample_id<CheckInId>(3)};
      return make_check_in_recorded(value);
    }
    default: return sample_draft(kind);
  }
}

// An op of the stream: one of its kinds, sometimes one of a newer version or a broken one.
OpDraft random_op(StreamKind stream, const StreamState& state, SeededRandom& random) {
  std::vector<Kind> kinds;
  for (const Kind kind : all_kinds()) {
    if (kind_row(kind).stream == stream) kinds.push_back(kind);
  }
  if (kinds.empty() || random.below(12) == 0) {
    OpDraft newer = sample_draft(Kind::note_written);
    newer.kind = 9000;
    return newer;
  }
  OpDraft draft = random_draft(kinds[random.below(kinds.size())], state, random);
  if (random.below(12) == 0) draft.body = "\xff\xff";
  return draft;
}

struct Delivery {
  const Stored* op;
  bool with_body;
};

struct History {
  std::vector<Stored> ops;
  std::vector<bool> has_body;  // in the end, by op
  std::vector<Delivery> deliveries;
};

// `count` ops by two to four writers who hear of each other now and then.
History random_history(StreamKind stream, std::size_t count, SeededRandom& random) {
  std::vector<std::unique_ptr<Author>> authors;
  const std::size_t writers = 2 + random.below(3);
  for (std::size_t n = 0; n < writers; ++n) {
    authors.push_back(std::make_unique<Author>(n + 1, stream, kStream));
  }
  History out;
  for (std::size_t n = 0; n < count; ++n) {
    Author& author = *authors[random.below(writers)];
    if (random.below(2) == 0) {
      for (const Stored& op : out.ops) author.hear(op);
    }
    out.ops.push_back(author.write(random_op(stream, author.state(), random)));
  }
  for (const Stored& op : out.ops) {
    const std::size_t fate = random.below(6);
    out.has_body.push_back(fate != 0);
    out.deliveries.push_back({&op, fate > 1});
    if (fate == 1) out.deliveries.push_back({&op, true});   // held, then released
    if (fate == 2) out.deliveries.push_back({&op, true});   // twice
    if (fate == 3) out.deliveries.push_back({&op, false});  // its verdict lags behind
  }
  return out;
}

Hash fold(StreamKind stream, const std::vector<Delivery>& deliveries) {
  StreamState state = empty_state(stream);
  for (const Delivery& one : deliveries) model::apply(state, one.op->open(one.with_body));
  return digest_of(state);
}

// Each op once, in the order of writing, as it is in the end.
std::vector<Delivery> in_order(const History& history) {
  std::vector<Delivery> out;
  for (std::size_t n = 0; n < history.ops.size(); ++n) {
    out.push_back({&history.ops[n], history.has_body[n]});
  }
  return out;
}

std::vector<StreamKind> all_streams() {
  std::vector<StreamKind> out;
  for (std::uint32_t n = 1; n <= 8; ++n) out.push_back(*stream_kind_from(n));
  return out;
}

TEST(Permutations, SmallHistoriesFoldToOneStateInEveryOrder) {
  for (const StreamKind stream : all_streams()) {
    int tried = 0;
    for (std::uint64_t seed = 0; tried < 4; ++seed) {
      SeededRandom random(seed);
      History history = random_history(stream, 4 + random.below(2), random);
      if (history.deliveries.size() > 6) continue;  // 720 orders are enough
      ++tried;
      SCOPED_TRACE(std::string(stream_kind_name(stream)) + ", seed " + std::to_string(seed));
      const Hash wanted = fold(stream, in_order(history));
      std::vector<std::size_t> order(history.deliveries.size());
      for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
      do {
        std::vector<Delivery> deliveries;
        for (const std::size_t n : order) deliveries.push_back(history.deliveries[n]);
        ASSERT_EQ(fold(stream, deliveries), wanted);
      } while (std::next_permutation(order.begin(), order.end()));
    }
  }
}

TEST(Permutations, SevenDeliveriesInAll5040Orders) {
  for (const StreamKind stream : {StreamKind::main, StreamKind::words}) {
    for (std::uint64_t seed = 0;; ++seed) {
      SeededRandom random(seed);
      History history = random_history(stream, 6, random);
      if (history.deliveries.size() != 7) continue;
      SCOPED_TRACE(std::string(stream_kind_name(stream)) + ", seed " + std::to_string(seed));
      const Hash wanted = fold(stream, in_order(history));
      std::vector<std::size_t> order{0, 1, 2, 3, 4, 5, 6};
      do {
        std::vector<Delivery> deliveries;
        for (const std::size_t n : order) deliveries.push_back(history.deliveries[n]);
        ASSERT_EQ(fold(stream, deliveries), wanted);
      } while (std::next_permutation(order.begin(), order.end()));
      break;
    }
  }
}

TEST(Permutations, LongHistoriesFoldToOneStateHoweverShuffled) {
  for (const StreamKind stream : all_streams()) {
    for (std::uint64_t seed = 100; seed < 103; ++seed) {
      SeededRandom random(seed);
      History history = random_history(stream, 30, random);
      SCOPED_TRACE(std::string(stream_kind_name(stream)) + ", seed " + std::to_string(seed));
      const Hash wanted = fold(stream, in_order(history));
      for (int n = 0; n < 200; ++n) {
        std::shuffle(history.deliveries.begin(), history.deliveries.end(), random.engine());
        ASSERT_EQ(fold(stream, history.deliveries), wanted);
      }
    }
  }
}

// What a person would say stands, found without any bookkeeping: an op is replaced if one with a
// readable body names it, directly or over ops that don't stand themselves.
bool naively_replaced(const std::vector<Delivery>& ops, StreamKind stream, const OpRef& wanted,
                      int depth = 0) {
  if (depth > 64) return false;
  for (const Delivery& one : ops) {
    const auto& names = one.op->head.replaces;
    if (std::find(names.begin(), names.end(), wanted) == names.end()) continue;
    const AuthoredOp op = one.op->open(one.with_body);
    const bool counts = one.with_body && op.head.kind != 9000 && check_body(stream, op);
    if (counts || naively_replaced(ops, stream, one.op->ref(), depth + 1)) return true;
  }
  return false;
}

TEST(Permutations, WhatIsReplacedIsWhatAPlainReadingSays) {
  int replaced = 0;
  for (const StreamKind stream : {StreamKind::main, StreamKind::words, StreamKind::people,
                                  StreamKind::site, StreamKind::intake}) {
    for (std::uint64_t seed = 200; seed < 260; ++seed) {
      SeededRandom random(seed);
      History history = random_history(stream, 25, random);
      const std::vector<Delivery> ops = in_order(history);
      std::shuffle(history.deliveries.begin(), history.deliveries.end(), random.engine());
      StreamState state = empty_state(stream);
      for (const Delivery& one : history.deliveries) {
        model::apply(state, one.op->open(one.with_body));
      }
      for (const Stored& op : history.ops) {
        const bool wanted = naively_replaced(ops, stream, op.ref());
        ASSERT_EQ(basics_of(state).replaced.covers(op.ref()), wanted) << "seed " << seed;
        replaced += wanted ? 1 : 0;
      }
    }
  }
  EXPECT_GT(replaced, 500);
}

TEST(Permutations, ADifferentSetOfBodiesIsADifferentState) {
  SeededRandom random(5);
  const History history = random_history(StreamKind::main, 20, random);
  std::vector<Delivery> deliveries = in_order(history);
  const Hash before = fold(StreamKind::main, deliveries);
  for (Delivery& one : deliveries) {
    one.with_body = !one.with_body;
    EXPECT_NE(fold(StreamKind::main, deliveries), before);
    one.with_body = !one.with_body;
  }
}

}  // namespace
}  // namespace baraza::model
