// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/fold.h"
#include "shared/model/register_kinds.h"

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
      return fold_register<FocalChoice>(fold, read_focal_area_chosen, state);
    case Kind::session_planned:
      return fold_register<SessionPlan>(fold, read_session_planned, state);
    case Kind::sessions_merged:
      return fold_register<SessionMerge>(fold, read_sessions_merged, state);
    case Kind::agenda_placed: return fold_register<AgendaPlace>(fold, read_agenda_placed, state);
    case Kind::agenda_marked: return fold_register<AgendaMark>(fold, read_agenda_marked, state);
    case Kind::technique_marked:
      return fold_register<TechniqueUse>(fold, read_technique_marked, state);
    case Kind::step_agreed: return fold_register<AgreedStep>(fold, read_step_agreed, state);
    case Kind::step_reviewed: return fold_register<StepReview>(fold, read_step_reviewed, state);
    case Kind::whisper_known: return fold.fact(read_whisper_known, state.known_whispers);
    default: return;  // kinds of other streams don't get here
  }
}

}  // namespace baraza::model
