// SPDX-License-Identifier: Apache-2.0
#include "client/app/rest_hold.h"

#include <algorithm>

namespace baraza::app {

Tick RestHold::due() const {
  return std::min(touched_ + quiet, *waits_since_ + longest);
}

bool RestHold::lets(bool waits, Tick now) {
  if (waits && !waits_since_) waits_since_ = now;
  if (waits && !moved_ && due() > now) return false;
  waits_since_.reset();
  moved_ = false;
  return true;
}

std::optional<Tick> RestHold::next_change() const {
  if (!waits_since_) return std::nullopt;
  return due();
}

}  // namespace baraza::app
