// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "client/core/screens/settings_model.h"
#include "client/ui/screens/shell.h"
#include "client/ui/widgets/text_field.h"

// How the window speaks and looks, the passphrase, and what this laptop is.
//
// ids: settings.language.N settings.text_size.N settings.theme.N settings.privacy.N
//      settings.old settings.new settings.again settings.change settings.server settings.set_server
namespace baraza::ui {

struct SettingsState {
  std::string old_passphrase;
  TextFieldState old_field;
  std::string new_passphrase;
  TextFieldState new_field;
  std::string again;
  TextFieldState again_field;
  std::string server;
  TextFieldState server_field;
  bool server_typed = false;       // what is in the field is the person's
  std::array<float, 3> heights{};  // of the cards, as last drawn
  // Overwrites the passphrases that were typed.
  void forget();
};

TopBarModel settings_top_bar(const client::SettingsModel& model);
void draw_settings(Ui& ui, const ShellFrame& frame, const client::SettingsModel& model,
                   SettingsState& state, Requests& requests);

}  // namespace baraza::ui
