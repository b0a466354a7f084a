// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"

namespace baraza::client {

// Which sheet is open: an entry there is, or a new one of a kind.
struct SheetPlace {
  GroupId group;
  MemberId member;
  model::SheetKind kind = model::SheetKind::event;
  SheetId entry;  // zero: a new one, or the one that a member has of this kind
  AnyId about;    // of a new one: the step or the event that it belongs to
  bool operator==(const SheetPlace&) const = default;
};

// By the numbers of rules::SheetInput.
enum class SheetInput : std::uint8_t { line, lines, one_of, several_of, year };

struct SheetFieldModel {
  std::uint16_t field = 0;
  SheetInput input = SheetInput::lines;
  bool in_rows = false;      // once in each row
  bool needed = false;       // nothing is saved without it
  bool beside_next = false;  // stands beside the next one where there is room
  std::string label;
  std::string hint;
  std::vector<std::string> choices;
};

// A version of the sheet.
struct SheetVersion {
  std::string by;                  // "Rose, 10:42"
  std::vector<std::string> lines;  // "What happened: ..."
  bool stands = false;
};

// One sheet of written work with a member: its fields, what stands, and every version before.
struct SheetModel {
  SheetPlace place;
  std::string title;
  std::string note;     // "Meena, Mwembe"
  std::string none;     // it can't be shown here, and why; then nothing else is
  std::string purpose;  // what it is for
  std::vector<SheetFieldModel> fields;
  std::string row_title;  // "Line {number}"
  std::string add_row;
  std::string up_word;
  std::string down_word;
  std::string remove_word;
  std::string first_row;  // why the first can't go up, the last down
  std::string last_row;
  std::string no_more_rows;

  model::Sheet value;    // what stands last; of a new one, empty
  bool exists = false;   // somebody wrote it already
  bool struck = false;   // and struck it out
  bool settles = false;  // different versions stand
  // Of the review of a step: what came of it, and the words for it.
  std::optional<model::StepOutcome> outcome;
  std::string outcome_title;
  std::vector<std::string> outcomes;  // in the order of their numbers; empty: not such a sheet
  std::string about_title;            // "The step"
  std::string about;                  // what the sheet is about, in its words

  std::string read_only;  // why nothing can be written; empty: it can
  std::string warning;
  std::string save_word;
  std::string save_not;     // nothing was changed yet
  std::string missing;      // "Write this first: {field}"
  std::string strike_word;  // empty: there is nothing to strike out
  std::string kept;
  std::string changed_since;
  std::string done;
  std::string struck_done;
  std::size_t most_bytes = 0;
  std::string history_title;
  std::vector<SheetVersion> history;  // newest first
  std::string draft_key;
  std::vector<HelpRow> help;
};

SheetModel sheet_model(const ScreenContext& context, const SheetPlace& place);

// What is being written and isn't an entry yet.
struct SheetDraft {
  model::Sheet value;
  std::optional<model::StepOutcome> outcome;
  bool operator==(const SheetDraft&) const = default;
};
Bytes encode_sheet(const SheetDraft& draft);
std::optional<SheetDraft> decode_sheet(ByteView bytes);

// The first field that the sheet needs and doesn't have, by its label; empty: none is missing.
std::string missing_field(const SheetModel& model, const SheetDraft& draft);
// What saving comes to. `removed` in the value strikes the sheet out.
Intent sheet_intent(const SheetModel& model, const SheetDraft& draft);

// A sheet in a line: its first text, or empty.
std::string sheet_line(const model::Sheet& sheet);

}  // namespace baraza::client
