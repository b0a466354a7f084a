// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/states.h"

namespace baraza::model {

// Folds one op into the state of its stream. Pure and total: an op seen before changes nothing; one
// without its body leaves only its head's traces; one of an unknown kind is counted as made by a
// newer version; one whose body breaks a rule is counted as unreadable. Only these functions read
// op bodies.
void apply_programme(ProgrammeState& state, const AuthoredOp& op);
void apply_site(SiteState& state, const AuthoredOp& op);
void apply_intake(IntakeState& state, const AuthoredOp& op);
void apply_people(PeopleState& state, const AuthoredOp& op);
void apply_alarm(AlarmState& state, const AuthoredOp& op);
void apply_main(MainState& state, const AuthoredOp& op);
void apply_words(WordsState& state, const AuthoredOp& op);
void apply_clinical(ClinicalState& state, const AuthoredOp& op);
// Call it by its full name, model::apply: a variant brings std::apply along.
void apply(StreamState& state, const AuthoredOp& op);

// What the server asks before it takes an op of a known kind: can the body be read, does it keep
// the rules of its kind, does the head's subject fit? malformed_body or too_large, with the field.
// Ops of unknown kinds pass if they aren't too large: they are allowed by class.
Result<void> check_body(StreamKind stream, const AuthoredOp& op);

}  // namespace baraza::model
