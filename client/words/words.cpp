// SPDX-License-Identifier: Apache-2.0
#include "client/words/words.h"

#include <algorithm>
#include <array>

namespace baraza::client {
namespace {

constexpr std::array<Language, 3> offered{{
    {"en", "English"},
    {"fr", "Français"},
    {"sw", "Kiswahili"},
}};

}  // namespace

std::span<const Language> languages() {
  return offered;
}

text::Catalogue words_in(std::string_view language) {
  if (language == "pseudo") return text::Catalogue::pseudo();
  const auto all = shipped_catalogues();
  const auto* const found = std::find_if(all.data(), all.data() + all.size(), [&](const auto& one) {
    return one.name.starts_with(language) && one.name.substr(language.size()) == ".mo";
  });
  if (found == all.data() + all.size()) return text::Catalogue::english();
  // Made and checked by the build: a program whose own bytes are damaged still speaks.
  auto words = text::Catalogue::from_mo(found->mo, std::string(language));
  return words ? std::move(*words) : text::Catalogue::english();
}

}  // namespace baraza::client
