// SPDX-License-Identifier: Apache-2.0
#include "client/app/room.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "client/core/screens/person_words.h"
#include "client/ui/widgets/dialog.h"
#include "client/words/words.h"
#include "shared/base/limits.h"
#include "shared/base/overloaded.h"
#include "shared/text/fill.h"

namespace baraza::app {
namespace {

namespace request = ui::request;
namespace effect = client::effect;

// "HOST:PORT"; client::is_address() has looked at it.
std::pair<std::string, std::uint16_t> split(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  std::uint16_t port = 0;
  const char* end = address.data() + address.size();
  if (colon != std::string::npos) std::from_chars(address.data() + colon + 1, end, port);
  std::string host = address.substr(0, colon);
  if (host.size() > 1 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  return {host, port};
}

ui::Place start_of(const Desk& desk) {
  const auto& core = desk.client();
  const AccountId self = core.identity() ? core.identity()->account : AccountId{};
  if (client::starts_on_watch(core.replica(), self)) return ui::place::Watch{};
  return ui::place::Home{};
}

}  // namespace

Room::Room(const Surroundings& around, std::unique_ptr<Holding> holding, const Telling& telling,
           Now now)
    : around_(around),
      profile_(std::move(holding->profile)),
      sealer_(std::move(holding->sealer)),
      desk_(std::make_unique<Desk>(std::move(holding->runtime), now)),
      privacy_(telling.settings.privacy_at_start) {
  arrivals_.emplace(desk_->runtime().client());
  history_.emplace(start_of(*desk_));
  facts_.version = around.version;
  facts_.least_passphrase = limits::passphrase_letters;
  for (const client::Language& language : client::languages()) {
    facts_.languages.emplace_back(language.code);
  }
  open(telling, now);
}

client::ScreenContext Room::context(const Telling& telling, Now now) const {
  return desk_->context(telling.words, telling.local, privacy_, now);
}

void Room::update(const Telling& telling, Now now) {
  for (const client::Effect& each : desk_->update(now)) take(each);
  refresh(telling, now);
}

void Room::take(const client::Effect& told) {
  if (const auto* moved = std::get_if<effect::ServerMoved>(&told)) {
    facts_.server_change = {false, moved->result ? Code::none : moved->result.error().code};
    facts_.server_changed = moved->result.has_value();
    stale_ = true;
  }
}

// What was let in has waited: nothing that it moves waits once more.
void Room::rested(const Telling& telling, Now now) {
  const bool was_empty = desk_->client().replica().directory().groups().empty();
  if (!arrivals_->settle(now.tick)) return;
  banner_hold_.moved();
  unsettled_ = true;
  // The first that arrives may show that this person follows groups and runs none.
  const bool at_home = std::holds_alternative<ui::place::Home>(history_->here());
  if (was_empty && at_home && history_->back_title() == nullptr) {
    const ui::Place start = start_of(*desk_);
    if (!(start == history_->here())) go(start, telling, now);
  }
}

std::optional<Tick> Room::next_change() const {
  auto out = desk_->next_change();
  for (const auto at :
       {screen_->next_change(), banner_hold_.next_change(), arrivals_->next_change()}) {
    if (at && (!out || *at < *out)) out = at;
  }
  return out;
}

void Room::refresh(const Telling& telling, Now now) {
  const Stamp stamp{desk_->revision(), now.wall.ms / minutes(1).ms, privacy_,
                    telling.words.language()};
  const auto is_due = [&](const std::optional<Tick>& at) { return at && *at <= now.tick; };
  if (!stale_ && stamp == stamp_ && !is_due(screen_->next_change()) &&
      !is_due(banner_hold_.next_change())) {
    return;
  }
  stamp_ = stamp;
  stale_ = false;
  facts_.privacy_at_start = telling.settings.privacy_at_start;
  if (const auto& identity = desk_->client().identity()) {
    facts_.label = identity->label;
    const bool is_ipv6 = identity->host.find(':') != std::string::npos;
    facts_.server = (is_ipv6 ? "[" + identity->host + "]" : identity->host) + ":" +
                    std::to_string(identity->port);
  }
  const auto now_context = context(telling, now);
  shell_ = client::shell_model(now_context, group_of(history_->here()));
  banner_hold_.settle(shell_, now.tick);
  screen_->refresh({now_context, desk_->drafts(), facts_});
  keep_card(telling, now);
}

// Back names where it leads, as that place called itself when the person left it.
ui::TopBarModel Room::top_bar(ui::Layout layout) const {
  ui::TopBarModel out = screen_->top_bar(layout);
  const std::string* title = history_->back_title();
  if (title != nullptr && !title->empty()) out.back = *title;
  if (title == nullptr) out.back.clear();
  if (!out.back.empty()) out.back = text::fill(shell_.back_words, {{"place", out.back}});
  return out;
}

// The list before unlocking shows the name and role that the programme has given.
void Room::keep_card(const Telling& telling, Now now) {
  const auto now_context = context(telling, now);
  const auto& directory = now_context.replica.directory();
  const auto* account = directory.account(now_context.self);
  if (account == nullptr) return;
  client::Profile known = profile_;
  known.name = account->account.name;
  known.tint = client::tint_of(now_context.self);
  for (const auto* grant : directory.grants_of(now_context.self)) {
    if (grant->ended) continue;
    if (grant->grant.role == model::Role::facilitator) known.role = "facilitator";
    if (grant->grant.role == model::Role::supervisor) known.role = "supervisor";
    if (grant->grant.role == model::Role::worker) known.role = "worker";
    break;
  }
  const bool same =
      known.name == profile_.name && known.role == profile_.role && known.tint == profile_.tint;
  if (same) return;
  profile_ = known;
  around_.worker.post([known]() -> Worker::Ending {
    // Tried again at the next unlocking, should it fail now: nothing but the list needs it.
    static_cast<void>(client::keep_card(known));
    return {};
  });
}

void Room::open(const Telling& telling, Now now) {
  arrivals_->moved();
  const auto now_context = context(telling, now);
  banner_hold_.moved();
  screen_ = open_screen(history_->here(), {now_context, desk_->drafts(), around_.random});
  stale_ = true;
  refresh(telling, now);
  unsettled_ = true;
}

// As Back calls it from the next place: the places of the rail by their words there.
std::string Room::name_here() const {
  const ui::Place& here = history_->here();
  std::optional<client::RailPlace> rail;
  if (std::holds_alternative<ui::place::Home>(here)) rail = client::RailPlace::home;
  if (std::holds_alternative<ui::place::Watch>(here)) rail = client::RailPlace::watch;
  if (std::holds_alternative<ui::place::Needs>(here)) rail = client::RailPlace::needs;
  for (const client::RailItem& item : shell_.places) {
    if (rail == item.place) return item.word;
  }
  return top_.title;
}

void Room::go(ui::Place place, const Telling& telling, Now now) {
  if (place == history_->here()) return;
  desk_->leave(now);
  history_->go(std::move(place), name_here());
  open(telling, now);
}

void Room::draw(ui::Ui& ui, const Telling& telling, Now now, ui::Requests& requests) {
  refresh(telling, now);
  top_ = top_bar(ui.layout());
  ui::Requests asked;
  const ui::ShellFrame frame =
      ui::draw_shell(ui, shell_, top_, history_->here(), shell_state_, asked);
  screen_->draw(ui, frame, asked);
  ui::draw_shell_over(ui, shell_, top_, desk_->toast(), shell_state_, asked);
  draw_notice(ui, telling);
  // A key or press may have changed what the person is in the middle of.
  if (ui.event_used() || !asked.empty()) {
    stale_ = true;
    unsettled_ = true;
  }
  for (const ui::Request& each : asked) carry_out(each, telling, now, requests);
}

void Room::draw_notice(ui::Ui& ui, const Telling& telling) {
  const auto& notice = desk_->notice();
  if (!notice) return;
  const std::string title = telling.words.translate("This was not done");
  const std::string text = text::sentence_for(telling.words, notice->code, notice->about);
  const std::string back = telling.words.translate("Go back");
  const auto answer =
      ui::dialog(ui, {.id = "notice", .question = title, .text = text, .back = back});
  if (answer != ui::DialogAnswer::none) desk_->notice_read();
}

void Room::carry_out(const ui::Request& asked, const Telling& telling, Now now,
                     ui::Requests& rest) {
  std::visit(Overloaded{
                 [&](const request::Go& it) { go(it.place, telling, now); },
                 [&](const request::Back&) {
                   desk_->leave(now);
                   if (history_->back()) open(telling, now);
                 },
                 [&](const request::Draft& it) { desk_->keep(it, now); },
                 [&](const request::Act& it) {
                   if (desk_->act(it, now) && it.then) go(*it.then, telling, now);
                 },
                 [&](const request::Undo&) { desk_->undo(now); },
                 [&](const request::TogglePrivacy&) { privacy_ = !privacy_; },
                 [&](const request::ChangePassphrase& it) { change_passphrase(it); },
                 [&](const request::SetServer& it) { set_server(it.address); },
                 [&](const auto&) { rest.push_back(asked); },
             },
             asked);
}

void Room::change_passphrase(const request::ChangePassphrase& change) {
  if (facts_.passphrase.waiting) return;
  facts_.passphrase = {true, Code::none};
  facts_.passphrase_changed = false;
  around_.worker.post([this, alive = std::weak_ptr<bool>(alive_), profile = profile_, change,
                       &random = around_.random]() -> Worker::Ending {
    const auto done = client::change_profile_passphrase(
        profile, change.old_passphrase, change.new_passphrase, vault::PassphraseCost{}, random);
    return [this, alive, code = done ? Code::none : done.error().code] {
      if (alive.expired()) return;
      facts_.passphrase = {false, code};
      facts_.passphrase_changed = code == Code::none;
      stale_ = true;
    };
  });
}

void Room::set_server(const std::string& address) {
  const auto [host, port] = split(address);
  facts_.server_changed = false;
  const auto done = desk_->runtime().client().set_server(host, port);
  facts_.server_change = {done.has_value(), done ? Code::none : done.error().code};
  stale_ = true;
}

bool Room::may_close() {
  if (shell_.leaving.empty()) return true;
  shell_state_.leaving = request::CloseWindow{};
  unsettled_ = true;
  return false;
}

std::unique_ptr<Holding> Room::leave(Now now) {
  desk_->leave(now);
  arrivals_.reset();
  auto out = std::make_unique<Holding>();
  out->profile = profile_;
  out->sealer = std::move(sealer_);
  out->runtime = desk_->take_runtime();
  return out;
}

}  // namespace baraza::app
