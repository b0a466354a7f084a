// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/ids.h"

namespace baraza::content {

// Where something is written in a pack's file. Both count from 1; columns count bytes, a tab goes
// on to the next multiple of eight.
struct Location {
  int line = 1;
  int column = 1;
  auto operator<=>(const Location&) const = default;
};

// Charts and words must know which way is better: a WHO-5 that rises is good news, a PHQ-9 isn't.
enum class ScoreDirection { lower_is_better, higher_is_better };

struct InstrumentItem {
  std::string id;         // stable, for exports and catalogues
  std::string label;      // short, in our own words; empty in a pack that is structure only
  std::string loinc;      // empty if there is none
  bool reversed = false;  // scored as lowest + highest answer - value
};

struct AnswerChoice {
  int value = 0;
  std::string label;
  std::string loinc;  // empty if there is none
};

// Totals from low to high, both included.
struct ScoreBand {
  std::string id;
  std::string label;
  int low = 0;
  int high = 0;
};

enum class Rounding { half_up };

struct Prorating {
  int min_answered = 0;  // with fewer answers there is no total
  Rounding rounding = Rounding::half_up;
};

struct RiskItem {
  std::size_t index = 0;  // into InstrumentPack::items
  int flag_above = 0;     // an answer that scores above this raises a risk
};

enum class ChangeKind { better_by_points, better_by_percent, worse_by_points, at_least_as_good_as };

struct ChangeCondition {
  ChangeKind kind = ChangeKind::better_by_points;
  int amount = 0;
};

// What a score is compared with: the first of the same person and instrument version, or whichever
// of the last and the best shows the larger change.
enum class ChangeBaseline { first, last_or_best };

// A named rule by which a change counts; every condition must hold.
struct ChangeRule {
  std::string id;
  std::string title;
  ChangeBaseline baseline = ChangeBaseline::first;
  std::vector<ChangeCondition> conditions;
};

// A questionnaire as parse_pack() accepted it. Titles, labels and the question are in English, to
// be looked up in a catalogue. What the checks promise: items and answers aren't empty, answers
// rise in value, bands are none or cover every possible total once, from low to high, the risk item
// is one of the items, and only a pack that is structure only has items or answers
// without a label.
struct InstrumentPack {
  std::string id;
  std::uint32_t version = 0;
  Hash version_hash;  // of the pack's bytes as they came
  std::string title;
  std::vector<InstrumentItem> items;
  std::vector<AnswerChoice> answers;  // the same for every item
  ScoreDirection direction = ScoreDirection::lower_is_better;
  std::vector<ScoreBand> bands;
  std::optional<Prorating> prorating;  // without it a total needs every answer
  std::optional<RiskItem> risk_item;
  int recall_days = 0;  // 0: at this moment
  std::string licence_note;
  std::vector<ChangeRule> change_rules;
  std::string loinc_panel;
  std::string loinc_total;
  std::string question;  // what is asked before the items are read, or empty
  int total_factor = 1;  // the total is the sum of answers times this
  // Scoring without the text, which is somebody else's: nobody can be asked with it.
  bool structure_only = false;
  std::string origin;  // name of the file it came from
  Location location;   // of the pack in that file

  int lowest_answer() const { return answers.front().value; }
  int highest_answer() const { return answers.back().value; }
  int lowest_total() const {
    return lowest_answer() * static_cast<int>(items.size()) * total_factor;
  }
  int highest_total() const {
    return highest_answer() * static_cast<int>(items.size()) * total_factor;
  }
};

}  // namespace baraza::content
