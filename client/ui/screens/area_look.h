// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/values.h"

namespace baraza::ui {

// The icon of an area, always beside its word.
const char* area_icon(model::FocalArea area);

}  // namespace baraza::ui
