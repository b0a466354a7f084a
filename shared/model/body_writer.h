// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/make.h"

namespace baraza::model {

// An id as the bytes of a field; nothing for none.
template <std::size_t N, class Tag>
std::string field_of(const FixedBytes<N, Tag>& id) {
  return id.is_zero() ? std::string() : std::string(id.view());
}

// A draft of `kind` with its stream and class from the table. A head may name no more than
// limits::replaces_count writes: the last ones are named, the others stay for the next write.
OpDraft draft_of(Kind kind, const AnyId& subject, Bytes body, Replaces replaces = {});

}  // namespace baraza::model
