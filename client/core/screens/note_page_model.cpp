// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/note_page_model.h"

#include <algorithm>

#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "shared/base/limits.h"
#include "shared/text/fill.h"

namespace baraza::client {

std::string note_page_draft_key(const GroupId& group, const NoteId& note) {
  return "amend-note/" + to_hex(group) + "/" + to_hex(note);
}

NotePageModel note_page_model(const ScreenContext& context, const GroupId& group,
                              const NoteId& note) {
  const text::Catalogue& words = context.words;
  const model::WordsState& state = context.replica.words(group);
  NotePageModel out;
  out.group = group;
  out.note = note;
  out.title = words.translate("A note");
  const auto at = state.texts.find(note);
  const auto first = std::find_if(state.notes.begin(), state.notes.end(),
                                  [&](const auto& each) { return each.second.value.note == note; });
  if (at == state.texts.end() || first == state.notes.end()) {
    out.none = words.translate("This note isn't on this laptop.");
    return out;
  }
  const model::Note& written = first->second.value;
  if (!written.member.is_zero()) {
    out.title = text::fill(words.translate("Note about {name}"),
                           {{"name", member_called(context, group, written.member)}});
  } else {
    out.title = words.translate("Note about the group");
  }
  out.by = written_by(context, group, first->second.ref.id.writer, first->second.wall);
  if (context.privacy) {
    out.none = words.translate("Hidden while names are hidden.");
    return out;
  }
  const model::Register<std::string>& texts = at->second;
  const auto standing = texts.standing(state.basics.replaced);
  if (!standing.empty()) out.now = standing.back()->value;
  if (texts.disputed(state.basics.replaced)) {
    out.warning = words.translate(
        "Two people changed this note without knowing of each other. Both texts are below; what "
        "you save takes the place of both.");
  }
  out.text_label = words.translate("What the note says");
  out.hint = words.translate("This note was struck out. Write here to bring it back.");
  out.most_bytes = limits::text_bytes;
  if (!runs_group(context.replica, context.self, group)) {
    out.read_only = words.translate("Only those who run the group correct its notes.");
  }
  out.save_word = words.translate("Save the correction");
  out.save_not = words.translate("Nothing was changed yet.");
  out.strike_word = words.translate("Strike it out");
  out.kept = words.translate("What you type is kept on this laptop as you go.");
  out.changed_since =
      words.translate("Somebody else changed this note while you were writing. Read it below.");
  out.done = words.translate("Saved on this laptop");
  out.struck_done = words.translate("Struck out, on this laptop");
  out.texts_title = words.translate("What it said, newest first");
  for (auto write = texts.writes.rbegin(); write != texts.writes.rend(); ++write) {
    const bool stands = std::any_of(standing.begin(), standing.end(),
                                    [&](const auto* each) { return each->ref == write->ref; });
    out.texts.push_back({written_by(context, group, write->ref.id.writer, write->wall),
                         write->value.empty() ? words.translate("Struck out") : write->value,
                         stands});
  }
  out.draft_key = note_page_draft_key(group, note);
  return out;
}

}  // namespace baraza::client
