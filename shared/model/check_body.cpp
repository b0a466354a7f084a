// SPDX-License-Identifier: Apache-2.0
#include "shared/base/limits.h"
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/kinds.h"
#include "shared/model/subjects.h"

namespace baraza::model {
namespace {

template <class T>
Result<void> check(Result<T> (*read)(ByteView), const AuthoredOp& op) {
  const Result<T> value = read(*op.body);
  if (!value) return fail(value.error());
  if (subject_of(*value) != op.head.subject) {
    return fail(Code::malformed_body, "subject isn't what the body is about");
  }
  return {};
}

// A switch without a default: a kind without a check doesn't compile.
Result<void> check_kind(Kind kind, const AuthoredOp& op) {
  switch (kind) {
    case Kind::programme_founded: return check(read_programme_founded, op);
    case Kind::server_writer_introduced: return check(read_server_writer_introduced, op);
    case Kind::administrator_added: return check(read_administrator_added, op);
    case Kind::site_added: return check(read_site_added, op);
    case Kind::programme_writer_enrolled: return check(read_programme_writer_enrolled, op);
    case Kind::programme_writer_frozen: return check(read_programme_writer_frozen, op);
    case Kind::pack_in_force: return check(read_pack_in_force, op);
    case Kind::staff_added: return check(read_staff_added, op);
    case Kind::grant_given: return check(read_grant_given, op);
    case Kind::grant_ended: return check(read_grant_ended, op);
    case Kind::group_opened: return check(read_group_opened, op);
    case Kind::site_writer_enrolled: return check(read_site_writer_enrolled, op);
    case Kind::site_writer_frozen: return check(read_site_writer_frozen, op);
    case Kind::hold_settled: return check(read_hold_settled, op);
    case Kind::hold_read: return check(read_hold_read, op);
    case Kind::group_course_moved: return check(read_group_course_moved, op);
    case Kind::person_registered: return check(read_person_registered, op);
    case Kind::membership_linked: return check(read_membership_linked, op);
    case Kind::screening_recorded: return check(read_screening_recorded, op);
    case Kind::suitability_decided: return check(read_suitability_decided, op);
    case Kind::persons_joined: return check(read_persons_joined, op);
    case Kind::group_formed: return check(read_group_formed, op);
    case Kind::member_named: return check(read_member_named, op);
    case Kind::consent_given: return check(read_consent_given, op);
    case Kind::member_admitted: return check(read_member_admitted, op);
    case Kind::member_left: return check(read_member_left, op);
    case Kind::session_opened: return check(read_session_opened, op);
    case Kind::session_closed: return check(read_session_closed, op);
    case Kind::attendance_marked: return check(read_attendance_marked, op);
    case Kind::session_amended: return check(read_session_amended, op);
    case Kind::session_planned: return check(read_session_planned, op);
    case Kind::sessions_merged: return check(read_sessions_merged, op);
    case Kind::agenda_placed: return check(read_agenda_placed, op);
    case Kind::agenda_marked: return check(read_agenda_marked, op);
    case Kind::check_in_recorded: return check(read_check_in_recorded, op);
    case Kind::check_in_withdrawn: return check(read_check_in_withdrawn, op);
    case Kind::technique_marked: return check(read_technique_marked, op);
    case Kind::focal_area_chosen: return check(read_focal_area_chosen, op);
    case Kind::step_agreed: return check(read_step_agreed, op);
    case Kind::step_reviewed: return check(read_step_reviewed, op);
    case Kind::whisper_known: return check(read_whisper_known, op);
    case Kind::alarm_raised: return check(read_alarm_raised, op);
    case Kind::alarm_acknowledged: return check(read_alarm_acknowledged, op);
    case Kind::risk_resolved: return check(read_risk_resolved, op);
    case Kind::note_written: return check(read_note_written, op);
    case Kind::note_amended: return check(read_note_amended, op);
    case Kind::sheet_written: return check(read_sheet_written, op);
    case Kind::inventory_person_written: return check(read_inventory_person_written, op);
  }
  return fail(Code::internal, "a kind without a check");
}

}  // namespace

Result<void> check_body(StreamKind stream, const AuthoredOp& op) {
  if (op.body && op.body->size() + salt_bytes > limits::op_bytes) {
    return fail(Code::too_large, "body is over its limit");
  }
  const auto kind = kind_from(op.head.kind);
  if (!kind) return {};
  const KindRow row = kind_row(*kind);
  if (row.stream != stream) {
    return fail(Code::malformed_body, "kind belongs to another stream");
  }
  if (static_cast<std::uint32_t>(row.op_class) != op.head.op_class) {
    return fail(Code::malformed_body, "op_class isn't that of the kind");
  }
  if (!op.body) return fail(Code::malformed_body, "body is missing");
  return check_kind(*kind, op);
}

}  // namespace baraza::model
