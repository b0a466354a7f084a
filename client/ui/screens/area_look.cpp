// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/area_look.h"

#include "client/ui/theme/icons.h"

namespace baraza::ui {

const char* area_icon(model::FocalArea area) {
  switch (area) {
    case model::FocalArea::grief: return icon::local_florist;
    case model::FocalArea::disagreements: return icon::forum;
    case model::FocalArea::life_changes: return icon::alt_route;
    case model::FocalArea::loneliness: break;
  }
  return icon::person_outline;
}

}  // namespace baraza::ui
