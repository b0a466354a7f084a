// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>

#include "client/core/screens/intake_person_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"

// Somebody on the list: what was asked, what was decided, a seat.
//
// ids: someone.ask someone.paper someone.edit someone.decide.N someone.seat.N someone.seated
//      someone.same.N someone.risk.open; decision.reason.N decision.words decision.action
//      decision.back; top.worried
namespace baraza::ui {

struct IntakePersonState {
  // A decision that needs words first.
  std::optional<model::Suitability> deciding;
  std::set<model::ReferReason> refer;
  std::string reason;
  TextFieldState reason_field;
};

TopBarModel intake_person_top_bar(const client::IntakePersonModel& model);
void draw_intake_person(Ui& ui, const ShellFrame& frame, const client::IntakePersonModel& model,
                        IntakePersonState& state, Requests& requests);

}  // namespace baraza::ui
