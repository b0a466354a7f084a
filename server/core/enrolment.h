// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/base/ids.h"

namespace baraza::server {

// Names an enrolment code in the store: the secret itself is never written down.
Hash enrol_secret_hash(ByteView secret);

}  // namespace baraza::server
