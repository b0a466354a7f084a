// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "shared/model/register_kinds.h"
#include "tests/shared/model/author.h"
#include "tests/shared/model/samples.h"

namespace baraza::model {
namespace {

template <class T>
const T* only(const Facts<T>& facts) {
  return facts.size() == 1 ? &facts.begin()->second.value : nullptr;
}
template <class Key, class T>
const T* only(const std::map<Key, Register<T>>& registers, const Key& key) {
  const auto found = registers.find(key);
  if (found == registers.end() || found->second.writes.size() != 1) return nullptr;
  return &found->second.writes[0].value;
}
template <class T>
bool is(const T* found, const T& wanted) {
  return found != nullptr && *found == wanted;
}

// The same of a register, to the last field: registers call two values equal that differ in what
// nobody has to settle.
template <class T>
bool holds_register(const typename RegisterKind<T>::State& state, const T& wanted) {
  const Register<T>* found = register_of<T>(state, wanted);
  return found != nullptr && found->writes.size() == 1 &&
         found->writes.front().value.fields() == wanted.fields();
}

// True if the state holds the sample of the kind where readers look for it. A kind without a case
// doesn't compile.
bool holds(const StreamState& state, Kind kind) {
  const auto* programme = std::get_if<ProgrammeState>(&state);
  const auto* site = std::get_if<SiteState>(&state);
  const auto* intake = std::get_if<IntakeState>(&state);
  const auto* people = std::get_if<PeopleState>(&state);
  const auto* alarm = std::get_if<AlarmState>(&state);
  const auto* main = std::get_if<MainState>(&state);
  const auto* words = std::get_if<WordsState>(&state);
  switch (kind) {
    case Kind::programme_founded: return is(only(programme->founded), sample_founding());
    case Kind::server_writer_introduced:
      return is(only(programme->server_writers), sample_server_writer());
    case Kind::administrator_added: return is(only(programme->accounts), sample_administrator());
    case Kind::site_added: return is(only(programme->sites), sample_site());
    case Kind::programme_writer_enrolled: return is(only(programme->writers), sample_enrolled());
    case Kind::programme_writer_frozen: return is(only(programme->frozen), sample_frozen());
    case Kind::pack_in_force: return is(only(programme->packs), sample_pack());
    case Kind::staff_added: return is(only(site->accounts), sample_staff());
    case Kind::grant_given: return is(only(site->grants), sample_grant());
    case Kind::grant_ended: return is(only(site->grant_ends), sample_grant_end());
    case Kind::group_opened: return is(only(site->groups), sample_group());
    case Kind::site_writer_enrolled: return is(only(site->writers), sample_enrolled());
    case Kind::site_writer_frozen: return is(only(site->frozen), sample_frozen());
    case Kind::hold_settled: return is(only(site->settlements), sample_settlement());
    case Kind::hold_read: {
      HoldSettlement read;
      read.hold = sample_settlement().hold;
      read.by = sample_settlement().by;
      return is(only(site->hold_reads), read);
    }
    case Kind::group_course_moved:
      return is(only(site->course_moves, sample_course_move().group), sample_course_move());
    case Kind::person_registered:
      return is(only(intake->persons, sample_person().person), sample_person());
    case Kind::membership_linked: return is(only(intake->links), sample_link());
    case Kind::member_named:
      return is(only(people->names, sample_member_name().member), sample_member_name());
    case Kind::member_admitted:
      return is(only(main->admissions, sample_admission().member), sample_admission());
    case Kind::member_left: return is(only(main->leavings), sample_leaving());
    case Kind::session_opened:
      return is(only(main->sessions.at(sample_session()).openings), sample_opening());
    case Kind::session_closed:
      return main->sessions.at(sample_session()).closing.writes.size() == 1;
    case Kind::attendance_marked:
      return is(only(main->attendance, sample_attendance().key), sample_attendance());
    case Kind::session_amended:
      return is(only(main->sessions.at(sample_session()).amendments), sample_amendment());
    case Kind::check_in_recorded: return is(only(main->check_ins), sample_check_in());
    case Kind::check_in_withdrawn: return is(only(main->withdrawals), sample_withdrawal());
    case Kind::focal_area_chosen: return holds_register(*main, sample_focal_choice());
    case Kind::alarm_raised: return is(only(alarm->raised), sample_alarm());
    case Kind::alarm_acknowledged: return is(only(alarm->acknowledged), sample_evidence());
    case Kind::risk_resolved: return is(only(alarm->resolved), sample_evidence());
    case Kind::note_written:
      return is(only(words->notes), sample_note()) &&
             is(only(words->texts, sample_note().note), sample_note().text);
    case Kind::note_amended:
      return words->notes.empty() && is(only(words->texts, sample_note().note), sample_note().text);
    case Kind::screening_recorded: return is(only(intake->screenings), sample_screening());
    case Kind::suitability_decided: return holds_register(*intake, sample_suitability());
    case Kind::persons_joined: return holds_register(*intake, sample_person_join());
    case Kind::group_formed: return is(only(intake->formed), sample_formed_group());
    case Kind::consent_given: return holds_register(*people, sample_consent());
    case Kind::session_planned: return holds_register(*main, sample_session_plan());
    case Kind::sessions_merged: return holds_register(*main, sample_session_merge());
    case Kind::agenda_placed: return holds_register(*main, sample_agenda_place());
    case Kind::agenda_marked: return holds_register(*main, sample_agenda_mark());
    case Kind::technique_marked: return holds_register(*main, sample_technique());
    case Kind::step_agreed: return holds_register(*main, sample_step());
    case Kind::step_reviewed: return holds_register(*main, sample_step_review());
    case Kind::whisper_known: return is(only(main->known_whispers), sample_known_whisper());
    case Kind::sheet_written: return holds_register(*words, sample_sheet());
    case Kind::inventory_person_written: return holds_register(*words, sample_inventory_person());
  }
  return false;
}

// Folds the sample of a kind after changing its draft; returns the state.
template <class Change>
StreamState fold_changed(Kind kind, StreamKind stream, Change change) {
  OpDraft draft = sample_draft(kind);
  change(draft);
  Author author(1, stream, sample_id<StreamId>(1));
  author.write(draft);
  return author.state();
}

TEST(RoundTrip, EveryKindArrivesInTheStateAsItWasWritten) {
  for (const Kind kind : all_kinds()) {
    const KindRow row = kind_row(kind);
    SCOPED_TRACE(row.name);
    SeededRandom random(7);
    const auto signer = KeySigner::generate(random);
    const StreamId stream = sample_id<StreamId>(1);
    WriterPoint point;
    AuthorClock clock = 0;
    std::vector<OpDraft> drafts{sample_draft(kind)};
    EXPECT_EQ(drafts[0].stream, row.stream);
    const SignedRun run =
        sign_run(*signer, stream, std::move(drafts), Instant{5}, point, clock, random);
    ASSERT_TRUE(run_signature_holds(signer->public_key(), stream, run));
    const auto ops = open_run(writer_id(signer->public_key()), run);
    ASSERT_TRUE(ops.has_value());
    const auto checked = check_body(row.stream, ops->front());
    ASSERT_TRUE(checked.has_value()) << checked.error().detail;

    StreamState state = empty_state(row.stream);
    const Hash empty = digest_of(state);
    model::apply(state, ops->front());
    EXPECT_EQ(basics_of(state).unreadable, 0U);
    EXPECT_EQ(basics_of(state).from_newer, 0U);
    EXPECT_EQ(basics_of(state).clock, 1U);
    EXPECT_TRUE(holds(state, kind));
    EXPECT_NE(digest_of(state), empty);
  }
}

TEST(Fold, AnUnknownKindIsCountedAsMadeByANewerVersion) {
  for (std::uint32_t kind = 1; kind <= 8; ++kind) {
    const StreamState state =
        fold_changed(Kind::note_written, static_cast<StreamKind>(kind), [](OpDraft& draft) {
          draft.kind = 9000;
          draft.replaces = {{{sample_id<WriterId>(3), 1}, sample_id<Hash>(3)}};
        });
    EXPECT_EQ(basics_of(state).from_newer, 1U);
    EXPECT_EQ(basics_of(state).unreadable, 0U);
    EXPECT_EQ(basics_of(state).clock, 1U);
  }
}

TEST(Fold, TakesExactlyWhatCheckBodyTakes) {
  struct Case {
    std::string_view what;
    void (*change)(OpDraft&);
  };
  const Case cases[] = {
      {"another class", [](OpDraft& draft) { draft.op_class = draft.op_class % 6 + 1; }},
      {"another subject", [](OpDraft& draft) { draft.subject = sample_id<AnyId>(0xee); }},
      {"a body that is no message", [](OpDraft& draft) { draft.body = "\xff\xff\xff"; }},
      {"an empty body", [](OpDraft& draft) { draft.body.clear(); }},
  };
  for (const Kind kind : all_kinds()) {
    const StreamKind stream = kind_row(kind).stream;
    for (const Case& one : cases) {
      SCOPED_TRACE(std::string(kind_row(kind).name) + " with " + std::string(one.what));
      const StreamState state = fold_changed(kind, stream, one.change);
      EXPECT_EQ(basics_of(state).unreadable, 1U);
      EXPECT_EQ(basics_of(state).seen.size(), 1U);
    }
    const auto elsewhere = static_cast<StreamKind>(static_cast<int>(stream) % 8 + 1);
    EXPECT_EQ(basics_of(fold_changed(kind, elsewhere, [](OpDraft&) {})).unreadable, 1U);
  }
}

TEST(Fold, AnOpSeenBeforeChangesNothing) {
  for (const Kind kind : all_kinds()) {
    SCOPED_TRACE(kind_row(kind).name);
    Author author(1, kind_row(kind).stream, sample_id<StreamId>(1));
    const Stored op = author.write(sample_draft(kind));
    const Hash once = digest_of(author.state());
    author.hear(op);
    author.hear(op, false);
    EXPECT_EQ(digest_of(author.state()), once);
  }
}

TEST(Digest, NamesTheKindOfStream) {
  std::set<Hash> digests;
  for (std::uint32_t kind = 1; kind <= 8; ++kind) {
    digests.insert(digest_of(empty_state(static_cast<StreamKind>(kind))));
  }
  EXPECT_EQ(digests.size(), 8U);
}

TEST(Digest, SeesEachPartOfAValue) {
  const auto digest = [](const Attendance& value, std::uint64_t seed) {
    Author author(seed, StreamKind::main, sample_id<StreamId>(1));
    author.write(make_attendance_marked(value, {}));
    return digest_of(author.state());
  };
  std::set<Hash> digests;
  Attendance value = sample_attendance();
  digests.insert(digest(value, 1));
  digests.insert(digest(value, 2));
  value.mark = Mark::present;
  digests.insert(digest(value, 1));
  value.minutes = 16;
  digests.insert(digest(value, 1));
  value.reason = "rain";
  digests.insert(digest(value, 1));
  value.key.session.date.days += 1;
  digests.insert(digest(value, 1));
  EXPECT_EQ(digests.size(), 6U);
}

TEST(Names, AreDistinctAndReadBack) {
  std::set<std::string_view> names;
  for (const Role role :
       {Role::facilitator, Role::worker, Role::supervisor, Role::manager, Role::administrator}) {
    EXPECT_EQ(role_from(role_name(role)), role);
    names.insert(role_name(role));
  }
  EXPECT_EQ(names.size(), 5U);
  EXPECT_FALSE(role_from("unknown").has_value());
  names.clear();
  for (int mark = 1; mark <= 6; ++mark) {
    EXPECT_EQ(mark_from(mark_name(static_cast<Mark>(mark))), static_cast<Mark>(mark));
    names.insert(mark_name(static_cast<Mark>(mark)));
  }
  EXPECT_EQ(names, (std::set<std::string_view>{"present", "late", "left_early", "absent_told",
                                               "absent_unknown", "excused"}));
  EXPECT_FALSE(mark_from("").has_value());
  names.clear();
  for (int state = 1; state <= 5; ++state) {
    names.insert(answer_state_name(static_cast<AnswerState>(state)));
  }
  for (int mode = 1; mode <= 3; ++mode) {
    names.insert(answer_mode_name(static_cast<AnswerMode>(mode)));
  }
  EXPECT_EQ(names.size(), 8U);
}

TEST(ServerWriter, TheProgrammeKeySignsEveryFieldButTheSignature) {
  const ServerWriter base = sample_server_writer();
  std::set<Bytes> messages{introduction_message(base)};
  ServerWriter other = base;
  other.signature = sample_id<Signature>(1);
  EXPECT_EQ(introduction_message(other), introduction_message(base));
  const auto add = [&](auto change) {
    ServerWriter changed = base;
    change(changed);
    messages.insert(introduction_message(changed));
  };
  add([](ServerWriter& w) { w.key = sample_id<PublicKey>(1); });
  add([](ServerWriter& w) { w.epoch = sample_id<Epoch>(1); });
  add([](ServerWriter& w) { w.parent_epoch = {}; });
  add([](ServerWriter& w) { w.points.pop_back(); });
  add([](ServerWriter& w) { w.points[0].stream = sample_id<StreamId>(1); });
  add([](ServerWriter& w) { w.points[0].position += 1; });
  add([](ServerWriter& w) { w.points[0].chain_hash = sample_id<Hash>(1); });
  EXPECT_EQ(messages.size(), 8U);
}

}  // namespace
}  // namespace baraza::model
