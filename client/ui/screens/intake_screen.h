// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/intake_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"

// The list of a site's people.
//
// ids: intake.new intake.form intake.show.N intake.search intake.row.N; intake.doubles.N.same
//      intake.doubles.N.apart
namespace baraza::ui {

struct IntakeState {
  client::IntakeShow show = client::IntakeShow::to_do;
  std::string search;
  TextFieldState field;
};

TopBarModel intake_top_bar(const client::IntakeModel& model);
void draw_intake(Ui& ui, const ShellFrame& frame, const client::IntakeModel& model,
                 IntakeState& state, Requests& requests);

}  // namespace baraza::ui
