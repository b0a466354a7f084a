// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"

// A group formed of those who wait on a site's list.
namespace baraza::client {

struct CourseChoice {
  model::PackRef course;
  std::string name;  // "Group IPT, 8 sessions"
  int least = 0;     // members
  int most = 0;
  std::uint32_t interval_days = 7;
};

struct WaitingRow {
  PersonId person;
  std::string name;
  std::string note;  // "1987, Kibera; PHQ-9 14"
};

// What the person has chosen so far.
struct FormGroupChoice {
  GroupId group;  // drawn when the screen opens
  std::string name;
  std::size_t course = 0;
  int days_ahead = 7;  // of the first session, from today
  std::set<PersonId> persons;
};

struct FormGroupModel {
  SiteId site;
  std::string title;
  std::string note;
  std::string none;
  std::string name_label;
  std::string name_hint;
  std::string course_label;
  std::vector<CourseChoice> courses;
  std::string first_label;
  CivilDate first_session;
  std::string first_words;  // "Tuesday 12 May, then every 7 days"
  std::string earlier_word;
  std::string later_word;
  std::string people_title;
  std::string chosen;  // "7 chosen; a group of this course has 6 to 10"
  std::vector<WaitingRow> people;
  std::string nobody;
  std::string save_word;
  std::string save_not;
  std::string done;
  std::string after;  // what happens then
  std::vector<HelpRow> help;
};

FormGroupModel form_group_model(const ScreenContext& context, const SiteId& site,
                                const FormGroupChoice& choice);

}  // namespace baraza::client
