// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace baraza::sim {

// An invariant that didn't hold, and where.
struct Finding {
  std::string invariant;
  std::string detail;
};

// The first thing found wrong in a run; what comes after it may only be its consequence.
class Findings {
 public:
  void broken(std::string_view invariant, std::string detail) {
    if (!first_) first_ = Finding{std::string(invariant), std::move(detail)};
  }
  // Shorthand: broken() unless `holds`.
  bool require(bool holds, std::string_view invariant, std::string_view detail) {
    if (!holds) broken(invariant, std::string(detail));
    return holds;
  }
  const std::optional<Finding>& first() const { return first_; }

 private:
  std::optional<Finding> first_;
};

}  // namespace baraza::sim
