// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/app/screen.h"
#include "client/app/session_desk.h"
#include "client/ui/screens/groups_screen.h"
#include "client/ui/screens/home_screen.h"
#include "shared/base/overloaded.h"

namespace baraza::app {
namespace {

namespace place = ui::place;

class HomeScreen final : public Screen {
 public:
  void refresh(const ScreenInput& input) override { model_ = client::home_model(input.context); }
  ui::TopBarModel top_bar(ui::Layout) const override { return ui::home_top_bar(model_); }
  void draw(ui::Ui& ui, const ui::ShellFrame& frame, ui::Requests& requests) override {
    ui::draw_home(ui, frame, model_, requests);
  }

 private:
  client::HomeModel model_;
};

class GroupsScreen final : public Screen {
 public:
  void refresh(const ScreenInput& input) override { model_ = client::groups_model(input.context); }
  ui::TopBarModel top_bar(ui::Layout) const override { return ui::groups_top_bar(model_); }
  void draw(ui::Ui& ui, const ui::ShellFrame& frame, ui::Requests& requests) override {
    ui::draw_groups(ui, frame, model_, requests);
  }

 private:
  client::GroupsModel model_;
};

}  // namespace

std::unique_ptr<Screen> open_screen(const ui::Place& at, const ScreenStart& start) {
  return std::visit(
      Overloaded{
          [&](const place::Groups&) -> std::unique_ptr<Screen> {
            return std::make_unique<GroupsScreen>();
          },
          [&](const place::Session& it) -> std::unique_ptr<Screen> {
            return open_session(it, start);
          },
          [&](const auto&) -> std::unique_ptr<Screen> { return std::make_unique<HomeScreen>(); },
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
