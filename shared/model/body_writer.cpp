// SPDX-License-Identifier: Apache-2.0
#include "shared/model/body_writer.h"

#include "shared/base/limits.h"

namespace baraza::model {

OpDraft draft_of(Kind kind, const AnyId& subject, Bytes body, Replaces replaces) {
  if (replaces.size() > limits::replaces_count) {
    replaces.erase(replaces.begin(), replaces.end() - limits::replaces_count);
  }
  const KindRow row = kind_row(kind);
  OpDraft out;
  out.stream = row.stream;
  out.kind = static_cast<std::uint32_t>(kind);
  out.op_class = static_cast<std::uint32_t>(row.op_class);
  out.subject = subject;
  out.replaces = std::move(replaces);
  out.body = std::move(body);
  return out;
}

}  // namespace baraza::model
