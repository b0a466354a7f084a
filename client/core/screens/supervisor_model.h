// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/context.h"
#include "client/core/screens/person_words.h"

namespace baraza::client {

// Whom to call: for facilitators and workers, without a network too.
struct SupervisorModel {
  struct Row {
    std::string name;
    std::string initials;
    std::uint32_t tint = 0;
    std::string groups;  // "Mwembe, Bahari"; empty for those of the site alone
    std::string phone;   // or that none is known here
    bool has_phone = false;
  };
  std::string title;
  std::string note;
  std::vector<Row> rows;
  std::string empty;
  std::string empty_note;
  std::string open_word;
  std::string unseen;  // "1 worry has not been seen yet"; empty: all were
};

SupervisorModel supervisor_model(const ScreenContext& context);

}  // namespace baraza::client
