// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/app/arrival_hold.h"
#include "client/app/banner_hold.h"
#include "client/app/screen.h"
#include "tests/client/ui/screens/group_stage.h"

namespace baraza::app {

// Any screen as the room behind the passphrase opens and draws it, over a real record, while other
// laptops write.
class StillRoom : public ui::GroupScreens {
 protected:
  StillRoom() { world.now.tick = Tick{100'000}; }

  void go(ui::Place to) {
    at = std::move(to);
    if (!arrivals) arrivals.emplace(*laptop().client);
    arrivals->moved();
    banner.moved();
    screen = open_screen(at, {context(), drafts, random});
    stage.scene.requests.clear();
    stage.show([this](ui::Ui& ui, ui::Requests& requests) {
      const client::ScreenContext now = context();
      shell = client::shell_model(now, group_of(at));
      banner.settle(shell, world.now.tick);
      screen->refresh({now, drafts, laptop_facts});
      const ui::TopBarModel top = screen->top_bar(ui.layout());
      ui::Requests asked;
      const ui::ShellFrame frame = ui::draw_shell(ui, shell, top, at, shell_state, asked);
      screen->draw(ui, frame, asked);
      ui::draw_shell_over(ui, shell, top, std::nullopt, shell_state, asked);
      for (const ui::Request& each : asked) {
        carry_out(each);
        requests.push_back(each);
      }
    });
  }
  // The hand is at work now.
  void touch() {
    arrivals->touched(world.now.tick);
    banner.touched(world.now.tick);
  }
  // So much later, if nothing is done meanwhile. True if something was let in.
  bool wait(Duration time) {
    world.now = {world.now.wall + time, world.now.tick + time};
    const bool came = arrivals->settle(world.now.tick);
    if (came) banner.moved();
    stage.settle();
    return came;
  }

  struct Stood {
    ui::Rect rect;
    std::string text;
    bool enabled = true;
  };
  using Places = std::map<std::string, Stood>;
  // Where everything stands that can be pressed or typed into.
  Places controls() const {
    Places out;
    for (const ui::Drawn& drawn : stage.registry().all()) {
      if (drawn.kind != ui::Drawn::Kind::control) continue;
      out[drawn.id] = {drawn.visible(), drawn.text, drawn.enabled};
    }
    return out;
  }
  // What was there and isn't, stands elsewhere now, or is something else.
  static std::vector<std::string> moved(const Places& before, const Places& after) {
    std::vector<std::string> out;
    for (const auto& [id, stood] : before) {
      const auto now = after.find(id);
      if (now == after.end()) {
        out.push_back(id + " (" + stood.text + ") is gone");
      } else if (now->second.rect != stood.rect) {
        out.push_back(id + " (" + stood.text + ") moved");
      } else if (now->second.text != stood.text) {
        out.push_back(id + " (" + stood.text + ") is now " + now->second.text);
      }
    }
    return out;
  }

  ui::Place at;
  std::optional<ArrivalHold> arrivals;
  BannerHold banner;
  std::unique_ptr<Screen> screen;
  client::LaptopFacts laptop_facts;
};

}  // namespace baraza::app
