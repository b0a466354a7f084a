// SPDX-License-Identifier: Apache-2.0
#include "client/app/session_desk.h"

#include <algorithm>

#include "client/ui/screens/session_screen.h"

namespace baraza::app {
namespace {

using client::SessionRun;

Bytes draft_of(const Drafts& drafts, const std::string& key) {
  const auto found = drafts.find(key);
  return found == drafts.end() ? Bytes{} : found->second;
}

class SessionScreen final : public Screen {
 public:
  SessionScreen(const ui::place::Session& at, const ScreenStart& start) : at_(at) {
    refresh_run(start.context, start.drafts);
    const auto model = client::session_model(start.context, at_.group, at_.session, run_);
    if (model.closed) state_.reason = draft_of(start.drafts, model.closed->draft_key);
    state_.note.draft = client::decode_note(draft_of(start.drafts, model.write_note.draft_key))
                            .value_or(client::NoteDraft{});
  }

  void refresh(const ScreenInput& input) override {
    refresh_run(input.context, input.drafts);
    model_ = client::session_model(input.context, at_.group, at_.session, run_);
  }
  ui::TopBarModel top_bar(ui::Layout layout) const override {
    return ui::session_top_bar(model_, layout);
  }
  void draw(ui::Ui& ui, const ui::ShellFrame& frame, ui::Requests& requests) override {
    ui::draw_session(ui, frame, model_, state_, requests);
    keep_run(requests);
  }
  std::optional<Tick> next_change() const override { return model_.next_change; }

 private:
  // What is kept, once it is another than was last seen; and up to now by the clock that only goes
  // forward.
  void refresh_run(const client::ScreenContext& context, const Drafts& drafts) {
    const std::string key =
        client::run_draft_key(client::session_shown(context, at_.group, at_.session));
    Bytes bytes = draft_of(drafts, key);
    if (key != key_ || bytes != bytes_) {
      run_ = client::decode_run(bytes, context.now).value_or(SessionRun{});
      key_ = key;
      bytes_ = std::move(bytes);
      kept_at_ = context.now.tick;
    }
    run_ = client::counted(run_, context.now);
  }

  void keep_run(ui::Requests& requests) {
    const bool runs = model_.run.state == SessionRun::State::running;
    if (!runs || model_.now.tick < kept_at_ + client::run_kept_every) return;
    bytes_ = client::encode_run(model_.run, model_.now);
    kept_at_ = model_.now.tick;
    requests.push_back(ui::request::Draft{model_.run_key, bytes_});
  }

  ui::place::Session at_;
  client::SessionModel model_;
  ui::SessionState state_;
  SessionRun run_;
  std::string key_;
  Bytes bytes_;
  Tick kept_at_;
};

}  // namespace

std::unique_ptr<Screen> open_session(const ui::place::Session& at, const ScreenStart& start) {
  return std::make_unique<SessionScreen>(at, start);
}

}  // namespace baraza::app
