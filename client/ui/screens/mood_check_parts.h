// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/screens/mood_check_screen.h"

// The parts of the mood check's screen; for its own sources. All are drawn inside the scope "mood".
namespace baraza::ui::mood_check_parts {

// Changes the sheet that is open, and asks for its draft to be kept.
class Answers {
 public:
  Answers(const client::MoodCheckModel& model, MoodCheckState& state, Requests& requests)
      : model_(model), state_(state), requests_(requests) {}

  // Enters an answer and goes on to the next question, after the last to one that is still open.
  void enter(std::size_t item, const model::Answer& answer);
  void go_back();
  void go_to(std::size_t item);
  void finish();
  // On to the next sheet, with what it begins with.
  void open_next();
  // Of answers from a paper: the total that stands there, and its day.
  void set_paper(std::optional<std::uint32_t> total, int days_earlier);
  // A new check-in in the place of those that count.
  void correct();
  void leave_correction();
  void withdraw(const std::string& reason);

 private:
  client::CheckInDraft& draft() { return state_.sheets.drafts[state_.sheets.open]; }
  void keep();
  void begin_anew();

  const client::MoodCheckModel& model_;
  MoodCheckState& state_;
  Requests& requests_;
};

// The questions with their boxes, and the keys below them.
void draw_questions(Ui& ui, const client::MoodCheckModel& model, const Rect& rect,
                    MoodCheckState& state, Answers& answers);
// What was answered in a check-in that counts.
void draw_answered(Ui& ui, const client::MoodCheckModel& model, const Rect& rect);

// The score as a card of a column, or as a bar.
float score_height(const Ui& ui, const client::MoodCheckModel& model, float width);
void draw_score(Ui& ui, const client::MoodCheckModel& model, Rect room);
void draw_score_in_line(Ui& ui, const client::MoodCheckModel& model, Rect room);
float history_height(const Ui& ui, const client::MoodCheckModel& model, float width);
void draw_history(Ui& ui, const client::MoodCheckModel& model, const Rect& rect);

}  // namespace baraza::ui::mood_check_parts
