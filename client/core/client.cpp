// SPDX-License-Identifier: Apache-2.0
#include "client/core/client.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/base/plant.h"

namespace baraza::client {

Client::Client(Parts parts, std::string software, Loaded loaded)
    : parts_(parts),
      software_(std::move(software)),
      identity_(loaded.identity),
      next_key_(loaded.next_key),
      replica_(writer_id(parts.signer.public_key()), loaded),
      drafts_(std::move(loaded.drafts)) {
  begin_session(loaded.frozen);
  for (const auto& [id, stream] : replica_.streams()) round_ops_ += Replica::unsent(stream);
  if (identity_) {
    link_ = Link::wanted;
    ask_for_link();
  }
}

std::vector<Effect> Client::take_effects() {
  return std::exchange(effects_, {});
}

// --- what a person does ---------------------------------------------------------------------

std::vector<LocalRun> Client::sign(std::vector<PlannedRun> plan, Now now) {
  std::vector<LocalRun> runs;
  for (PlannedRun& planned : plan) {
    WriterPoint point = replica_.own_point(planned.stream);
    AuthorClock clock = replica_.clock(planned.stream);
    sync::PendingRun pending;
    pending.first = point.last_number + 1;
    pending.run = sign_run(signer(), planned.stream, std::move(planned.drafts), now.wall, point,
                           clock, parts_.random);
    pending.last = point.last_number;
    runs.push_back({planned.stream, planned.kind, planned.owner, std::move(pending)});
  }
  return runs;
}

Result<ActId> Client::act(const std::vector<Intent>& intents, std::vector<KeptDraft> drafts,
                          Now now) {
  if (!identity_) return fail(Code::unauthenticated, "this laptop hasn't joined a programme yet");
  const IntentContext context{replica_, parts_.packs, identity_->account};
  std::vector<std::vector<PlannedRun>> plans;
  for (const Intent& intent : intents) {
    auto plan = handle_intent(context, intent, parts_.random);
    if (!plan) return fail(plan.error());
    plans.push_back(*std::move(plan));
  }
  const ActId act = last_ticket_ + 1;
  LocalCommit commit;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (i > 0) {
      // Those before it are in the view now: its clocks and what it replaces follow from them.
      auto again = handle_intent(context, intents[i], parts_.random);
      if (!again) continue;
      plans[i] = *std::move(again);
    }
    std::vector<LocalRun> runs = sign(std::move(plans[i]), now);
    replica_.add_saving(act, runs);
    for (LocalRun& run : runs) {
      acts_[act].runs.push_back({run.stream, run.pending.first, run.pending.last});
      round_ops_ += run.pending.last - run.pending.first + 1;
      commit.runs.push_back(std::move(run));
    }
  }
  for (const KeptDraft& draft : drafts) {
    const auto before = drafts_.find(draft.key);
    acts_[act].before.push_back({draft.key, before == drafts_.end() ? Bytes{} : before->second});
    drafts_behind_.erase(draft.key);
    set_draft(draft);
  }
  commit.drafts = std::move(drafts);
  submit(std::move(commit));
  if (planted(Plant::saved_before_sync)) report_saved(act);
  return act;
}

Result<void> Client::enrol(std::string_view code, std::string label) {
  if (identity_ && !frozen()) {
    return fail(Code::already_exists, "this laptop has joined a programme");
  }
  if (anew_ == Anew::renewing) {
    return fail(Code::unavailable, "this laptop is being enrolled anew right now");
  }
  auto decoded = sync::decode_enrolment_code(code);
  if (!decoded) return fail(decoded.error());
  if (link_ == Link::up) hang_up({Code::unavailable, "an enrolment code was entered"});
  joining_.reset();
  anew_ = identity_ ? Anew::catching_up : Anew::no;
  code_ = std::move(*decoded);
  label_ = std::move(label);
  reconnect_.reset();
  delay_ = {};
  link_ = Link::wanted;
  ask_for_link();
  return {};
}

Result<void> Client::set_server(std::string host, std::uint16_t port) {
  if (!identity_) return fail(Code::unauthenticated, "this laptop hasn't joined a programme yet");
  if (host.empty() || host.size() > limits::host_bytes || port == 0) {
    return fail(Code::invalid_argument, "a server has a name or address, and a port above 0");
  }
  Identity moved = *identity_;
  moved.host = std::move(host);
  moved.port = port;
  submit(IdentityCommit{std::move(moved)});
  return {};
}

// --- the store ------------------------------------------------------------------------------

Ticket Client::submit(Commit commit) {
  const Ticket ticket = ++last_ticket_;
  in_flight_.emplace(ticket, commit);
  parts_.store.submit(ticket, generation_, std::move(commit));
  return ticket;
}

void Client::hold_arrivals(bool hold) {
  hold_arrivals_ = hold;
  if (hold) return;
  for (const Completion& each : std::exchange(waiting_arrivals_, {})) take_completion(each);
}

// Whether it would show what somebody else did, or come before something that does.
bool Client::holds_back(const Commit& commit) const {
  if (!hold_arrivals_) return false;
  const auto* remote = std::get_if<RemoteCommit>(&commit);
  const auto* resolved = std::get_if<ResolvedCommit>(&commit);
  const bool is_records = std::holds_alternative<RecordsCommit>(commit);
  if (remote == nullptr && resolved == nullptr && !is_records) return false;
  if (is_records || !waiting_arrivals_.empty()) return true;
  if (resolved != nullptr) return !resolved->refusals.empty();
  return !remote->refusals.empty() ||
         std::any_of(remote->entries.begin(), remote->entries.end(),
                     [this](const Entry& entry) { return !replica_.wrote_here(entry.writer); });
}

void Client::on_completion(const Completion& completion) {
  const auto at = in_flight_.find(completion.ticket);
  if (at != in_flight_.end() && completion.result && holds_back(at->second)) {
    waiting_arrivals_.push_back(completion);
    return;
  }
  take_completion(completion);
}

void Client::take_completion(const Completion& completion) {
  const auto at = in_flight_.find(completion.ticket);
  // Those that fell with an earlier commit were reported then.
  if (at == in_flight_.end()) return;
  const Commit commit = std::move(at->second);
  in_flight_.erase(at);
  if (const auto* local = std::get_if<LocalCommit>(&commit)) {
    local_done(completion.ticket, *local, completion.result);
  } else if (const auto* remote = std::get_if<RemoteCommit>(&commit)) {
    remote_done(*remote, completion.result);
  } else if (const auto* resolved = std::get_if<ResolvedCommit>(&commit)) {
    resolved_done(*resolved, completion.result);
  } else if (const auto* identity = std::get_if<IdentityCommit>(&commit)) {
    identity_done(*identity, completion.result);
  } else if (const auto* records = std::get_if<RecordsCommit>(&commit)) {
    records_done(*records, completion.result);
  } else if (std::holds_alternative<NextKeyCommit>(commit)) {
    next_key_done(completion.result);
  } else if (const auto* renewal = std::get_if<RenewalCommit>(&commit)) {
    renewal_done(completion.ticket, *renewal, completion.result);
  } else if (const auto* draft = std::get_if<DraftCommit>(&commit)) {
    draft_done(*draft, completion.result);
  }
  // That a folder is frozen is said anew at every login, so nothing hangs on its commit.
  drain();
  say_caught_up();
  ask_for_link();
}

void Client::report_saved(ActId act) {
  const auto at = acts_.find(act);
  if (at == acts_.end()) return;
  at->second.saved = true;
  effects_.emplace_back(effect::Saved{act, at->second.runs});
}

void Client::local_done(Ticket ticket, const LocalCommit& commit, const Result<void>& result) {
  if (result) {
    save_failed_ = Code::none;
    replica_.mark_saved(ticket);
    for (const LocalRun& run : commit.runs) session_->add_pending(run.stream, run.pending);
    if (!planted(Plant::saved_before_sync)) report_saved(ticket);
    return;
  }
  drop_unsaved(result.error());
}

// Everything that isn't on disk builds on what just failed: it goes with it, and the next act
// starts from the disk, under a generation that the store takes again.
void Client::drop_unsaved(const Error& error) {
  save_failed_ = error.code;
  ++generation_;
  for (const Ticket dropped : replica_.drop_saving()) {
    in_flight_.erase(dropped);
    const auto act = acts_.find(dropped);
    if (act == acts_.end()) continue;
    for (const KeptDraft& draft : act->second.before) set_draft(draft);
    acts_.erase(act);
    effects_.emplace_back(effect::NotSaved{dropped, error});
  }
}

void Client::remote_done(const RemoteCommit& commit, const Result<void>& result) {
  if (!result) return hang_up(result.error());
  const auto verdicts = replica_.commit(commit);
  const StreamRecord& after = commit.after;
  session_->stored(after.stream, after.position, after.chain_hash, after.epoch, commit.own_through);
  report(verdicts);
}

void Client::resolved_done(const ResolvedCommit& commit, const Result<void>& result) {
  if (!result) return hang_up(result.error());
  const auto verdicts = replica_.resolve(commit);
  if (const auto* stream = replica_.find(commit.stream)) {
    const StreamRecord& record = stream->record;
    session_->stored(commit.stream, record.position, record.chain_hash, record.epoch,
                     commit.through);
  }
  report(verdicts);
}

void Client::identity_done(const IdentityCommit& commit, const Result<void>& result) {
  const bool joins = !identity_;
  // The code stays: asked again with the same key, the server gives the same answer.
  if (!result) {
    if (!joins) effects_.emplace_back(effect::ServerMoved{result});
    return hang_up(result.error());
  }
  identity_ = commit.identity;
  if (joins) {
    code_.reset();
    effects_.emplace_back(effect::Enrolled{commit.identity});
    return;
  }
  effects_.emplace_back(effect::ServerMoved{});
  const Error why{Code::unavailable, "the server's address was changed"};
  effects_.emplace_back(effect::Hangup{why});
  session().disconnected();
  login_refused_ = Code::none;
  reconnect_.reset();
  want_link(why, {});
}

void Client::records_done(const RecordsCommit& commit, const Result<void>& result) {
  if (!result) return hang_up(result.error());
  for (const StreamRecord& record : commit.records) replica_.set_record(record);
}

void Client::report(const std::vector<OwnVerdict>& verdicts) {
  for (const OwnVerdict& verdict : verdicts) {
    if (verdict.held) {
      effects_.emplace_back(effect::Held{verdict});
    } else {
      effects_.emplace_back(effect::Refused{verdict});
    }
  }
}

// --- what there is to see -------------------------------------------------------------------

void Client::refresh() {
  std::size_t unsent = 0;
  for (const auto& [id, stream] : replica_.streams()) {
    unsent += Replica::unsent(stream);
  }
  round_ops_ = unsent == 0 ? 0 : std::max(round_ops_, unsent);
  for (auto at = acts_.begin(); at != acts_.end();) {
    const Act& act = at->second;
    const bool there =
        act.saved && std::all_of(act.runs.begin(), act.runs.end(), [&](const RunSpan& run) {
          return replica_.where(run.stream, {replica_.writer(), run.last}) == Where::on_the_server;
        });
    if (!there) {
      ++at;
      continue;
    }
    effects_.emplace_back(effect::OnServer{at->first});
    at = acts_.erase(at);
  }
  if (session_->online()) {
    reconnect_.reset();
    login_refused_ = Code::none;
  }
}

SyncBadge Client::badge(const KeptEntries& kept) const {
  SyncFacts facts;
  facts.enrolled = identity_.has_value();
  facts.online = session_->online();
  facts.frozen = session_->frozen();
  facts.save_failed = save_failed_;
  facts.login_refused = login_refused_;
  facts.round = round_ops_;
  for (const auto& [id, stream] : replica_.streams()) {
    const std::size_t unsent = Replica::unsent(stream);
    facts.unsent += unsent;
    facts.damaged += stream.damaged;
    for (const Replica::Pending& pending : stream.pending) {
      if (!pending.saved) facts.saving += pending.run.run.ops.size();
    }
    const auto stuck = stuck_.find(id);
    if (unsent == 0 || stuck == stuck_.end()) continue;
    ++facts.stuck_streams;
    facts.stuck = stuck->second;
  }
  for (const auto& [key, verdict] : replica_.verdicts()) {
    if (kept.contains(key)) continue;
    ++(verdict.held ? facts.held : facts.refused);
  }
  return badge_of(facts);
}

}  // namespace baraza::client
