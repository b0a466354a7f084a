// SPDX-License-Identifier: Apache-2.0
#include "client/app/desk.h"

#include <algorithm>
#include <utility>

#include "shared/base/overloaded.h"

namespace baraza::app {

namespace effect = client::effect;

namespace {

constexpr Duration toast_stands = seconds(6);

// About what the person was when an intent failed.
text::About about_of(const client::Intent& intent) {
  return std::visit(Overloaded{
                        [](const client::RegisterPerson&) { return text::About::name; },
                        [](const client::AddMember&) { return text::About::seat; },
                        [](const client::RecordCheckIn&) { return text::About::check_in; },
                        [](const client::CorrectCheckIn&) { return text::About::check_in; },
                        [](const client::WithdrawCheckIn&) { return text::About::check_in; },
                        [](const client::OpenTodaySession&) { return text::About::session; },
                        [](const client::OpenExtraSession&) { return text::About::session; },
                        [](const client::MarkAttendance&) { return text::About::session; },
                        [](const client::CloseSession&) { return text::About::session; },
                        [](const client::AmendSession&) { return text::About::session; },
                        [](const auto&) { return text::About::anything; },
                    },
                    intent);
}

}  // namespace

Desk::Desk(std::unique_ptr<client::Runtime> runtime, Now now)
    : runtime_(std::move(runtime)), offline_since_(now.wall) {
  for (const auto& [key, bytes] : drafts()) {
    risks_.note(key, bytes, now.tick);
    if (const auto kept = client::kept_entry(key)) kept_.insert(*kept);
  }
  // Left behind by a crash, or when the lamp failed.
  raise(risks_.left(), now);
}

std::vector<client::Effect> Desk::update(Now now) {
  std::vector<client::Effect> rest;
  for (client::Effect& each : runtime_->step({})) {
    std::visit(Overloaded{
                   [&](const effect::Saved& it) { on_saved(it.act, now); },
                   [&](const effect::NotSaved& it) { on_not_saved(it, now); },
                   [&](const effect::Enrolled&) { rest.push_back(std::move(each)); },
                   [&](const effect::EnrolFailed&) { rest.push_back(std::move(each)); },
                   [&](const effect::ServerMoved&) { rest.push_back(std::move(each)); },
                   [&](const effect::Frozen&) { rest.push_back(std::move(each)); },
                   [&](const effect::DraftNotKept& it) {
                     notice_ = Notice{it.error.code, text::About::anything};
                   },
                   // The models show these from the replica and the badge.
                   [](const auto&) {},
               },
               each);
    ++revision_;
  }
  watch_link(now);
  raise(risks_.due(now.tick), now);
  if (toast_ && toast_until_ <= now.tick) {
    toast_.reset();
    toast_undo_ = {};
  }
  return rest;
}

void Desk::watch_link(Now now) {
  if (const bool online = client().online(); online != online_) {
    online_ = online;
    offline_since_ = online ? std::nullopt : std::optional(now.wall);
    ++revision_;
  }
  if (!online_) return;
  if (client().badge(kept_).unsent > 0) {
    sent_at_.reset();
  } else if (!sent_at_) {
    sent_at_ = now.wall;
  }
}

std::optional<Tick> Desk::next_change() const {
  std::optional<Tick> out = client().next_deadline();
  const auto sooner = [&](std::optional<Tick> at) {
    if (at) out = out ? std::min(*out, *at) : at;
  };
  sooner(risks_.next());
  if (toast_) sooner(toast_until_);
  return out;
}

std::uint64_t Desk::revision() const {
  return revision_ + client().replica().revision();
}

bool Desk::act(const ui::request::Act& act, Now now) {
  std::vector<client::KeptDraft> changed;
  for (const std::string& key : act.drops_drafts) changed.push_back({key, {}});
  for (const auto& draft : act.keeps_drafts) changed.push_back({draft.key, draft.bytes});
  if (act.intents.empty()) {
    for (const auto& draft : changed) keep({draft.key, draft.bytes}, now);
    if (!act.done.empty()) say(act.done, {act.undo, act.undo_drafts}, now);
    return true;
  }
  const auto id = core().act(act.intents, changed, now);
  ++revision_;
  if (!id) {
    notice_ = Notice{id.error().code, about_of(act.intents.front())};
    return false;
  }
  for (const auto& draft : changed) note(draft.key, draft.bytes, now);
  acts_[*id] = {act.done, {act.undo, act.undo_drafts}, std::nullopt};
  return true;
}

void Desk::keep(const ui::request::Draft& draft, Now now) {
  const auto before = drafts().find(draft.key);
  if (before != drafts().end() ? before->second == draft.bytes : draft.bytes.empty()) return;
  core().keep_draft({draft.key, draft.bytes});
  note(draft.key, draft.bytes, now);
  ++revision_;
}

// What hangs on a draft besides the screen that it belongs to.
void Desk::note(const std::string& key, ByteView bytes, Now now) {
  risks_.note(key, bytes, now.tick);
  const auto kept = client::kept_entry(key);
  if (kept && bytes.empty()) kept_.erase(*kept);
  if (kept && !bytes.empty()) kept_.insert(*kept);
}

void Desk::undo(Now now) {
  if (!toast_ || toast_undo_.empty()) return;
  ui::request::Act back;
  WayBack way = std::exchange(toast_undo_, {});
  back.intents = std::move(way.intents);
  back.keeps_drafts = std::move(way.drafts);
  toast_.reset();
  act(back, now);
}

void Desk::leave(Now now) {
  raise(risks_.left(), now);
}

void Desk::raise(const std::vector<client::RaiseItemRisk>& flags, Now now) {
  for (const client::RaiseItemRisk& flag : flags) {
    const auto id = core().act(flag, now);
    ++revision_;
    if (id) {
      acts_[*id] = {{}, {}, flag};
    } else if (id.error().code != Code::already_exists) {
      // Said, and tried again: a sign of risk isn't dropped because a disk is full.
      notice_ = Notice{id.error().code, text::About::check_in};
      risks_.failed(flag, now.tick);
    }
  }
}

void Desk::on_saved(client::ActId act, Now now) {
  const auto waiting = acts_.find(act);
  if (waiting == acts_.end()) return;
  if (!waiting->second.done.empty()) {
    say(waiting->second.done, std::move(waiting->second.undo), now);
  }
  acts_.erase(waiting);
}

void Desk::on_not_saved(const effect::NotSaved& failed, Now now) {
  // Drafts that went with it are drafts again.
  for (const auto& [key, bytes] : drafts()) note(key, bytes, now);
  notice_ = Notice{failed.error.code, text::About::anything};
  if (const auto waiting = acts_.find(failed.act); waiting != acts_.end()) {
    if (waiting->second.flag) risks_.failed(*waiting->second.flag, now.tick);
    acts_.erase(waiting);
  }
}

void Desk::say(std::string text, WayBack undo, Now now) {
  toast_ = ui::ToastModel{std::move(text), !undo.empty()};
  toast_undo_ = std::move(undo);
  toast_until_ = now.tick + toast_stands;
  ++revision_;
}

client::ScreenContext Desk::context(const text::Catalogue& words, const client::LocalTime& local,
                                    bool privacy, Now now) const {
  const client::Client& core = client();
  return {core.replica(),
          core.packs(),
          words,
          local,
          now,
          core.identity() ? core.identity()->account : AccountId{},
          privacy,
          core.badge(kept_),
          online_,
          offline_since_,
          sent_at_,
          &kept_};
}

}  // namespace baraza::app
