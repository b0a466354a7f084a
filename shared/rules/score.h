// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "shared/base/result.h"
#include "shared/content/instrument.h"
#include "shared/model/values.h"

// What a check-in's answers amount to, by the pack of its instrument. Pure; safe from any thread.
namespace baraza::rules {

// One an item, in the order of the pack.
using Answers = std::span<const model::Answer>;

// What is known of the item that raises a risk. Only `above` and `not_above` are answers to it:
// the others mean that somebody still has to ask.
enum class RiskItemStatus {
  no_risk_item,  // the instrument has none
  above,         // raises: an open risk
  not_above,
  refused,
  not_asked,
  not_applicable,
  skipped,
  unreadable,  // a value that the instrument doesn't have
};
// A short stable name such as "not_asked", for exports.
std::string_view risk_item_status_name(RiskItemStatus status);

struct ScoreRange {
  int low = 0;
  int high = 0;
  bool operator==(const ScoreRange&) const = default;
};

struct Score {
  std::optional<int> total;         // of all items, or prorated; blank is never zero
  std::optional<std::size_t> band;  // of total, an index into the pack's bands
  bool prorated = false;            // total was worked out from fewer answers than items
  int sum = 0;                      // of the answers given, by the pack's factor
  int answered = 0;
  int missing = 0;                          // items without an answer, for whatever reason
  ScoreRange possible;                      // the totals that the missing answers leave open
  std::optional<std::size_t> lowest_band;   // of possible.low
  std::optional<std::size_t> highest_band;  // of possible.high
  bool straddles = false;                   // the two differ: the band isn't certain
  RiskItemStatus risk_item = RiskItemStatus::no_risk_item;
  // False if there is a value that the instrument doesn't have, or more answers than items: there
  // is no total then. A list that is too short can be read.
  bool readable = true;
  bool operator==(const Score&) const = default;
};

// Scores answers: an item that the pack calls reversed counts the other way round, and the sum is
// taken times the pack's factor. Items behind the end of a shorter list count as not asked.
//
// Prorating: with all items answered the total is their sum. With fewer, but at least the pack's
// min_answered, it is the sum times items by answered, a half rounded up. With fewer still, or
// without prorating in the pack, there is no total.
//
// The risk item is never filled in: prorating takes the mean of the answers given for each answer
// that is missing, and nobody's thoughts of dying are the mean of their sleep and appetite; nor is
// a missing answer a zero. So while the risk item has no answer there is no total and no band,
// however many of the other items have one. The answers given stand as they are, and `possible`
// says what they leave open. (Seven of nine answers, rounding, never imputing item 9 and the range:
// the PHQ-9 rules of the project's domain notes, 2.1; the first is wide practice without a known
// primary source, so it is a parameter of the pack. That no total at all is shown without item 9
// is our reading, the cautious one.)
Score score(const content::InstrumentPack& pack, Answers answers);

// True if these answers raise a risk by themselves. An answer above the pack's threshold raises
// even where the rest can't be read.
bool needs_risk_flag(const content::InstrumentPack& pack, Answers answers);

// Whether they may be entered as answers to this instrument: one an item, every value one of the
// pack's. Stricter than Score::readable, which is about what was signed, by whatever version.
// Code::invalid_argument names the item, never the answer.
Result<void> check_answers(const content::InstrumentPack& pack, Answers answers);

// The band in which a total lies, an index into the pack's bands; empty if the pack has no bands
// or the total is none of the instrument's.
std::optional<std::size_t> band_of(const content::InstrumentPack& pack, int total);

}  // namespace baraza::rules
