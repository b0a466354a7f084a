// SPDX-License-Identifier: Apache-2.0
#include "server/core/enrolment.h"

#include "shared/op/hash.h"

namespace baraza::server {

Hash enrol_secret_hash(ByteView secret) {
  return Hasher("baraza enrolment secret v1").add(secret).finish();
}

}  // namespace baraza::server
