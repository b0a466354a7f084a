// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/plan.pb.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {
namespace {

constexpr std::uint32_t kMaxSessionNumber = 1000;
constexpr std::uint32_t kMaxMinutes = 24 * 60;
constexpr std::size_t kMaxOrderBytes = 64;

template <class Message>
SessionKey read_key(BodyReader& read, const Message& in) {
  SessionKey out;
  out.session = read.id<SessionId>(in.session_id(), "session_id");
  out.date = read.date(in.date_days(), "date_days");
  return out;
}

// A fractional index: letters and digits, so that plain comparison orders them everywhere.
bool is_order(const std::string& text) {
  if (text.empty() || text.size() > kMaxOrderBytes) return false;
  for (const char each : text) {
    const bool digit = each >= '0' && each <= '9';
    const bool letter = each >= 'a' && each <= 'z';
    if (!digit && !letter) return false;
  }
  return true;
}

}  // namespace

Result<SessionPlan> read_session_planned(ByteView body) {
  v1::SessionPlanned in;
  BodyReader read(body, in);
  SessionPlan out;
  out.session = read.id<SessionId>(in.session_id(), "session_id");
  out.plan_number =
      read.number<std::uint32_t>(in.plan_number(), 0, kMaxSessionNumber, "plan_number");
  out.occurrence = read.number<std::uint32_t>(in.occurrence(), 0, kMaxSessionNumber, "occurrence");
  out.date = read.date(in.date_days(), "date_days");
  if (in.has_start_minute()) {
    out.start_minute =
        read.number<std::uint32_t>(in.start_minute(), 0, kMaxMinutes - 1, "start_minute");
  }
  out.cancelled = in.cancelled();
  out.reason =
      out.cancelled ? read.name(in.reason(), "reason") : read.optional_name(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<SessionMerge> read_sessions_merged(ByteView body) {
  v1::SessionsMerged in;
  BodyReader read(body, in);
  SessionMerge out;
  out.from = read_key(read, in);
  out.into.session = read.id<SessionId>(in.into_session_id(), "into_session_id");
  out.into.date = read.date(in.into_date_days(), "into_date_days");
  read.require(out.into != out.from, "into_session_id", "is the session itself");
  out.undone = in.undone();
  out.reason = read.optional_name(in.reason(), "reason");
  return read.finish(std::move(out));
}

Result<AgendaPlace> read_agenda_placed(ByteView body) {
  v1::AgendaPlaced in;
  BodyReader read(body, in);
  AgendaPlace out;
  out.key.session = read_key(read, in);
  out.key.item = read.id<AgendaItemId>(in.item_id(), "item_id");
  out.step = read.name(in.step(), "step");
  out.member = read.optional_id<MemberId>(in.member_id(), "member_id");
  out.order = in.order();
  read.require(is_order(out.order), "order", "isn't small letters and digits");
  out.minutes = read.number<std::uint32_t>(in.minutes(), 0, kMaxMinutes, "minutes");
  out.removed = in.removed();
  return read.finish(std::move(out));
}

Result<AgendaMark> read_agenda_marked(ByteView body) {
  v1::AgendaMarked in;
  BodyReader read(body, in);
  AgendaMark out;
  out.key.session = read_key(read, in);
  out.key.item = read.id<AgendaItemId>(in.item_id(), "item_id");
  out.state = read.known<AgendaState>(in.state() != 0 && v1::AgendaState_IsValid(in.state()),
                                      in.state(), "state");
  out.reason = read.known<SkipReason>(v1::SkipReason_IsValid(in.reason()), in.reason(), "reason");
  read.require((out.state == AgendaState::skipped) == (out.reason != SkipReason::none), "reason",
               "stands without a step that was skipped, or is missing");
  out.minutes = read.number<std::uint32_t>(in.minutes(), 0, kMaxMinutes, "minutes");
  return read.finish(out);
}

Result<TechniqueUse> read_technique_marked(ByteView body) {
  v1::TechniqueMarked in;
  BodyReader read(body, in);
  TechniqueUse out;
  out.key.session = read_key(read, in);
  out.key.technique = read.known<Technique>(
      in.technique() != 0 && v1::Technique_IsValid(in.technique()), in.technique(), "technique");
  out.key.member = read.optional_id<MemberId>(in.member_id(), "member_id");
  out.used = in.used();
  return read.finish(out);
}

Result<AgreedStep> read_step_agreed(ByteView body) {
  v1::StepAgreed in;
  BodyReader read(body, in);
  AgreedStep out;
  out.step = read.id<StepId>(in.step_id(), "step_id");
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.session = read_key(read, in);
  out.withdrawn = in.withdrawn();
  return read.finish(out);
}

Result<StepReview> read_step_reviewed(ByteView body) {
  v1::StepReviewed in;
  BodyReader read(body, in);
  StepReview out;
  out.step = read.id<StepId>(in.step_id(), "step_id");
  out.session = read_key(read, in);
  out.outcome = read.known<StepOutcome>(in.outcome() != 0 && v1::StepOutcome_IsValid(in.outcome()),
                                        in.outcome(), "outcome");
  return read.finish(out);
}

Result<KnownWhisper> read_whisper_known(ByteView body) {
  v1::WhisperKnown in;
  BodyReader read(body, in);
  KnownWhisper out;
  out.rule = read.name(in.rule(), "rule");
  out.member = read.optional_id<MemberId>(in.member_id(), "member_id");
  out.basis = read.id<AnyId>(in.basis(), "basis");
  return read.finish(std::move(out));
}

}  // namespace baraza::model
