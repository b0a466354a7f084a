// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "client/core/replica.h"

// The written work with a member as it stands, of what this laptop may read. Pure; references are
// valid until the replica changes.
namespace baraza::client {

// A sheet that wasn't struck out: what it says last, and since when there is one.
struct SheetRow {
  const model::Write<model::Sheet>* shown = nullptr;
  const model::Write<model::Sheet>* first = nullptr;
  bool disputed = false;
  const model::Sheet& sheet() const { return shown->value; }
};

// The sheets of a kind, in the order in which they were begun.
std::vector<SheetRow> sheets_of(const Replica& replica, const GroupId& group,
                                const MemberId& member, model::SheetKind kind);
// The sheet of this id, struck out or not; null if nobody wrote it.
const model::Register<model::Sheet>* find_sheet(const Replica& replica, const GroupId& group,
                                                const SheetId& entry);

// What a member does until next time.
struct StepRow {
  StepId step;
  model::SessionKey agreed;             // the session in which
  const model::Sheet* words = nullptr;  // null where they aren't read, or haven't come yet
  const model::Write<model::StepReview>* review = nullptr;  // null: not looked at yet
  bool disputed = false;                                    // what became of it
};
// Steps that weren't taken back, the oldest first.
std::vector<StepRow> steps_of(const Replica& replica, const GroupId& group, const MemberId& member);

// The session that was opened last, by its day.
std::optional<model::SessionKey> last_session(const Replica& replica, const GroupId& group);

}  // namespace baraza::client
