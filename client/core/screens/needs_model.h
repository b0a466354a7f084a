// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/context.h"

// What needs the person at this laptop: one list for home, the rail's badge, the supervisor's Watch
// and the screen of its own.
namespace baraza::client {

struct NeedItem {
  enum class Kind : std::uint8_t {
    worry,       // nobody has seen it yet
    laptop,      // this laptop can't save or send
    damaged,     // a part of the record can't be read
    attendance,  // different marks stand
    area,        // different areas were chosen for a member
    check_in,    // two check-ins count for one member and session
    ask,         // the risk item wasn't asked
    call,        // missed the last session, not known why
    entry,       // an own entry that was refused or is held
    settled,     // different marks stood until somebody settled them: it needs nobody
  };

  // Stable: "worry/GROUP/MEMBER", "laptop/REASON", "damaged/STREAM",
  // "conflict/GROUP/SESSION/DATE/MEMBER", "twice/GROUP/SESSION/DATE/MEMBER/INSTRUMENT",
  // "area/GROUP/MEMBER", "ask/GROUP/MEMBER", "call/GROUP/SESSION/DATE/MEMBER",
  // "tray/STREAM/WRITER/NUMBER", "settled/GROUP/SESSION/DATE/MEMBER".
  std::string id;
  Kind kind = Kind::entry;
  std::string title;
  std::string list_title;  // where the list has less room; empty: the title
  std::string why;         // the reason, in one sentence
  std::string action;      // the verb of its button
  std::string group_name;

  GroupId group;
  MemberId member;
  model::SessionKey session;
  std::string instrument;
  KeptEntry entry;
  bool open_elsewhere = false;  // its button leads to a screen of its own, not to Needs you
};

// The ids of different marks for somebody in a session, and of two check-ins.
std::string conflict_item_id(const GroupId& group, const model::AttendanceKey& key);
std::string twice_item_id(const GroupId& group, const model::SessionKey& session,
                          const MemberId& member, std::string_view instrument);

// What different people had said of attendance and somebody settled, in the groups that the person
// runs, the latest first.
std::vector<NeedItem> settled_before(const ScreenContext& context);

// The worst first, then as they came; an item keeps its place while others come and go. Kept
// entries aren't among them.
std::vector<NeedItem> needs_list(const ScreenContext& context);

// One of several answers to choose from.
struct NeedAnswer {
  std::string by;        // "You wrote", "Daniel wrote"
  std::string initials;  // of who wrote it
  std::uint32_t tint = 0;
  std::string when;
  std::string said;    // "Came"; the score
  std::string reason;  // in quotation marks, or empty
  std::string where;   // "On this laptop, not sent yet."
  std::string choose;  // the words of its button
  std::optional<model::Mark> mark;
  std::vector<Intent> intents;
  std::string why_not;  // it can't be chosen here
};

// The open item, ready to draw.
struct NeedDetail {
  std::string title;
  std::string intro;
  std::vector<NeedAnswer> answers;  // attendance and check-ins
  std::string until_title;
  std::vector<std::string> until;
  std::string after_title;
  std::vector<std::string> after;
  std::string undo_note;
  std::vector<Intent> undo;  // takes a choice back

  std::vector<std::string> lines;  // of an entry: what it said
  std::string write_again;         // the button's words; empty: none
  std::string write_again_not;     // why it can't be written again
  std::string keep;                // the button's words; empty: none
  std::string reopen;              // does what `undo` says; empty: none
  std::string go;                  // leads to where it is dealt with; empty: none
  std::string leave;               // the button that leaves it as it is
  std::string chosen_toast;
  std::string kept_toast;
};

struct NeedsModel {
  std::string title;
  std::string note;
  std::string list_title;
  std::vector<NeedItem> items;
  std::string none;     // where there are no items
  std::string choose;   // where none is open
  std::string settled;  // in its place right after one was settled
  std::string undo_word;
  std::string kept_title;
  std::vector<NeedItem> kept;  // dealt with, still readable
  std::string before_title;
  std::vector<NeedItem> before;  // attendance that was settled, the latest first
  std::string open;              // id of the open item; empty: none
  std::optional<NeedItem> item;
  NeedDetail detail;
};

// `open` is an item's id, empty for the first. One that is gone opens nothing, so that a settled
// item doesn't turn into another under the pointer.
NeedsModel needs_model(const ScreenContext& context, const std::string& open);

// "3 things"
std::string needs_count_words(const text::Catalogue& words, std::size_t count);

}  // namespace baraza::client
