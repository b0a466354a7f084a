// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "client/app/front_door.h"
#include "client/app/laptop_settings.h"
#include "client/app/room.h"
#include "client/app/scripted_scene.h"
#include "client/app/worker.h"
#include "client/app/zone_local_time.h"
#include "client/ui/kernel/clipboard.h"
#include "shared/text/catalogue.h"

namespace baraza::app {

// The client as a scene of its window: the screens before unlocking, and what lies behind them for
// whoever has unlocked the laptop. The window's thread; touches no disk itself.
class App final : public WatchedScene {
 public:
  // What is given by reference outlives it.
  struct Parts {
    ui::Clipboard& clipboard;
    const Clock& clock;
    Random& random;  // any thread may use it
    const content::PackLibrary& packs;
    std::function<void()> wake;    // ends the window's sleep; from any thread
    std::filesystem::path folder;  // of the laptop
    std::string version;
    std::string laptop;  // what this laptop is called where it joins
    bool online = true;  // false: works without ever looking for the server
  };

  App(Parts parts, const LaptopSettings& settings, std::vector<Person> persons);
  ~App() override;

  void update(Now now) override;
  void pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) override;
  bool wants_more() const override { return unsettled_; }
  ui::TextSize text_size() const override { return settings_.text_size; }
  ui::Rgb background() const override;
  platform::Cursor cursor() const override;
  void shown(Now) override {}
  std::optional<Tick> next_change() const override;
  void close_requested() override;
  bool finished() const override { return closing_; }

  const ui::Registry& registry() const override { return ui_.registry(); }
  const std::string& focused() const override { return ui_.focused(); }
  void finish() override { closing_ = true; }

 private:
  Telling telling() const { return {settings_, words_, local_}; }
  void carry_out(const ui::Request& request);
  void keep_settings();
  void lock();

  Surroundings around_;
  LaptopSettings settings_;
  text::Catalogue words_;
  ZoneLocalTime local_;
  ui::Ui ui_;
  Now now_;
  FrontDoor door_;
  std::unique_ptr<Room> room_;  // null while locked
  bool unsettled_ = true;
  bool closing_ = false;
  Worker worker_;  // goes first: its jobs use what is above
};

}  // namespace baraza::app
