// SPDX-License-Identifier: Apache-2.0
#include "shared/model/registers.h"

namespace baraza::model {

void Replaced::add(const OpRef& op, const std::vector<OpRef>& replaces, bool has_body) {
  if (has_body) {
    without_body_.erase(op);
    for (const OpRef& ref : replaces) reach(ref);
    return;
  }
  without_body_[op] = replaces;
  if (reached_.contains(op)) {
    for (const OpRef& ref : replaces) reach(ref);
  }
}

void Replaced::reach(const OpRef& op) {
  // A list instead of recursion: the chain of refused writes may be long.
  std::vector<OpRef> waiting{op};
  while (!waiting.empty()) {
    const OpRef next = waiting.back();
    waiting.pop_back();
    if (!reached_.insert(next).second) continue;
    const auto found = without_body_.find(next);
    if (found == without_body_.end()) continue;
    waiting.insert(waiting.end(), found->second.begin(), found->second.end());
  }
}

bool enter(Basics& basics, const AuthoredOp& op) {
  const bool has_body = op.body.has_value();
  const auto [at, is_new] = basics.seen.try_emplace(op.ref(), has_body);
  if (!is_new && (at->second || !has_body)) return false;
  at->second = has_body;
  basics.clock = std::max(basics.clock, op.head.clock);
  // Until its body has been read it is taken for a write without one.
  basics.replaced.add(op.ref(), op.head.replaces, false);
  return has_body;
}

}  // namespace baraza::model
