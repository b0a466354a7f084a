// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/directory.pb.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {
namespace {

constexpr int kMaxPoints = 1024;
constexpr std::uint32_t kMaxIntervalDays = 366;

// A role may stand once, and where this kind of account may have it.
template <class Message>
std::vector<Role> read_roles(BodyReader& read, const Message& in, Role lowest, Role highest) {
  read.count(in.roles_size(), 1, v1::Role_ARRAYSIZE, "roles");
  std::vector<Role> out;
  for (const int number : in.roles()) {
    const Role role = read.known<Role>(number != 0 && v1::Role_IsValid(number), number, "roles");
    read.require(role >= lowest && role <= highest, "roles", "has a role of another stream");
    out.push_back(role);
  }
  return out;
}

template <class Message>
Result<EnrolledWriter> read_enrolled(ByteView body) {
  Message in;
  BodyReader read(body, in);
  EnrolledWriter out;
  out.account = read.id<AccountId>(in.account_id(), "account_id");
  out.key = read.id<PublicKey>(in.writer_key(), "writer_key");
  out.label = read.optional_name(in.label(), "label");
  return read.finish(std::move(out));
}

template <class Message>
Result<FrozenWriter> read_frozen(ByteView body) {
  Message in;
  BodyReader read(body, in);
  FrozenWriter out;
  out.writer = read.id<WriterId>(in.writer(), "writer");
  out.stream = read.id<StreamId>(in.stream(), "stream");
  out.number = in.number();
  read.require(out.number > 0, "number", "is zero");
  return read.finish(std::move(out));
}

template <class Message>
HoldKey read_hold(BodyReader& read, const Message& in) {
  HoldKey out;
  out.stream = read.id<StreamId>(in.stream(), "stream");
  out.writer = read.id<WriterId>(in.writer(), "writer");
  out.number = in.number();
  read.require(out.number > 0, "number", "is zero");
  return out;
}

}  // namespace

Result<Founding> read_programme_founded(ByteView body) {
  v1::ProgrammeFounded in;
  BodyReader read(body, in);
  Founding out;
  out.programme = read.id<ProgrammeId>(in.programme_id(), "programme_id");
  out.name = read.name(in.name(), "name");
  out.programme_key = read.id<PublicKey>(in.programme_key(), "programme_key");
  return read.finish(std::move(out));
}

Result<ServerWriter> read_server_writer_introduced(ByteView body) {
  v1::ServerWriterIntroduced in;
  BodyReader read(body, in);
  ServerWriter out;
  out.key = read.id<PublicKey>(in.writer_key(), "writer_key");
  out.epoch = read.id<Epoch>(in.epoch(), "epoch");
  out.parent_epoch = read.optional_id<Epoch>(in.parent_epoch(), "parent_epoch");
  read.count(in.points_size(), 0, kMaxPoints, "points");
  for (const auto& point : in.points()) {
    out.points.push_back({read.id<StreamId>(point.stream(), "points.stream"), point.position(),
                          read.id<Hash>(point.chain_hash(), "points.chain_hash")});
  }
  out.signature = read.id<Signature>(in.signature(), "signature");
  return read.finish(std::move(out));
}

Result<Account> read_administrator_added(ByteView body) {
  v1::AdministratorAdded in;
  BodyReader read(body, in);
  Account out;
  out.account = read.id<AccountId>(in.account_id(), "account_id");
  out.handle = read.name(in.handle(), "handle");
  out.name = read.name(in.name(), "name");
  out.roles = read_roles(read, in, Role::manager, Role::administrator);
  // Nobody could ask for the first administrator.
  out.by = read.optional_id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<Site> read_site_added(ByteView body) {
  v1::SiteAdded in;
  BodyReader read(body, in);
  Site out;
  out.site = read.id<SiteId>(in.site_id(), "site_id");
  out.name = read.name(in.name(), "name");
  out.time_zone = read.name(in.time_zone(), "time_zone");
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<EnrolledWriter> read_programme_writer_enrolled(ByteView body) {
  return read_enrolled<v1::ProgrammeWriterEnrolled>(body);
}

Result<FrozenWriter> read_programme_writer_frozen(ByteView body) {
  return read_frozen<v1::ProgrammeWriterFrozen>(body);
}

Result<PackRef> read_pack_in_force(ByteView body) {
  v1::PackInForce in;
  BodyReader read(body, in);
  PackRef out = read.pack(in.pack().id(), in.pack().version(), in.pack().hash(), "pack");
  read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<Account> read_staff_added(ByteView body) {
  v1::StaffAdded in;
  BodyReader read(body, in);
  Account out;
  out.account = read.id<AccountId>(in.account_id(), "account_id");
  out.handle = read.name(in.handle(), "handle");
  out.name = read.name(in.name(), "name");
  out.phone = read.optional_name(in.phone(), "phone");
  out.roles = read_roles(read, in, Role::facilitator, Role::supervisor);
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<Grant> read_grant_given(ByteView body) {
  v1::GrantGiven in;
  BodyReader read(body, in);
  Grant out;
  out.grant = read.id<GrantId>(in.grant_id(), "grant_id");
  out.account = read.id<AccountId>(in.account_id(), "account_id");
  out.role = read.known<Role>(in.role() != 0 && v1::Role_IsValid(in.role()), in.role(), "role");
  out.group = read.optional_id<GroupId>(in.group_id(), "group_id");
  out.reads_people = in.reads_people();
  out.reads_words = in.reads_words();
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<GrantEnd> read_grant_ended(ByteView body) {
  v1::GrantEnded in;
  BodyReader read(body, in);
  GrantEnd out;
  out.grant = read.id<GrantId>(in.grant_id(), "grant_id");
  out.reason = read.optional_text(in.reason(), "reason");
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<Group> read_group_opened(ByteView body) {
  v1::GroupOpened in;
  BodyReader read(body, in);
  Group out;
  out.group = read.id<GroupId>(in.group_id(), "group_id");
  out.name = read.name(in.name(), "name");
  const auto& course = in.course();
  out.course = read.pack(course.id(), course.version(), course.hash(), "course");
  out.first_session = read.date(in.first_session_days(), "first_session_days");
  out.interval_days =
      read.number<std::uint32_t>(in.interval_days(), 1, kMaxIntervalDays, "interval_days");
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<EnrolledWriter> read_site_writer_enrolled(ByteView body) {
  return read_enrolled<v1::SiteWriterEnrolled>(body);
}

Result<FrozenWriter> read_site_writer_frozen(ByteView body) {
  return read_frozen<v1::SiteWriterFrozen>(body);
}

Result<HoldSettlement> read_hold_settled(ByteView body) {
  v1::HoldSettled in;
  BodyReader read(body, in);
  HoldSettlement out;
  out.hold = read_hold(read, in);
  out.released = in.released();
  out.reason = read.optional_text(in.reason(), "reason");
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<HoldSettlement> read_hold_read(ByteView body) {
  v1::HoldRead in;
  BodyReader read(body, in);
  HoldSettlement out;
  out.hold = read_hold(read, in);
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

Result<CourseMove> read_group_course_moved(ByteView body) {
  v1::GroupCourseMoved in;
  BodyReader read(body, in);
  CourseMove out;
  out.group = read.id<GroupId>(in.group_id(), "group_id");
  const auto& course = in.course();
  out.course = read.pack(course.id(), course.version(), course.hash(), "course");
  out.reason = read.text(in.reason(), "reason");
  out.by = read.id<AccountId>(in.by(), "by");
  return read.finish(std::move(out));
}

}  // namespace baraza::model
