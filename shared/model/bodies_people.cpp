// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/course.pb.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {

Result<Person> read_person_registered(ByteView body) {
  v1::PersonRegistered in;
  BodyReader read(body, in);
  Person out;
  out.person = read.id<PersonId>(in.person_id(), "person_id");
  out.name = read.name(in.name(), "name");
  out.birth_year = in.birth_year();
  if (out.birth_year != 0) read.number<std::uint32_t>(out.birth_year, 1900, 2200, "birth_year");
  out.sex = read.known<Sex>(v1::Sex_IsValid(in.sex()), in.sex(), "sex");
  out.village = read.optional_name(in.village(), "village");
  out.phone = read.optional_name(in.phone(), "phone");
  return read.finish(std::move(out));
}

Result<MembershipLink> read_membership_linked(ByteView body) {
  v1::MembershipLinked in;
  BodyReader read(body, in);
  MembershipLink out;
  out.person = read.id<PersonId>(in.person_id(), "person_id");
  out.group = read.id<GroupId>(in.group_id(), "group_id");
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  return read.finish(std::move(out));
}

Result<MemberName> read_member_named(ByteView body) {
  v1::MemberNamed in;
  BodyReader read(body, in);
  MemberName out;
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.name = read.name(in.name(), "name");
  out.phone = read.optional_name(in.phone(), "phone");
  return read.finish(std::move(out));
}

Result<Consent> read_consent_given(ByteView body) {
  v1::ConsentGiven in;
  BodyReader read(body, in);
  Consent out;
  out.key.member = read.id<MemberId>(in.member_id(), "member_id");
  out.key.purpose = read.known<ConsentPurpose>(
      in.purpose() != 0 && v1::ConsentPurpose_IsValid(in.purpose()), in.purpose(), "purpose");
  out.given = in.given();
  out.how =
      read.known<ConsentHow>(in.how() != 0 && v1::ConsentHow_IsValid(in.how()), in.how(), "how");
  out.date = read.date(in.date_days(), "date_days");
  return read.finish(out);
}

}  // namespace baraza::model
