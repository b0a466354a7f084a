// SPDX-License-Identifier: Apache-2.0
#include "client/core/intent_parts.h"
#include "shared/model/apply.h"
#include "shared/model/register_kinds.h"

namespace baraza::client {
namespace {

// What stands now of the register under `key`.
template <class Registers, class Key>
void name_standing(const Registers& registers, const Key& key, const model::Replaced& replaced,
                   std::vector<OpRef>& out) {
  const auto at = registers.find(key);
  if (at != registers.end()) out = at->second.refs(replaced);
}

// The same for each register of the course that `alone` wrote to.
template <class T>
void name_course(const typename model::RegisterKind<T>::State& now,
                 const typename model::RegisterKind<T>::State& alone, std::vector<OpRef>& out) {
  for (const auto& [key, each] : model::RegisterKind<T>::registers(alone)) {
    name_standing(model::RegisterKind<T>::registers(now), key, now.basics.replaced, out);
  }
}

// The writes that the facts of one op replace where they are written now. `alone` is the op folded
// by itself, which says what it is about without a second reader of its body.
std::vector<OpRef> replaced_now(const Replica& replica, const OwnVerdict& verdict,
                                const model::StreamState& alone) {
  std::vector<OpRef> out;
  if (const auto* intake = std::get_if<model::IntakeState>(&alone)) {
    const auto& now = replica.intake(id_cast<SiteId>(verdict.owner));
    for (const auto& [key, each] : intake->persons) {
      name_standing(now.persons, key, now.basics.replaced, out);
    }
    name_course<model::SuitabilityDecision>(now, *intake, out);
    name_course<model::PersonJoin>(now, *intake, out);
  } else if (const auto* people = std::get_if<model::PeopleState>(&alone)) {
    const auto& now = replica.people(id_cast<GroupId>(verdict.owner));
    for (const auto& [key, each] : people->names) {
      name_standing(now.names, key, now.basics.replaced, out);
    }
    name_course<model::Consent>(now, *people, out);
  } else if (const auto* main = std::get_if<model::MainState>(&alone)) {
    const auto& now = replica.main(id_cast<GroupId>(verdict.owner));
    for (const auto& [key, each] : main->admissions) {
      name_standing(now.admissions, key, now.basics.replaced, out);
    }
    for (const auto& [key, each] : main->attendance) {
      name_standing(now.attendance, key, now.basics.replaced, out);
    }
    name_course<model::FocalChoice>(now, *main, out);
    name_course<model::SessionPlan>(now, *main, out);
    name_course<model::SessionMerge>(now, *main, out);
    name_course<model::AgendaPlace>(now, *main, out);
    name_course<model::AgendaMark>(now, *main, out);
    name_course<model::TechniqueUse>(now, *main, out);
    name_course<model::AgreedStep>(now, *main, out);
    name_course<model::StepReview>(now, *main, out);
    for (const auto& [key, each] : main->sessions) {
      const auto at = now.sessions.find(key);
      const bool closes = each.closing.shown(main->basics.replaced) != nullptr;
      if (closes && at != now.sessions.end()) out = at->second.closing.refs(now.basics.replaced);
    }
  } else if (const auto* words = std::get_if<model::WordsState>(&alone)) {
    const auto& now = replica.words(id_cast<GroupId>(verdict.owner));
    name_course<model::Sheet>(now, *words, out);
    name_course<model::InventoryPerson>(now, *words, out);
    // A note as first written is no amendment: it replaces nothing.
    if (!words->notes.empty()) return out;
    for (const auto& [key, each] : words->texts) {
      name_standing(now.texts, key, now.basics.replaced, out);
    }
  }
  return out;
}

Result<Plan> finish(const IntentContext& context, const OwnVerdict& verdict, OpDraft draft) {
  const bool of_site = verdict.stream_kind == StreamKind::intake ||
                       context.replica.list(id_cast<GroupId>(verdict.owner)) != nullptr;
  if (of_site) {
    PlanWriter plan(context, id_cast<SiteId>(verdict.owner));
    plan.add(std::move(draft));
    return plan.finish();
  }
  PlanWriter plan(context, id_cast<GroupId>(verdict.owner));
  plan.add(std::move(draft));
  return plan.finish();
}

}  // namespace

Result<Plan> plan_write_again(const IntentContext& context, const WriteAgain& intent) {
  const auto verdict = context.replica.verdicts().find({intent.stream, intent.op});
  if (verdict == context.replica.verdicts().end()) {
    return fail(Code::not_found, "this entry isn't in the tray");
  }
  const RawOp* written = context.replica.written(intent.stream, intent.op);
  if (written == nullptr) return fail(Code::not_found, "what was written isn't on this laptop");
  const auto op = open_op(intent.op.writer, *written);
  if (!op) return fail(op.error());
  if (!op->body) return fail(Code::not_found, "what was written isn't on this laptop");

  model::StreamState alone = model::empty_state(verdict->second.stream_kind);
  model::apply(alone, *op);
  OpDraft draft;
  draft.stream = verdict->second.stream_kind;
  draft.kind = op->head.kind;
  draft.op_class = op->head.op_class;
  draft.subject = op->head.subject;
  draft.replaces = replaced_now(context.replica, verdict->second, alone);
  draft.body = Bytes(*op->body);
  return finish(context, verdict->second, std::move(draft));
}

Result<Plan> handle(const IntentContext& context, const WriteAgain& intent, Random&) {
  return plan_write_again(context, intent);
}

}  // namespace baraza::client
