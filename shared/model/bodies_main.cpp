// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "baraza/v1/measure.pb.h"
#include "baraza/v1/session.pb.h"
#include "shared/model/answers_in.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {
namespace {

// Far above anything real, low enough that sums and loops further in can't be driven wild.
constexpr std::uint32_t kMaxSeat = 1000;
constexpr std::uint32_t kMaxSessionNumber = 1000;
constexpr std::uint32_t kMaxMinutes = 24 * 60;
constexpr int kMaxSupersedes = 64;

template <class Message>
SessionKey read_key(BodyReader& read, const Message& in) {
  SessionKey out;
  out.session = read.id<SessionId>(in.session_id(), "session_id");
  out.date = read.date(in.date_days(), "date_days");
  return out;
}

}  // namespace

Result<Admission> read_member_admitted(ByteView body) {
  v1::MemberAdmitted in;
  BodyReader read(body, in);
  Admission out;
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.from = read.date(in.from_days(), "from_days");
  out.seat = read.number<std::uint32_t>(in.seat(), 1, kMaxSeat, "seat");
  return read.finish(std::move(out));
}

Result<Leaving> read_member_left(ByteView body) {
  v1::MemberLeft in;
  BodyReader read(body, in);
  Leaving out;
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.to = read.date(in.to_days(), "to_days");
  out.reason = read.optional_name(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<SessionOpening> read_session_opened(ByteView body) {
  v1::SessionOpened in;
  BodyReader read(body, in);
  SessionOpening out;
  out.key = read_key(read, in);
  out.plan_number =
      read.number<std::uint32_t>(in.plan_number(), 0, kMaxSessionNumber, "plan_number");
  out.occurrence = read.number<std::uint32_t>(in.occurrence(), 0, kMaxSessionNumber, "occurrence");
  if (in.has_course()) {
    const auto& course = in.course();
    out.course = read.pack(course.id(), course.version(), course.hash(), "course");
  }
  return read.finish(std::move(out));
}

Result<SessionKey> read_session_closed(ByteView body) {
  v1::SessionClosed in;
  BodyReader read(body, in);
  return read.finish(read_key(read, in));
}

Result<Attendance> read_attendance_marked(ByteView body) {
  v1::AttendanceMarked in;
  BodyReader read(body, in);
  Attendance out;
  out.key.session = read_key(read, in);
  out.key.member = read.id<MemberId>(in.member_id(), "member_id");
  out.mark =
      read.known<Mark>(in.mark() != 0 && v1::AttendanceMark_IsValid(in.mark()), in.mark(), "mark");
  out.minutes = read.number<std::uint32_t>(in.minutes(), 0, kMaxMinutes, "minutes");
  out.reason = read.optional_name(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<Amendment> read_session_amended(ByteView body) {
  v1::SessionAmended in;
  BodyReader read(body, in);
  Amendment out;
  out.key = read_key(read, in);
  out.reason = read.name(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<CheckIn> read_check_in_recorded(ByteView body) {
  v1::CheckInRecorded in;
  BodyReader read(body, in);
  CheckIn out;
  out.check_in = read.id<CheckInId>(in.check_in_id(), "check_in_id");
  out.session = read_key(read, in);
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  const auto& instrument = in.instrument();
  out.instrument =
      read.pack(instrument.id(), instrument.version(), instrument.hash(), "instrument");
  out.answers = read_answers(read, in.answers());
  out.language = read.optional_name(in.language(), "language");
  out.mode = read.known<AnswerMode>(in.mode() != 0 && v1::AnswerMode_IsValid(in.mode()), in.mode(),
                                    "mode");
  read.count(in.supersedes_size(), 0, kMaxSupersedes, "supersedes");
  for (const auto& id : in.supersedes()) {
    out.supersedes.push_back(read.id<CheckInId>(id, "supersedes"));
    read.require(out.supersedes.back() != out.check_in, "supersedes", "names the check-in itself");
  }
  return read.finish(std::move(out));
}

Result<CheckInWithdrawal> read_check_in_withdrawn(ByteView body) {
  v1::CheckInWithdrawn in;
  BodyReader read(body, in);
  CheckInWithdrawal out;
  out.check_in = read.id<CheckInId>(in.check_in_id(), "check_in_id");
  out.reason = read.optional_name(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<FocalChoice> read_focal_area_chosen(ByteView body) {
  v1::FocalAreaChosen in;
  BodyReader read(body, in);
  FocalChoice out;
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.primary = read.known<FocalArea>(in.primary() != 0 && v1::FocalArea_IsValid(in.primary()),
                                      in.primary(), "primary");
  if (in.secondary() != 0) {
    out.secondary =
        read.known<FocalArea>(v1::FocalArea_IsValid(in.secondary()), in.secondary(), "secondary");
    read.require(out.secondary != out.primary, "secondary", "is the primary area again");
  }
  out.reason = read.known<FocalReason>(in.reason() != 0 && v1::FocalReason_IsValid(in.reason()),
                                       in.reason(), "reason");
  return read.finish(out);
}

}  // namespace baraza::model
