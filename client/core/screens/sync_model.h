// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"

namespace baraza::client {

// The sync badge in words. `in_backup` is never made before checked backups exist.
struct SyncModel {
  enum class State : std::uint8_t { on_this_laptop, sending, on_the_server, in_backup, needs_you };

  State state = State::on_this_laptop;
  std::string first;   // "14 on this laptop"
  std::string second;  // "No network since 08:15"
  // What these two lines may come to be: room for all of it keeps what stands beside them in its
  // place.
  std::vector<std::string> firsts = {};
  std::vector<std::string> seconds = {};
};

SyncModel sync_model(const ScreenContext& context);
// "1 change", "12 changes".
std::string changes_words(const text::Catalogue& words, std::size_t count);

}  // namespace baraza::client
