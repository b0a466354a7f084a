// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"

// Who came to a session: a row a member, and what is written about the one that is chosen.
namespace baraza::client {

struct AttendanceRow {
  enum class State : std::uint8_t { none, marked, disputed };

  MemberId member;
  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
  State state = State::none;
  model::Attendance value;  // if marked
  std::string words;        // "12 min late: the bus", "not marked yet", "two answers"
  std::string by;           // "Rose, 10:42"; empty: not marked
  std::string needs_item;   // disputed: where it is settled
  bool away = false;        // marked as not here
};

// One of the ways to mark somebody.
struct MarkChoice {
  model::Mark mark = model::Mark::present;
  std::string words;  // "Late"
  char key = 0;       // 'L'
  bool minutes = false;
};

struct AttendanceModel {
  std::string title;
  std::string note;
  std::string none;  // why nothing can be marked here at all; empty: rows can be shown
  GroupId group;
  model::SessionKey session;
  std::string count;     // "6 of 9 here"
  std::string unmarked;  // "2 not marked yet"
  std::vector<AttendanceRow> rows;
  std::vector<MarkChoice> choices;
  bool may_mark = false;
  std::string mark_not;
  bool closed = false;  // every change says why
  std::string all_word;
  bool may_mark_all = false;
  std::string all_not;
  std::string reason_label;
  std::string reason_hint;
  std::string reason_not;  // why a mark of a closed session can't be written yet
  std::string minutes_label;
  std::string less_word;
  std::string more_word;
  std::string minutes_words;  // "{count} min", to be filled
  std::string minutes_unknown;
  std::string save_word;  // writes minutes and reason to a mark that stands
  std::string save_not;
  std::string settle_word;
  std::string settle_not;  // why a disputed one can't be marked
  std::string saved_word;
  std::vector<HelpRow> help;
};

AttendanceModel attendance_model(const ScreenContext& context, const GroupId& group,
                                 const model::SessionKey& session);

// A reason or minutes that were typed and aren't written yet.
struct MarkDraft {
  MemberId member;
  std::uint32_t minutes = 0;
  std::string reason;
  bool operator==(const MarkDraft&) const = default;
};
// "mark/SESSION/DATE/MEMBER": what was typed about one isn't lost by going on to another.
std::string mark_draft_key(const model::AttendanceKey& key);
Bytes encode_mark(const MarkDraft& draft);
// Empty if the bytes are no such draft.
std::optional<MarkDraft> decode_mark(ByteView bytes);

}  // namespace baraza::client
