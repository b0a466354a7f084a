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
