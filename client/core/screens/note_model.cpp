// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/note_model.h"

#include <algorithm>
#include <functional>
#include <set>

#include "client/core/record_bytes.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/people.h"
#include "shared/base/limits.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

constexpr std::uint64_t format = 1;

}  // namespace

std::string note_draft_key(const GroupId& group, const SessionId& session) {
  const std::string key = "note/" + to_hex(group);
  return session.is_zero() ? key : key + "/" + to_hex(session);
}

Bytes encode_note(const NoteDraft& draft) {
  if (draft.text.empty()) return {};
  return RecordWriter().number(format).id(draft.member).bytes(draft.text).take();
}

std::optional<NoteDraft> decode_note(ByteView bytes) {
  RecordReader in(bytes);
  if (in.number() != format) return std::nullopt;
  NoteDraft out;
  out.member = in.id<MemberId>();
  out.text = in.bytes();
  if (!in.complete()) return std::nullopt;
  return out;
}

NoteModel note_model(const ScreenContext& context, const GroupId& group, const SessionId& session) {
  const text::Catalogue& words = context.words;
  NoteModel out;
  out.group = group;
  out.session = session;
  out.draft_key = note_draft_key(group, session);
  out.title = words.translate("Write a note");
  out.about_title = words.translate("About");
  out.group_word = words.translate("The group");
  out.people = person_choices(context, group);
  out.text_label = words.translate("The note");
  out.hint = words.translate("What was said or done, in a few words");
  out.most_bytes = limits::text_bytes;
  out.save_word = words.translate("Save the note");
  out.save_not = words.translate("Write something first.");
  out.back_word = words.translate("Go back");
  out.kept = words.translate("What you type is kept on this laptop as you go.");
  out.done = words.translate("Saved on this laptop");
  return out;
}

std::string written_by(const ScreenContext& context, const GroupId& group, const WriterId& writer,
                       Instant wall) {
  const text::Catalogue& words = context.words;
  const std::string who(first_name(staff_name(context.replica, writer)));
  const LocalMoment moment = context.local.at(wall, zone_of(context.replica, group));
  const std::string when = when_words(words, moment, today_at(context, group));
  if (who.empty()) return when;
  return text::fill(words.translate("{name}, {time}"), {{"name", who}, {"time", when}});
}

namespace {

// What was done to the note since it was written; empty: nothing.
std::string change_of(const ScreenContext& context, const GroupId& group,
                      const model::Register<std::string>& texts, const model::Replaced& replaced) {
  const text::Catalogue& words = context.words;
  if (texts.disputed(replaced)) return words.translate("Two texts stand: look");
  const auto* shown = texts.shown(replaced);
  if (shown == nullptr || texts.writes.size() < 2) return {};
  return text::fill(shown->value.empty() ? words.translate("Struck out by {who}")
                                         : words.translate("Corrected by {who}"),
                    {{"who", written_by(context, group, shown->ref.id.writer, shown->wall)}});
}

// Those for which `is_wanted` says so, newest first.
std::vector<NoteRow> notes_where(const ScreenContext& context, const GroupId& group,
                                 const std::function<bool(const model::Note&)>& is_wanted) {
  const text::Catalogue& words = context.words;
  const model::WordsState& state = context.replica.words(group);
  std::vector<const model::Write<model::Note>*> writes;
  for (const auto& [ref, write] : state.notes) {
    if (is_wanted(write.value)) writes.push_back(&write);
  }
  std::sort(writes.begin(), writes.end(),
            [](const auto* a, const auto* b) { return b->order() < a->order(); });
  std::vector<NoteRow> out;
  std::set<NoteId> shown_once;  // two copies of a folder may both have sent it
  for (const auto* write : writes) {
    const model::Note& note = write->value;
    if (!shown_once.insert(note.note).second) continue;
    const auto at = state.texts.find(note.note);
    const auto* shown = at == state.texts.end() ? nullptr : at->second.shown(state.basics.replaced);
    NoteRow row;
    row.note = note.note;
    row.about = note.member.is_zero() ? words.translate("The group")
                                      : member_called(context, group, note.member);
    row.by = written_by(context, group, write->ref.id.writer, write->wall);
    if (at != state.texts.end()) {
      row.changed = change_of(context, group, at->second, state.basics.replaced);
    }
    row.text = shown == nullptr ? note.text : shown->value;
    if (context.privacy && !row.text.empty()) {
      row.text = words.translate("Hidden while names are hidden.");
    }
    row.open_word = words.translate("Open");
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

std::vector<NoteRow> session_notes(const ScreenContext& context, const GroupId& group,
                                   const SessionId& session) {
  return notes_where(context, group,
                     [&](const model::Note& note) { return note.session == session; });
}

std::vector<NoteRow> member_notes(const ScreenContext& context, const GroupId& group,
                                  const MemberId& member) {
  return notes_where(context, group,
                     [&](const model::Note& note) { return note.member == member; });
}

}  // namespace baraza::client
