// SPDX-License-Identifier: Apache-2.0
#include "shared/model/plan_values.h"

#include "shared/op/hash.h"

namespace baraza::model {

AnyId whisper_basis(std::string_view rule, ByteView seen) {
  return id_from<AnyId>(Hasher("baraza quiet word v1").add(ByteView(rule)).add(seen).finish());
}

}  // namespace baraza::model
