// SPDX-License-Identifier: Apache-2.0
#include "client/core/sync_badge.h"

#include <algorithm>

namespace baraza::client {
namespace {

struct Need {
  std::size_t count;
  std::string_view key;
  Code code;
};

}  // namespace

SyncBadge badge_of(const SyncFacts& facts) {
  SyncBadge badge;
  const auto once = [](bool is_true) { return is_true ? std::size_t{1} : std::size_t{0}; };
  // In the order in which a person should deal with them.
  const Need needs[] = {
      {once(facts.save_failed != Code::none), "badge.not_saved", facts.save_failed},
      {once(facts.damaged > 0), "badge.damaged", Code::storage_damaged},
      {once(facts.frozen), "badge.frozen", Code::forked},
      {once(facts.login_refused != Code::none), "badge.login_refused", facts.login_refused},
      {facts.stuck_streams, "badge.stuck", facts.stuck},
      {facts.refused, "badge.refused", Code::not_allowed},
      {facts.held, "badge.held", Code::authority_ended},
  };
  for (const Need& need : needs) {
    if (need.count > 0 && badge.count == 0) {
      badge.reason_key = need.key;
      badge.code = need.code;
    }
    badge.count += need.count;
  }
  badge.saving = facts.saving;
  badge.unsent = facts.unsent;
  if (badge.count > 0) {
    badge.state = SyncBadge::State::needs_you;
    return badge;
  }
  badge.count = facts.unsent;
  if (facts.unsent > 0) {
    badge.state = facts.online ? SyncBadge::State::sending : SyncBadge::State::on_this_laptop;
    badge.total = std::max(facts.round, facts.unsent);
    badge.done = badge.total - facts.unsent;
  } else if (facts.enrolled) {
    badge.state = SyncBadge::State::on_the_server;
  }
  return badge;
}

}  // namespace baraza::client
