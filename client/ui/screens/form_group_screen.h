// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/form_group_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/stepper.h"
#include "client/ui/widgets/text_field.h"

// A group formed of those who wait.
//
// ids: form.name form.course.N form.first form.person.N form.save
namespace baraza::ui {

struct FormGroupState {
  client::FormGroupChoice choice;
  TextFieldState name;
  StepperState first;
};

TopBarModel form_group_top_bar(const client::FormGroupModel& model);
void draw_form_group(Ui& ui, const ShellFrame& frame, const client::FormGroupModel& model,
                     FormGroupState& state, Requests& requests);

}  // namespace baraza::ui
