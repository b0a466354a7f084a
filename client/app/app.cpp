// SPDX-License-Identifier: Apache-2.0
#include "client/app/app.h"

#include <utility>

#include "client/words/words.h"
#include "shared/base/overloaded.h"

namespace baraza::app {

namespace request = ui::request;

App::App(Parts parts, const LaptopSettings& settings, std::vector<Person> persons)
    : around_{parts.clock,  parts.random,  parts.packs,  worker_,     parts.wake,
              parts.folder, parts.version, parts.laptop, parts.online},
      settings_(settings),
      words_(client::words_in(settings.language)),
      ui_(parts.clipboard),
      now_(parts.clock.now()),
      door_(around_, std::move(persons)),
      worker_(parts.wake) {}

// What must not wait is written before the store closes.
App::~App() {
  if (room_) room_->leave(around_.clock.now());
}

void App::update(Now now) {
  now_ = now;
  worker_.deliver();
  if (!room_) {
    door_.update();
    if (auto entered = door_.take_entered()) {
      room_ = std::make_unique<Room>(around_, std::move(entered), telling(), now);
      unsettled_ = true;
    }
  }
  if (room_) room_->update(telling(), now);
}

void App::pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) {
  unsettled_ = false;
  ui_.begin(input, fonts, settings_.theme, list);
  ui::Requests requests;
  if (room_) {
    if (input.event != nullptr) {
      room_->touched(now_.tick);
    } else {
      room_->rested(telling(), now_);
    }
    room_->draw(ui_, telling(), now_, requests);
  } else {
    door_.draw(ui_, telling(), now_, requests);
    unsettled_ = unsettled_ || ui_.event_used();
  }
  ui_.end();
  for (const ui::Request& each : requests) carry_out(each);
  if (room_ && room_->take_unsettled()) unsettled_ = true;
  unsettled_ = unsettled_ || !requests.empty() || ui_.settling();
}

void App::carry_out(const ui::Request& asked) {
  std::visit(Overloaded{
                 [&](const request::SetLanguage& it) {
                   settings_.language = it.language;
                   words_ = client::words_in(it.language);
                   keep_settings();
                 },
                 [&](const request::SetTextSize& it) {
                   settings_.text_size = it.text_size;
                   keep_settings();
                 },
                 [&](const request::SetTheme& it) {
                   settings_.theme = it.theme;
                   keep_settings();
                 },
                 [&](const request::SetPrivacyAtStart& it) {
                   settings_.privacy_at_start = it.on;
                   keep_settings();
                 },
                 [&](const request::Unlock& it) { door_.unlock(it); },
                 [&](const request::Enrol& it) { door_.enrol(it); },
                 [&](const request::Lock&) { lock(); },
                 [&](const request::CloseWindow&) { closing_ = true; },
                 [&](const request::Go& it) { door_.go(it.place); },
                 [&](const request::Back&) { door_.back(); },
                 // Everything else is for behind the passphrase.
                 [](const auto&) {},
             },
             asked);
}

void App::keep_settings() {
  worker_.post([folder = around_.folder, settings = settings_]() -> Worker::Ending {
    // A laptop that is full keeps them until it is closed; the next change tries again.
    static_cast<void>(write_settings(folder, settings));
    return {};
  });
}

void App::lock() {
  if (!room_) return;
  door_.locked(room_->leave(now_));
  room_.reset();
}

ui::Rgb App::background() const {
  return ui::colour(settings_.theme, ui::Token::bg);
}

platform::Cursor App::cursor() const {
  return ui_.over_text() ? platform::Cursor::text : platform::Cursor::arrow;
}

std::optional<Tick> App::next_change() const {
  auto next = room_ ? room_->next_change() : door_.next_change();
  // What is told in minutes changes with them.
  const Tick minute{now_.tick.ms + minutes(1).ms - now_.wall.ms % minutes(1).ms};
  return next && *next < minute ? next : minute;
}

void App::close_requested() {
  if (!room_ || room_->may_close()) closing_ = true;
}

}  // namespace baraza::app
