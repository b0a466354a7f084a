// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/app/screen.h"

namespace baraza::app {

// The session of a place, with its run: how it goes is a draft of this laptop, written anew with
// every key and every minute while it runs.
std::unique_ptr<Screen> open_session(const ui::place::Session& at, const ScreenStart& start);

}  // namespace baraza::app
