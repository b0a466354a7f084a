// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/core/replica.h"

namespace baraza::client {

// The name of a member as the group's people stream shows it; empty where that isn't read.
std::string member_name(const Replica& replica, const GroupId& group, const MemberId& member);

// The name of the person of the staff to whom a writer belongs; empty if it isn't known here.
std::string staff_name(const Replica& replica, const WriterId& writer);

}  // namespace baraza::client
