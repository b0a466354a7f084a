// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/core/check_in_draft.h"

namespace baraza::app {

// Drafts that hold an answer above zero on the item of risk, and since when: such an answer must
// not wait for somebody to press Done. Pure; told of every change of every draft.
class RiskDrafts {
 public:
  // Empty bytes: the draft is gone.
  void note(const std::string& key, ByteView bytes, Tick now);

  // The flags of drafts that have waited for `risk_draft_wait`; each is given once.
  std::vector<client::RaiseItemRisk> due(Tick now);
  // The flags of all that weren't given yet: the screen is left, the laptop locked or closed, or
  // was started with drafts that another run left behind.
  std::vector<client::RaiseItemRisk> left();
  // A flag couldn't be written: it is due again, after another wait.
  void failed(const client::RaiseItemRisk& flag, Tick now);

  // When due() has something to give.
  std::optional<Tick> next() const;

 private:
  struct Waiting {
    client::RaiseItemRisk flag;
    Tick since;
    bool given = false;
  };
  std::map<std::string, Waiting> waiting_;  // by the draft's key
};

}  // namespace baraza::app
