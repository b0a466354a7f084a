// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "client/app/arrival_hold.h"
#include "client/app/banner_hold.h"
#include "client/app/desk.h"
#include "client/app/holding.h"
#include "client/app/place_history.h"
#include "client/app/surroundings.h"
#include "client/core/screens/settings_model.h"

namespace baraza::app {

// Everything behind the passphrase of one person: the screens, where they are among them, and what
// the screens ask for. The window's thread.
class Room {
 public:
  Room(const Surroundings& around, std::unique_ptr<Holding> holding, const Telling& telling,
       Now now);

  void update(const Telling& telling, Now now);
  std::optional<Tick> next_change() const;
  // The person did something: a key, or the pointer.
  void touched(Tick now) {
    arrivals_->touched(now);
    banner_hold_.touched(now);
  }
  // Everything that the person did so far has its answer.
  void rested(const Telling& telling, Now now);
  // One pass; what was asked for and isn't this one's to do stands in `requests` afterwards.
  void draw(ui::Ui& ui, const Telling& telling, Now now, ui::Requests& requests);
  // True once after a pass that changed what is to be shown.
  bool take_unsettled() { return std::exchange(unsettled_, false); }

  // The person wants the window closed: true if nothing speaks against it, else it is asked about.
  bool may_close();
  // Ends it: drafts that must not wait are written, and what is open is given back.
  std::unique_ptr<Holding> leave(Now now);

 private:
  client::ScreenContext context(const Telling& telling, Now now) const;
  void refresh(const Telling& telling, Now now);
  ui::TopBarModel top_bar(ui::Layout layout) const;
  std::string name_here() const;
  void open(const Telling& telling, Now now);
  void go(ui::Place place, const Telling& telling, Now now);
  void carry_out(const ui::Request& request, const Telling& telling, Now now, ui::Requests& rest);
  void change_passphrase(const ui::request::ChangePassphrase& change);
  void set_server(const std::string& address);
  void take(const client::Effect& effect);
  void keep_card(const Telling& telling, Now now);
  void draw_notice(ui::Ui& ui, const Telling& telling);

  const Surroundings& around_;
  client::Profile profile_;
  std::unique_ptr<vault::KeySealer> sealer_;
  std::unique_ptr<Desk> desk_;
  std::optional<ArrivalHold> arrivals_;  // of the desk's client, which outlives it
  std::optional<PlaceHistory> history_;
  std::unique_ptr<Screen> screen_;
  client::ShellModel shell_;
  BannerHold banner_hold_;
  ui::ShellState shell_state_;
  ui::TopBarModel top_;
  client::LaptopFacts facts_;
  bool privacy_ = false;
  bool unsettled_ = true;

  // Of what the models were last made from.
  struct Stamp {
    std::uint64_t revision = 0;
    std::int64_t minute = 0;
    bool privacy = false;
    std::string language;
    bool operator==(const Stamp&) const = default;
  };
  Stamp stamp_;
  bool stale_ = true;
  // For endings of the worker's jobs, which may come when this is gone.
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace baraza::app
