// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "baraza/v1/content.pb.h"
#include "shared/base/limits.h"
#include "shared/content/readers.h"

namespace baraza::content {
namespace {

constexpr int version_max = 1'000'000;
constexpr int items_max = 64;
constexpr std::uint32_t answer_max = 1000;
constexpr int total_factor_max = 100;
constexpr std::uint32_t total_max = items_max * answer_max;
constexpr int recall_days_max = 3660;

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The number and check digit around the dash; both empty if it isn't of that form.
std::pair<std::string_view, std::string_view> split_loinc(std::string_view code) {
  const auto dash = code.find('-');
  if (dash == std::string_view::npos || code.size() > 12) return {};
  const auto number = code.substr(0, dash);
  const auto check = code.substr(dash + 1);
  if (!is_digits(number) || !is_digits(check) || check.size() != 1) return {};
  return {number, check};
}

// LOINC's check digit (mod 10, doubling every other digit from the right): a mistyped code would
// file answers under somebody else's question.
bool check_digit_holds(std::string_view number, std::string_view check) {
  int sum = 0;
  bool doubled = true;
  for (auto digit = number.rbegin(); digit != number.rend(); ++digit, doubled = !doubled) {
    const int value = (*digit - '0') * (doubled ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  return (10 - sum % 10) % 10 == check.front() - '0';
}

const std::string& loinc_code(const Place& place, int field, const std::string& code) {
  if (code.empty()) return code;
  const auto [number, check] = split_loinc(code);
  if (number.empty()) {
    place.fault(field, "'" + code + "' is not a LOINC code such as 44250-9");
  } else if (!check_digit_holds(number, check)) {
    place.fault(field, "the check digit of LOINC code '" + code + "' is wrong");
  }
  return code;
}

const std::string& loinc_answer_code(const Place& place, int field, const std::string& code) {
  if (code.empty()) return code;
  const std::string_view view = code;
  if (!view.starts_with("LA") || split_loinc(view.substr(2)).first.empty()) {
    place.fault(field, "'" + code + "' is not a LOINC answer code such as LA6568-5");
  }
  return code;
}

// One of two or more things under one name; the second one is reported.
void check_unique(std::set<std::string>& seen, const Place& place, int field,
                  const std::string& value) {
  if (value.empty()) return;  // reported as missing
  if (!seen.insert(value).second) place.fault(field, "'" + value + "' stands twice");
}

void read_items(const v1::InstrumentPack& message, const Place& place, InstrumentPack& pack) {
  using Proto = v1::InstrumentItem;
  constexpr int field = v1::InstrumentPack::kItemsFieldNumber;
  if (message.items_size() == 0) place.fault(field, "'items' is missing");
  if (message.items_size() > items_max) {
    place.fault_at(field, items_max, "more than " + std::to_string(items_max) + " items");
  }
  std::set<std::string> ids, codes;
  for (int i = 0; i < message.items_size(); ++i) {
    const Proto& item = message.items(i);
    const Place here = place.child(field, i);
    pack.items.push_back({
        here.id(Proto::kIdFieldNumber, item.id()),
        message.structure_only() ? here.optional_line(Proto::kLabelFieldNumber, item.label())
                                 : here.line(Proto::kLabelFieldNumber, item.label()),
        loinc_code(here, Proto::kLoincFieldNumber, item.loinc()),
        item.reversed(),
    });
    check_unique(ids, here, Proto::kIdFieldNumber, item.id());
    check_unique(codes, here, Proto::kLoincFieldNumber, item.loinc());
  }
}

// True if the values can be relied on, so that the range of totals is known.
bool read_answers(const v1::InstrumentPack& message, const Place& place, InstrumentPack& pack) {
  using Proto = v1::AnswerChoice;
  constexpr int field = v1::InstrumentPack::kAnswersFieldNumber;
  if (message.answers_size() < 2) {
    place.fault_at(field, message.answers_size() - 1, "needs at least two 'answers'");
  }
  std::set<std::string> labels, codes;
  bool values_hold = message.answers_size() >= 2;
  int latest = -1;
  for (int i = 0; i < message.answers_size(); ++i) {
    const Proto& answer = message.answers(i);
    const Place here = place.child(field, i);
    const int value =
        here.number(Proto::kValueFieldNumber, answer.value(), 0, answer_max, answer.has_value());
    const bool in_range = answer.has_value() && answer.value() <= answer_max;
    const bool rises = value > latest;
    if (in_range && !rises) {
      here.fault(Proto::kValueFieldNumber,
                 value == latest ? "value " + std::to_string(value) + " stands twice"
                                 : "value " + std::to_string(value) + " comes after " +
                                       std::to_string(latest) + ", values must rise");
    }
    values_hold = values_hold && in_range && rises;
    if (in_range) latest = std::max(latest, value);
    pack.answers.push_back({
        value,
        message.structure_only() ? here.optional_line(Proto::kLabelFieldNumber, answer.label())
                                 : here.line(Proto::kLabelFieldNumber, answer.label()),
        loinc_answer_code(here, Proto::kLoincFieldNumber, answer.loinc()),
    });
    check_unique(labels, here, Proto::kLabelFieldNumber, answer.label());
    check_unique(codes, here, Proto::kLoincFieldNumber, answer.loinc());
  }
  return values_hold;
}

std::string totals(int low, int high) {
  if (low == high) return "total " + std::to_string(low);
  return "totals " + std::to_string(low) + " to " + std::to_string(high);
}

// Every total of the instrument lies in exactly one band. Without a known range of totals only the
// bands' own order is looked at.
void read_bands(const v1::InstrumentPack& message, const Place& place, bool range_known,
                InstrumentPack& pack) {
  using Proto = v1::ScoreBand;
  constexpr int field = v1::InstrumentPack::kBandsFieldNumber;
  if (message.bands_size() == 0) return;
  range_known = range_known && !pack.items.empty();
  const int highest_total = range_known ? pack.highest_total() : static_cast<int>(total_max);
  // The total with which the next band has to begin; unknown after a band without sound limits.
  constexpr int unknown = -1;
  int expected = range_known ? pack.lowest_total() : unknown;
  std::set<std::string> ids;
  for (int i = 0; i < message.bands_size(); ++i) {
    const Proto& band = message.bands(i);
    const Place here = place.child(field, i);
    const int low = here.number(Proto::kLowFieldNumber, band.low(), 0, total_max, band.has_low());
    const int high =
        here.number(Proto::kHighFieldNumber, band.high(), 0, total_max, band.has_high());
    pack.bands.push_back({
        here.id(Proto::kIdFieldNumber, band.id()),
        here.line(Proto::kLabelFieldNumber, band.label()),
        low,
        high,
    });
    check_unique(ids, here, Proto::kIdFieldNumber, band.id());
    const bool limits_hold =
        band.has_low() && band.low() <= total_max && band.has_high() && band.high() <= total_max;
    if (limits_hold && high < low) here.fault(Proto::kHighFieldNumber, "'high' is below 'low'");
    if (!limits_hold || high < low) {
      expected = unknown;
      continue;
    }
    if (expected != unknown && low > expected) {
      here.fault(Proto::kLowFieldNumber, totals(expected, low - 1) + " in no band");
    } else if (expected != unknown && low < expected && i == 0) {
      here.fault(Proto::kLowFieldNumber,
                 "'low' is below the lowest total " + std::to_string(expected));
    } else if (expected != unknown && low < expected) {
      here.fault(Proto::kLowFieldNumber,
                 totals(low, std::min(high, expected - 1)) + " in two bands");
    }
    expected = std::max(expected, high + 1);
    if (high > highest_total) {
      here.fault(Proto::kHighFieldNumber,
                 "'high' is above the highest total " + std::to_string(highest_total));
    }
  }
  if (range_known && expected != unknown && expected <= highest_total) {
    place.child(field, message.bands_size() - 1)
        .fault(Proto::kHighFieldNumber, totals(expected, highest_total) + " in no band");
  }
}

void read_prorating(const v1::InstrumentPack& message, const Place& place, InstrumentPack& pack) {
  using Proto = v1::Prorating;
  if (!message.has_prorating() || pack.items.empty()) return;
  const Place here = place.child(v1::InstrumentPack::kProratingFieldNumber);
  pack.prorating =
      Prorating{here.number(Proto::kMinAnsweredFieldNumber, message.prorating().min_answered(), 1,
                            static_cast<int>(pack.items.size())),
                Rounding::half_up};
  if (message.prorating().rounding() == v1::ROUNDING_UNSPECIFIED) {
    here.fault(Proto::kRoundingFieldNumber, "'rounding' is missing");
  }
}

void read_risk_item(const v1::InstrumentPack& message, const Place& place, bool range_known,
                    InstrumentPack& pack) {
  using Proto = v1::RiskItem;
  if (!message.has_risk_item() || pack.items.empty()) return;
  const Place here = place.child(v1::InstrumentPack::kRiskItemFieldNumber);
  const int item = here.number(Proto::kItemFieldNumber, message.risk_item().item(), 1,
                               static_cast<int>(pack.items.size()));
  // From the highest answer on nothing could ever raise.
  const int flag_above_max =
      range_known ? pack.highest_answer() - 1 : static_cast<int>(answer_max) - 1;
  const int flag_above = here.number(Proto::kFlagAboveFieldNumber, message.risk_item().flag_above(),
                                     0, flag_above_max, message.risk_item().has_flag_above());
  pack.risk_item = RiskItem{static_cast<std::size_t>(item - 1), flag_above};
}

void read_change_rules(const v1::InstrumentPack& message, const Place& place,
                       InstrumentPack& pack) {
  using Proto = v1::ChangeRule;
  using Condition = v1::ChangeCondition;
  constexpr int field = v1::InstrumentPack::kChangeRulesFieldNumber;
  std::set<std::string> ids;
  for (int i = 0; i < message.change_rules_size(); ++i) {
    const Proto& rule = message.change_rules(i);
    const Place here = place.child(field, i);
    ChangeRule out{here.id(Proto::kIdFieldNumber, rule.id()),
                   here.line(Proto::kTitleFieldNumber, rule.title()),
                   rule.baseline() == v1::CHANGE_BASELINE_LAST_OR_BEST
                       ? ChangeBaseline::last_or_best
                       : ChangeBaseline::first,
                   {}};
    check_unique(ids, here, Proto::kIdFieldNumber, rule.id());
    if (rule.baseline() == v1::CHANGE_BASELINE_UNSPECIFIED) {
      here.fault(Proto::kBaselineFieldNumber, "'baseline' is missing");
    }
    if (rule.conditions_size() == 0) {
      here.fault(Proto::kConditionsFieldNumber, "'conditions' is missing");
    }
    for (int c = 0; c < rule.conditions_size(); ++c) {
      const Place at = here.child(Proto::kConditionsFieldNumber, c);
      ChangeCondition condition;
      int low = 1;
      int high = total_max;
      switch (rule.conditions(c).kind()) {
        case v1::CHANGE_KIND_BETTER_BY_POINTS: condition.kind = ChangeKind::better_by_points; break;
        case v1::CHANGE_KIND_BETTER_BY_PERCENT:
          condition.kind = ChangeKind::better_by_percent;
          high = 100;
          break;
        case v1::CHANGE_KIND_WORSE_BY_POINTS: condition.kind = ChangeKind::worse_by_points; break;
        case v1::CHANGE_KIND_AT_LEAST_AS_GOOD_AS:
          condition.kind = ChangeKind::at_least_as_good_as;
          low = 0;
          break;
        case v1::CHANGE_KIND_UNSPECIFIED:
          at.fault(Condition::kKindFieldNumber, "'kind' is missing");
          break;
        default: break;  // check_values() has reported it
      }
      condition.amount =
          at.number(Condition::kAmountFieldNumber, rule.conditions(c).amount(), low, high);
      out.conditions.push_back(condition);
    }
    pack.change_rules.push_back(std::move(out));
  }
}

}  // namespace

InstrumentPack read_instrument(const v1::InstrumentPack& message, const Place& place) {
  using Proto = v1::InstrumentPack;
  InstrumentPack pack;
  pack.location = place.location();
  pack.id = place.id(Proto::kIdFieldNumber, message.id());
  pack.version = static_cast<std::uint32_t>(
      place.number(Proto::kVersionFieldNumber, message.version(), 1, version_max));
  pack.title = place.line(Proto::kTitleFieldNumber, message.title());
  pack.question = place.optional_line(Proto::kQuestionFieldNumber, message.question());
  pack.licence_note =
      place.text(Proto::kLicenceNoteFieldNumber, message.licence_note(), limits::text_bytes);
  pack.recall_days = place.number(Proto::kRecallDaysFieldNumber, message.recall_days(), 0,
                                  recall_days_max, message.has_recall_days());
  pack.loinc_panel = loinc_code(place, Proto::kLoincPanelFieldNumber, message.loinc_panel());
  pack.loinc_total = loinc_code(place, Proto::kLoincTotalFieldNumber, message.loinc_total());
  if (message.direction() == v1::SCORE_DIRECTION_UNSPECIFIED) {
    place.fault(Proto::kDirectionFieldNumber, "'direction' is missing");
  }
  pack.direction = message.direction() == v1::SCORE_DIRECTION_HIGHER_IS_BETTER
                       ? ScoreDirection::higher_is_better
                       : ScoreDirection::lower_is_better;
  pack.structure_only = message.structure_only();
  if (message.total_factor() != 0) {
    pack.total_factor =
        place.number(Proto::kTotalFactorFieldNumber, message.total_factor(), 1, total_factor_max);
  }
  read_items(message, place, pack);
  const bool range_known = read_answers(message, place, pack);
  if (range_known && pack.highest_total() > static_cast<int>(total_max)) {
    place.fault(Proto::kTotalFactorFieldNumber, "the highest total is " +
                                                    std::to_string(pack.highest_total()) +
                                                    ", must be up to " + std::to_string(total_max));
  }
  read_bands(message, place, range_known, pack);
  read_prorating(message, place, pack);
  read_risk_item(message, place, range_known, pack);
  read_change_rules(message, place, pack);
  return pack;
}

}  // namespace baraza::content
