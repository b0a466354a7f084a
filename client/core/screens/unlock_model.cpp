// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/unlock_model.h"

#include <algorithm>

#include "client/core/screens/home_model.h"
#include "client/core/screens/person_words.h"
#include "shared/sync/enrolment_code.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"

namespace baraza::client {
namespace {

constexpr std::size_t kGroup = 4;

bool separates(char c) {
  return c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// A sign that a code can hold, as the code writes it; 0 for any other.
char code_sign(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') return '0';
  if (c == 'I' || c == 'L') return '1';
  const bool digit = c >= '0' && c <= '9';
  const bool letter = c >= 'A' && c <= 'Z' && c != 'U';
  return digit || letter ? c : '\0';
}

std::string error_words(const text::Catalogue& words, Code failed, text::About about) {
  return failed == Code::none ? std::string() : text::sentence_for(words, failed, about);
}

template <class Model>
void add_side(const text::Catalogue& words, Model& out) {
  out.program = "Baraza";
  out.line = words.translate("There is a place for everyone.");
  out.offline = words.translate(
      "Works without a network. Everything on this laptop is locked with your passphrase.");
}

}  // namespace

std::vector<LanguageChoice> languages(const std::vector<std::string>& ids) {
  // A language is named in itself, so that who reads no other finds it: not for translation.
  static constexpr std::pair<const char*, const char*> known[] = {
      {"en", "English"}, {"fr", "Français"},  {"sw", "Kiswahili"},
      {"es", "Español"}, {"pt", "Português"},
  };
  std::vector<LanguageChoice> out;
  for (const auto& [id, name] : known) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) out.push_back({id, name});
  }
  return out;
}

PassphraseWords passphrase_words(const text::Catalogue& words, std::size_t least) {
  PassphraseWords out;
  out.label = words.translate("Passphrase");
  out.show = words.translate("Show");
  out.hide = words.translate("Hide");
  out.again = words.translate("The same once more");
  const std::string count = std::to_string(least);
  out.too_short = text::fill(
      words.translate("At least {count} letter or sign. A few words are easy to keep.",
                      "At least {count} letters or signs. A few words are easy to keep.", least),
      {{"count", count}});
  out.differ = words.translate("The two are not the same yet.");
  out.least = least;
  return out;
}

UnlockModel unlock_model(const UnlockContext& context) {
  const text::Catalogue& words = context.words;
  UnlockModel out;
  add_side(words, out);
  const int hour = context.local.at(context.now.wall, {}).minute_of_day / 60;
  out.greeting = greeting_at(words, hour, {});
  out.question = words.translate("Who is here?");
  out.profiles = context.profiles;
  for (const ProfileCard& profile : context.profiles) {
    out.initials.push_back(initials(profile.name));
    out.passphrase_label.push_back(text::fill(words.translate("Your passphrase, {name}"),
                                              {{"name", first_name(profile.name)}}));
    const std::string count = std::to_string(profile.unsent);
    out.unsent.push_back(
        profile.unsent == 0
            ? std::string()
            : text::fill(words.translate(
                             "{count} change on this laptop waits to be sent. It is safe here.",
                             "{count} changes on this laptop wait to be sent. They are safe here.",
                             profile.unsent),
                         {{"count", count}}));
  }
  out.someone_else = words.translate("Someone else");
  out.passphrase = passphrase_words(words, context.least_passphrase);
  out.passphrase_missing = words.translate("Type your passphrase first.");
  out.unlock = words.translate("Unlock");
  if (context.state.waiting) out.waiting = words.translate("Opening. This takes a moment.");
  out.error = error_words(words, context.state.failed, text::About::anything);
  out.forgotten = words.translate("Forgotten it? Your supervisor can let you in with a code.");
  out.language_title = words.translate("Language");
  out.languages = languages(context.languages);
  out.language = words.language();
  out.text_size_title = words.translate("Text size");
  out.text_sizes = {words.translate("Normal"), words.translate("Large"),
                    words.translate("Largest")};
  return out;
}

CodeCheck check_code(const text::Catalogue& words, std::string_view typed) {
  CodeCheck out;
  for (const char c : typed) {
    if (separates(c)) continue;
    const char sign = code_sign(c);
    if (out.groups.empty() || out.groups.back().size() == kGroup) out.groups.emplace_back();
    out.groups.back().push_back(sign == '\0' ? '?' : sign);
    if (sign == '\0' && out.wrong_group == 0) out.wrong_group = out.groups.size();
  }
  if (out.groups.empty()) return out;
  if (out.wrong_group != 0) {
    out.state = CodeCheck::State::wrong;
    const std::string number = std::to_string(out.wrong_group);
    out.words = text::fill(
        words.translate("Group {number} holds a sign that no code has. Look at it again."),
        {{"number", number}});
    return out;
  }
  const auto code = sync::decode_enrolment_code(typed);
  if (code) {
    out.state = CodeCheck::State::complete;
    out.server = code->host + ":" + std::to_string(code->port);
    out.words = text::fill(words.translate("The code is complete. It leads to {server}."),
                           {{"server", out.server}});
  } else if (code.error().code == Code::unsupported_version) {
    out.state = CodeCheck::State::wrong;
    out.words = words.translate("This code is for a newer Baraza. Ask for the update.");
  } else {
    // The checksum is over the whole: before the end nobody can tell a slip from a part.
    out.state = CodeCheck::State::typing;
    const std::string count = std::to_string(out.groups.size());
    out.words =
        text::fill(words.translate("{count} group so far. Not complete, or one sign is different.",
                                   "{count} groups so far. Not complete, or one sign is different.",
                                   out.groups.size()),
                   {{"count", count}});
  }
  return out;
}

EnrolModel enrol_model(const UnlockContext& context, bool anew) {
  const text::Catalogue& words = context.words;
  EnrolModel out;
  add_side(words, out);
  out.anew = anew;
  out.title = words.translate("Join with a code");
  out.note = words.translate("Your supervisor gives you one. It works once.");
  if (!context.profiles.empty() || anew) out.back = words.translate("Back");
  out.code_label = words.translate("The code");
  out.code_hint = words.translate("Capitals, spaces and dashes do not matter.");
  out.new_passphrase = words.translate("A new passphrase");
  out.passphrase_hint = words.translate(
      "It locks your part of this laptop. Nobody can read it without it, so keep it well.");
  out.passphrase = passphrase_words(words, context.least_passphrase);
  out.join = words.translate("Join");
  if (context.state.waiting) out.waiting = words.translate("Asking the server. One moment.");
  out.error = error_words(words, context.state.failed, text::About::joining);
  out.code_missing = words.translate("Type the whole code first.");
  return out;
}

}  // namespace baraza::client
