// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/content/instrument.h"

// Whether a score is a change worth a name: response, remission, reliable change, deterioration.
// Each is a rule of the pack, and is always named together with it. Pure; safe from any thread.
namespace baraza::rules {

struct ChangeFound {
  std::string rule;   // its id in the pack
  std::string title;  // what it says, in English, for a catalogue
  int from = 0;       // the total that the change is counted from
  int to = 0;         // the latest total

  bool operator==(const ChangeFound&) const = default;
};

// The rules of the pack that the latest of these totals meets, in the order of the pack. The totals
// are of one person, this instrument and version, and one way of asking, the oldest first; others
// never stand in one line. With fewer than two there is no change.
//
// "Better" and "worse" go by the pack's direction. A percentage is of the distance from the best
// possible total, so that half of it means the same whichever way is better. A rule with baseline
// last_or_best compares with the one total before the latest and with the best before it, and holds
// if it holds from either; `from` is the one that shows more.
std::vector<ChangeFound> changes(const content::InstrumentPack& pack, std::span<const int> totals);

// One rule, from one total to another.
bool holds(const content::InstrumentPack& pack, const content::ChangeRule& rule, int from, int to);

}  // namespace baraza::rules
