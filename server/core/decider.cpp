// SPDX-License-Identifier: Apache-2.0
#include "server/core/decider.h"

#include <algorithm>

#include "server/core/formed_groups.h"
#include "shared/base/limits.h"
#include "shared/base/plant.h"
#include "shared/model/apply.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

// How long a client waits before it offers ops of a stream that isn't open yet.
constexpr Duration kUnknownStreamRetry = seconds(20);

bool signature_holds(const policy::Directory& directory, const sync::Push& push, std::size_t i,
                     const std::vector<sync::SignatureState>& signatures) {
  using sync::SignatureState;
  const auto state = i < signatures.size() ? signatures[i] : SignatureState::unchecked;
  if (state != SignatureState::unchecked) return state == SignatureState::good;
  const auto* writer = directory.writer(push.writer);
  return writer != nullptr && run_signature_holds(writer->key, push.stream, push.runs[i]);
}

}  // namespace

Result<Decider::Answer> Decider::push(const WriterId& by, const sync::Push& push,
                                      const std::vector<sync::SignatureState>& signatures,
                                      Now now) {
  const auto gap = [&](Code code, OpNumber expect, Duration wait = {}) {
    return Answer{sync::Gap{push.stream, push.writer, expect, code, wait}, false};
  };
  const StreamInfo* known = ledger_.find(push.stream);
  // Nothing of it is here, whichever of several frames this is.
  if (known == nullptr) return gap(Code::unknown_stream, 1, kUnknownStreamRetry);
  const StreamInfo stream = *known;
  const auto stands = ledger_.point(stream.stream, push.writer);
  if (!stands) return fail(stands.error());
  const OpNumber next = stands->last_number + 1;
  // A connection brings its own writer's ops; carrying others' needs more than a login.
  if (push.writer != by) return gap(Code::turned_away, next);
  const auto* writer = directory_.directory().writer(by);
  if (writer == nullptr) return gap(Code::turned_away, next);
  const bool alarm = stream.kind == StreamKind::alarm;
  if (writer->frozen && !alarm) return gap(Code::forked, next);

  Answer answer;
  for (std::size_t i = 0; i < push.runs.size(); ++i) {
    const SignedRun& run = push.runs[i];
    auto point = ledger_.point(stream.stream, by);
    if (!point) return fail(point.error());
    const OpNumber expect = point->last_number + 1;
    if (!planted(Plant::decision_before_signature) &&
        !signature_holds(directory_.directory(), push, i, signatures)) {
      return gap(Code::bad_signature, expect);
    }
    const auto ops = open_run(by, run);
    if (!ops) return gap(ops.error().code, expect);
    const bool whole = std::all_of(run.ops.begin(), run.ops.end(),
                                   [](const RawOp& op) { return !op.body.empty(); });
    if (!whole) return gap(Code::malformed_body, expect);

    const auto place = place_of(stream.stream, *ops, *point);
    if (!place) return fail(place.error());
    // A frozen writer's numbers mean nothing any more: its alarms are entered wherever they stand.
    const bool stray = *place == Place::gap && alarm && writer->frozen;
    switch (stray ? Place::forked : *place) {
      case Place::known: continue;
      case Place::gap: return gap(Code::number_gap, expect);
      case Place::broken: return gap(Code::chain_broken, expect);
      case Place::forked: {
        std::optional<Code> turned_away;
        if (alarm) {
          // Two histories of one writer, but a risk is a risk: entered, and marked.
          const auto turned = take_run(stream, run, *ops, true, now);
          if (!turned) return fail(turned.error());
          turned_away = *turned;
        }
        if (!writer->frozen) {
          if (auto done = freeze(by, stream.stream, ops->front().head.number, now); !done) {
            return fail(done.error());
          }
          writer = directory_.directory().writer(by);  // the directory was built anew
          answer.froze_writer = true;
        }
        if (!alarm) return answer;
        if (turned_away) {
          answer.gap = sync::Gap{push.stream, push.writer, expect, *turned_away, {}};
          return answer;
        }
        continue;
      }
      case Place::next: break;
    }
    const auto turned = take_run(stream, run, *ops, false, now);
    if (!turned) return fail(turned.error());
    if (*turned) return gap(**turned, expect);
  }
  return answer;
}

Result<Decider::Place> Decider::place_of(const StreamId& stream, const std::vector<AuthoredOp>& ops,
                                         const WriterPoint& point) {
  const OpNumber first = ops.front().head.number;
  const OpNumber last = ops.back().head.number;
  if (first > point.last_number + 1) return Place::gap;
  if (planted(Plant::no_duplicate_check)) return Place::next;
  for (const AuthoredOp& op : ops) {
    if (op.head.number > point.last_number) break;
    const auto hashes = ledger_.store().hashes_of(stream, op.id());
    if (!hashes) return fail(hashes.error());
    if (std::find(hashes->begin(), hashes->end(), op.hash) == hashes->end()) return Place::forked;
  }
  if (last <= point.last_number) return Place::known;
  // Runs are taken whole, so a run can't begin inside what is known and end beyond it.
  if (first <= point.last_number) return Place::broken;
  return ops.front().head.prev == point.last_hash ? Place::next : Place::forked;
}

Result<std::optional<Code>> Decider::take_run(const StreamInfo& stream, const SignedRun& run,
                                              const std::vector<AuthoredOp>& ops, bool chain_broken,
                                              Now now) {
  const policy::StreamOf place{stream.kind, stream.owner};
  std::vector<policy::Decision> decisions;
  for (const AuthoredOp& op : ops) {
    decisions.push_back(
        policy::decide(directory_.directory(), op.writer, place, op.head.kind, op.head.op_class));
    if (decisions.back() == policy::Decision::turn_away) return Code::turned_away;
  }
  for (std::size_t i = 0; i < ops.size(); ++i) {
    const AuthoredOp& op = ops[i];
    if (chain_broken) {
      const auto hashes = ledger_.store().hashes_of(stream.stream, op.id());
      if (!hashes) return fail(hashes.error());
      if (std::find(hashes->begin(), hashes->end(), op.hash) != hashes->end()) continue;
    }
    Entry entry;
    entry.writer = op.writer;
    entry.head = run.ops[i].head;
    entry.received = now.wall;
    entry.chain_broken = chain_broken;
    if (i + 1 == ops.size()) entry.signature = run.signature;

    Result<void> fits;
    if (run.ops[i].body.size() > limits::op_bytes) {
      fits = fail(Code::too_large, "op over its limit");
    } else {
      fits = model::check_body(stream.kind, op);
    }
    if (decisions[i] == policy::Decision::refuse) {
      entry.verdict = Verdict::refused;
      entry.code = Code::not_allowed;
    } else if (!fits) {
      entry.verdict = Verdict::refused;
      entry.code = fits.error().code;
    } else if (decisions[i] == policy::Decision::hold) {
      entry.verdict = Verdict::held;
      entry.code = Code::authority_ended;
      HeldOp held{
          {stream.stream, op.writer, op.head.number}, run.ops[i], entry.signature, now.wall, false};
      if (auto ready = ledger_.stage(); !ready) return fail(ready.error());
      if (auto kept = ledger_.store().put_held(held); !kept) return fail(kept.error());
    } else {
      entry.body = run.ops[i].body;
    }
    const Verdict verdict = entry.verdict;
    const auto entered = ledger_.append(stream.stream, std::move(entry), op.ref());
    if (!entered) return fail(entered.error());
    if (verdict == Verdict::refused) continue;
    const bool held = verdict == Verdict::held;
    if (auto opened = open_formed_group(ledger_, directory_, stream, op, held, now); !opened) {
      return fail(opened.error());
    }
  }
  return std::optional<Code>{};
}

Result<void> Decider::freeze(const WriterId& writer, const StreamId& stream, OpNumber number,
                             Now now) {
  const auto* entry = directory_.directory().writer(writer);
  if (entry == nullptr) return {};
  const auto* account = directory_.directory().account(entry->account);
  if (account == nullptr) return {};
  const model::FrozenWriter frozen{writer, stream, number};
  // Copied first: appending builds the directory anew.
  const std::vector<SiteId> sites = account->sites;
  const auto programmes = account->programme_roles;
  for (const auto& [programme, roles] : programmes) {
    auto done = directory_.append(stream_id(StreamKind::programme, programme),
                                  {model::make_programme_writer_frozen(frozen)}, now);
    if (!done) return done;
  }
  for (const SiteId& site : sites) {
    auto done = directory_.append(stream_id(StreamKind::site, site),
                                  {model::make_site_writer_frozen(frozen)}, now);
    if (!done) return done;
  }
  return {};
}

}  // namespace baraza::server
