// SPDX-License-Identifier: Apache-2.0
#include "shared/text/fill.h"

#include <algorithm>

namespace baraza::text {

std::string fill(std::string_view text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  while (!text.empty()) {
    if (text.front() == '{') {
      const auto* found = std::find_if(values.begin(), values.end(), [&](const auto& value) {
        return text.substr(1).starts_with(value.first) &&
               text.substr(1 + value.first.size()).starts_with('}');
      });
      if (found != values.end()) {
        out += found->second;
        text.remove_prefix(found->first.size() + 2);
        continue;
      }
    }
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

}  // namespace baraza::text
