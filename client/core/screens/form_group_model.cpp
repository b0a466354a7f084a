// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/form_group_model.h"

#include <algorithm>

#include "client/core/screens/date_words.h"
#include "client/core/screens/intake_parts.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

void add_courses(const ScreenContext& context, FormGroupModel& out) {
  const auto* usual = intake_parts::screening_course(context, out.site);
  for (const auto& course : context.packs.courses()) {
    if (course.max_members < 2) continue;
    CourseChoice each;
    each.course = {course.id, course.version, course.version_hash};
    each.name = context.words.translate(course.title.c_str());
    each.least = course.min_members;
    each.most = course.max_members;
    each.interval_days = static_cast<std::uint32_t>(std::max(1, course.interval_days));
    // What the site's groups follow comes first, and is chosen.
    if (&course == usual) {
      out.courses.insert(out.courses.begin(), std::move(each));
    } else {
      out.courses.push_back(std::move(each));
    }
  }
}

std::string score_of(const ScreenContext& context, const rules::IntakePerson& person) {
  if (context.privacy) return {};
  for (auto at = person.screening.rbegin(); at != person.screening.rend(); ++at) {
    if (at->answers == nullptr || at->pack == nullptr || !at->score.total) continue;
    return fill(context.words.translate("{questions} {score}"),
                {{"questions", context.words.translate(at->pack->title.c_str())},
                 {"score", std::to_string(*at->score.total)}});
  }
  return {};
}

void add_people(const ScreenContext& context, FormGroupModel& out) {
  for (const auto& person : intake_parts::list_of(context, out.site)) {
    if (person.standing != rules::IntakeStanding::waits) continue;
    WaitingRow row;
    row.person = person.person;
    row.name = intake_parts::called(context, *person.shown);
    row.note = intake_parts::about(context, *person.shown);
    const std::string score = score_of(context, person);
    if (!row.note.empty() && !score.empty()) {
      row.note = fill(context.words.translate("{first}; {second}"),
                      {{"first", row.note}, {"second", score}});
    } else if (row.note.empty()) {
      row.note = score;
    }
    out.people.push_back(std::move(row));
  }
}

std::string why_not(const ScreenContext& context, const FormGroupModel& model,
                    const FormGroupChoice& choice, std::size_t chosen) {
  const text::Catalogue& words = context.words;
  if (is_blank(choice.name)) return words.translate("Give the group a name first.");
  for (const auto& [id, entry] : context.replica.directory().groups()) {
    if (entry.site == model.site && entry.group.name == choice.name) {
      return words.translate("There is a group of this name here. Give another one.");
    }
  }
  if (choice.course >= model.courses.size()) return words.translate("Choose the course first.");
  const CourseChoice& course = model.courses[choice.course];
  const auto least = static_cast<std::size_t>(std::max(1, course.least));
  if (chosen < least) {
    const std::size_t more = least - chosen;
    return fill(words.translate("Choose {count} more.", "Choose {count} more.", more),
                {{"count", std::to_string(more)}});
  }
  if (chosen > static_cast<std::size_t>(course.most)) {
    const std::size_t less = chosen - static_cast<std::size_t>(course.most);
    return fill(words.translate("That is {count} too many.", "That is {count} too many.", less),
                {{"count", std::to_string(less)}});
  }
  return {};
}

}  // namespace

FormGroupModel form_group_model(const ScreenContext& context, const SiteId& site,
                                const FormGroupChoice& choice) {
  const text::Catalogue& words = context.words;
  FormGroupModel out;
  out.site = site;
  out.title = words.translate("Form a group");
  out.note = place_called(context, model::list_of(site));
  if (!intake_parts::may_form(context, site)) {
    out.none = words.translate("Only a facilitator of this site forms a group.");
    return out;
  }
  out.name_label = words.translate("Name of the group");
  out.name_hint = words.translate("One that says nothing of illness, such as a tree or a river");
  out.course_label = words.translate("Course");
  out.first_label = words.translate("First session");
  out.people_title = words.translate("Who joins");
  out.earlier_word = words.translate("a day earlier");
  out.later_word = words.translate("a day later");
  add_courses(context, out);
  add_people(context, out);
  const CivilDate today = intake_parts::today_at_site(context, site);
  out.first_session = today + choice.days_ahead;
  const bool known = choice.course < out.courses.size();
  const std::uint32_t interval = known ? out.courses[choice.course].interval_days : 7;
  const std::string day = day_words(words, out.first_session);
  out.first_words = fill(
      words.translate("{day}, then every {count} day", "{day}, then every {count} days", interval),
      {{"day", day}, {"count", std::to_string(interval)}});
  const auto chosen = static_cast<std::size_t>(
      std::count_if(out.people.begin(), out.people.end(),
                    [&](const auto& row) { return choice.persons.contains(row.person); }));
  if (known) {
    const CourseChoice& course = out.courses[choice.course];
    out.chosen = fill(words.translate("{count} chosen; this course takes {least} to {most}"),
                      {{"count", std::to_string(chosen)},
                       {"least", std::to_string(course.least)},
                       {"most", std::to_string(course.most)}});
  }
  out.nobody = words.translate("Nobody waits for a group.");
  out.save_word = words.translate("Form the group");
  out.save_not = why_not(context, out, choice, chosen);
  out.done = words.translate("The group is formed. Saved on this laptop");
  out.after = words.translate(
      "You can work with it at once. The server opens it for your supervisor when there is a "
      "network.");
  out.help = {{"Space", words.translate("ticks who joins")},
              {"Ctrl+Enter", words.translate("forms the group")}};
  return out;
}

}  // namespace baraza::client
