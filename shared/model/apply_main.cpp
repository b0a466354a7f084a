// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/fold.h"

namespace baraza::model {

void apply_main(MainState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::main, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::member_admitted:
      return fold.with(read_member_admitted, [&](Write<Admission> write) {
        Register<Admission>& admission = state.admissions[write.value.member];
        fold.put(admission, std::move(write));
      });
    case Kind::member_left: return fold.fact(read_member_left, state.leavings);
    case Kind::session_opened:
      return fold.with(read_session_opened, [&](Write<SessionOpening> write) {
        SessionFacts& session = state.sessions[write.value.key];
        fold.put(session.openings, std::move(write));
      });
    case Kind::session_closed:
      return fold.with(read_session_closed, [&](Write<SessionKey> write) {
        SessionFacts& session = state.sessions[write.value];
        fold.put(session.closing, std::move(write));
      });
    case Kind::attendance_marked:
      return fold.with(read_attendance_marked, [&](Write<Attendance> write) {
        Register<Attendance>& marks = state.attendance[write.value.key];
        fold.put(marks, std::move(write));
      });
    case Kind::session_amended:
      return fold.with(read_session_amended, [&](Write<Amendment> write) {
        SessionFacts& session = state.sessions[write.value.key];
        fold.put(session.amendments, std::move(write));
      });
    case Kind::check_in_recorded: return fold.fact(read_check_in_recorded, state.check_ins);
    case Kind::check_in_withdrawn: return fold.fact(read_check_in_withdrawn, state.withdrawals);
    case Kind::focal_area_chosen:
      return fold.with(read_focal_area_chosen, [&](Write<FocalChoice> write) {
        Register<FocalChoice>& areas = state.areas[write.value.member];
        fold.put(areas, std::move(write));
      });
    default: return;  // kinds of other streams don't get here
  }
}

}  // namespace baraza::model
