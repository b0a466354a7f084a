// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/make.h"
#include "shared/model/states.h"

// For each value of the course that is kept as registers: which registers of which state hold it,
// under what key, and who writes it. One place for the fold, for whoever writes the next write, and
// for whoever writes a refused one again.
namespace baraza::model {

template <class T>
struct RegisterKind;

template <>
struct RegisterKind<SuitabilityDecision> {
  using State = IntakeState;
  static auto& registers(auto& state) { return state.suitability; }
  static PersonId key(const SuitabilityDecision& value) { return value.person; }
  static constexpr auto make = make_suitability_decided;
};

template <>
struct RegisterKind<PersonJoin> {
  using State = IntakeState;
  static auto& registers(auto& state) { return state.joins; }
  static PersonId key(const PersonJoin& value) { return value.person; }
  static constexpr auto make = make_persons_joined;
};

template <>
struct RegisterKind<Consent> {
  using State = PeopleState;
  static auto& registers(auto& state) { return state.consents; }
  static ConsentKey key(const Consent& value) { return value.key; }
  static constexpr auto make = make_consent_given;
};

template <>
struct RegisterKind<FocalChoice> {
  using State = MainState;
  static auto& registers(auto& state) { return state.areas; }
  static MemberId key(const FocalChoice& value) { return value.member; }
  static constexpr auto make = make_focal_area_chosen;
};

template <>
struct RegisterKind<SessionPlan> {
  using State = MainState;
  static auto& registers(auto& state) { return state.plans; }
  static SessionId key(const SessionPlan& value) { return value.session; }
  static constexpr auto make = make_session_planned;
};

template <>
struct RegisterKind<SessionMerge> {
  using State = MainState;
  static auto& registers(auto& state) { return state.merges; }
  static SessionKey key(const SessionMerge& value) { return value.from; }
  static constexpr auto make = make_sessions_merged;
};

template <>
struct RegisterKind<AgendaPlace> {
  using State = MainState;
  static auto& registers(auto& state) { return state.agenda_places; }
  static AgendaKey key(const AgendaPlace& value) { return value.key; }
  static constexpr auto make = make_agenda_placed;
};

template <>
struct RegisterKind<AgendaMark> {
  using State = MainState;
  static auto& registers(auto& state) { return state.agenda_marks; }
  static AgendaKey key(const AgendaMark& value) { return value.key; }
  static constexpr auto make = make_agenda_marked;
};

template <>
struct RegisterKind<TechniqueUse> {
  using State = MainState;
  static auto& registers(auto& state) { return state.techniques; }
  static TechniqueKey key(const TechniqueUse& value) { return value.key; }
  static constexpr auto make = make_technique_marked;
};

template <>
struct RegisterKind<AgreedStep> {
  using State = MainState;
  static auto& registers(auto& state) { return state.steps; }
  static StepId key(const AgreedStep& value) { return value.step; }
  static constexpr auto make = make_step_agreed;
};

template <>
struct RegisterKind<StepReview> {
  using State = MainState;
  static auto& registers(auto& state) { return state.step_reviews; }
  static StepId key(const StepReview& value) { return value.step; }
  static constexpr auto make = make_step_reviewed;
};

template <>
struct RegisterKind<Sheet> {
  using State = WordsState;
  static auto& registers(auto& state) { return state.sheets; }
  static SheetId key(const Sheet& value) { return value.entry; }
  static constexpr auto make = make_sheet_written;
};

template <>
struct RegisterKind<InventoryPerson> {
  using State = WordsState;
  static auto& registers(auto& state) { return state.inventory; }
  static InventoryPersonId key(const InventoryPerson& value) { return value.person; }
  static constexpr auto make = make_inventory_person_written;
};

// The register that `value` is a write of; null where nobody wrote to it yet.
template <class T>
const Register<T>* register_of(const typename RegisterKind<T>::State& state, const T& value) {
  const auto& registers = RegisterKind<T>::registers(state);
  const auto at = registers.find(RegisterKind<T>::key(value));
  return at == registers.end() ? nullptr : &at->second;
}

// Folds a write of T: what apply_* do with the kind.
template <class T, class FoldOfStream>
void fold_register(FoldOfStream& fold, Result<T> (*read)(ByteView),
                   typename RegisterKind<T>::State& state) {
  fold.with(read, [&](Write<T> write) {
    Register<T>& into = RegisterKind<T>::registers(state)[RegisterKind<T>::key(write.value)];
    fold.put(into, std::move(write));
  });
}

}  // namespace baraza::model
