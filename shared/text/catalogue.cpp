// SPDX-License-Identifier: Apache-2.0
#include "shared/text/catalogue.h"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <exception>
#include <utility>
#include <vector>

#include "shared/text/mo_check.h"
#include "shared/text/pseudo.h"

namespace baraza::text {
namespace {

// Boost.Locale 1.81 counts in int. Plural rules look at the last six digits at most, and at whether
// a number is small, so a large one is brought into range the way GNU gettext advises.
int plural_count(std::uint64_t count) {
  constexpr std::uint64_t kMillion = 1'000'000;
  return static_cast<int>(count < kMillion ? count : kMillion + count % kMillion);
}

// Without words Boost takes a message for US-ASCII, and leaves every other sign out of it.
bool has_words(const std::locale& words) {
  return std::has_facet<boost::locale::message_format<char>>(words);
}

}  // namespace

Catalogue::Catalogue(const std::locale& words, std::string language, bool is_pseudo)
    : words_(words), language_(std::move(language)), is_pseudo_(is_pseudo) {}

Catalogue Catalogue::english() {
  return Catalogue(std::locale::classic(), "en");
}

Catalogue Catalogue::pseudo() {
  return Catalogue(std::locale::classic(), "pseudo", true);
}

Result<Catalogue> Catalogue::from_mo(ByteView mo, std::string language) {
  if (!is_whole_mo(mo)) {
    return fail(Code::invalid_argument, "the catalogue '" + language + "' is damaged");
  }
  // Boost asks for files named after the language by this callback; whatever it asks for first is
  // the catalogue.
  boost::locale::gnu_gettext::messages_info info;
  info.language = language;
  info.encoding = "UTF-8";
  info.domains.emplace_back("baraza");
  info.paths.emplace_back(".");
  info.callback = [mo](const std::string&, const std::string&) {
    return std::vector<char>(mo.begin(), mo.end());
  };
  try {
    auto* facet = boost::locale::gnu_gettext::create_messages_facet<char>(info);
    return Catalogue(std::locale(std::locale::classic(), facet), std::move(language));
  } catch (const std::exception& error) {
    return fail(Code::invalid_argument,
                "the catalogue '" + language + "' can't be read: " + error.what());
  }
}

std::string Catalogue::translate(const char* message) const {
  std::string text =
      has_words(words_) ? boost::locale::translate(message).str(words_) : std::string(message);
  return is_pseudo_ ? pseudo_message(text) : text;
}

std::string Catalogue::translate(const char* one, const char* many, std::uint64_t count) const {
  std::string text = has_words(words_)
                         ? boost::locale::translate(one, many, plural_count(count)).str(words_)
                         : std::string(count == 1 ? one : many);
  return is_pseudo_ ? pseudo_message(text) : text;
}

}  // namespace baraza::text
