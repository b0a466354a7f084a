// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/course.pb.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {

OpDraft make_person_registered(const Person& value, Replaces replaces) {
  v1::PersonRegistered out;
  out.set_person_id(field_of(value.person));
  out.set_name(value.name);
  out.set_birth_year(value.birth_year);
  out.set_sex(static_cast<v1::Sex>(value.sex));
  out.set_village(value.village);
  out.set_phone(value.phone);
  return draft_of(Kind::person_registered, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_membership_linked(const MembershipLink& value) {
  v1::MembershipLinked out;
  out.set_person_id(field_of(value.person));
  out.set_group_id(field_of(value.group));
  out.set_member_id(field_of(value.member));
  return draft_of(Kind::membership_linked, subject_of(value), out.SerializeAsString());
}

OpDraft make_member_named(const MemberName& value, Replaces replaces) {
  v1::MemberNamed out;
  out.set_member_id(field_of(value.member));
  out.set_name(value.name);
  out.set_phone(value.phone);
  return draft_of(Kind::member_named, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_consent_given(const Consent& value, Replaces replaces) {
  v1::ConsentGiven out;
  out.set_member_id(field_of(value.key.member));
  out.set_purpose(static_cast<v1::ConsentPurpose>(value.key.purpose));
  out.set_given(value.given);
  out.set_how(static_cast<v1::ConsentHow>(value.how));
  out.set_date_days(value.date.days);
  return draft_of(Kind::consent_given, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

}  // namespace baraza::model
