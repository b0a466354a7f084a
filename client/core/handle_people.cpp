// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "client/core/intent_parts.h"
#include "shared/base/limits.h"
#include "shared/model/make.h"

namespace baraza::client {
namespace {

// Whether the person has a seat in the group that they haven't left.
bool has_seat(const IntentContext& context, const SiteId& site, const GroupId& group,
              const PersonId& person) {
  const model::MainState& main = context.replica.main(group);
  for (const auto& [ref, link] : context.replica.intake(site).links) {
    if (link.value.group != group || link.value.person != person) continue;
    const bool left = std::any_of(main.leavings.begin(), main.leavings.end(),
                                  [&member = link.value.member](const auto& leaving) {
                                    return leaving.second.value.member == member;
                                  });
    if (!left) return true;
  }
  return false;
}

std::uint32_t next_seat(const model::MainState& main) {
  std::uint32_t highest = 0;
  for (const auto& [member, admission] : main.admissions) {
    const auto* shown = admission.shown(main.basics.replaced);
    if (shown != nullptr) highest = std::max(highest, shown->value.seat);
  }
  return highest + 1;
}

// A seat that a person chose: one there is, and that nobody sits on.
Result<void> check_seat(const model::MainState& main, std::uint32_t seat) {
  if (seat > limits::seat_highest) {
    return fail(Code::invalid_argument, "seats are 1 to " + std::to_string(limits::seat_highest));
  }
  for (const auto& [member, admission] : main.admissions) {
    const auto* shown = admission.shown(main.basics.replaced);
    if (shown == nullptr || shown->value.seat != seat) continue;
    const bool left = std::any_of(
        main.leavings.begin(), main.leavings.end(),
        [&](const auto& leaving) { return leaving.second.value.member == shown->value.member; });
    if (left) continue;
    return fail(Code::invalid_argument, "seat " + std::to_string(seat) +
                                            " is taken; the next free one is " +
                                            std::to_string(next_seat(main)));
  }
  return {};
}

}  // namespace

Result<Plan> handle(const IntentContext& context, const RegisterPerson& intent, Random& random) {
  if (context.replica.directory().site(intent.site) == nullptr) {
    return fail(Code::not_found, "this site isn't on this laptop");
  }
  const model::IntakeState& intake = context.replica.intake(intent.site);
  model::Replaces replaces;
  if (intent.person) {
    const auto at = intake.persons.find(*intent.person);
    if (at == intake.persons.end()) {
      return fail(Code::not_found, "this person isn't on the list of the site");
    }
    replaces = at->second.refs(intake.basics.replaced);
  }
  if (!intent.person && intake.persons.contains(intent.fresh)) {
    return fail(Code::already_exists, "this person stands on the list already");
  }
  const PersonId person = intent.person            ? *intent.person
                          : intent.fresh.is_zero() ? random.id<PersonId>()
                                                   : intent.fresh;
  PlanWriter plan(context, intent.site);
  plan.add(model::make_person_registered(
      {person, intent.name, intent.birth_year, intent.sex, intent.village, intent.phone},
      std::move(replaces)));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const AddMember& intent, Random& random) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  const SiteId site = context.replica.directory().group(intent.group)->site;
  const model::IntakeState& intake = context.replica.intake(site);
  PlanWriter plan(context, intent.group);

  PersonId person;
  std::string name = intent.name;
  if (intent.person) {
    person = *intent.person;
    const auto at = intake.persons.find(person);
    const auto* shown =
        at == intake.persons.end() ? nullptr : at->second.shown(intake.basics.replaced);
    if (shown == nullptr) {
      return fail(Code::not_found, "this person isn't on the list of the site");
    }
    if (has_seat(context, site, intent.group, person)) {
      return fail(Code::already_exists, "this person has a seat in this group");
    }
    if (name.empty()) name = shown->value.name;
  } else {
    person = random.id<PersonId>();
    model::Person fresh;
    fresh.person = person;
    fresh.name = name;
    fresh.phone = intent.phone;
    plan.add(model::make_person_registered(fresh, {}));
  }

  const MemberId member = random.id<MemberId>();
  const model::MainState& main = context.replica.main(intent.group);
  if (intent.seat != 0) {
    if (auto free = check_seat(main, intent.seat); !free) return fail(free.error());
  }
  const std::uint32_t seat = intent.seat == 0 ? next_seat(main) : intent.seat;
  plan.add(model::make_membership_linked({person, intent.group, member}));
  plan.add(model::make_member_named({member, name, intent.phone}, {}));
  plan.add(model::make_member_admitted({member, intent.from, seat}, {}));
  return plan.finish();
}

}  // namespace baraza::client
