// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/intake_parts.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "shared/policy/policy.h"
#include "shared/text/fill.h"

namespace baraza::client::intake_parts {

using rules::IntakeStanding;
using text::fill;

const content::CoursePack* screening_course(const ScreenContext& context, const SiteId& site) {
  const content::CoursePack* out = nullptr;
  CivilDate newest;
  for (const auto& [id, entry] : context.replica.directory().groups()) {
    if (entry.site != site || (out != nullptr && entry.group.first_session <= newest)) continue;
    const auto* course =
        context.packs.find_course(entry.group.course.id, entry.group.course.version);
    if (course == nullptr || course->screening.empty()) continue;
    out = course;
    newest = entry.group.first_session;
  }
  if (out != nullptr) return out;
  for (const auto& course : context.packs.courses()) {
    if (!course.screening.empty() && course.max_members > 1) return &course;
  }
  return nullptr;
}

std::vector<rules::IntakePerson> list_of(const ScreenContext& context, const SiteId& site) {
  const auto has_left = [&](const GroupId& group, const MemberId& member) {
    const auto& leavings = context.replica.main(group).leavings;
    return std::any_of(leavings.begin(), leavings.end(),
                       [&](const auto& each) { return each.second.value.member == member; });
  };
  return rules::intake_list(context.replica.intake(site), screening_course(context, site),
                            context.packs, has_left);
}

bool screens_at(const ScreenContext& context, const SiteId& site) {
  return policy::appends(context.replica.directory(), context.self,
                         {StreamKind::intake, id_cast<AnyId>(site)}, policy::When::now);
}

bool may_form(const ScreenContext& context, const SiteId& site) {
  return policy::decide(context.replica.directory(), context.self,
                        {StreamKind::intake, id_cast<AnyId>(site)},
                        static_cast<std::uint32_t>(model::Kind::group_formed),
                        static_cast<std::uint32_t>(OpClass::plan)) == policy::Decision::allow;
}

CivilDate today_at_site(const ScreenContext& context, const SiteId& site) {
  return today_at(context, model::list_of(site));
}

std::string called(const ScreenContext& context, const model::Person& person) {
  return context.privacy ? context.words.translate("Somebody") : person.name;
}

std::string about(const ScreenContext& context, const model::Person& person) {
  if (context.privacy) return {};
  std::string out = person.birth_year == 0 ? std::string() : std::to_string(person.birth_year);
  if (person.village.empty()) return out;
  if (out.empty()) return person.village;
  return fill(context.words.translate("{first}, {second}"),
              {{"first", out}, {"second", person.village}});
}

std::string standing_words(const ScreenContext& context, const rules::IntakePerson& person) {
  const text::Catalogue& words = context.words;
  switch (person.standing) {
    case IntakeStanding::to_ask: {
      const auto& steps = person.screening;
      if (person.next_step >= steps.size() || steps[person.next_step].pack == nullptr) {
        return words.translate("To be asked");
      }
      const std::string title = words.translate(steps[person.next_step].pack->title.c_str());
      return fill(words.translate("To be asked: {questions}"), {{"questions", title}});
    }
    case IntakeStanding::to_decide:
      if (person.disputed) return words.translate("Decided differently on two laptops");
      return words.translate("Asked, to be decided");
    case IntakeStanding::waits: return words.translate("Waits for a group");
    case IntakeStanding::refer_first: return words.translate("Other help first");
    case IntakeStanding::not_now: return words.translate("Not now");
    case IntakeStanding::declined: return words.translate("Does not want to");
    case IntakeStanding::seated: break;
  }
  for (const auto& seat : person.seats) {
    if (seat.left) continue;
    const std::string group = place_called(context, seat.group);
    if (!group.empty()) return fill(words.translate("In {group}"), {{"group", group}});
  }
  return words.translate("In a group");
}

std::string suitability_words(const text::Catalogue& words, model::Suitability suitability) {
  switch (suitability) {
    case model::Suitability::joins: return words.translate("Joins a group");
    case model::Suitability::refer_first: return words.translate("Other help first");
    case model::Suitability::not_now: return words.translate("Not now");
    case model::Suitability::declined: break;
  }
  return words.translate("Does not want to");
}

std::string refer_words(const text::Catalogue& words, model::ReferReason reason) {
  switch (reason) {
    case model::ReferReason::suicide_plan: return words.translate("A plan to end their life");
    case model::ReferReason::recent_attempt:
      return words.translate("Tried to end their life in the last three months");
    case model::ReferReason::psychosis:
      return words.translate("Hears, sees or believes what is not there");
    case model::ReferReason::mania:
      return words.translate("Far too lively, hardly sleeps, not themselves");
    case model::ReferReason::dependence:
      return words.translate("Cannot stop drinking or taking drugs");
    case model::ReferReason::too_ill_to_take_part:
      return words.translate("Too ill to take part in talks");
    case model::ReferReason::other: break;
  }
  return words.translate("Something else");
}

std::string written_by(const ScreenContext& context, const SiteId& site, const WriterId& writer,
                       Instant when) {
  return client::written_by(context, model::list_of(site), writer, when);
}

}  // namespace baraza::client::intake_parts
