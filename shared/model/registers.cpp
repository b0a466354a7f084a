// SPDX-License-Identifier: Apache-2.0
#include "shared/model/registers.h"

#include <utility>

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
    for (const auto* links : {&without_body_, &joined_}) {
      const auto found = links->find(next);
      if (found == links->end()) continue;
      waiting.insert(waiting.end(), found->second.begin(), found->second.end());
    }
  }
}

void Replaced::join(const OpRef& one, const OpRef& other) {
  joined_[one].push_back(other);
  joined_[other].push_back(one);
  if (reached_.contains(one)) reach(other);
  if (reached_.contains(other)) reach(one);
}

std::optional<OpRef> Acts::enter(const AuthoredOp& op) {
  const auto [at, is_new] = acts_.try_emplace(key_of(op), Said{op.ref(), false});
  if (is_new || at->second.by == op.ref()) return std::nullopt;
  return at->second.by;
}

Acts::Place Acts::stand(const AuthoredOp& op) {
  Said& said = acts_[key_of(op)];
  if (!said.stands) {
    said = {op.ref(), true};
    return {};
  }
  if (planted(Plant::act_counted_twice)) return {};
  if (said.by < op.ref()) return {false, std::nullopt};
  return {true, std::exchange(said.by, op.ref())};
}

bool enter(Basics& basics, const AuthoredOp& op) {
  const bool has_body = op.body.has_value();
  const auto [at, is_new] = basics.seen.try_emplace(op.ref(), has_body);
  if (!is_new && (at->second || !has_body)) return false;
  at->second = has_body;
  if (is_new) {
    if (const auto same = basics.acts.enter(op)) basics.replaced.join(op.ref(), *same);
  }
  basics.clock = std::max(basics.clock, op.head.clock);
  // Until its body has been read it is taken for a write without one.
  basics.replaced.add(op.ref(), op.head.replaces, false);
  return has_body;
}

}  // namespace baraza::model
