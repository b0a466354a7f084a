// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "client/core/replica.h"

// What a member works on, and how it came to that: data only.
namespace baraza::client {

struct AreaWrite {
  OpRef op;
  model::FocalChoice choice;
  Instant when;
  Where where = Where::on_the_server;
};

struct AreaView {
  // The choices that stand, in author order, of those that say the same only the first. More than
  // one: they are in dispute.
  std::vector<AreaWrite> standing;
  std::vector<AreaWrite> history;  // every choice that was made, the latest first
  bool disputed() const { return standing.size() > 1; }
  // The one that holds; null while there is none, or several.
  const model::FocalChoice* holds() const {
    return standing.size() == 1 ? &standing.front().choice : nullptr;
  }
};

AreaView area_view(const Replica& replica, const GroupId& group, const MemberId& member);

}  // namespace baraza::client
