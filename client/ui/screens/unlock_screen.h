// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/unlock_model.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"
#include "client/ui/widgets/text_field.h"

// The screens before anybody has unlocked the laptop. They have no rail.
//
// ids: unlock.person.PROFILE unlock.someone_else unlock.passphrase unlock.passphrase.show
//      unlock.go unlock.language.N unlock.text_size.N
//      enrol.code enrol.passphrase enrol.again enrol.go enrol.back
namespace baraza::ui {

struct UnlockState {
  std::string profile;  // who is chosen; empty: the first
  std::string passphrase;
  TextFieldState field;
  // Overwrites what was typed.
  void forget();
};

void draw_unlock(Ui& ui, const client::UnlockModel& model, UnlockState& state, Requests& requests);

struct EnrolState {
  std::string code;
  TextFieldState code_field;
  std::string passphrase;
  TextFieldState passphrase_field;
  std::string again;
  TextFieldState again_field;
  void forget();
};

// `words` are for what depends on what is typed.
void draw_enrol(Ui& ui, const client::EnrolModel& model, const text::Catalogue& words,
                EnrolState& state, Requests& requests);

}  // namespace baraza::ui
