// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include "client/app/screen.h"

namespace baraza::app {

// A screen that is a model, what the person is in the middle of, and three functions.
template <class Model, class State>
class PlainScreen final : public Screen {
 public:
  struct Parts {
    std::function<Model(const ScreenInput&, const State&)> make;
    std::function<ui::TopBarModel(const Model&, ui::Layout)> top;
    std::function<void(ui::Ui&, const ui::ShellFrame&, const Model&, State&, ui::Requests&)> draw;
  };
  explicit PlainScreen(Parts parts, State state = {})
      : parts_(std::move(parts)), state_(std::move(state)) {}

  void refresh(const ScreenInput& input) override { model_ = parts_.make(input, state_); }
  ui::TopBarModel top_bar(ui::Layout layout) const override { return parts_.top(model_, layout); }
  void draw(ui::Ui& ui, const ui::ShellFrame& frame, ui::Requests& requests) override {
    parts_.draw(ui, frame, model_, state_, requests);
  }

 private:
  Parts parts_;
  Model model_;
  State state_;
};

}  // namespace baraza::app
