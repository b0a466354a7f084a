// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/session_model.h"

// Sessions as the model gives them, for whoever draws. Nobody in them is real.
namespace baraza::ui::sample {

// The one of the picture: step 3 of 7, Esther has the word, three weren't heard.
client::SessionModel typical_session();
// A group without members, no course here.
client::SessionModel empty_session();
// Fifteen people with long names, ten steps with long words, all of them late.
client::SessionModel overfull_session();
// The same three before they are opened, opened without a run, and closed.
client::SessionModel planned(client::SessionModel model);
client::SessionModel opened(client::SessionModel model);
client::SessionModel closed(client::SessionModel model);

}  // namespace baraza::ui::sample
