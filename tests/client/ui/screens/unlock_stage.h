// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/screens/settings_screen.h"
#include "client/ui/screens/unlock_screen.h"
#include "record_stage.h"
#include "shared/base/limits.h"
#include "shared/sync/enrolment_code.h"

namespace baraza::ui {

// The screens before unlocking, and the settings.
class FrontScreen : public RecordStage {
 protected:
  FrontScreen() {
    profiles = {{"a", "Rose Akinyi", "Facilitator", 2, 14},
                {"b", "Daniel Otieno", "Facilitator", 5, 0}};
    facts.label = "Laptop 3";
    facts.version = "0.3.0";
    facts.server = "old.example:8443";
    facts.languages = spoken;
    facts.least_passphrase = 8;
  }

  client::UnlockContext front() { return {words, local, world.now, profiles, spoken, state, 8}; }
  void open_unlock() {
    show_bare([this](Ui& ui, Requests& requests) {
      draw_unlock(ui, client::unlock_model(front()), unlock, requests);
    });
  }
  void open_enrol() {
    show_bare([this](Ui& ui, Requests& requests) {
      draw_enrol(ui, client::enrol_model(front(), anew), words, enrol, requests);
    });
  }
  void open_settings() {
    show([this](Layout) { return settings_top_bar(settings()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_settings(ui, frame, settings(), laptop_settings, requests);
         });
  }
  client::SettingsModel settings() { return client::settings_model(context(), facts); }
  static std::string code() {
    const auto made =
        sync::encode_enrolment_code({Bytes(limits::enrol_secret_bytes, 's'),
                                     Bytes(limits::pin_bytes, 'p'), 8443, "baraza.example"});
    return made ? *made : std::string();
  }

  std::vector<client::ProfileCard> profiles;
  std::vector<std::string> spoken{"en", "fr", "sw"};
  client::EntryState state;
  client::LaptopFacts facts;
  UnlockState unlock;
  EnrolState enrol;
  bool anew = false;
  SettingsState laptop_settings;

 private:
  void show_bare(ScreenScene::Draw body) {
    stage.scene.requests.clear();
    draw = [this, body = std::move(body)](Ui& ui, Requests& requests) {
      body(ui, requests);
      draw_shell_over(ui, {}, {}, std::nullopt, shell_state, requests);
    };
    stage.show(draw);
  }
};

}  // namespace baraza::ui
