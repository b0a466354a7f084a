// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/whisper_model.h"
#include "client/ui/screens/requests.h"
#include "client/ui/widgets/banner.h"

namespace baraza::ui {

// The quiet word of a screen, with its reason once it was asked for. Takes its room from the top of
// `room`; nothing where none speaks.
//
// ids: whisper.know whisper.why
void draw_whisper(Ui& ui, const client::WhisperModel& model, Rect& room, bool& why,
                  Requests& requests);

}  // namespace baraza::ui
