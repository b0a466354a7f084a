// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/close_dialog.h"

#include "client/ui/widgets/dialog.h"

namespace baraza::ui {

void draw_close_dialog(Ui& ui, const client::CloseModel& model, bool& open, Requests& requests) {
  if (!open) return;
  std::string text;
  for (const std::string& line : model.missing) text += line + "\n";
  text += model.then;
  // With something missing a stray Enter goes back to it.
  const DialogAnswer answer = dialog(ui, {.id = "close",
                                          .question = model.question,
                                          .text = text,
                                          .back = model.back_word,
                                          .verb = model.close_word,
                                          .loses = !model.missing.empty()});
  if (answer == DialogAnswer::none) return;
  open = false;
  if (answer != DialogAnswer::verb) return;
  request::Act act;
  act.intents.push_back(model.close);
  act.done = model.done;
  act.drops_drafts = model.drops_drafts;
  requests.emplace_back(std::move(act));
}

}  // namespace baraza::ui
