// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/score.h"

#include <algorithm>
#include <string>

namespace baraza::rules {
namespace {

using content::InstrumentPack;
using model::Answer;
using model::AnswerState;

bool is_choice(const InstrumentPack& pack, std::uint32_t value) {
  return std::any_of(pack.answers.begin(), pack.answers.end(), [&](const auto& choice) {
    return static_cast<std::uint32_t>(choice.value) == value;
  });
}

// What an answer adds to the sum.
int points(const InstrumentPack& pack, std::size_t item, const Answer& answer) {
  const int value = static_cast<int>(answer.value);
  return pack.items[item].reversed ? pack.lowest_answer() + pack.highest_answer() - value : value;
}

Answer answer_to(Answers answers, std::size_t item) {
  return item < answers.size() ? answers[item] : Answer{};
}

bool is_answered(const InstrumentPack& pack, const Answer& answer) {
  return answer.state == AnswerState::answered && is_choice(pack, answer.value);
}

// Of an answer to the risk item. A value that the instrument doesn't have raises if it is above the
// threshold, or if the item counts the other way round, where nobody can say what it means.
bool raises(const InstrumentPack& pack, const Answer& answer) {
  const bool reversed = pack.items[pack.risk_item->index].reversed;
  if (reversed && !is_choice(pack, answer.value)) return true;
  if (!reversed) return answer.value > static_cast<std::uint32_t>(pack.risk_item->flag_above);
  return points(pack, pack.risk_item->index, answer) > pack.risk_item->flag_above;
}

RiskItemStatus risk_item_status(const InstrumentPack& pack, Answers answers) {
  if (!pack.risk_item) return RiskItemStatus::no_risk_item;
  const Answer answer = answer_to(answers, pack.risk_item->index);
  switch (answer.state) {
    case AnswerState::answered:
      // Looked at before anything else: a value that we don't know may still be a cry for help.
      if (raises(pack, answer)) return RiskItemStatus::above;
      return is_choice(pack, answer.value) ? RiskItemStatus::not_above : RiskItemStatus::unreadable;
    case AnswerState::refused: return RiskItemStatus::refused;
    case AnswerState::not_asked: return RiskItemStatus::not_asked;
    case AnswerState::not_applicable: return RiskItemStatus::not_applicable;
    case AnswerState::skipped: return RiskItemStatus::skipped;
  }
  return RiskItemStatus::unreadable;
}

bool has_answer(RiskItemStatus status) {
  return status == RiskItemStatus::no_risk_item || status == RiskItemStatus::above ||
         status == RiskItemStatus::not_above;
}

// sum * items / answered, a half rounded up; nothing here is negative.
int prorated_total(int sum, int items, int answered) {
  return (2 * sum * items + answered) / (2 * answered);
}

}  // namespace

std::string_view risk_item_status_name(RiskItemStatus status) {
  switch (status) {
    case RiskItemStatus::no_risk_item: return "no_risk_item";
    case RiskItemStatus::above: return "above";
    case RiskItemStatus::not_above: return "not_above";
    case RiskItemStatus::refused: return "refused";
    case RiskItemStatus::not_asked: return "not_asked";
    case RiskItemStatus::not_applicable: return "not_applicable";
    case RiskItemStatus::skipped: return "skipped";
    case RiskItemStatus::unreadable: break;
  }
  return "unreadable";
}

Score score(const InstrumentPack& pack, Answers answers) {
  const int items = static_cast<int>(pack.items.size());
  Score out;
  out.readable = answers.size() <= pack.items.size();
  for (std::size_t item = 0; item < pack.items.size(); ++item) {
    const Answer answer = answer_to(answers, item);
    if (is_answered(pack, answer)) {
      out.sum += points(pack, item, answer);
      ++out.answered;
    } else {
      ++out.missing;
      if (answer.state == AnswerState::answered) out.readable = false;
    }
  }
  out.sum *= pack.total_factor;
  out.possible = {out.sum + pack.lowest_answer() * out.missing * pack.total_factor,
                  out.sum + pack.highest_answer() * out.missing * pack.total_factor};
  out.lowest_band = band_of(pack, out.possible.low);
  out.highest_band = band_of(pack, out.possible.high);
  out.straddles = out.lowest_band != out.highest_band;
  out.risk_item = risk_item_status(pack, answers);

  if (!out.readable) return out;
  if (out.missing == 0) {
    out.total = out.sum;
  } else if (pack.prorating && out.answered >= pack.prorating->min_answered &&
             has_answer(out.risk_item)) {
    out.total = prorated_total(out.sum, items, out.answered);
    out.prorated = true;
  }
  if (out.total) out.band = band_of(pack, *out.total);
  return out;
}

bool needs_risk_flag(const InstrumentPack& pack, Answers answers) {
  return risk_item_status(pack, answers) == RiskItemStatus::above;
}

Result<void> check_answers(const InstrumentPack& pack, Answers answers) {
  if (answers.size() != pack.items.size()) {
    return fail(Code::invalid_argument, pack.id + " has " + std::to_string(pack.items.size()) +
                                            " items, not " + std::to_string(answers.size()));
  }
  for (std::size_t item = 0; item < answers.size(); ++item) {
    if (answers[item].state == AnswerState::answered && !is_choice(pack, answers[item].value)) {
      return fail(Code::invalid_argument,
                  "item " + pack.items[item].id + " of " + pack.id + " has no such answer");
    }
  }
  return {};
}

std::optional<std::size_t> band_of(const InstrumentPack& pack, int total) {
  for (std::size_t i = 0; i < pack.bands.size(); ++i) {
    if (total >= pack.bands[i].low && total <= pack.bands[i].high) return i;
  }
  return std::nullopt;
}

}  // namespace baraza::rules
