// SPDX-License-Identifier: Apache-2.0
#include "client/app/risk_drafts.h"

#include <algorithm>

namespace baraza::app {

void RiskDrafts::note(const std::string& key, ByteView bytes, Tick now) {
  const auto flag = bytes.empty() ? std::nullopt : client::draft_needs_flag(bytes);
  if (!flag) {
    waiting_.erase(key);
    return;
  }
  // Other answers of the same draft don't begin the wait anew, and a flag that was given stands.
  const auto [at, is_new] = waiting_.try_emplace(key, Waiting{*flag, now, false});
  if (!is_new && at->second.flag.check_in != flag->check_in) at->second = {*flag, now, false};
}

std::vector<client::RaiseItemRisk> RiskDrafts::due(Tick now) {
  std::vector<client::RaiseItemRisk> out;
  for (auto& [key, waiting] : waiting_) {
    if (waiting.given || now < waiting.since + client::risk_draft_wait) continue;
    waiting.given = true;
    out.push_back(waiting.flag);
  }
  return out;
}

std::vector<client::RaiseItemRisk> RiskDrafts::left() {
  std::vector<client::RaiseItemRisk> out;
  for (auto& [key, waiting] : waiting_) {
    if (waiting.given) continue;
    waiting.given = true;
    out.push_back(waiting.flag);
  }
  return out;
}

void RiskDrafts::failed(const client::RaiseItemRisk& flag, Tick now) {
  for (auto& [key, waiting] : waiting_) {
    if (waiting.flag.check_in == flag.check_in) {
      waiting.given = false;
      waiting.since = now;
    }
  }
}

std::optional<Tick> RiskDrafts::next() const {
  std::optional<Tick> out;
  for (const auto& [key, waiting] : waiting_) {
    if (waiting.given) continue;
    const Tick at = waiting.since + client::risk_draft_wait;
    out = out ? std::min(*out, at) : at;
  }
  return out;
}

}  // namespace baraza::app
