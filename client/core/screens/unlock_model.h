// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/core/screens/context.h"

// The screens before anybody has unlocked the laptop: who is here, and joining with a code.
namespace baraza::client {

// A person of the staff who has a part of this laptop.
struct ProfileCard {
  std::string id;
  std::string name;  // full
  std::string role;  // "Facilitator"; empty if not known before unlocking
  std::uint32_t tint = 0;
  std::size_t unsent = 0;  // changes that wait to be sent
};

struct LanguageChoice {
  std::string id;    // "sw"
  std::string name;  // in its own words
};
// Those that the client speaks, in a fixed order.
std::vector<LanguageChoice> languages(const std::vector<std::string>& ids);

// What happens around the passphrase or the code just now.
struct EntryState {
  bool waiting = false;      // being looked at
  Code failed = Code::none;  // why the last try didn't work
};

struct PassphraseWords {
  std::string label;
  std::string show;
  std::string hide;
  std::string again;      // label of the second field
  std::string too_short;  // "At least 10 letters or signs."
  std::string differ;     // the two aren't the same
  std::size_t least = 0;  // in characters
};
PassphraseWords passphrase_words(const text::Catalogue& words, std::size_t least);

struct UnlockModel {
  std::string program;   // "Baraza"
  std::string line;      // "There is a place for everyone."
  std::string offline;   // "Works without a network. ..."
  std::string greeting;  // "Good morning"
  std::string question;  // "Who is here?"
  std::vector<ProfileCard> profiles;
  std::vector<std::string> initials;          // one a profile
  std::vector<std::string> passphrase_label;  // one a profile: "Your passphrase, Rose"
  std::vector<std::string> unsent;            // one a profile; empty: nothing waits
  std::string someone_else;
  PassphraseWords passphrase;
  std::string passphrase_missing;  // why Unlock can't be pressed yet
  std::string unlock;
  std::string waiting;  // while it is being opened; empty otherwise
  std::string error;
  std::string forgotten;
  std::string language_title;
  std::vector<LanguageChoice> languages;
  std::string language;  // the chosen one's id
  std::string text_size_title;
  std::vector<std::string> text_sizes;  // three
};

struct UnlockContext {
  const text::Catalogue& words;
  const LocalTime& local;
  Now now;
  std::vector<ProfileCard> profiles;
  std::vector<std::string> languages;  // ids of those that the client speaks
  EntryState state;
  std::size_t least_passphrase = 0;  // in characters
};
UnlockModel unlock_model(const UnlockContext& context);

// What is known of a code while it is typed.
struct CodeCheck {
  enum class State : std::uint8_t { empty, typing, wrong, complete };
  State state = State::empty;
  std::string words;                // what is wrong, or that it is complete
  std::string server;               // complete: "HOST:PORT"
  std::vector<std::string> groups;  // as read, in groups of four
  std::size_t wrong_group = 0;      // which holds a sign that no code has; from 1, 0: none
};
CodeCheck check_code(const text::Catalogue& words, std::string_view typed);

struct EnrolModel {
  std::string program;
  std::string line;
  std::string offline;
  std::string title;
  std::string note;
  std::string back;  // to those who are here; empty: nobody is
  std::string code_label;
  std::string code_hint;
  std::string new_passphrase;
  std::string passphrase_hint;
  PassphraseWords passphrase;
  std::string join;
  std::string waiting;
  std::string error;
  bool anew = false;         // the laptop is joined anew: its passphrase stays
  std::string code_missing;  // why Join can't be pressed yet
};
EnrolModel enrol_model(const UnlockContext& context, bool anew);

}  // namespace baraza::client
