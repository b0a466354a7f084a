// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/core/screens/seat_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/stepper.h"

// A member's seat ends, or goes to another group.
//
// ids: seat.end.N seat.day seat.save
namespace baraza::ui {

struct SeatState {
  std::optional<std::size_t> chosen;
  int days_ago = 0;
  StepperState day;
};

TopBarModel seat_top_bar(const client::SeatModel& model);
void draw_seat(Ui& ui, const ShellFrame& frame, const client::SeatModel& model, SeatState& state,
               Requests& requests);

}  // namespace baraza::ui
