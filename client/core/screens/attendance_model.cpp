// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/attendance_model.h"

#include <algorithm>

#include "client/core/record_bytes.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/needs_model.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/session_parts.h"
#include "client/core/views/people.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using session_parts::Facts;
using session_parts::Seat;
using session_parts::SeatMark;

constexpr std::uint64_t format = 1;

std::vector<MarkChoice> choices(const text::Catalogue& words) {
  using model::Mark;
  return {{Mark::present, words.translate("Here"), 'P', false},
          {Mark::late, words.translate("Late"), 'L', true},
          {Mark::left_early, words.translate("Gone early"), 'G', true},
          {Mark::absent_told, words.translate("Told us"), 'T', false},
          {Mark::excused, words.translate("Excused"), 'E', false},
          {Mark::absent_unknown, words.translate("Not known why"), 'U', false}};
}

std::string written_by(const Facts& facts, const MemberId& member) {
  const ScreenContext& context = facts.context;
  const model::MainState& main = context.replica.main(facts.group);
  const auto at = main.attendance.find({facts.session, member});
  const auto* shown =
      at == main.attendance.end() ? nullptr : at->second.shown(main.basics.replaced);
  if (shown == nullptr) return {};
  const LocalMoment moment = context.local.at(shown->wall, zone_of(context.replica, facts.group));
  const std::string when = when_words(context.words, moment, today_at(context, facts.group));
  const std::string who(first_name(staff_name(context.replica, shown->ref.id.writer)));
  if (who.empty()) return when;
  return text::fill(context.words.translate("{name}, {time}"), {{"name", who}, {"time", when}});
}

AttendanceRow row_of(const Facts& facts, const Seat& seat) {
  AttendanceRow row;
  row.member = seat.member;
  row.name = seat.words.name;
  row.letters = seat.words.letters;
  row.seat = seat.words.seat;
  row.away = seat.mark.away();
  row.words = session_parts::short_mark(facts, seat);
  switch (seat.mark.state) {
    case SeatMark::State::none: row.state = AttendanceRow::State::none; break;
    case SeatMark::State::disputed:
      row.state = AttendanceRow::State::disputed;
      row.needs_item = conflict_item_id(facts.group, {facts.session, seat.member});
      break;
    case SeatMark::State::marked:
      row.state = AttendanceRow::State::marked;
      row.value = seat.mark.value;
      if (row.words.empty()) row.words = facts.context.words.translate("here");
      row.by = written_by(facts, seat.member);
      break;
  }
  return row;
}

void add_fixed_words(const text::Catalogue& words, AttendanceModel& out) {
  out.choices = choices(words);
  out.all_word = words.translate("Everybody else is here");
  out.all_not = words.translate("Everybody is marked.");
  out.minutes_label = words.translate("Minutes");
  out.less_word = words.translate("less");
  out.more_word = words.translate("more");
  out.minutes_words = words.translate("{count} min");
  out.minutes_unknown = words.translate("not said");
  out.save_word = words.translate("Save it");
  out.save_not = words.translate("Nothing was changed.");
  out.settle_word = words.translate("Settle");
  out.settle_not = words.translate("Two answers stand here. Settle which one holds.");
  out.saved_word = words.translate("Saved on this laptop");
  out.help = {{"P", words.translate("Here")},
              {"L", words.translate("Late")},
              {"G", words.translate("Gone early")},
              {"T", words.translate("Told us")},
              {"E", words.translate("Excused")},
              {"U", words.translate("Not known why")},
              {"A", out.all_word},
              {words.translate("Up and down"), words.translate("The member before, the next")}};
}

// A reason while the session is open says why somebody didn't come; once it is closed, why the mark
// is written now.
void add_reason_words(const text::Catalogue& words, AttendanceModel& out) {
  out.reason_label = out.closed ? words.translate("Why it is written now")
                                : words.translate("Why, if you know it");
  out.reason_hint = out.closed ? words.translate("The list on paper said so")
                               : words.translate("The child had a fever");
  out.reason_not = words.translate("The session is closed. Say why first.");
}

}  // namespace

AttendanceModel attendance_model(const ScreenContext& context, const GroupId& group,
                                 const model::SessionKey& session) {
  const text::Catalogue& words = context.words;
  AttendanceModel out;
  out.group = group;
  out.session = session;
  out.title = words.translate("Attendance");
  add_fixed_words(words, out);
  if (context.replica.directory().group(group) == nullptr) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  const Facts facts = session_parts::facts_of(context, group, session);
  out.note =
      session_parts::joined(words, session_parts::title_of(facts), day_words(words, session.date));
  if (!facts.opened) {
    out.none = words.translate("The session is not open yet.");
    return out;
  }
  out.closed = facts.closed;
  add_reason_words(words, out);
  out.may_mark = runs_group(context.replica, context.self, group);
  if (!out.may_mark) out.mark_not = words.translate("Only those who run the group write here.");
  for (const Seat& seat : facts.seats) {
    out.rows.push_back(row_of(facts, seat));
    if (out.rows.back().state == AttendanceRow::State::none) out.may_mark_all = true;
  }
  if (out.rows.empty()) out.none = words.translate("Nobody has a seat in this group yet.");
  if (!out.may_mark) {
    out.may_mark_all = false;
    out.all_not = out.mark_not;
  }
  const AttendanceLine line = session_parts::attendance_line(facts);
  out.count = line.count;
  out.unmarked = line.unmarked;
  return out;
}

std::string mark_draft_key(const model::AttendanceKey& key) {
  return "mark/" + to_hex(key.session.session) + "/" + to_text(key.session.date) + "/" +
         to_hex(key.member);
}

Bytes encode_mark(const MarkDraft& draft) {
  if (draft.reason.empty() && draft.minutes == 0) return {};
  return RecordWriter()
      .number(format)
      .id(draft.member)
      .number(draft.minutes)
      .bytes(draft.reason)
      .take();
}

std::optional<MarkDraft> decode_mark(ByteView bytes) {
  RecordReader in(bytes);
  if (in.number() != format) return std::nullopt;
  MarkDraft out;
  out.member = in.id<MemberId>();
  out.minutes = static_cast<std::uint32_t>(in.number());
  out.reason = in.bytes();
  if (!in.complete()) return std::nullopt;
  return out;
}

}  // namespace baraza::client
