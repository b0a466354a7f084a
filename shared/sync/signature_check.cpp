// SPDX-License-Identifier: Apache-2.0
#include "shared/sync/signature_check.h"

namespace baraza::sync {

std::vector<SignatureState> check_signatures(const Push& push, const KeyTable& keys) {
  std::vector<SignatureState> out(push.runs.size(), SignatureState::unchecked);
  const auto key = keys.find(push.writer);
  if (key == keys.end()) return out;
  for (std::size_t i = 0; i < push.runs.size(); ++i) {
    out[i] = run_signature_holds(key->second, push.stream, push.runs[i]) ? SignatureState::good
                                                                         : SignatureState::bad;
  }
  return out;
}

}  // namespace baraza::sync
