// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/shell.h"

#include <array>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/left_rail.h"
#include "client/ui/widgets/top_bar.h"
#include "shared/base/overloaded.h"
#include "shared/text/fill.h"

namespace baraza::ui {
namespace {

using client::RailPlace;

struct PlaceLook {
  std::string_view id;
  const char* icon;
};

PlaceLook look_of(RailPlace place) {
  switch (place) {
    case RailPlace::home: return {"home", icon::home};
    case RailPlace::watch: return {"watch", icon::visibility};
    case RailPlace::groups: return {"groups", icon::groups};
    case RailPlace::session: return {"session", icon::event_note};
    case RailPlace::needs: return {"needs", icon::assignment_turned_in};
    case RailPlace::supervisor: break;
  }
  return {"supervisor", icon::forum};
}

// The place of the rail that a screen belongs to.
std::optional<RailPlace> rail_of(const Place& here, bool watches) {
  return std::visit(
      Overloaded{
          [](const place::Home&) { return std::optional(RailPlace::home); },
          [](const place::Watch&) { return std::optional(RailPlace::watch); },
          [](const place::Groups&) { return std::optional(RailPlace::groups); },
          [](const place::Group&) { return std::optional(RailPlace::groups); },
          [](const place::Member&) { return std::optional(RailPlace::groups); },
          [](const place::FocalArea&) { return std::optional(RailPlace::groups); },
          [](const place::Work&) { return std::optional(RailPlace::groups); },
          [](const place::Sheet&) { return std::optional(RailPlace::groups); },
          [](const place::Inventory&) { return std::optional(RailPlace::groups); },
          [](const place::InventoryPerson&) { return std::optional(RailPlace::groups); },
          [](const place::Consent&) { return std::optional(RailPlace::groups); },
          [](const place::Seat&) { return std::optional(RailPlace::groups); },
          [](const place::Intake&) { return std::optional(RailPlace::groups); },
          [](const place::IntakePerson&) { return std::optional(RailPlace::groups); },
          [](const place::IntakeForm&) { return std::optional(RailPlace::groups); },
          [](const place::Screening&) { return std::optional(RailPlace::groups); },
          [](const place::FormGroup&) { return std::optional(RailPlace::groups); },
          [](const place::Techniques&) { return std::optional(RailPlace::session); },
          [](const place::Note&) { return std::optional(RailPlace::groups); },
          // A supervisor follows worries from where the groups are watched.
          [&](const place::Alarm&) {
            return std::optional(watches ? RailPlace::watch : RailPlace::groups);
          },
          [](const place::Session&) { return std::optional(RailPlace::session); },
          [](const place::Attendance&) { return std::optional(RailPlace::session); },
          [](const place::MoodCheck&) { return std::optional(RailPlace::session); },
          [](const place::Needs&) { return std::optional(RailPlace::needs); },
          [](const place::Supervisor&) { return std::optional(RailPlace::supervisor); },
          [](const auto&) { return std::optional<RailPlace>(); },
      },
      here);
}

Place target_of(RailPlace place, const client::ShellModel& model) {
  switch (place) {
    case RailPlace::home: return place::Home{};
    case RailPlace::watch: return place::Watch{};
    case RailPlace::groups: return place::Groups{};
    case RailPlace::needs: return place::Needs{};
    case RailPlace::supervisor: return place::Supervisor{};
    case RailPlace::session: break;
  }
  if (model.session) return place::Session{model.session->group, model.session->session};
  return place::Groups{};
}

SyncBadgeModel badge_of(const client::SyncModel& model) {
  SyncBadgeModel out;
  out.state = static_cast<SyncBadgeModel::State>(model.state);
  out.first = model.first;
  out.second = model.second;
  out.firsts = model.firsts;
  out.seconds = model.seconds;
  return out;
}

void ask_to_lock(const client::ShellModel& model, ShellState& state, Requests& requests) {
  if (model.leaving.empty()) {
    requests.push_back(request::Lock{});
  } else {
    state.leaving = request::Lock{};
  }
}

void draw_rail(Ui& ui, const client::ShellModel& model, const Place& here, const Rect& rect,
               ShellState& state, Requests& requests) {
  std::vector<RailEntry> places;
  const bool watches = !model.places.empty() && model.places[0].place == RailPlace::watch;
  const auto current = rail_of(here, watches);
  for (const client::RailItem& item : model.places) {
    const PlaceLook look = look_of(item.place);
    RailEntry entry{.id = look.id, .icon = look.icon, .word = item.word, .badge = item.badge};
    entry.chosen = current == item.place;
    if (item.place == RailPlace::session && !model.session) {
      entry.enabled = false;
      entry.why_not = model.no_session;
    }
    places.push_back(entry);
  }
  const std::array tools = {
      RailEntry{.id = "privacy",
                .icon = model.privacy ? icon::visibility : icon::visibility_off,
                .word = model.privacy_word,
                .shortcut = Shortcut::of(Key::f9)},
      RailEntry{.id = "settings",
                .icon = icon::tune,
                .word = model.settings_word,
                .chosen = std::holds_alternative<place::Settings>(here)},
      RailEntry{.id = "lock",
                .icon = icon::lock,
                .word = model.lock_word,
                .shortcut = Shortcut::with_ctrl(U'l')}};
  const auto pressed =
      left_rail(ui, {.id = "rail", .rect = rect, .places = places, .tools = tools});
  if (!pressed) return;
  if (!pressed->tool) {
    requests.push_back(request::Go{target_of(model.places[pressed->place].place, model)});
  } else if (pressed->place == 0) {
    requests.push_back(request::TogglePrivacy{});
  } else if (pressed->place == 1) {
    requests.push_back(request::Go{place::Settings{}});
  } else {
    ask_to_lock(model, state, requests);
  }
}

std::string draw_top(Ui& ui, const client::ShellModel& model, const TopBarModel& top,
                     const Rect& rect, Requests& requests) {
  std::vector<ButtonSpec> actions;
  for (const TopBarAction& action : top.actions) {
    actions.push_back({.id = action.id,
                       .text = action.text,
                       .kind = action.worried   ? ButtonKind::worried
                               : action.primary ? ButtonKind::primary
                                                : ButtonKind::plain,
                       .icon = action.icon,
                       .shortcut = action.shortcut,
                       .enabled = action.enabled,
                       .why_not = action.why_not});
  }
  const SyncBadgeModel badge = badge_of(model.sync);
  const std::array people = {
      DiscSpec{.letters = model.initials, .seat = model.tint, .name = model.person, .size = 40}};
  TopBarSpec spec{.id = "top", .rect = rect, .title = top.title, .note = top.note};
  spec.back = top.back;
  spec.escape_goes_back = top.escape_goes_back;
  spec.actions = actions;
  spec.sync = &badge;
  if (!model.initials.empty()) spec.people = people;
  if (top.second_line && ui.layout() != Layout::wide) spec.note = *top.second_line;
  const TopBarPressed pressed = top_bar(ui, spec);
  if (pressed.back) requests.push_back(request::Back{});
  if (pressed.sync) {
    // Where the work is stands on home; a supervisor has it in the settings.
    const bool has_home = !model.places.empty() && model.places[0].place == RailPlace::home;
    requests.push_back(request::Go{has_home ? Place(place::Home{}) : Place(place::Needs{})});
  }
  return pressed.action ? actions[*pressed.action].id.data() : std::string();
}

void draw_banner(Ui& ui, const client::ShellModel& model, const Place& here, Rect& room,
                 Requests& requests) {
  if (model.banner.empty()) return;
  // It stands there in full.
  const auto* alarm = std::get_if<place::Alarm>(&here);
  if (alarm != nullptr && alarm->member == model.banner_member) return;
  const GroupId* group = std::visit(
      [](const auto& it) -> const GroupId* {
        if constexpr (requires { it.group; }) {
          return &it.group;
        } else {
          return nullptr;
        }
      },
      here);
  const std::string text =
      model.banner_who.empty() ? model.banner : model.banner_who + ": " + model.banner;
  const auto scope = ui.scope("shell");
  const std::array actions = {BannerAction{.id = "open", .text = model.open_word}};
  BannerSpec spec{
      .id = "banner", .rect = room, .tone = Tone::risk, .icon = icon::visibility_off, .text = text};
  if (group != nullptr) spec.actions = actions;
  spec.rect = room.take_top(banner_height(ui, spec), space::m);
  if (banner(ui, spec)) {
    requests.push_back(request::Go{place::Alarm{*group, model.banner_member}});
  }
}

}  // namespace

ShellFrame draw_shell(Ui& ui, const client::ShellModel& model, const TopBarModel& top,
                      const Place& here, ShellState& state, Requests& requests) {
  ShellFrame frame;
  Rect room = ui.window();
  draw_rail(ui, model, here, room.take_left(rail_width(ui)), state, requests);
  const bool wide = ui.layout() == Layout::wide;
  const float margin = wide ? space::window_margin : space::window_margin_compact;
  room = Rect{room.x + margin, room.y, room.width - 2 * margin, room.height - margin};
  frame.action = draw_top(ui, model, top, room.take_top(top_bar_height(ui)), requests);
  draw_banner(ui, model, here, room, requests);
  frame.content = room;
  if (ui.pressed(Shortcut::of(Key::f1))) state.help = !state.help;
  return frame;
}

}  // namespace baraza::ui
