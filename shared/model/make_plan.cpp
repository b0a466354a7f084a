// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/plan.pb.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {
namespace {

template <class Message>
void write_key(const SessionKey& key, Message& out) {
  out.set_session_id(field_of(key.session));
  out.set_date_days(key.date.days);
}

}  // namespace

OpDraft make_session_planned(const SessionPlan& value, Replaces replaces) {
  v1::SessionPlanned out;
  out.set_session_id(field_of(value.session));
  out.set_plan_number(value.plan_number);
  out.set_occurrence(value.occurrence);
  out.set_date_days(value.date.days);
  if (value.start_minute) out.set_start_minute(*value.start_minute);
  out.set_cancelled(value.cancelled);
  out.set_reason(value.reason);
  return draft_of(Kind::session_planned, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_sessions_merged(const SessionMerge& value, Replaces replaces) {
  v1::SessionsMerged out;
  write_key(value.from, out);
  out.set_into_session_id(field_of(value.into.session));
  out.set_into_date_days(value.into.date.days);
  out.set_undone(value.undone);
  out.set_reason(value.reason);
  return draft_of(Kind::sessions_merged, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_agenda_placed(const AgendaPlace& value, Replaces replaces) {
  v1::AgendaPlaced out;
  write_key(value.key.session, out);
  out.set_item_id(field_of(value.key.item));
  out.set_step(value.step);
  out.set_member_id(field_of(value.member));
  out.set_order(value.order);
  out.set_minutes(value.minutes);
  out.set_removed(value.removed);
  return draft_of(Kind::agenda_placed, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_agenda_marked(const AgendaMark& value, Replaces replaces) {
  v1::AgendaMarked out;
  write_key(value.key.session, out);
  out.set_item_id(field_of(value.key.item));
  out.set_state(static_cast<v1::AgendaState>(value.state));
  out.set_reason(static_cast<v1::SkipReason>(value.reason));
  out.set_minutes(value.minutes);
  return draft_of(Kind::agenda_marked, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_technique_marked(const TechniqueUse& value, Replaces replaces) {
  v1::TechniqueMarked out;
  write_key(value.key.session, out);
  out.set_technique(static_cast<v1::Technique>(value.key.technique));
  out.set_member_id(field_of(value.key.member));
  out.set_used(value.used);
  return draft_of(Kind::technique_marked, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_step_agreed(const AgreedStep& value, Replaces replaces) {
  v1::StepAgreed out;
  out.set_step_id(field_of(value.step));
  out.set_member_id(field_of(value.member));
  write_key(value.session, out);
  out.set_withdrawn(value.withdrawn);
  return draft_of(Kind::step_agreed, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_step_reviewed(const StepReview& value, Replaces replaces) {
  v1::StepReviewed out;
  out.set_step_id(field_of(value.step));
  write_key(value.session, out);
  out.set_outcome(static_cast<v1::StepOutcome>(value.outcome));
  return draft_of(Kind::step_reviewed, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_whisper_known(const KnownWhisper& value) {
  v1::WhisperKnown out;
  out.set_rule(value.rule);
  out.set_member_id(field_of(value.member));
  out.set_basis(field_of(value.basis));
  return draft_of(Kind::whisper_known, subject_of(value), out.SerializeAsString());
}

}  // namespace baraza::model
