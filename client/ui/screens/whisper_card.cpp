// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/whisper_card.h"

namespace baraza::ui {

void draw_whisper(Ui& ui, const client::WhisperModel& model, Rect& room, bool& why,
                  Requests& requests) {
  if (!model.speaks) return;
  const std::string text = why ? model.text + " " + model.reason : model.text;
  WhisperSpec spec{.id = "whisper",
                   .rect = {room.x, room.y, room.width, 0},
                   .title = model.title,
                   .text = text,
                   .know = model.know_word,
                   .why = model.why_word};
  spec.rect.height = whisper_height(ui, spec);
  room.take_top(spec.rect.height, space::m);
  const WhisperAnswer answer = whisper(ui, spec);
  if (answer == WhisperAnswer::why) why = !why;
  if (answer != WhisperAnswer::know) return;
  why = false;
  request::Act act;
  act.intents.emplace_back(client::KnowWhisper{model.group, model.value});
  act.done = model.done;
  requests.emplace_back(std::move(act));
}

}  // namespace baraza::ui
