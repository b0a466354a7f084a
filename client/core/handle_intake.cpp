// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "client/core/intent_parts.h"
#include "shared/base/limits.h"
#include "shared/rules/intake.h"
#include "shared/rules/score.h"

// From a site's list to a group, and from group to group.
namespace baraza::client {
namespace {

bool has_left(const model::MainState& main, const MemberId& member) {
  return std::any_of(main.leavings.begin(), main.leavings.end(),
                     [&](const auto& each) { return each.second.value.member == member; });
}

// Empty if no link is here, or the list isn't read.
std::optional<PersonId> person_of(const model::IntakeState& intake, const GroupId& group,
                                  const MemberId& member) {
  for (const auto& [ref, link] : intake.links) {
    if (link.value.group == group && link.value.member == member) return link.value.person;
  }
  return std::nullopt;
}

const model::Person* shown_person(const model::IntakeState& intake, const PersonId& person) {
  const auto at = intake.persons.find(person);
  const auto* shown =
      at == intake.persons.end() ? nullptr : at->second.shown(intake.basics.replaced);
  return shown == nullptr ? nullptr : &shown->value;
}

void add_seat(PlanWriter& plan, Random& random, const GroupId& group, const PersonId& person,
              const std::string& name, const std::string& phone, CivilDate from,
              std::uint32_t seat) {
  const MemberId member = random.id<MemberId>();
  plan.add(model::make_membership_linked({person, group, member}));
  plan.add(model::make_member_named({member, name, phone}, {}));
  plan.add(model::make_member_admitted({member, from, seat}, {}));
}

std::uint32_t seats_taken(const model::MainState& main) {
  std::uint32_t highest = 0;
  for (const auto& [member, admission] : main.admissions) {
    const auto* shown = admission.shown(main.basics.replaced);
    if (shown != nullptr) highest = std::max(highest, shown->value.seat);
  }
  return highest;
}

}  // namespace

Result<Plan> handle(const IntentContext& context, const RecordScreening& intent, Random& random) {
  if (auto known = need_person(context, intent.site, intent.value.person); !known) {
    return fail(known.error());
  }
  model::Screening value = intent.value;
  const auto* pack = context.packs.find_instrument(value.instrument.id, value.instrument.version);
  if (pack == nullptr) return fail(Code::not_found, "these questions aren't on this laptop");
  if (auto fits = rules::check_answers(*pack, value.answers); !fits) return fail(fits.error());
  value.instrument.hash = pack->version_hash;
  const model::IntakeState& intake = context.replica.intake(intent.site);
  if (value.screening.is_zero()) value.screening = random.id<ScreeningId>();
  for (const auto& [ref, write] : intake.screenings) {
    if (write.value.screening == value.screening) {
      return fail(Code::already_exists, "these answers are written down already");
    }
  }
  for (const ScreeningId& replaced : value.supersedes) {
    const bool there =
        std::any_of(intake.screenings.begin(), intake.screenings.end(), [&](const auto& each) {
          return each.second.value.screening == replaced &&
                 each.second.value.person == value.person;
        });
    if (!there) return fail(Code::not_found, "what this corrects isn't on this laptop");
  }
  PlanWriter plan(context, intent.site);
  const EvidenceId evidence = model::evidence_of(value);
  const bool flagged = is_flagged(context.replica.alarm(model::list_of(intent.site)), evidence);
  if (rules::needs_risk_flag(*pack, value.answers) && !flagged) {
    plan.add(model::make_alarm_raised({evidence, model::on_list(value.person),
                                       model::AlarmSource::item, model::AlarmUrgency::today,
                                       model::as_check_in(value.screening), SessionId{}}));
  }
  plan.add(model::make_screening_recorded(value));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const FormGroup& intent, Random& random) {
  if (context.replica.directory().site(intent.site) == nullptr) {
    return fail(Code::not_found, "this site isn't on this laptop");
  }
  model::FormedGroup formed = intent.value;
  const auto* course = context.packs.find_course(formed.course.id, formed.course.version);
  if (course == nullptr) return fail(Code::not_found, "this course isn't on this laptop");
  formed.course.hash = course->version_hash;
  if (formed.group.is_zero()) formed.group = random.id<GroupId>();
  for (const auto& [id, entry] : context.replica.directory().groups()) {
    if (id == formed.group) return fail(Code::already_exists, "this group was formed already");
    if (entry.site == intent.site && entry.group.name == formed.name) {
      return fail(Code::already_exists, "the site has a group of this name");
    }
  }
  const model::IntakeState& intake = context.replica.intake(intent.site);
  std::vector<PersonId> persons;
  for (const PersonId& each : intent.persons) {
    const PersonId person = rules::same_person(intake, each);
    if (auto known = need_person(context, intent.site, person); !known) return fail(known.error());
    const bool twice = std::find(persons.begin(), persons.end(), person) != persons.end();
    if (!twice) persons.push_back(person);
  }
  policy::Directory directory = context.replica.directory();
  directory.add_formed(intent.site, formed, context.author);
  PlanWriter plan(context, intent.site, formed.group, directory);
  plan.add(model::make_group_formed(formed));
  std::uint32_t seat = 0;
  for (const PersonId& person : persons) {
    const auto* shown = shown_person(intake, person);
    if (shown == nullptr) return fail(Code::not_found, "a name of the list isn't on this laptop");
    add_seat(plan, random, formed.group, person, shown->name, shown->phone, formed.first_session,
             ++seat);
  }
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const EndMembership& intent, Random&) {
  if (auto known = need_member(context, intent.group, intent.leaving.member); !known) {
    return fail(known.error());
  }
  if (has_left(context.replica.main(intent.group), intent.leaving.member)) {
    return fail(Code::already_exists, "this member has left the group already");
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_member_left(intent.leaving));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const MoveMember& intent, Random& random) {
  if (auto known = need_member(context, intent.from, intent.member); !known) {
    return fail(known.error());
  }
  if (auto known = need_group(context, intent.to); !known) return fail(known.error());
  if (intent.from == intent.to) {
    return fail(Code::invalid_argument, "this is the group where the member is");
  }
  const policy::Directory& directory = context.replica.directory();
  const SiteId site = directory.group(intent.to)->site;
  if (directory.group(intent.from)->site != site) {
    return fail(Code::invalid_argument, "the other group is of another site");
  }
  if (has_left(context.replica.main(intent.from), intent.member)) {
    return fail(Code::already_exists, "this member has left the group already");
  }
  const auto person = person_of(context.replica.intake(site), intent.from, intent.member);
  if (!person) return fail(Code::not_found, "who this is on the site's list isn't known here");
  const model::PeopleState& people = context.replica.people(intent.from);
  const auto named = people.names.find(intent.member);
  const auto* name =
      named == people.names.end() ? nullptr : named->second.shown(people.basics.replaced);
  if (name == nullptr) return fail(Code::not_found, "the member's name isn't on this laptop");

  PlanWriter leaves(context, intent.from);
  leaves.add(model::make_member_left({intent.member, intent.on, model::leave_reason::moved_group}));
  auto out = leaves.finish();
  if (!out) return out;
  PlanWriter joins(context, intent.to);
  add_seat(joins, random, intent.to, *person, name->value.name, name->value.phone, intent.on,
           seats_taken(context.replica.main(intent.to)) + 1);
  auto rest = joins.finish();
  if (!rest) return rest;
  out->insert(out->end(), std::make_move_iterator(rest->begin()),
              std::make_move_iterator(rest->end()));
  return out;
}

}  // namespace baraza::client
