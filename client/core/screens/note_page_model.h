// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"

namespace baraza::client {

// "amend-note/GROUP/NOTE": a correction that is being typed. Its bytes are the text as it would be.
std::string note_page_draft_key(const GroupId& group, const NoteId& note);

// A text that the note has or had.
struct NoteText {
  std::string by;    // "Rose, 10:42"
  std::string text;  // "Struck out" for an empty one
  bool stands = false;
};

// One note: what it says, what it said before, and a field to correct it in.
struct NotePageModel {
  GroupId group;
  NoteId note;
  std::string title;    // "Note about Meena"
  std::string by;       // who wrote it first, and when
  std::string none;     // why there is nothing to see: it isn't here, or names are hidden
  std::string now;      // what it says; empty when it was struck out
  std::string warning;  // two people changed it without knowing of each other; empty: nothing such
  std::string text_label;
  std::string hint;
  std::size_t most_bytes = 0;
  std::string read_only;  // why it can't be corrected; empty: it can
  std::string save_word;
  std::string save_not;  // why it can't be saved yet
  std::string strike_word;
  std::string kept;           // "What you type is kept on this laptop as you go."
  std::string changed_since;  // said where somebody else wrote while this was typed
  std::string done;           // the toast
  std::string struck_done;
  std::string texts_title;
  std::vector<NoteText> texts;  // newest first, the first writing last
  std::string draft_key;
};

NotePageModel note_page_model(const ScreenContext& context, const GroupId& group,
                              const NoteId& note);

}  // namespace baraza::client
