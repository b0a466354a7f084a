// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <locale>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::text {

// The words of one language. An ordinary value: pass it to whoever speaks to a person; copies share
// the words and are cheap. It never changes after it is made and no global locale is read or set,
// so any thread may use it and two languages may be in use at once.
//
// The English sentence is the name of the message, written out where it is used:
// `catalogue.translate("Nothing needs you now.")`, so that xgettext finds it. What isn't translated
// appears in English.
class Catalogue {
 public:
  // English: every message as it stands in the source.
  static Catalogue english();

  // The content of a GNU .mo file in UTF-8, and its language ("sw", "pt_BR"). invalid_argument if
  // the bytes aren't such a file. Takes bytes so that it reads no disk; the bytes aren't needed
  // afterwards.
  static Result<Catalogue> from_mo(ByteView mo, std::string language);

  // English made strange, language "pseudo": accents, 40 % more letters, brackets around each
  // message (shared/text/pseudo.h). Drawn in it, a window shows what has no room to grow and what
  // didn't come from a catalogue.
  static Catalogue pseudo();

  // The language's name as given, "en" for english().
  const std::string& language() const { return language_; }

  std::string translate(const char* message) const;

  // The form of the message for this count: `translate("1 worry", "{count} worries", n)`, then
  // fill(). Languages with one form or with six choose by the rule in their catalogue.
  std::string translate(const char* one, const char* many, std::uint64_t count) const;

 private:
  Catalogue(const std::locale& words, std::string language, bool is_pseudo = false);

  std::locale words_;
  std::string language_;
  bool is_pseudo_;
};

}  // namespace baraza::text
