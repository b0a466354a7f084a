// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/settings_model.h"

#include <charconv>

#include "shared/base/limits.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"

namespace baraza::client {

bool is_address(std::string_view typed) {
  const auto colon = typed.rfind(':');
  if (colon == std::string_view::npos || colon == 0 || colon > limits::host_bytes) return false;
  const std::string_view host = typed.substr(0, colon);
  const std::string_view port = typed.substr(colon + 1);
  if (host.find_first_of(" \t/") != std::string_view::npos) return false;
  std::uint16_t number = 0;
  const auto read = std::from_chars(port.data(), port.data() + port.size(), number);
  return read.ec == std::errc() && read.ptr == port.data() + port.size() && number != 0;
}

SettingsModel settings_model(const ScreenContext& context, const LaptopFacts& facts) {
  const text::Catalogue& words = context.words;
  SettingsModel out;
  out.title = words.translate("Settings");
  out.note = words.translate("They hold on this laptop.");

  out.screen_title = words.translate("The screen");
  out.language_title = words.translate("Language");
  out.languages = languages(facts.languages);
  out.language = words.language();
  out.text_size_title = words.translate("Text size");
  out.text_sizes = {words.translate("Normal"), words.translate("Large"),
                    words.translate("Largest")};
  out.theme_title = words.translate("Colours");
  out.themes = {words.translate("Light"), words.translate("Dark"),
                words.translate("High contrast")};
  out.privacy_title = words.translate("Names and scores when you unlock");
  out.privacy_choices = {words.translate("Shown"), words.translate("Hidden")};
  out.privacy_at_start = facts.privacy_at_start;

  out.passphrase_title = words.translate("Change your passphrase");
  out.old_passphrase = words.translate("The one you have now");
  out.new_passphrase = words.translate("The new one");
  out.passphrase = passphrase_words(words, facts.least_passphrase);
  out.change = words.translate("Change");
  out.old_missing = words.translate("Type the one you have now first.");
  if (facts.passphrase.waiting) {
    out.passphrase_said = words.translate("Changing it. This takes a moment.");
  } else if (facts.passphrase.failed != Code::none) {
    out.passphrase_wrong = true;
    out.passphrase_said =
        facts.passphrase.failed == Code::passphrase_wrong
            ? words.translate("That is not the passphrase you have now. Try again.")
            : text::sentence_for(words, facts.passphrase.failed);
  } else if (facts.passphrase_changed) {
    out.passphrase_said = words.translate("Changed. Use the new one from now on.");
  }

  out.laptop_title = words.translate("This laptop");
  out.rows = {{words.translate("Its label"), facts.label},
              {words.translate("Version"), facts.version}};
  out.server_title = words.translate("Where the server is");
  out.server_hint = words.translate("Only if your supervisor says that it has moved.");
  out.server_bad = words.translate("A name or number, a colon and a port: example.org:8443");
  out.server = facts.server;
  out.set_server = words.translate("Use this address");
  if (facts.server_change.waiting) {
    out.server_said = words.translate("Saving it.");
  } else if (facts.server_change.failed != Code::none) {
    out.server_wrong = true;
    out.server_said = text::sentence_for(words, facts.server_change.failed);
  } else if (facts.server_changed) {
    out.server_said = words.translate("Saved. It is looked for there from now on.");
  }

  return out;
}

}  // namespace baraza::client
