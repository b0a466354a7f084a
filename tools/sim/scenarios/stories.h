// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/scenarios/scenario.h"
