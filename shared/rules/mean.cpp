// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/mean.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "shared/rules/score.h"

namespace baraza::rules {

std::set<CheckInId> conflicted_check_ins(CheckIns current) {
  using Key = std::tuple<MemberId, model::SessionKey, std::string_view>;
  std::map<Key, std::vector<CheckInId>> by_key;
  for (const model::CheckIn* check_in : current) {
    by_key[{check_in->member, check_in->session, check_in->instrument.id}].push_back(
        check_in->check_in);
  }
  std::set<CheckInId> out;
  for (const auto& [key, ids] : by_key) {
    if (ids.size() > 1) out.insert(ids.begin(), ids.end());
  }
  return out;
}

MeasureMean mean_total(const content::InstrumentPack& pack, CheckIns current) {
  const std::set<CheckInId> conflicted = conflicted_check_ins(current);
  MeasureMean out;
  std::int64_t sum = 0;
  for (const model::CheckIn* check_in : current) {
    if (check_in->instrument.id != pack.id || check_in->instrument.version != pack.version) {
      continue;
    }
    if (conflicted.contains(check_in->check_in)) {
      ++out.conflicted;
      continue;
    }
    const Score scored = score(pack, check_in->answers);
    if (!scored.total) {
      ++out.without_total;
      continue;
    }
    ++out.counted;
    if (scored.prorated) ++out.prorated;
    sum += *scored.total;
  }
  if (out.counted > 0) out.mean = static_cast<double>(sum) / out.counted;
  return out;
}

}  // namespace baraza::rules
