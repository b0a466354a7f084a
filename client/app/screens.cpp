// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "client/app/screen.h"
#include "client/app/session_desk.h"
#include "client/ui/screens/alarm_screen.h"
#include "client/ui/screens/group_screen.h"
#include "client/ui/screens/groups_screen.h"
#include "client/ui/screens/home_screen.h"
#include "client/ui/screens/member_screen.h"
#include "client/ui/screens/settings_screen.h"
#include "client/ui/screens/supervisor_screen.h"
#include "client/ui/screens/watch_screen.h"
#include "shared/base/overloaded.h"

namespace baraza::app {
namespace {

namespace place = ui::place;

// A screen that is a model, what the person is in the middle of, and three functions.
template <class Model, class State>
class PlainScreen final : public Screen {
 public:
  using Make = std::function<Model(const ScreenInput&)>;
  using Top = ui::TopBarModel (*)(const Model&);
  using Draw =
      std::function<void(ui::Ui&, const ui::ShellFrame&, const Model&, State&, ui::Requests&)>;
  PlainScreen(Make make, Top top, Draw draw, State state = {})
      : make_(std::move(make)), top_(top), draw_(std::move(draw)), state_(std::move(state)) {}

  void refresh(const ScreenInput& input) override { model_ = make_(input); }
  ui::TopBarModel top_bar(ui::Layout) const override { return top_(model_); }
  void draw(ui::Ui& ui, const ui::ShellFrame& frame, ui::Requests& requests) override {
    draw_(ui, frame, model_, state_, requests);
  }

 private:
  Make make_;
  Top top_;
  Draw draw_;
  Model model_;
  State state_;
};

struct NoState {};

// Of screens that nobody is ever in the middle of.
template <class Model>
std::unique_ptr<Screen> plain(Model (*make)(const client::ScreenContext&),
                              ui::TopBarModel (*top)(const Model&),
                              void (*draw)(ui::Ui&, const ui::ShellFrame&, const Model&,
                                           ui::Requests&)) {
  return std::make_unique<PlainScreen<Model, NoState>>(
      [make](const ScreenInput& input) { return make(input.context); }, top,
      [draw](ui::Ui& ui, const ui::ShellFrame& frame, const Model& model, NoState&,
             ui::Requests& requests) { draw(ui, frame, model, requests); });
}

std::unique_ptr<Screen> open_alarm(const place::Alarm& at) {
  return std::make_unique<PlainScreen<client::AlarmModel, ui::AlarmState>>(
      [at](const ScreenInput& input) {
        return client::alarm_model(input.context, at.group, at.member);
      },
      ui::alarm_top_bar, ui::draw_alarm);
}

// A note that was begun outside a session.
client::NoteDraft note_of(const GroupId& group, const ScreenStart& start) {
  const auto found = start.drafts.find(client::note_draft_key(group, SessionId{}));
  if (found == start.drafts.end()) return {};
  return client::decode_note(found->second).value_or(client::NoteDraft{});
}

std::unique_ptr<Screen> open_group(const place::Group& at, const ScreenStart& start) {
  ui::GroupState state;
  state.note.draft = note_of(at.group, start);
  return std::make_unique<PlainScreen<client::GroupModel, ui::GroupState>>(
      [at](const ScreenInput& input) { return client::group_model(input.context, at.group); },
      ui::group_top_bar, ui::draw_group, std::move(state));
}

std::unique_ptr<Screen> open_member(const place::Member& at, const ScreenStart& start) {
  ui::MemberState state;
  state.note.draft = note_of(at.group, start);
  return std::make_unique<PlainScreen<client::MemberModel, ui::MemberState>>(
      [at](const ScreenInput& input) {
        return client::member_model(input.context, at.group, at.member);
      },
      ui::member_top_bar, ui::draw_member, std::move(state));
}

std::unique_ptr<Screen> open_settings() {
  return std::make_unique<PlainScreen<client::SettingsModel, ui::SettingsState>>(
      [](const ScreenInput& input) { return client::settings_model(input.context, input.laptop); },
      ui::settings_top_bar, ui::draw_settings);
}

}  // namespace

std::unique_ptr<Screen> open_screen(const ui::Place& at, const ScreenStart& start) {
  return std::visit(
      Overloaded{
          [&](const place::Groups&) {
            return plain(client::groups_model, ui::groups_top_bar, ui::draw_groups);
          },
          [&](const place::Session& it) { return open_session(it, start); },
          [&](const place::Alarm& it) { return open_alarm(it); },
          [&](const place::Supervisor&) {
            return plain(client::supervisor_model, ui::supervisor_top_bar, ui::draw_supervisor);
          },
          [&](const place::Settings&) { return open_settings(); },
          [&](const place::Watch&) {
            return plain(client::watch_model, ui::watch_top_bar, ui::draw_watch);
          },
          [&](const place::Group& it) { return open_group(it, start); },
          [&](const place::Member& it) { return open_member(it, start); },
          [&](const auto&) { return plain(client::home_model, ui::home_top_bar, ui::draw_home); },
      },
      at);
}

std::optional<GroupId> group_of(const ui::Place& at) {
  return std::visit(
      [](const auto& it) -> std::optional<GroupId> {
        if constexpr (requires { it.group; }) {
          return it.group;
        } else {
          return std::nullopt;
        }
      },
      at);
}

}  // namespace baraza::app
