// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/change.h"

#include <algorithm>
#include <cstdlib>

namespace baraza::rules {
namespace {

using content::ChangeBaseline;
using content::ChangeCondition;
using content::ChangeKind;
using content::ChangeRule;
using content::InstrumentPack;
using content::ScoreDirection;

// How far a total is from the best that the instrument has: lower is better, for every instrument.
int burden(const InstrumentPack& pack, int total) {
  return pack.direction == ScoreDirection::lower_is_better ? total - pack.lowest_total()
                                                           : pack.highest_total() - total;
}

bool holds(const InstrumentPack& pack, const ChangeCondition& condition, int from, int to) {
  const int before = burden(pack, from);
  const int now = burden(pack, to);
  switch (condition.kind) {
    case ChangeKind::better_by_points: return before - now >= condition.amount;
    case ChangeKind::better_by_percent:
      // Somebody without any burden has none to lose.
      return before > 0 && (before - now) * 100 >= condition.amount * before;
    case ChangeKind::worse_by_points: return now - before >= condition.amount;
    case ChangeKind::at_least_as_good_as: return now <= burden(pack, condition.amount);
  }
  return false;
}

}  // namespace

bool holds(const InstrumentPack& pack, const ChangeRule& rule, int from, int to) {
  return std::all_of(rule.conditions.begin(), rule.conditions.end(),
                     [&](const auto& condition) { return holds(pack, condition, from, to); });
}

std::vector<ChangeFound> changes(const InstrumentPack& pack, std::span<const int> totals) {
  std::vector<ChangeFound> out;
  if (totals.size() < 2) return out;
  const int latest = totals.back();
  const auto before = totals.first(totals.size() - 1);
  const int best = *std::min_element(before.begin(), before.end(), [&](int a, int b) {
    return burden(pack, a) < burden(pack, b);
  });
  for (const ChangeRule& rule : pack.change_rules) {
    std::vector<int> baselines{before.front()};
    if (rule.baseline == ChangeBaseline::last_or_best) baselines = {before.back(), best};
    std::optional<int> from;
    for (const int baseline : baselines) {
      if (!holds(pack, rule, baseline, latest)) continue;
      if (!from || std::abs(latest - baseline) > std::abs(latest - *from)) from = baseline;
    }
    if (from) out.push_back({rule.id, rule.title, *from, latest});
  }
  return out;
}

}  // namespace baraza::rules
