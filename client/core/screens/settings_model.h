// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/unlock_model.h"

namespace baraza::client {

// What the owner of the client knows of this laptop.
struct LaptopFacts {
  std::string label;
  std::string version;
  std::string server;  // "HOST:PORT"
  std::vector<std::string> languages;
  bool privacy_at_start = false;
  std::size_t least_passphrase = 0;
  EntryState passphrase;  // of the last change
  bool passphrase_changed = false;
  EntryState server_change;
  bool server_changed = false;
};

struct SettingsRow {
  std::string label;
  std::string value;
};

struct SettingsModel {
  std::string title;
  std::string note;

  std::string screen_title;
  std::string language_title;
  std::vector<LanguageChoice> languages;
  std::string language;
  std::string text_size_title;
  std::vector<std::string> text_sizes;  // three
  std::string theme_title;
  std::vector<std::string> themes;  // light, dark, high contrast
  std::string privacy_title;
  std::vector<std::string> privacy_choices;  // show, hide
  bool privacy_at_start = false;

  std::string passphrase_title;
  std::string old_passphrase;
  std::string new_passphrase;
  PassphraseWords passphrase;
  std::string change;
  std::string old_missing;
  std::string passphrase_said;  // done, waiting or what went wrong; empty: nothing
  bool passphrase_wrong = false;

  std::string laptop_title;
  std::vector<SettingsRow> rows;
  std::string server_title;
  std::string server_hint;
  std::string server_bad;  // why the address can't be taken
  std::string server;      // as it is now
  std::string set_server;
  std::string server_said;
  bool server_wrong = false;
};

SettingsModel settings_model(const ScreenContext& context, const LaptopFacts& facts);

// Whether a text is "HOST:PORT".
bool is_address(std::string_view typed);

}  // namespace baraza::client
