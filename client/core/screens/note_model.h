// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/worry_model.h"

namespace baraza::client {

// A note that is being written and isn't an entry yet.
struct NoteDraft {
  MemberId member;  // zero: about the group
  std::string text;
  bool operator==(const NoteDraft&) const = default;
};
// "note/GROUP" outside a session, else "note/GROUP/SESSION".
std::string note_draft_key(const GroupId& group, const SessionId& session);
// Empty for a draft without text: there is nothing to keep.
Bytes encode_note(const NoteDraft& draft);
// Empty if the bytes are no such draft.
std::optional<NoteDraft> decode_note(ByteView bytes);

// A note as it can be read.
struct NoteRow {
  NoteId note;
  std::string about;  // "Meena"; "The group"
  std::string by;     // "Rose, 10:42"
  std::string text;   // as it says now; while names are hidden that it is: it may hold some; empty
                      // once it was struck out
  std::string changed;    // "Corrected by Ben, 11:02", "Struck out by ..."; empty: as first written
  std::string open_word;  // leads to the page where it is corrected
};

// The panel in which a note is written.
struct NoteModel {
  GroupId group;
  SessionId session;  // zero: outside a session
  std::string draft_key;
  std::string title;
  std::string about_title;
  std::string group_word;  // the first of the choices
  std::vector<PersonChoice> people;
  std::string text_label;
  std::string hint;
  std::size_t most_bytes = 0;
  std::string save_word;
  std::string save_not;  // why it can't be saved while it is empty
  std::string back_word;
  std::string kept;  // "What you type is kept on this laptop as you go."
  std::string done;  // the toast
};

NoteModel note_model(const ScreenContext& context, const GroupId& group, const SessionId& session);

// The notes of a session, newest first; of one that was struck out it is only told that it was.
std::vector<NoteRow> session_notes(const ScreenContext& context, const GroupId& group,
                                   const SessionId& session);
// The same of one member, in all sessions and outside them.
std::vector<NoteRow> member_notes(const ScreenContext& context, const GroupId& group,
                                  const MemberId& member);

}  // namespace baraza::client
