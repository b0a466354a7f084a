// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/needs_model.h"
#include "client/core/views/tray_view.h"

namespace baraza::client {

// An entry of the tray as a thing that needs the person.
NeedItem entry_item(const ScreenContext& context, const TrayRow& row);

// What the entry says, a line a fact; empty where what was written isn't here. Names and scores as
// the context allows.
std::vector<std::string> entry_lines(const ScreenContext& context, const KeptEntry& entry);

// Why it doesn't stand, in a sentence.
std::string entry_reason(const ScreenContext& context, const TrayRow& row);

}  // namespace baraza::client
