// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace baraza::ui {

// Text between programs, as the owner of the window reaches it.
class Clipboard {
 public:
  virtual ~Clipboard() = default;
  virtual std::string read() = 0;  // empty if there is no text
  virtual void write(const std::string& text) = 0;
};

}  // namespace baraza::ui
