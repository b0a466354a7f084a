// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/core/screens/context.h"

namespace baraza::client {

// Who wrote something of a group, and when: "Rose, 10:42"; the time alone where the writer isn't
// known here.
std::string written_by(const ScreenContext& context, const GroupId& group, const WriterId& writer,
                       Instant wall);

}  // namespace baraza::client
