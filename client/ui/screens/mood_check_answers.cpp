// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/ui/screens/mood_check_parts.h"

// What a key or press does to the sheet that is open.
namespace baraza::ui::mood_check_parts {

void Answers::keep() {
  requests_.emplace_back(request::Draft{client::check_in_draft_key(draft()),
                                        client::encode_check_in(draft(), *model_.pack)});
}

void Answers::enter(std::size_t item, const model::Answer& answer) {
  auto& answers = draft().answers;
  if (item >= answers.size()) return;
  answers[item] = answer;
  std::size_t next = item + 1;
  if (next == answers.size()) {
    const auto open = std::find(answers.begin(), answers.end(), std::nullopt);
    next = static_cast<std::size_t>(open - answers.begin());
  }
  draft().at = next;
  keep();
}

void Answers::go_back() {
  if (draft().at == 0) return;
  --draft().at;
  keep();
}

void Answers::go_to(std::size_t item) {
  if (draft().at == item || item >= draft().answers.size()) return;
  draft().at = item;
  keep();
}

// The sheet stays as it is until the screen is left or its entry is there: if it isn't taken,
// nothing is lost.
void Answers::finish() {
  request::Act act;
  act.intents.push_back(client::finish_check_in(draft()));
  act.done = model_.saved_word;
  act.drops_drafts = {model_.draft_key};
  if (model_.raises_risk) {
    act.then = place::Alarm{model_.group, model_.member};
  } else if (model_.sheet_left) {
    open_next();
  } else if (model_.list) {
    act.then = place::IntakePerson{*model_.list, model::person_on_list(model_.member)};
  } else {
    act.then = place::Session{model_.group, model_.session};
  }
  requests_.emplace_back(std::move(act));
}

void Answers::open_next() {
  state_.sheets.open = model_.next_sheet;
  state_.focused_item.reset();
  auto& answers = draft().answers;
  if (draft().has_answer() || model_.next_begins.size() != answers.size()) return;
  answers = model_.next_begins;
  const auto open = std::find(answers.begin(), answers.end(), std::nullopt);
  draft().at = static_cast<std::size_t>(open - answers.begin());
}

void Answers::set_paper(std::optional<std::uint32_t> total, int days_earlier) {
  draft().typed_total = total;
  draft().session.date = draft().session.date + -days_earlier;
  keep();
}

void Answers::begin_anew() {
  auto& fresh = state_.sheets.fresh;
  if (fresh.empty()) return;
  const std::string language = draft().language;
  const bool paper = draft().mode == model::AnswerMode::paper;
  draft() = client::begin_check_in(*model_.pack, model_.group, model_.session, model_.member,
                                   fresh.back());
  draft().screening = model_.list.has_value();
  if (paper && model_.list) draft().mode = model::AnswerMode::paper;
  draft().language = language;
  fresh.pop_back();
  state_.focused_item.reset();
}

void Answers::correct() {
  if (!model_.may_write) return;
  begin_anew();
  draft().supersedes = model_.counting;
  draft().language = model_.counting_language;
  for (std::size_t i = 0; i < draft().answers.size(); ++i) {
    if (i < model_.counting_answers.size()) draft().answers[i] = model_.counting_answers[i];
  }
  // Kept from the first change on: what is there so far is in the record.
}

void Answers::leave_correction() {
  const Bytes bytes = client::encode_check_in(draft(), *model_.pack);
  const std::string key = model_.draft_key;
  const auto answers = draft().so_far();
  begin_anew();
  // What was answered meanwhile and raises a risk doesn't go away with the correction; what was
  // answered before has its flag.
  const auto& risk = model_.pack->risk_item;
  const bool new_answer = risk && risk->index < answers.size() &&
                          (risk->index >= model_.counting_answers.size() ||
                           !(answers[risk->index] == model_.counting_answers[risk->index]));
  const auto flag = new_answer ? client::draft_needs_flag(bytes) : std::nullopt;
  if (flag) {
    request::Act act;
    act.intents.emplace_back(*flag);
    act.done = model_.saved_word;
    act.drops_drafts = {key};
    act.then = place::Alarm{model_.group, model_.member};
    requests_.emplace_back(std::move(act));
  } else {
    requests_.emplace_back(request::Draft{key, {}});
  }
}

void Answers::withdraw(const std::string& reason) {
  request::Act act;
  for (const CheckInId& id : model_.counting) {
    act.intents.emplace_back(client::WithdrawCheckIn{model_.group, id, reason});
  }
  act.done = model_.withdrawn_word;
  requests_.emplace_back(std::move(act));
  begin_anew();
}

}  // namespace baraza::ui::mood_check_parts
