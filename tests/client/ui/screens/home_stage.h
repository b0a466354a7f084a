// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/home_model.h"
#include "client/core/screens/shell_model.h"
#include "client/ui/screens/groups_screen.h"
#include "client/ui/screens/home_screen.h"
#include "record_stage.h"

namespace baraza::ui {

// Home and the list of groups with what really stands around them.
class HomeScreen : public RecordStage {
 protected:
  client::ShellModel shell_now() {
    std::optional<GroupId> group;
    if (const auto* at = std::get_if<place::Group>(&here)) group = at->group;
    return client::shell_model(context(), group);
  }
  // `change` makes the model fuller than the record is.
  void open_home(std::function<void(client::HomeModel&)> change = {}) {
    here = place::Home{};
    show_in_shell([this, change](Ui& ui, Requests& requests) {
      client::HomeModel model = client::home_model(home_context());
      if (change) change(model);
      const TopBarModel top = home_top_bar(model);
      const ShellFrame frame = draw_shell(ui, shell_now(), top, here, shell_state, requests);
      draw_home(ui, frame, model, requests);
      return top;
    });
  }
  void open_groups(std::function<void(client::GroupsModel&)> change = {}) {
    here = place::Groups{};
    show_in_shell([this, change](Ui& ui, Requests& requests) {
      client::GroupsModel model = client::groups_model(home_context());
      if (change) change(model);
      const TopBarModel top = groups_top_bar(model);
      const ShellFrame frame = draw_shell(ui, shell_now(), top, here, shell_state, requests);
      draw_groups(ui, frame, model, requests);
      return top;
    });
  }
  void worry(const std::string& name) {
    world.act(world.facilitator,
              client::RaiseWorry{world.group, member(name), model::AlarmUrgency::today, {}});
    world.run();
  }
  static void fill(std::vector<client::GroupCard>& cards) {
    const client::GroupCard one = cards.at(0);
    for (int i = 0; i < 15; ++i) {
      cards.push_back(one);
      cards.back().name = i % 3 == 0 ? "Women who farm beside the upper lake road" : "Bahari";
      if (i % 4 == 0) cards.back().risk = words_of_risk();
    }
  }
  static std::string words_of_risk() { return "A worry is open"; }

  Place here = place::Home{};
  bool no_groups = false;
  std::optional<ToastModel> toast;

 private:
  client::ScreenContext home_context() {
    if (!no_groups) return context();
    return {nothing_, world.packs, words, local, world.now, {}, privacy, {}, false, {}, {}, &kept};
  }
  void show_in_shell(std::function<TopBarModel(Ui&, Requests&)> body) {
    stage.scene.requests.clear();
    draw = [this, body = std::move(body)](Ui& ui, Requests& requests) {
      const TopBarModel top = body(ui, requests);
      draw_shell_over(ui, shell_now(), top, toast, shell_state, requests);
    };
    stage.show(draw);
  }

  client::Replica nothing_{{}, {}};
};

}  // namespace baraza::ui
