// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/bench/benches.h"

namespace baraza::bench {

// What a figure means nothing without: processor, cores, kernel, build type, versions, and the kind
// of file system under `scratch` (empty: under the system's temporary folder).
Json machine_facts(const std::filesystem::path& scratch);

}  // namespace baraza::bench
