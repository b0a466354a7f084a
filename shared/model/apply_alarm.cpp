// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/fold.h"

namespace baraza::model {

void apply_alarm(AlarmState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::alarm, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::alarm_raised: return fold.fact(read_alarm_raised, state.raised);
    case Kind::alarm_acknowledged: return fold.fact(read_alarm_acknowledged, state.acknowledged);
    case Kind::risk_resolved: return fold.fact(read_risk_resolved, state.resolved);
    default: return;  // kinds of other streams don't get here
  }
}

}  // namespace baraza::model
