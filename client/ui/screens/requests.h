// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "client/core/intents.h"
#include "client/ui/screens/place.h"
#include "client/ui/theme/colours.h"
#include "client/ui/theme/type.h"
#include "shared/base/bytes.h"

// What a person asked for on a screen. Draw functions only add to a list of these; the client's
// owner carries them out after the pass.
namespace baraza::ui {

namespace request {

struct Go {
  Place place;
};
// To where the person came from.
struct Back {};

// Keeps what was typed or pressed and isn't an entry yet; empty bytes drop it. Durable within
// 250 ms, also through a crash.
struct Draft {
  std::string key;
  Bytes bytes;
};

// Writes what the intents come to. `done` is the toast once it is on disk ("Saved on this laptop"),
// empty for none; `undo` and `undo_drafts` take it back while the toast stands. Drafts named here
// go in the same commit.
struct Act {
  std::vector<client::Intent> intents;
  std::string done;
  std::vector<client::Intent> undo;
  std::vector<std::string> drops_drafts;
  std::vector<Draft> keeps_drafts;
  std::vector<Draft> undo_drafts = {};
  std::optional<Place> then;  // where to go once it was taken
};

// Takes back what the toast that stands offers to undo.
struct Undo {};

// Opens a person's part of this laptop.
struct Unlock {
  std::string profile;
  std::string passphrase;
};
struct Enrol {
  std::string code;
  std::string passphrase;
};
struct Lock {};
struct TogglePrivacy {};
struct SetLanguage {
  std::string language;
};
struct SetTextSize {
  TextSize text_size = TextSize::normal;
};
struct SetTheme {
  Theme theme = Theme::light;
};
struct SetPrivacyAtStart {
  bool on = false;
};
struct ChangePassphrase {
  std::string old_passphrase;
  std::string new_passphrase;
};
struct SetServer {
  std::string address;  // HOST:PORT
};
struct CloseWindow {};

}  // namespace request

using Request = std::variant<request::Go, request::Back, request::Act, request::Draft,
                             request::Undo, request::Unlock, request::Enrol, request::Lock,
                             request::TogglePrivacy, request::SetLanguage, request::SetTextSize,
                             request::SetTheme, request::SetPrivacyAtStart,
                             request::ChangePassphrase, request::SetServer, request::CloseWindow>;

using Requests = std::vector<Request>;

}  // namespace baraza::ui
