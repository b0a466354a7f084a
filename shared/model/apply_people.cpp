// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/model/bodies.h"
#include "shared/model/fold.h"
#include "shared/model/register_kinds.h"

namespace baraza::model {

void apply_intake(IntakeState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::intake, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::person_registered:
      return fold.with(read_person_registered, [&](Write<Person> write) {
        Register<Person>& person = state.persons[write.value.person];
        fold.put(person, std::move(write));
      });
    case Kind::membership_linked: return fold.fact(read_membership_linked, state.links);
    case Kind::screening_recorded: return fold.fact(read_screening_recorded, state.screenings);
    case Kind::suitability_decided:
      return fold_register<SuitabilityDecision>(fold, read_suitability_decided, state);
    case Kind::persons_joined: return fold_register<PersonJoin>(fold, read_persons_joined, state);
    case Kind::group_formed: return fold.fact(read_group_formed, state.formed);
    default: return;  // kinds of other streams don't get here
  }
}

void apply_people(PeopleState& state, const AuthoredOp& op) {
  Fold fold(state.basics, StreamKind::people, op);
  if (!fold.kind()) return;
  switch (*fold.kind()) {
    case Kind::member_named:
      return fold.with(read_member_named, [&](Write<MemberName> write) {
        Register<MemberName>& name = state.names[write.value.member];
        fold.put(name, std::move(write));
      });
    case Kind::consent_given: return fold_register<Consent>(fold, read_consent_given, state);
    default: return;  // kinds of other streams don't get here
  }
}

}  // namespace baraza::model
