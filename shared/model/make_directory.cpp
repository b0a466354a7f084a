// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/directory.pb.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {
namespace {

void write_pack(const PackRef& value, v1::PackReference& out) {
  out.set_id(value.id);
  out.set_version(value.version);
  out.set_hash(field_of(value.hash));
}

template <class Message>
OpDraft make_enrolled(Kind kind, const EnrolledWriter& value) {
  Message out;
  out.set_account_id(field_of(value.account));
  out.set_writer_key(field_of(value.key));
  out.set_label(value.label);
  return draft_of(kind, subject_of(value), out.SerializeAsString());
}

template <class Message>
OpDraft make_frozen(Kind kind, const FrozenWriter& value) {
  Message out;
  out.set_writer(field_of(value.writer));
  out.set_stream(field_of(value.stream));
  out.set_number(value.number);
  return draft_of(kind, subject_of(value), out.SerializeAsString());
}

}  // namespace

OpDraft make_programme_founded(const Founding& value) {
  v1::ProgrammeFounded out;
  out.set_programme_id(field_of(value.programme));
  out.set_name(value.name);
  out.set_programme_key(field_of(value.programme_key));
  return draft_of(Kind::programme_founded, subject_of(value), out.SerializeAsString());
}

OpDraft make_server_writer_introduced(const ServerWriter& value) {
  v1::ServerWriterIntroduced out;
  out.set_writer_key(field_of(value.key));
  out.set_epoch(field_of(value.epoch));
  out.set_parent_epoch(field_of(value.parent_epoch));
  for (const StreamPoint& point : value.points) {
    auto* to = out.add_points();
    to->set_stream(field_of(point.stream));
    to->set_position(point.position);
    to->set_chain_hash(field_of(point.chain_hash));
  }
  out.set_signature(field_of(value.signature));
  return draft_of(Kind::server_writer_introduced, subject_of(value), out.SerializeAsString());
}

OpDraft make_administrator_added(const Account& value) {
  v1::AdministratorAdded out;
  out.set_account_id(field_of(value.account));
  out.set_handle(value.handle);
  out.set_name(value.name);
  for (const Role role : value.roles) out.add_roles(static_cast<v1::Role>(role));
  out.set_by(field_of(value.by));
  return draft_of(Kind::administrator_added, subject_of(value), out.SerializeAsString());
}

OpDraft make_site_added(const Site& value) {
  v1::SiteAdded out;
  out.set_site_id(field_of(value.site));
  out.set_name(value.name);
  out.set_time_zone(value.time_zone);
  out.set_by(field_of(value.by));
  return draft_of(Kind::site_added, subject_of(value), out.SerializeAsString());
}

OpDraft make_programme_writer_enrolled(const EnrolledWriter& value) {
  return make_enrolled<v1::ProgrammeWriterEnrolled>(Kind::programme_writer_enrolled, value);
}

OpDraft make_programme_writer_frozen(const FrozenWriter& value) {
  return make_frozen<v1::ProgrammeWriterFrozen>(Kind::programme_writer_frozen, value);
}

OpDraft make_pack_in_force(const PackRef& value, const AccountId& by) {
  v1::PackInForce out;
  write_pack(value, *out.mutable_pack());
  out.set_by(field_of(by));
  return draft_of(Kind::pack_in_force, subject_of(value), out.SerializeAsString());
}

OpDraft make_staff_added(const Account& value) {
  v1::StaffAdded out;
  out.set_account_id(field_of(value.account));
  out.set_handle(value.handle);
  out.set_name(value.name);
  out.set_phone(value.phone);
  for (const Role role : value.roles) out.add_roles(static_cast<v1::Role>(role));
  out.set_by(field_of(value.by));
  return draft_of(Kind::staff_added, subject_of(value), out.SerializeAsString());
}

OpDraft make_grant_given(const Grant& value) {
  v1::GrantGiven out;
  out.set_grant_id(field_of(value.grant));
  out.set_account_id(field_of(value.account));
  out.set_role(static_cast<v1::Role>(value.role));
  out.set_group_id(field_of(value.group));
  out.set_reads_people(value.reads_people);
  out.set_reads_words(value.reads_words);
  out.set_by(field_of(value.by));
  return draft_of(Kind::grant_given, subject_of(value), out.SerializeAsString());
}

OpDraft make_grant_ended(const GrantEnd& value) {
  v1::GrantEnded out;
  out.set_grant_id(field_of(value.grant));
  out.set_reason(value.reason);
  out.set_by(field_of(value.by));
  return draft_of(Kind::grant_ended, subject_of(value), out.SerializeAsString());
}

OpDraft make_group_opened(const Group& value) {
  v1::GroupOpened out;
  out.set_group_id(field_of(value.group));
  out.set_name(value.name);
  write_pack(value.course, *out.mutable_course());
  out.set_first_session_days(value.first_session.days);
  out.set_interval_days(value.interval_days);
  out.set_by(field_of(value.by));
  return draft_of(Kind::group_opened, subject_of(value), out.SerializeAsString());
}

OpDraft make_site_writer_enrolled(const EnrolledWriter& value) {
  return make_enrolled<v1::SiteWriterEnrolled>(Kind::site_writer_enrolled, value);
}

OpDraft make_site_writer_frozen(const FrozenWriter& value) {
  return make_frozen<v1::SiteWriterFrozen>(Kind::site_writer_frozen, value);
}

OpDraft make_hold_settled(const HoldSettlement& value) {
  v1::HoldSettled out;
  out.set_stream(field_of(value.hold.stream));
  out.set_writer(field_of(value.hold.writer));
  out.set_number(value.hold.number);
  out.set_released(value.released);
  out.set_reason(value.reason);
  out.set_by(field_of(value.by));
  return draft_of(Kind::hold_settled, subject_of(value), out.SerializeAsString());
}

OpDraft make_hold_read(const HoldKey& value, const AccountId& by) {
  v1::HoldRead out;
  out.set_stream(field_of(value.stream));
  out.set_writer(field_of(value.writer));
  out.set_number(value.number);
  out.set_by(field_of(by));
  return draft_of(Kind::hold_read, id_cast<AnyId>(value.writer), out.SerializeAsString());
}

OpDraft make_group_course_moved(const CourseMove& value, Replaces replaces) {
  v1::GroupCourseMoved out;
  out.set_group_id(field_of(value.group));
  write_pack(value.course, *out.mutable_course());
  out.set_reason(value.reason);
  out.set_by(field_of(value.by));
  return draft_of(Kind::group_course_moved, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

}  // namespace baraza::model
