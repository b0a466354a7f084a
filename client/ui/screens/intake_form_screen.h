// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/intake_form_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"
#include "shared/base/clock.h"

// Somebody is put on the list, or corrected there. What is typed is kept as a draft.
//
// ids: person.name person.year person.sex.N person.village person.phone person.double.N person.save
namespace baraza::ui {

struct IntakeFormState {
  model::Person value;  // as typed; its id is drawn when the screen opens for somebody new
  bool typed = false;
  TextFieldState name;
  NumberFieldState year;
  TextFieldState village;
  TextFieldState phone;
};

// Begins with what was kept, else with what stands.
IntakeFormState begin_intake_form(const client::IntakeFormModel& model, const Bytes& kept,
                                  Random& random);
TopBarModel intake_form_top_bar(const client::IntakeFormModel& model);
void draw_intake_form(Ui& ui, const ShellFrame& frame, const client::IntakeFormModel& model,
                      IntakeFormState& state, Requests& requests);

}  // namespace baraza::ui
