// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/values.h"

// What intake's op bodies say from the first question to a group, as plain values (see values.h).
namespace baraza::model {

// The people on a site's list, before they have a group. An alarm about one of them is said in an
// alarm stream whose owner is the site; wherever an alarm names group and member, the list stands
// for the group and the person for the member.
inline GroupId list_of(const SiteId& site) {
  return id_cast<GroupId>(site);
}
inline SiteId site_of_list(const GroupId& list) {
  return id_cast<SiteId>(list);
}
inline MemberId on_list(const PersonId& person) {
  return id_cast<MemberId>(person);
}
inline PersonId person_on_list(const MemberId& member) {
  return id_cast<PersonId>(member);
}

struct Screening {
  ScreeningId screening;
  PersonId person;
  CivilDate date;
  PackRef instrument;
  std::vector<Answer> answers;  // one an item, in the order of the pack
  std::string language;
  AnswerMode mode = AnswerMode::interview;
  std::optional<std::uint32_t> typed_total;  // as it stands on the paper
  std::vector<ScreeningId> supersedes;
  auto fields() const {
    return std::tie(screening, person, date.days, instrument, answers, language, mode, typed_total,
                    supersedes);
  }
  bool operator==(const Screening&) const = default;
};

// As alarms name a screening.
inline CheckInId as_check_in(const ScreeningId& screening) {
  return id_cast<CheckInId>(screening);
}

enum class Suitability : std::uint8_t { joins = 1, refer_first = 2, not_now = 3, declined = 4 };

enum class ReferReason : std::uint8_t {
  suicide_plan = 1,
  recent_attempt = 2,
  psychosis = 3,
  mania = 4,
  dependence = 5,
  too_ill_to_take_part = 6,
  other = 7,
};

struct SuitabilityDecision {
  PersonId person;
  Suitability suitability = Suitability::joins;
  std::vector<ReferReason> refer;  // with refer_first one at least, else none
  bool overrides = false;          // differs from the programme's rule
  std::string reason;              // never empty with `overrides`
  auto fields() const { return std::tie(person, suitability, refer, overrides, reason); }
  // Two who decided the same agree, whatever words they found for it.
  bool operator==(const SuitabilityDecision& other) const {
    return person == other.person && suitability == other.suitability && refer == other.refer &&
           overrides == other.overrides;
  }
};

// `person` is somebody who stands on the list as `same_as` already; zero: somebody else after all.
struct PersonJoin {
  PersonId person;
  PersonId same_as;
  std::string reason;
  auto fields() const { return std::tie(person, same_as, reason); }
  bool operator==(const PersonJoin& other) const {
    return person == other.person && same_as == other.same_as;
  }
};

struct FormedGroup {
  GroupId group;
  std::string name;
  PackRef course;
  CivilDate first_session;
  std::uint32_t interval_days = 7;
  auto fields() const { return std::tie(group, name, course, first_session.days, interval_days); }
  bool operator==(const FormedGroup&) const = default;
};

}  // namespace baraza::model
