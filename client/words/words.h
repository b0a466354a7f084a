// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/text/catalogue.h"

// The languages that people can choose. The words themselves are in the .po files beside this one,
// kept by `tools/words`.
namespace baraza::client {

struct Language {
  std::string_view code;      // "sw"
  std::string_view own_name;  // "Kiswahili": what its speakers call it
};

// In the order in which people are asked, English first. All of them are whole.
std::span<const Language> languages();

// The language's words. English for a code that isn't among languages(), but for "pseudo": the
// language that shows what doesn't come from a catalogue (Catalogue::pseudo()).
text::Catalogue words_in(std::string_view language);

// A file made from LANGUAGE.po at build time.
struct ShippedCatalogue {
  std::string_view name;  // "sw.mo"
  ByteView mo;
};
std::span<const ShippedCatalogue> shipped_catalogues();

}  // namespace baraza::client
