// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "client/core/screens/context.h"

namespace baraza::app {

// Local time by the computer's own database of zones.
class ZoneLocalTime final : public client::LocalTime {
 public:
  ZoneLocalTime();
  client::LocalMoment at(Instant instant, std::string_view zone) const override;

 private:
  std::string own_zone_;
};

}  // namespace baraza::app
