// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/measure.pb.h"
#include "baraza/v1/session.pb.h"
#include "shared/model/answers_in.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {
namespace {

template <class Message>
void write_key(const SessionKey& key, Message& out) {
  out.set_session_id(field_of(key.session));
  out.set_date_days(key.date.days);
}

}  // namespace

OpDraft make_member_admitted(const Admission& value, Replaces replaces) {
  v1::MemberAdmitted out;
  out.set_member_id(field_of(value.member));
  out.set_from_days(value.from.days);
  out.set_seat(value.seat);
  return draft_of(Kind::member_admitted, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_member_left(const Leaving& value) {
  v1::MemberLeft out;
  out.set_member_id(field_of(value.member));
  out.set_to_days(value.to.days);
  out.set_reason(value.reason);
  return draft_of(Kind::member_left, subject_of(value), out.SerializeAsString());
}

OpDraft make_session_opened(const SessionOpening& value) {
  v1::SessionOpened out;
  write_key(value.key, out);
  out.set_plan_number(value.plan_number);
  out.set_occurrence(value.occurrence);
  if (!value.course.id.empty()) {
    out.mutable_course()->set_id(value.course.id);
    out.mutable_course()->set_version(value.course.version);
    out.mutable_course()->set_hash(field_of(value.course.hash));
  }
  return draft_of(Kind::session_opened, subject_of(value), out.SerializeAsString());
}

OpDraft make_session_closed(const SessionKey& value, Replaces replaces) {
  v1::SessionClosed out;
  write_key(value, out);
  return draft_of(Kind::session_closed, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_attendance_marked(const Attendance& value, Replaces replaces) {
  v1::AttendanceMarked out;
  write_key(value.key.session, out);
  out.set_member_id(field_of(value.key.member));
  out.set_mark(static_cast<v1::AttendanceMark>(value.mark));
  out.set_minutes(value.minutes);
  out.set_reason(value.reason);
  return draft_of(Kind::attendance_marked, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_session_amended(const Amendment& value) {
  v1::SessionAmended out;
  write_key(value.key, out);
  out.set_reason(value.reason);
  return draft_of(Kind::session_amended, subject_of(value), out.SerializeAsString());
}

OpDraft make_check_in_recorded(const CheckIn& value) {
  v1::CheckInRecorded out;
  out.set_check_in_id(field_of(value.check_in));
  write_key(value.session, out);
  out.set_member_id(field_of(value.member));
  auto& instrument = *out.mutable_instrument();
  instrument.set_id(value.instrument.id);
  instrument.set_version(value.instrument.version);
  instrument.set_hash(field_of(value.instrument.hash));
  write_answers(value.answers, *out.mutable_answers());
  out.set_language(value.language);
  out.set_mode(static_cast<v1::AnswerMode>(value.mode));
  for (const CheckInId& id : value.supersedes) out.add_supersedes(field_of(id));
  return draft_of(Kind::check_in_recorded, subject_of(value), out.SerializeAsString());
}

OpDraft make_check_in_withdrawn(const CheckInWithdrawal& value) {
  v1::CheckInWithdrawn out;
  out.set_check_in_id(field_of(value.check_in));
  out.set_reason(value.reason);
  return draft_of(Kind::check_in_withdrawn, subject_of(value), out.SerializeAsString());
}

OpDraft make_focal_area_chosen(const FocalChoice& value, Replaces replaces) {
  v1::FocalAreaChosen out;
  out.set_member_id(field_of(value.member));
  out.set_primary(static_cast<v1::FocalArea>(value.primary));
  if (value.secondary) out.set_secondary(static_cast<v1::FocalArea>(*value.secondary));
  out.set_reason(static_cast<v1::FocalReason>(value.reason));
  return draft_of(Kind::focal_area_chosen, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

}  // namespace baraza::model
