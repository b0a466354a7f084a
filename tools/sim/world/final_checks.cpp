// SPDX-License-Identifier: Apache-2.0
// The invariants that are asked when a healed world has come to rest.
#include <algorithm>
#include <set>

#include "server/projection/group_rows.h"
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/op/derive.h"
#include "shared/rules/risk.h"
#include "tools/sim/world/invariants.h"
#include "tools/sim/world/world.h"

namespace baraza::sim {
namespace {

using States = std::map<StreamId, model::StreamState>;

std::string kind_of(const LogBook::Stream& stream) {
  return std::string(stream_kind_name(stream.info.kind));
}

States fold_all(const LogBook& book) {
  States out;
  for (const auto& [id, stream] : book.streams()) out[id] = LogBook::fold(stream);
  return out;
}

void check_states(World& world, const States& states) {
  for (const auto& [id, stream] : world.book().streams()) {
    const Hash digest = model::digest_of(states.at(id));
    for (const auto& laptop : world.laptops()) {
      if (!laptop->up()) continue;
      const auto* here = laptop->client()->replica().find(id);
      if (here == nullptr || !here->record.reads || !here->pending.empty()) continue;
      if (here->record.position != stream.entries.size()) continue;
      ++world.counts().digests_compared;
      world.findings().require(model::digest_of(here->state) == digest, "equal_ops_equal_state",
                               "laptop " + std::to_string(laptop->index()) + " folds " +
                                   kind_of(stream) + " to another state than the server's log");
    }
    if (stream.entries.size() < 2) continue;
    // Any order: arrival, restore and a room without a server all give one of them.
    std::vector<const Entry*> order;
    for (const Entry& entry : stream.entries) order.push_back(&entry);
    for (std::size_t i = order.size() - 1; i > 0; --i) {
      std::swap(order[i], order[world.random().below(i + 1)]);
    }
    model::StreamState shuffled = model::empty_state(stream.info.kind);
    for (const Entry* entry : order) {
      if (const auto op = open_entry(*entry)) model::apply(shuffled, *op);
    }
    world.findings().require(model::digest_of(shuffled) == digest, "fold_order_free",
                             kind_of(stream) + " folds to another state in another order");
  }
}

// --- alarms ---------------------------------------------------------------------------------

void check_saved_alarms(World& world) {
  for (const auto& laptop : world.laptops()) {
    for (const Witness::SavedOp& op : laptop->witness().saved) {
      if (op.kind != static_cast<std::uint32_t>(model::Kind::alarm_raised)) continue;
      ++world.counts().alarms;
      const LogBook::Stream* stream = world.book().find(op.stream);
      const auto places = stream == nullptr
                              ? std::map<Hash, std::vector<Position>>::const_iterator{}
                              : stream->acts.find(op.body_digest);
      const bool entered =
          stream != nullptr && places != stream->acts.end() &&
          std::any_of(places->second.begin(), places->second.end(), [&](Position position) {
            const Entry& entry = stream->entries[position - 1];
            return entry.verdict == Verdict::accepted && !entry.body.empty();
          });
      world.findings().require(entered, "alarm_never_lost",
                               "laptop " + std::to_string(laptop->index()) +
                                   " saved an alarm that the server's log doesn't show");
    }
  }
}

// Everything that was ever evidence, less what a resolution names: worked out here from what the
// ops say, beside the rules that ship.
constexpr std::size_t kRiskItem = 8;

void note_answers(const std::string& instrument, const std::vector<model::Answer>& answers,
                  const EvidenceId& evidence, std::set<EvidenceId>& out) {
  if (instrument != "phq9" || answers.size() <= kRiskItem) return;
  const model::Answer& answer = answers[kRiskItem];
  if (answer.state == model::AnswerState::answered && answer.value > 0) out.insert(evidence);
}

void note_answers(const model::MainState& main, std::set<EvidenceId>& out) {
  for (const auto& [ref, write] : main.check_ins) {
    const model::CheckIn& value = write.value;
    note_answers(value.instrument.id, value.answers, model::evidence_of(value), out);
  }
}

void note_answers(const model::IntakeState& intake, std::set<EvidenceId>& out) {
  for (const auto& [ref, write] : intake.screenings) {
    const model::Screening& value = write.value;
    note_answers(value.instrument.id, value.answers, model::evidence_of(value), out);
  }
}

template <class Answers>
std::set<EvidenceId> open_evidence(const model::AlarmState& alarm, const Answers& answers) {
  std::set<EvidenceId> out;
  for (const auto& [ref, raised] : alarm.raised) out.insert(raised.value.evidence);
  note_answers(answers, out);
  for (const auto& [ref, resolved] : alarm.resolved) {
    for (const EvidenceId& evidence : resolved.value.evidence) out.erase(evidence);
  }
  return out;
}

template <class Answers>
void compare_risks(World& world, const std::set<EvidenceId>& expected,
                   const model::AlarmState& alarm, const Answers& answers,
                   const std::string& where) {
  std::set<EvidenceId> shown;
  for (const auto& risk : rules::open_risks(alarm, answers, world.packs())) {
    for (const auto& evidence : risk.evidence) shown.insert(evidence.evidence);
  }
  world.findings().require(shown == expected, "alarm_never_lost",
                           where + " shows " + std::to_string(shown.size()) + " open risks of " +
                               std::to_string(expected.size()));
}

// Alarms and the answers that raise them, of a group or of a site's list.
template <class Answers>
void check_risks_of(World& world, const States& states, const StreamId& alarm_id,
                    const StreamId& answers_id) {
  const auto& alarm = std::get<model::AlarmState>(states.at(alarm_id));
  const auto& answers = std::get<Answers>(states.at(answers_id));
  const auto expected = open_evidence(alarm, answers);
  compare_risks(world, expected, alarm, answers, "the server's log");
  for (const auto& laptop : world.laptops()) {
    if (!laptop->up()) continue;
    const client::Replica& replica = laptop->client()->replica();
    const auto* here = replica.find(alarm_id);
    const auto* also = replica.find(answers_id);
    if (here == nullptr || also == nullptr) continue;
    if (!here->record.reads || !also->record.reads) continue;
    if (!here->pending.empty() || !also->pending.empty()) continue;
    compare_risks(world, expected, std::get<model::AlarmState>(here->state),
                  std::get<Answers>(also->state), "laptop " + std::to_string(laptop->index()));
  }
}

void check_risks(World& world, const States& states) {
  for (const GroupId& group : world.groups()) {
    check_risks_of<model::MainState>(world, states, stream_id(StreamKind::alarm, group),
                                     stream_id(StreamKind::main, group));
  }
  for (const auto& [site, entry] : world.book().directory().sites()) {
    check_risks_of<model::IntakeState>(world, states, stream_id(StreamKind::alarm, site),
                                       stream_id(StreamKind::intake, site));
  }
  for (const auto& [id, stream] : world.book().streams()) {
    if (stream.info.kind != StreamKind::alarm) continue;
    for (const Entry& entry : stream.entries) {
      world.findings().require(entry.verdict != Verdict::held, "alarm_never_lost",
                               "an op in the alarm stream is held");
    }
  }
}

// --- formed groups --------------------------------------------------------------------------

// A group that a facilitator formed is open at the server as soon as its op is in the log, and
// somebody besides them hears its alarms.
void check_formed(World& world, const States& states) {
  const policy::Directory& directory = world.book().directory();
  for (const auto& [id, state] : states) {
    const auto* intake = std::get_if<model::IntakeState>(&state);
    if (intake == nullptr) continue;
    for (const auto& [ref, formed] : intake->formed) {
      ++world.counts().groups_formed;
      const auto* group = directory.group(formed.value.group);
      const bool opened =
          group != nullptr && world.book().find(stream_id(StreamKind::main, formed.value.group));
      world.findings().require(opened, "formed_group_is_opened",
                               "a group was formed and the server has not opened it");
    }
  }
}

// --- once ---------------------------------------------------------------------------------------

// Acts are known by the digest of their salted body, whoever signed them.
class Once {
 public:
  Once(World& world, const LogBook::Stream& stream) : world_(world), kind_(kind_of(stream)) {
    for (const Entry& entry : stream.entries) {
      if (const auto head = decode_head(entry.head)) {
        acts_[{{entry.writer, head->number}, hash_of_head(entry.head)}] = head->body_digest;
      }
    }
  }

  template <class T>
  void check(const model::Facts<T>& facts) {
    for (const auto& [ref, write] : facts) count(ref);
  }
  template <class Key, class T>
  void check(const std::map<Key, model::Register<T>>& registers) {
    for (const auto& [key, writes] : registers) check(writes);
  }
  template <class T>
  void check(const model::Register<T>& writes) {
    for (const auto& write : writes.writes) count(write.ref);
    counted_.clear();  // a note stands among the notes and says its text
  }

 private:
  void count(const OpRef& ref) {
    const auto act = acts_.find(ref);
    if (act == acts_.end()) return;
    world_.findings().require(counted_.insert(act->second).second, "exactly_once",
                              "one act counts twice in the state of " + kind_);
  }

  World& world_;
  std::string kind_;
  std::map<OpRef, Hash> acts_;
  std::set<Hash> counted_;
};

void check_state_once(World& world, const LogBook::Stream& stream,
                      const model::StreamState& state) {
  Once once(world, stream);
  if (const auto* intake = std::get_if<model::IntakeState>(&state)) {
    once.check(intake->persons);
    once.check(intake->links);
  } else if (const auto* people = std::get_if<model::PeopleState>(&state)) {
    once.check(people->names);
  } else if (const auto* words = std::get_if<model::WordsState>(&state)) {
    once.check(words->texts);
    once.check(words->notes);
  } else if (const auto* alarm = std::get_if<model::AlarmState>(&state)) {
    once.check(alarm->raised);
    once.check(alarm->acknowledged);
    once.check(alarm->resolved);
  } else if (const auto* main = std::get_if<model::MainState>(&state)) {
    once.check(main->admissions);
    once.check(main->attendance);
    once.check(main->leavings);
    once.check(main->check_ins);
    once.check(main->withdrawals);
    for (const auto& [key, session] : main->sessions) {
      once.check(session.closing);
      once.check(session.openings);
      once.check(session.amendments);
    }
  }
}

// Each check-in that the log shows has one row in an export, by the id that its author drew.
void check_rows_once(World& world, const GroupId& group, const LogBook::Stream& stream,
                     const model::MainState& main) {
  std::set<CheckInId> expected;
  for (const Entry& entry : stream.entries) {
    const auto op = open_entry(entry);
    if (!op || !op->body) continue;
    if (op->head.kind != static_cast<std::uint32_t>(model::Kind::check_in_recorded)) continue;
    const auto check_in = model::read_check_in_recorded(*op->body);
    if (check_in) expected.insert(check_in->check_in);
  }
  server::GroupContext context;
  context.group = group;
  std::set<CheckInId> shown;
  for (const server::MoodRow& row : server::mood_rows(context, main, world.packs())) {
    world.findings().require(shown.insert(row.check_in.check_in).second, "exactly_once",
                             "a check-in has two rows in the export of moods");
  }
  world.findings().require(shown == expected, "nothing_saved_is_lost",
                           "the export of moods hasn't the check-ins of the log");
}

void check_once(World& world, const States& states) {
  for (const auto& [id, stream] : world.book().streams()) {
    check_state_once(world, stream, states.at(id));
  }
  for (const GroupId& group : world.groups()) {
    const auto id = stream_id(StreamKind::main, group);
    const LogBook::Stream* stream = world.book().find(id);
    if (stream == nullptr) continue;
    check_rows_once(world, group, *stream, std::get<model::MainState>(states.at(id)));
  }
}

// --- registers ------------------------------------------------------------------------------

class Disputes {
 public:
  Disputes(World& world, const LogBook::Stream& stream, const model::Basics& basics)
      : world_(world), stream_(stream), basics_(basics) {}

  template <class T>
  void check(const model::Register<T>& writes) {
    if (writes.disputed(basics_.replaced)) ++world_.counts().disputes;
    std::set<WriterId> writers;
    for (const auto* write : writes.standing(basics_.replaced)) {
      // A held write that a person released stands beside what was written since: their decision.
      const auto places = stream_.places.find(write->ref.id);
      if (places == stream_.places.end() || places->second.size() > 1) continue;
      world_.findings().require(
          writers.insert(write->ref.id.writer).second, "no_false_conflict",
          "two writes of one writer stand side by side in " + kind_of(stream_));
    }
  }
  template <class Key, class T>
  void check(const std::map<Key, model::Register<T>>& registers) {
    for (const auto& [key, writes] : registers) check(writes);
  }

 private:
  World& world_;
  const LogBook::Stream& stream_;
  const model::Basics& basics_;
};

void check_registers(World& world, const States& states) {
  for (const auto& [id, stream] : world.book().streams()) {
    const model::StreamState& state = states.at(id);
    Disputes disputes(world, stream, model::basics_of(state));
    if (const auto* intake = std::get_if<model::IntakeState>(&state)) {
      disputes.check(intake->persons);
    } else if (const auto* people = std::get_if<model::PeopleState>(&state)) {
      disputes.check(people->names);
    } else if (const auto* words = std::get_if<model::WordsState>(&state)) {
      disputes.check(words->texts);
    } else if (const auto* main = std::get_if<model::MainState>(&state)) {
      disputes.check(main->admissions);
      disputes.check(main->attendance);
      for (const auto& [key, session] : main->sessions) disputes.check(session.closing);
    }
  }
}

void check_verdicts(World& world, const FinalChecks& expected) {
  for (const auto& [id, stream] : world.book().streams()) {
    world.counts().ops += stream.entries.size();
    if (expected.refusals_expected) continue;
    for (const Entry& entry : stream.entries) {
      world.findings().require(
          entry.verdict != Verdict::refused, "nothing_refused_for_state",
          "an op in " + kind_of(stream) + " was refused: " + std::string(code_name(entry.code)));
    }
  }
  for (const auto& laptop : world.laptops()) {
    if (!expected.freezing_expected) {
      world.findings().require(!laptop->witness().frozen || laptop->has_copies(),
                               "frozen_only_by_a_copy",
                               "laptop " + std::to_string(laptop->index()) + " is frozen");
    }
  }
}

}  // namespace

void check_final(World& world, const FinalChecks& expected) {
  for (auto& laptop : world.laptops()) {
    laptop->check_saved();
    check_cursors(world.book(), *laptop, true, world.findings());
    check_pending(world.book(), *laptop, world.findings());
    if (expected.freezing_expected) continue;
    world.findings().require(laptop->witness().unsettled.empty(), "everything_arrives",
                             "laptop " + std::to_string(laptop->index()) +
                                 " saved ops that never reached the server's log");
  }
  const States states = fold_all(world.book());
  check_states(world, states);
  check_saved_alarms(world);
  check_risks(world, states);
  check_formed(world, states);
  check_once(world, states);
  check_registers(world, states);
  check_verdicts(world, expected);
}

}  // namespace baraza::sim
