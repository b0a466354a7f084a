// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/core/screens/area_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"

// What a member works on: one area, at most one beside it, and why; what stands in dispute, and
// every choice that was ever made. 1 to 4 choose the area.
//
// ids: area.primary.N area.secondary.none area.secondary.N area.reason.N area.save; N is the number
//      of the area or of the reason
namespace baraza::ui {

// What was pressed and isn't saved yet; empty parts are as they stand in the model.
struct AreaState {
  std::optional<model::FocalArea> primary;
  std::optional<model::FocalArea> secondary;
  bool secondary_pressed = false;  // `secondary` says what is beside it, also that nothing is
  std::optional<model::FocalReason> reason;
};

TopBarModel area_top_bar(const client::AreaModel& model);
void draw_area(Ui& ui, const ShellFrame& frame, const client::AreaModel& model, AreaState& state,
               Requests& requests);

}  // namespace baraza::ui
