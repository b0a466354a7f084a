// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <span>

#include "shared/content/instrument.h"
#include "shared/model/values.h"

// Means over check-ins, and which check-ins can't be in one. Pure; safe from any thread.
namespace baraza::rules {

// Check-ins that count, neither superseded nor withdrawn (model::current_check_ins).
using CheckIns = std::span<const model::CheckIn* const>;

// Those of which two or more count for one member, session and instrument, whatever its version: a
// person has to say which is meant. All of them stay, flagged, and none is in a mean.
std::set<CheckInId> conflicted_check_ins(CheckIns current);

struct MeasureMean {
  int counted = 0;             // check-ins that the mean is of
  int prorated = 0;            // of these, with a prorated total
  int conflicted = 0;          // left out
  int without_total = 0;       // left out: too few answers, or the risk item without one
  std::optional<double> mean;  // of totals; empty if nothing counts

  bool operator==(const MeasureMean&) const = default;
};

// The mean of the totals by this pack. Check-ins of another instrument or version are passed over:
// they never stand in one number.
MeasureMean mean_total(const content::InstrumentPack& pack, CheckIns current);

}  // namespace baraza::rules
