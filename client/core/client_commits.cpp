// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "client/core/client.h"
#include "shared/base/plant.h"

// The client's side of its store: what is asked for, and what follows once it is on the disk.
namespace baraza::client {

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

}  // namespace baraza::client
