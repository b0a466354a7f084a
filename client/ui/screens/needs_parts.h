// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/screens/needs_screen.h"

// The parts of the screen of what needs the person; for its own sources. All are drawn inside the
// scope "needs".
namespace baraza::ui::needs_parts {

// The open thing, or that none is.
void draw_detail(Ui& ui, const client::NeedsModel& model, const Rect& room, NeedsState& state,
                 Requests& requests);

// Answers to choose from, of equal weight. Which one was chosen in this pass.
float answers_height(const Ui& ui, const std::vector<client::NeedAnswer>& answers, float width);
std::optional<std::size_t> draw_answers(Ui& ui, const std::vector<client::NeedAnswer>& answers,
                                        Rect room);

}  // namespace baraza::ui::needs_parts
