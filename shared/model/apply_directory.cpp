// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/fold.h"

namespace baraza::model {

void apply_programme(ProgrammeState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::programme, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::programme_founded: return fold.fact(read_programme_founded, state.founded);
    case Kind::server_writer_introduced:
      return fold.fact(read_server_writer_introduced, state.server_writers);
    case Kind::administrator_added: return fold.fact(read_administrator_added, state.accounts);
    case Kind::site_added: return fold.fact(read_site_added, state.sites);
    case Kind::programme_writer_enrolled:
      return fold.fact(read_programme_writer_enrolled, state.writers);
    case Kind::programme_writer_frozen:
      return fold.fact(read_programme_writer_frozen, state.frozen);
    case Kind::pack_in_force: return fold.fact(read_pack_in_force, state.packs);
    default: return;  // kinds of other streams don't get here
  }
}

void apply_site(SiteState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::site, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::staff_added: return fold.fact(read_staff_added, state.accounts);
    case Kind::grant_given: return fold.fact(read_grant_given, state.grants);
    case Kind::grant_ended: return fold.fact(read_grant_ended, state.grant_ends);
    case Kind::group_opened: return fold.fact(read_group_opened, state.groups);
    case Kind::site_writer_enrolled: return fold.fact(read_site_writer_enrolled, state.writers);
    case Kind::site_writer_frozen: return fold.fact(read_site_writer_frozen, state.frozen);
    case Kind::hold_settled: return fold.fact(read_hold_settled, state.settlements);
    case Kind::hold_read: return fold.fact(read_hold_read, state.hold_reads);
    case Kind::group_course_moved:
      return fold.with(read_group_course_moved, [&](Write<CourseMove> write) {
        Register<CourseMove>& moves = state.course_moves[write.value.group];
        fold.put(moves, std::move(write));
      });
    default: return;  // kinds of other streams don't get here
  }
}

}  // namespace baraza::model
