// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/screens/mood_check_parts.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

// What a sheet of questions shows, whoever is asked.
namespace baraza::client::mood_check_parts {
namespace {

// More answers than these have numbers in place of words above them.
constexpr std::size_t most_columns = 5;
constexpr std::size_t most_values = 11;

std::string mark_of(const MoodCheckModel& model, const std::optional<model::Answer>& answer) {
  if (!answer || answer->state == model::AnswerState::answered) return {};
  return answer->state == model::AnswerState::refused ? model.rather_not_word
                                                      : model.not_asked_word;
}

}  // namespace

bool can_be_asked(const content::InstrumentPack& pack) {
  if (pack.answers.size() > most_values) return false;
  for (std::size_t i = 0; i < pack.answers.size(); ++i) {
    if (pack.answers[i].value != static_cast<int>(i)) return false;
  }
  return true;
}

void add_fixed_words(const text::Catalogue& words, MoodCheckModel& out) {
  out.done_word = words.translate("Done");
  out.rather_not_word = words.translate("Rather not");
  out.not_asked_word = words.translate("Not asked");
  out.no_question = words.translate("Every question has an answer.");
  out.ten_word = words.translate("Ten");
  out.one_back_word = words.translate("One back");
  out.correct_word = words.translate("Correct it");
  out.leave_word = words.translate("Leave it as it was");
  out.withdraw_word = words.translate("It should not count");
  out.withdraw_title = words.translate("Why should this mood check not count?");
  out.withdraw_note = words.translate(
      "It stays in the history. A worry that it raised stays open. This cannot be "
      "taken back: ask anew if it was right after all.");
  out.withdraw_reason = words.translate("The reason");
  out.withdraw_hint = words.translate("It was about somebody else");
  out.withdraw_not = words.translate("Say why first.");
  out.settle_word = words.translate("Settle");
  out.back_word = words.translate("Go back");
  out.worried_word = words.translate("Worried");
  out.saved_word = words.translate("Saved on this laptop");
  out.withdrawn_word = words.translate("It does not count any more. Saved on this laptop");
}

void add_help(const text::Catalogue& words, MoodCheckModel& out) {
  const auto add = [&](std::string keys, std::string what) {
    out.help.push_back({std::move(keys), std::move(what)});
  };
  if (out.state == MoodCheckModel::State::asking) {
    const std::string last = std::to_string(std::min<std::uint32_t>(out.values, 10) - 1);
    add(text::fill(words.translate("0 to {last}"), {{"last", last}}),
        words.translate("The answer, and on to the next question"));
    if (out.values > 10) add("T", words.translate("The answer ten"));
    add("R", words.translate("Would rather not answer"));
    add("X", words.translate("Not asked"));
    add(words.translate("Backspace"), words.translate("One question back"));
    add(words.translate("Enter"), words.translate("Done, as soon as it can be pressed"));
  }
  if (!out.next_sheet_word.empty()) add("Q", out.next_sheet_word);
  add("W", words.translate("Worried about someone"));
}

void add_items(const ScreenContext& context, const CheckInDraft& draft, MoodCheckModel& out) {
  const content::InstrumentPack& pack = *out.pack;
  const text::Catalogue& words = context.words;
  out.values = static_cast<std::uint32_t>(pack.answers.size());
  if (pack.answers.size() <= most_columns) {
    for (const auto& each : pack.answers)
      out.columns.push_back(words.translate(each.label.c_str()));
  } else {
    out.ends = {words.translate(pack.answers.front().label.c_str()),
                words.translate(pack.answers.back().label.c_str())};
  }
  if (!pack.question.empty()) out.question = words.translate(pack.question.c_str());
  const bool asking = out.state == MoodCheckModel::State::asking;
  for (std::size_t i = 0; i < pack.items.size(); ++i) {
    MoodItem item;
    item.number = std::to_string(i + 1);
    item.label = words.translate(pack.items[i].label.c_str());
    item.risk = pack.risk_item && pack.risk_item->index == i;
    if (asking) {
      item.answer = i < draft.answers.size() ? draft.answers[i] : std::nullopt;
    } else if (!out.hidden && i < out.counting_answers.size()) {
      item.answer = out.counting_answers[i];
    }
    item.mark = mark_of(out, item.answer);
    out.items.push_back(std::move(item));
  }
  out.at = std::min(draft.at, out.items.size());
  if (pack.risk_item) {
    const std::string above = std::to_string(pack.risk_item->flag_above);
    out.risk_lines = {
        words.translate("Ask this away from the others, in your usual voice. Asking does no harm."),
        text::fill(words.translate(
                       "Any answer above {number} opens what to do next. You are not alone with "
                       "it."),
                   {{"number", above}})};
  }
}

std::string still_open(const text::Catalogue& words, const CheckInDraft& draft) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < draft.answers.size(); ++i) {
    if (!draft.answers[i]) open.push_back(std::to_string(i + 1));
  }
  if (open.empty()) return {};
  const std::string which = names_words(words, open);
  return text::fill(words.translate("Still open: question {numbers}.",
                                    "Still open: questions {numbers}.", open.size()),
                    {{"numbers", which}});
}

}  // namespace baraza::client::mood_check_parts
