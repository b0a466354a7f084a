// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/intake_values.h"
#include "shared/model/plan_values.h"
#include "shared/model/values.h"
#include "shared/model/work_values.h"

// What an op with this value is about: the subject that make_* writes into the head, and the only
// one that a fold or a server takes.
namespace baraza::model {

AnyId subject_of(const Founding& value);             // the programme
AnyId subject_of(const ServerWriter& value);         // the writer
AnyId subject_of(const Account& value);              // the account
AnyId subject_of(const Site& value);                 // the site
AnyId subject_of(const EnrolledWriter& value);       // the writer
AnyId subject_of(const FrozenWriter& value);         // the writer
AnyId subject_of(const PackRef& value);              // the first half of the pack's hash
AnyId subject_of(const Grant& value);                // the grant
AnyId subject_of(const GrantEnd& value);             // the grant
AnyId subject_of(const Group& value);                // the group
AnyId subject_of(const HoldSettlement& value);       // the writer of the held op
AnyId subject_of(const CourseMove& value);           // the group
AnyId subject_of(const Person& value);               // the person
AnyId subject_of(const MembershipLink& value);       // the member
AnyId subject_of(const MemberName& value);           // the member
AnyId subject_of(const Admission& value);            // the member
AnyId subject_of(const Leaving& value);              // the member
AnyId subject_of(const SessionOpening& value);       // the session
AnyId subject_of(const SessionKey& value);           // the session
AnyId subject_of(const Attendance& value);           // the member
AnyId subject_of(const Amendment& value);            // the session
AnyId subject_of(const CheckIn& value);              // the member
AnyId subject_of(const CheckInWithdrawal& value);    // the check-in
AnyId subject_of(const FocalChoice& value);          // the member
AnyId subject_of(const Alarm& value);                // the member
AnyId subject_of(const EvidenceSet& value);          // the member
AnyId subject_of(const Note& value);                 // the note
AnyId subject_of(const Screening& value);            // the person
AnyId subject_of(const SuitabilityDecision& value);  // the person
AnyId subject_of(const PersonJoin& value);           // the person
AnyId subject_of(const FormedGroup& value);          // the group
AnyId subject_of(const Consent& value);              // the member
AnyId subject_of(const SessionPlan& value);          // the session
AnyId subject_of(const SessionMerge& value);         // the session that is joined to the other
AnyId subject_of(const AgendaPlace& value);          // the session
AnyId subject_of(const AgendaMark& value);           // the session
AnyId subject_of(const TechniqueUse& value);         // the session
AnyId subject_of(const AgreedStep& value);           // the member
AnyId subject_of(const StepReview& value);           // the step
AnyId subject_of(const KnownWhisper& value);         // what the rule saw
AnyId subject_of(const Sheet& value);                // the member
AnyId subject_of(const InventoryPerson& value);      // the member

}  // namespace baraza::model
