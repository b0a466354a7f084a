// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/values.h"

// What an op with this value is about: the subject that make_* writes into the head, and the only
// one that a fold or a server takes.
namespace baraza::model {

AnyId subject_of(const Founding& value);           // the programme
AnyId subject_of(const ServerWriter& value);       // the writer
AnyId subject_of(const Account& value);            // the account
AnyId subject_of(const Site& value);               // the site
AnyId subject_of(const EnrolledWriter& value);     // the writer
AnyId subject_of(const FrozenWriter& value);       // the writer
AnyId subject_of(const PackRef& value);            // the first half of the pack's hash
AnyId subject_of(const Grant& value);              // the grant
AnyId subject_of(const GrantEnd& value);           // the grant
AnyId subject_of(const Group& value);              // the group
AnyId subject_of(const HoldSettlement& value);     // the writer of the held op
AnyId subject_of(const Person& value);             // the person
AnyId subject_of(const MembershipLink& value);     // the member
AnyId subject_of(const MemberName& value);         // the member
AnyId subject_of(const Admission& value);          // the member
AnyId subject_of(const Leaving& value);            // the member
AnyId subject_of(const SessionOpening& value);     // the session
AnyId subject_of(const SessionKey& value);         // the session
AnyId subject_of(const Attendance& value);         // the member
AnyId subject_of(const Amendment& value);          // the session
AnyId subject_of(const CheckIn& value);            // the member
AnyId subject_of(const CheckInWithdrawal& value);  // the check-in
AnyId subject_of(const FocalChoice& value);        // the member
AnyId subject_of(const Alarm& value);              // the member
AnyId subject_of(const EvidenceSet& value);        // the member
AnyId subject_of(const Note& value);               // the note

}  // namespace baraza::model
