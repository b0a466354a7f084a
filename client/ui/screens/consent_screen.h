// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/consent_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/screens/shell.h"

// What a member agreed to: a yes or a no for each purpose, saved as it is pressed.
//
// ids: consent.how.N consent.P.0 (yes) consent.P.1 (no), P the number of the purpose
namespace baraza::ui {

struct ConsentState {
  model::ConsentHow how = model::ConsentHow::spoken;
};

TopBarModel consent_top_bar(const client::ConsentModel& model);
void draw_consent(Ui& ui, const ShellFrame& frame, const client::ConsentModel& model,
                  ConsentState& state, Requests& requests);

}  // namespace baraza::ui
