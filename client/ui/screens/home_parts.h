// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/home_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"

// The cards of home. Each is drawn from the upper edge of the room, as wide as it, and returns how
// high it is.
namespace baraza::ui::home_parts {

float draw_next(Ui& ui, const Rect& room, const client::NextCard& next, Requests& requests);
float draw_no_next(Ui& ui, const Rect& room, const std::string& words);
float draw_before(Ui& ui, const Rect& room, const client::HomeModel& model);
float draw_needs(Ui& ui, const Rect& room, const client::HomeModel& model, Requests& requests);
float draw_work(Ui& ui, const Rect& room, const client::HomeModel& model);

}  // namespace baraza::ui::home_parts
