// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "baraza/v1/intake.pb.h"
#include "shared/base/limits.h"
#include "shared/model/answers_in.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {
namespace {

constexpr int kMaxReferReasons = 16;
constexpr int kMaxSupersedes = 64;
constexpr std::uint32_t kMaxTotal = 100'000;

}  // namespace

Result<Screening> read_screening_recorded(ByteView body) {
  v1::ScreeningRecorded in;
  BodyReader read(body, in);
  Screening out;
  out.screening = read.id<ScreeningId>(in.screening_id(), "screening_id");
  out.person = read.id<PersonId>(in.person_id(), "person_id");
  out.date = read.date(in.date_days(), "date_days");
  const auto& instrument = in.instrument();
  out.instrument =
      read.pack(instrument.id(), instrument.version(), instrument.hash(), "instrument");
  out.answers = read_answers(read, in.answers());
  out.language = read.optional_name(in.language(), "language");
  out.mode = read.known<AnswerMode>(in.mode() != 0 && v1::AnswerMode_IsValid(in.mode()), in.mode(),
                                    "mode");
  if (in.has_typed_total()) {
    out.typed_total = read.number<std::uint32_t>(in.typed_total(), 0, kMaxTotal, "typed_total");
  }
  read.count(in.supersedes_size(), 0, kMaxSupersedes, "supersedes");
  for (const auto& id : in.supersedes()) {
    out.supersedes.push_back(read.id<ScreeningId>(id, "supersedes"));
    read.require(out.supersedes.back() != out.screening, "supersedes",
                 "names the screening itself");
  }
  return read.finish(std::move(out));
}

Result<SuitabilityDecision> read_suitability_decided(ByteView body) {
  v1::SuitabilityDecided in;
  BodyReader read(body, in);
  SuitabilityDecision out;
  out.person = read.id<PersonId>(in.person_id(), "person_id");
  out.suitability =
      read.known<Suitability>(in.suitability() != 0 && v1::Suitability_IsValid(in.suitability()),
                              in.suitability(), "suitability");
  read.count(in.refer_size(), 0, kMaxReferReasons, "refer");
  for (const int reason : in.refer()) {
    out.refer.push_back(
        read.known<ReferReason>(reason != 0 && v1::ReferReason_IsValid(reason), reason, "refer"));
  }
  read.require(out.refer.empty() == (out.suitability != Suitability::refer_first), "refer",
               "stands without what it is the reason for, or is missing");
  out.overrides = in.overrides();
  out.reason = read.optional_text(in.reason(), "reason");
  read.require(!out.overrides || !out.reason.empty(), "reason", "is empty");
  return read.finish(std::move(out));
}

Result<PersonJoin> read_persons_joined(ByteView body) {
  v1::PersonsJoined in;
  BodyReader read(body, in);
  PersonJoin out;
  out.person = read.id<PersonId>(in.person_id(), "person_id");
  out.same_as = read.optional_id<PersonId>(in.same_as(), "same_as");
  read.require(out.same_as != out.person, "same_as", "names the person itself");
  out.reason = read.optional_text(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<FormedGroup> read_group_formed(ByteView body) {
  v1::GroupFormed in;
  BodyReader read(body, in);
  FormedGroup out;
  out.group = read.id<GroupId>(in.group_id(), "group_id");
  out.name = read.name(in.name(), "name");
  const auto& course = in.course();
  out.course = read.pack(course.id(), course.version(), course.hash(), "course");
  out.first_session = read.date(in.first_session_days(), "first_session_days");
  out.interval_days = read.number<std::uint32_t>(in.interval_days(), 1, 366, "interval_days");
  return read.finish(std::move(out));
}

}  // namespace baraza::model
