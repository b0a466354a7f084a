// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/fold.h"
#include "shared/model/register_kinds.h"

namespace baraza::model {
namespace {

void add_text(Fold& fold, WordsState& state, const Write<Note>& write) {
  fold.put(state.texts[write.value.note],
           Write<std::string>{write.ref, write.clock, write.wall, write.value.text});
}

}  // namespace

void apply_words(WordsState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::words, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::note_written:
      return fold.with(read_note_written, [&](Write<Note> write) {
        add_text(fold, state, write);
        fold.put(state.notes, std::move(write));
      });
    case Kind::note_amended:
      return fold.with(read_note_amended, [&](Write<Note> write) { add_text(fold, state, write); });
    case Kind::sheet_written: return fold_register<Sheet>(fold, read_sheet_written, state);
    case Kind::inventory_person_written:
      return fold_register<InventoryPerson>(fold, read_inventory_person_written, state);
    default: return;  // kinds of other streams don't get here
  }
}

}  // namespace baraza::model
