// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/words.pb.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {

Result<Note> read_note_written(ByteView body) {
  v1::NoteWritten in;
  BodyReader read(body, in);
  Note out;
  out.note = read.id<NoteId>(in.note_id(), "note_id");
  out.session = read.optional_id<SessionId>(in.session_id(), "session_id");
  out.member = read.optional_id<MemberId>(in.member_id(), "member_id");
  out.text = read.text(in.text(), "text");
  return read.finish(std::move(out));
}

Result<Note> read_note_amended(ByteView body) {
  v1::NoteAmended in;
  BodyReader read(body, in);
  Note out;
  out.note = read.id<NoteId>(in.note_id(), "note_id");
  // An empty text is how an author strikes a note out.
  out.text = read.optional_text(in.text(), "text");
  return read.finish(std::move(out));
}

}  // namespace baraza::model
