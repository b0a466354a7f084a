// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/app/risk_drafts.h"
#include "client/app/screen.h"
#include "client/runtime/runtime.h"
#include "client/ui/screens/requests.h"
#include "shared/text/sentences.h"

namespace baraza::app {

// What lies open for somebody who has unlocked the laptop: the client with its store and link, the
// drafts, and what was asked for and isn't on disk yet. The window's thread; waits for nothing.
class Desk {
 public:
  // Something that went wrong, to be said until the person has read it.
  struct Notice {
    Code code = Code::none;
    text::About about = text::About::anything;
  };

  Desk(std::unique_ptr<client::Runtime> runtime, Now now);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  // Takes in what other threads reported and what fell due. Returns what it doesn't deal with
  // itself: Enrolled, EnrolFailed, ServerMoved, Frozen.
  std::vector<client::Effect> update(Now now);
  std::optional<Tick> next_change() const;

  // --- what the person asked for --------------------------------------------------------------
  // False if it can't be done; then there is a notice.
  bool act(const ui::request::Act& act, Now now);
  void keep(const ui::request::Draft& draft, Now now);
  void undo(Now now);
  // A screen is left, or the laptop: an answer of a draft that raises a risk waits no longer.
  void leave(Now now);

  // --- what there is to see -------------------------------------------------------------------
  client::ScreenContext context(const text::Catalogue& words, const client::LocalTime& local,
                                bool privacy, Now now) const;
  const Drafts& drafts() const { return client().drafts(); }
  const std::optional<ui::ToastModel>& toast() const { return toast_; }
  const std::optional<Notice>& notice() const { return notice_; }
  void notice_read() { notice_.reset(); }
  // Rises with whatever a model may show.
  std::uint64_t revision() const;
  // Everything that was asked for is on disk.
  bool all_saved() const { return acts_.empty(); }

  client::Runtime& runtime() { return *runtime_; }
  // Ends it: nothing else may be asked afterwards.
  std::unique_ptr<client::Runtime> take_runtime() { return std::move(runtime_); }
  const client::Client& client() const { return runtime_->client(); }

 private:
  // What takes back what a toast says.
  struct WayBack {
    std::vector<client::Intent> intents;
    std::vector<ui::request::Draft> drafts;
    bool empty() const { return intents.empty() && drafts.empty(); }
  };
  struct Waiting {
    std::string done;
    WayBack undo;
    std::optional<client::RaiseItemRisk> flag;
  };

  client::Client& core() { return runtime_->client(); }
  void note(const std::string& key, ByteView bytes, Now now);
  void raise(const std::vector<client::RaiseItemRisk>& flags, Now now);
  void say(std::string text, WayBack undo, Now now);
  void on_saved(client::ActId act, Now now);
  void on_not_saved(const client::effect::NotSaved& failed, Now now);
  void watch_link(Now now);

  std::unique_ptr<client::Runtime> runtime_;
  client::KeptEntries kept_;
  RiskDrafts risks_;
  std::map<client::ActId, Waiting> acts_;
  std::optional<ui::ToastModel> toast_;
  WayBack toast_undo_;
  Tick toast_until_;
  std::optional<Notice> notice_;
  bool online_ = false;
  std::optional<Instant> offline_since_;
  std::optional<Instant> sent_at_;
  std::uint64_t revision_ = 1;
};

}  // namespace baraza::app
