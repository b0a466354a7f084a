// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/words.pb.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {

OpDraft make_note_written(const Note& value) {
  v1::NoteWritten out;
  out.set_note_id(field_of(value.note));
  out.set_session_id(field_of(value.session));
  out.set_member_id(field_of(value.member));
  out.set_text(value.text);
  return draft_of(Kind::note_written, subject_of(value), out.SerializeAsString());
}

OpDraft make_note_amended(const Note& value, Replaces replaces) {
  v1::NoteAmended out;
  out.set_note_id(field_of(value.note));
  out.set_text(value.text);
  return draft_of(Kind::note_amended, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

}  // namespace baraza::model
