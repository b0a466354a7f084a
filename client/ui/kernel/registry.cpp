// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/registry.h"

#include <algorithm>

namespace baraza::ui {

const Drawn* Registry::find(std::string_view id) const {
  const auto found = std::find_if(drawn_.rbegin(), drawn_.rend(),
                                  [&](const Drawn& drawn) { return drawn.id == id; });
  return found == drawn_.rend() ? nullptr : &*found;
}

const Drawn* Registry::control_at(Point point, int layer) const {
  const auto found = std::find_if(drawn_.rbegin(), drawn_.rend(), [&](const Drawn& drawn) {
    return drawn.kind == Drawn::Kind::control && drawn.layer >= layer &&
           drawn.visible().contains(point);
  });
  return found == drawn_.rend() ? nullptr : &*found;
}

}  // namespace baraza::ui
