// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "shared/base/result.h"

namespace baraza::server {

// What barazad tells whoever runs it: lines on stderr with UTC time and level. Never a person's
// name, a note or an answer. Any thread may call it.
class Journal {
 public:
  Journal();
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  void info(std::string_view words);
  void warning(std::string_view words);
  // "WHAT: the error's sentence (code)"
  void error(std::string_view what, const Error& error);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace baraza::server
