// SPDX-License-Identifier: Apache-2.0
#include "client/core/intent_parts.h"
#include "shared/op/derive.h"
#include "shared/rules/sheets.h"

namespace baraza::client {
namespace {

using model::RegisterKind;

// --- what has to be known here --------------------------------------------------------------

Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::Sheet& of) {
  if (of.session) {
    if (auto known = need_session(context, group, *of.session); !known) return known;
  }
  if (auto known = need_member(context, group, of.member); !known) return known;
  if (model::is_single(of.kind) &&
      of.entry != only_sheet_id(of.member, static_cast<std::uint32_t>(of.kind))) {
    return fail(Code::invalid_argument, "a member has one sheet of this kind");
  }
  // What is struck out may lack anything.
  return of.removed ? Result<void>() : rules::check_sheet(of);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::InventoryPerson& of) {
  return need_member(context, group, of.member);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::Consent& of) {
  return need_member(context, group, of.key.member);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::SessionPlan& of) {
  const SessionId planned = planned_session_id(group, of.plan_number, of.occurrence);
  if (of.plan_number != 0 && of.session != planned) {
    return fail(Code::invalid_argument, "this isn't the session of that number");
  }
  return need_group(context, group);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::SessionMerge& of) {
  if (auto known = need_session(context, group, of.from); !known) return known;
  return need_session(context, group, of.into);
}
// An agenda is made before its session is opened, too.
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::AgendaPlace& of) {
  if (!of.member.is_zero()) return need_member(context, group, of.member);
  return need_group(context, group);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::AgendaMark&) {
  return need_group(context, group);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::TechniqueUse& of) {
  if (auto known = need_session(context, group, of.key.session); !known) return known;
  if (of.key.member.is_zero()) return {};
  return need_member(context, group, of.key.member);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::AgreedStep& of) {
  if (auto known = need_session(context, group, of.session); !known) return known;
  return need_member(context, group, of.member);
}
Result<void> need_known(const IntentContext& context, const GroupId& group,
                        const model::StepReview& of) {
  if (auto known = need_session(context, group, of.session); !known) return known;
  if (context.replica.main(group).steps.contains(of.step)) return {};
  return fail(Code::not_found, "this step isn't on this laptop");
}

Result<void> need_known(const IntentContext& context, const SiteId& site,
                        const model::SuitabilityDecision& of) {
  return need_person(context, site, of.person);
}
Result<void> need_known(const IntentContext& context, const SiteId& site,
                        const model::PersonJoin& of) {
  if (auto known = need_person(context, site, of.person); !known) return known;
  if (of.same_as.is_zero()) return {};
  if (auto known = need_person(context, site, of.same_as); !known) return known;
  // A chain of joins has one end: nobody becomes, over others, the same as themselves.
  const model::IntakeState& intake = context.replica.intake(site);
  PersonId at = of.same_as;
  for (std::size_t steps = 0; steps <= intake.joins.size(); ++steps) {
    const auto join = intake.joins.find(at);
    const auto* shown =
        join == intake.joins.end() ? nullptr : join->second.shown(intake.basics.replaced);
    if (shown == nullptr || shown->value.same_as.is_zero()) return {};
    at = shown->value.same_as;
    if (at == of.person) break;
  }
  return fail(Code::invalid_argument, "these two were joined the other way round already");
}

// --- ids of their own -----------------------------------------------------------------------

template <class T>
void complete(T&, const GroupId&, Random&) {}
void complete(model::Sheet& value, const GroupId&, Random& random) {
  rules::tidy_sheet(value);
  if (!value.entry.is_zero()) return;
  value.entry = model::is_single(value.kind)
                    ? only_sheet_id(value.member, static_cast<std::uint32_t>(value.kind))
                    : random.id<SheetId>();
}
void complete(model::InventoryPerson& value, const GroupId&, Random& random) {
  if (value.person.is_zero()) value.person = random.id<InventoryPersonId>();
}
void complete(model::SessionPlan& value, const GroupId& group, Random& random) {
  if (!value.session.is_zero()) return;
  value.session = value.plan_number == 0
                      ? random.id<SessionId>()
                      : planned_session_id(group, value.plan_number, value.occurrence);
}

// --- the write ------------------------------------------------------------------------------

template <class T>
constexpr bool last_word_counts =
    std::is_same_v<T, model::AgendaPlace> || std::is_same_v<T, model::AgendaMark> ||
    std::is_same_v<T, model::TechniqueUse>;

const model::IntakeState& state_of(const Replica& replica, const SiteId& site,
                                   const model::IntakeState*) {
  return replica.intake(site);
}
const model::PeopleState& state_of(const Replica& replica, const GroupId& group,
                                   const model::PeopleState*) {
  return replica.people(group);
}
const model::MainState& state_of(const Replica& replica, const GroupId& group,
                                 const model::MainState*) {
  return replica.main(group);
}
const model::WordsState& state_of(const Replica& replica, const GroupId& group,
                                  const model::WordsState*) {
  return replica.words(group);
}

// The draft of a write in the place of what stands.
template <class T, class Owner>
Result<OpDraft> write(const IntentContext& context, const Owner& owner, const T& value,
                      bool settles) {
  using State = typename RegisterKind<T>::State;
  const State& state = state_of(context.replica, owner, static_cast<const State*>(nullptr));
  const auto* found = model::register_of<T>(state, value);
  if (found == nullptr) return RegisterKind<T>::make(value, {});
  const model::Replaced& replaced = state.basics.replaced;
  const bool disputed = found->disputed(replaced);
  if (disputed && !settles && !last_word_counts<T>) {
    return fail(Code::invalid_argument, "different entries stand here: settle which one holds");
  }
  const auto* shown = found->shown(replaced);
  if (!disputed && shown != nullptr && shown->value.fields() == value.fields()) {
    return fail(Code::already_exists, "this is what stands here already");
  }
  return RegisterKind<T>::make(value, found->refs(replaced));
}

}  // namespace

template <class T>
Result<Plan> handle(const IntentContext& context, const WriteOfGroup<T>& intent, Random& random) {
  T value = intent.value;
  complete(value, intent.group, random);
  if (auto known = need_known(context, intent.group, value); !known) return fail(known.error());
  auto draft = write(context, intent.group, value, intent.settles);
  if (!draft) return fail(draft.error());
  PlanWriter plan(context, intent.group);
  plan.add(std::move(*draft));
  return plan.finish();
}

template <class T>
Result<Plan> handle(const IntentContext& context, const WriteOfSite<T>& intent, Random&) {
  if (auto known = need_known(context, intent.site, intent.value); !known) {
    return fail(known.error());
  }
  auto draft = write(context, intent.site, intent.value, intent.settles);
  if (!draft) return fail(draft.error());
  PlanWriter plan(context, intent.site);
  plan.add(std::move(*draft));
  return plan.finish();
}

template Result<Plan> handle(const IntentContext&, const WriteSheet&, Random&);
template Result<Plan> handle(const IntentContext&, const WriteInventoryPerson&, Random&);
template Result<Plan> handle(const IntentContext&, const SetConsent&, Random&);
template Result<Plan> handle(const IntentContext&, const PlanSession&, Random&);
template Result<Plan> handle(const IntentContext&, const MergeSessions&, Random&);
template Result<Plan> handle(const IntentContext&, const PlaceAgenda&, Random&);
template Result<Plan> handle(const IntentContext&, const MarkAgenda&, Random&);
template Result<Plan> handle(const IntentContext&, const MarkTechnique&, Random&);
template Result<Plan> handle(const IntentContext&, const DecideSuitability&, Random&);
template Result<Plan> handle(const IntentContext&, const JoinPersons&, Random&);

Result<Plan> handle(const IntentContext& context, const AgreeStep& intent, Random& random) {
  model::AgreedStep step = intent.step;
  if (step.step.is_zero()) step.step = random.id<StepId>();
  model::Sheet words = intent.words;
  rules::tidy_sheet(words);
  words.entry = id_cast<SheetId>(step.step);
  words.member = step.member;
  words.session = step.session;
  words.kind = model::SheetKind::step;
  if (auto known = need_known(context, intent.group, step); !known) return fail(known.error());
  if (auto known = need_known(context, intent.group, words); !known) return fail(known.error());
  auto agreed = write(context, intent.group, step, intent.settles);
  auto written = write(context, intent.group, words, intent.settles);
  const auto stands = [](const auto& draft) {
    return !draft && draft.error().code == Code::already_exists;
  };
  // The words of a step may change while the step stays, and the other way round.
  if (!agreed && !(stands(agreed) && written)) return fail(agreed.error());
  if (!written && !(stands(written) && agreed)) return fail(written.error());
  PlanWriter plan(context, intent.group);
  if (agreed) plan.add(std::move(*agreed));
  if (written) plan.add(std::move(*written));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const ReviewStep& intent, Random& random) {
  if (auto known = need_known(context, intent.group, intent.review); !known) {
    return fail(known.error());
  }
  auto review = write(context, intent.group, intent.review, intent.settles);
  const bool stands = !review && review.error().code == Code::already_exists;
  if (!review && !(stands && intent.words)) return fail(review.error());
  PlanWriter plan(context, intent.group);
  if (review) plan.add(std::move(*review));
  if (intent.words) {
    model::Sheet words = *intent.words;
    complete(words, intent.group, random);
    words.session = intent.review.session;
    words.kind = model::SheetKind::step_review;
    words.about = id_cast<AnyId>(intent.review.step);
    if (auto known = need_known(context, intent.group, words); !known) return fail(known.error());
    auto written = write(context, intent.group, words, intent.settles);
    if (!written) return fail(written.error());
    plan.add(std::move(*written));
  }
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const KnowWhisper& intent, Random&) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  for (const auto& [ref, each] : context.replica.main(intent.group).known_whispers) {
    if (each.value == intent.value) {
      return fail(Code::already_exists, "somebody said so already");
    }
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_whisper_known(intent.value));
  return plan.finish();
}

}  // namespace baraza::client
