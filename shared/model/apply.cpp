// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"

#include "shared/model/fold.h"

namespace baraza::model {

void apply_clinical(ClinicalState& state, const AuthoredOp& op) {
  Fold(state.basics, StreamKind::clinical, op);
}

void apply(StreamState& state, const AuthoredOp& op) {
  struct Dispatch {
    const AuthoredOp& op;
    void operator()(ProgrammeState& of) const { apply_programme(of, op); }
    void operator()(SiteState& of) const { apply_site(of, op); }
    void operator()(IntakeState& of) const { apply_intake(of, op); }
    void operator()(PeopleState& of) const { apply_people(of, op); }
    void operator()(AlarmState& of) const { apply_alarm(of, op); }
    void operator()(MainState& of) const { apply_main(of, op); }
    void operator()(WordsState& of) const { apply_words(of, op); }
    void operator()(ClinicalState& of) const { apply_clinical(of, op); }
  };
  std::visit(Dispatch{op}, state);
}

}  // namespace baraza::model
