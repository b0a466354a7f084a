// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "client/core/client.h"
#include "client/core/renewal.h"

// How a frozen laptop comes to its next writer: it hears what the server has of the old one, keeps
// a new key, enrols it, and goes on under it in one local commit.
namespace baraza::client {

void Client::begin_session(bool frozen) {
  session_ = std::make_unique<sync::ClientSession>(signer(), software_);
  if (frozen) session_->load_frozen();
  for (const auto& [id, stream] : replica_.streams()) {
    std::vector<sync::PendingRun> pending;
    for (const Replica::Pending& each : stream.pending) {
      if (each.saved) pending.push_back(each.run);
    }
    const StreamRecord& record = stream.record;
    session_->load({id, record.kind, record.owner, record.epoch, record.position, record.chain_hash,
                    stream.own_saved},
                   std::move(pending));
  }
}

void Client::go_on_anew() {
  if (anew_ == Anew::catching_up && link_ == Link::up && session_->settled() &&
      !is_storing_arrivals()) {
    keep_next_key();
  } else if (anew_ == Anew::joined && in_flight_.empty()) {
    renew();
  }
}

void Client::keep_next_key() {
  anew_ = Anew::keeping_key;
  hang_up({Code::unavailable, "to enrol anew"});
  delay_ = {};
  // A key belongs to a code: one that went astray with another code isn't asked for again.
  if (next_key_ && next_key_->secret == code_->secret) return begin_joining();
  next_key_ = NextKey{parts_.random.bytes(KeySigner::seed_bytes), code_->secret};
  submit(NextKeyCommit{next_key_});
}

void Client::next_key_done(const Result<void>& result) {
  if (anew_ != Anew::keeping_key) return;
  if (!result) return end_enrolment(result.error());
  begin_joining();
}

void Client::begin_joining() {
  anew_ = Anew::joining;
  next_signer_ = std::make_unique<KeySigner>(next_key_->seed);
  joining_ = std::make_unique<sync::ClientSession>(*next_signer_, software_);
  ask_for_link();
}

void Client::on_joined(const sync::Enrolled& enrolled) {
  if (enrolled.account != identity_->account) {
    // A key of somebody else has no place in this folder.
    next_key_.reset();
    submit(NextKeyCommit{});
    return hang_up({Code::other_account, "the code is another person's than this folder"});
  }
  next_identity_ = Identity{code_->host,        code_->port,   code_->pin, enrolled.account,
                            enrolled.programme, enrolled.name, label_};
  anew_ = Anew::joined;
  hang_up({Code::unavailable, "enrolled anew"});
  joining_.reset();
}

void Client::renew() {
  Reissue again = reissue(replica_, *next_signer_);
  RenewalCommit commit{replica_.retiring(), *next_identity_, std::move(again.runs)};
  former_.emplace(Former{replica_, acts_, std::move(own_signer_)});
  own_signer_ = std::move(next_signer_);
  replica_.renew(writer_id(own_signer_->public_key()), commit.retired);
  begin_session(false);
  stuck_.clear();
  for (auto& [id, act] : acts_) {
    std::vector<RunSpan> waits;
    for (const RunSpan& run : act.runs) {
      const auto numbers = again.numbers.find(run.stream);
      if (numbers == again.numbers.end()) continue;
      RunSpan now{run.stream, 0, 0};
      for (OpNumber number = run.first; number <= run.last; ++number) {
        const auto at = numbers->second.find(number);
        if (at == numbers->second.end()) continue;
        if (now.first == 0) now.first = at->second;
        now.last = at->second;
      }
      if (now.first != 0) waits.push_back(now);
    }
    act.runs = std::move(waits);
  }
  anew_ = Anew::renewing;
  replica_.add_saving(last_ticket_ + 1, commit.runs);
  submit(std::move(commit));
}

void Client::renewal_done(Ticket ticket, const RenewalCommit& commit, const Result<void>& result) {
  if (!result) {
    drop_unsaved(result.error());
    replica_ = std::move(former_->replica);
    acts_ = std::move(former_->acts);
    own_signer_ = std::move(former_->signer);
    former_.reset();
    begin_session(true);
    // The key and the code that it goes with are kept: the server gives the same answer again.
    anew_ = Anew::catching_up;
    delay_ = reconnect_.next(parts_.random);
    return;
  }
  save_failed_ = Code::none;
  former_.reset();
  anew_ = Anew::no;
  identity_ = commit.identity;
  code_.reset();
  next_key_.reset();
  next_identity_.reset();
  replica_.mark_saved(ticket);
  for (const LocalRun& run : commit.runs) session_->add_pending(run.stream, run.pending);
  effects_.emplace_back(effect::Enrolled{commit.identity});
  delay_ = {};
}

void Client::end_enrolment(const Error& error) {
  code_.reset();
  anew_ = Anew::no;
  joining_.reset();
  next_signer_.reset();
  next_identity_.reset();
  effects_.emplace_back(effect::EnrolFailed{error});
}

}  // namespace baraza::client
