// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/intake_model.h"

#include <algorithm>
#include <set>

#include "client/core/screens/intake_parts.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "shared/op/derive.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using intake_parts::screens_at;
using rules::IntakePerson;
using rules::IntakeStanding;
using text::fill;

// More rows than these nobody reads through.
constexpr std::size_t most_rows = 60;

bool is_of(IntakeShow show, const IntakePerson& person) {
  switch (show) {
    case IntakeShow::to_do:
      return person.standing == IntakeStanding::to_ask ||
             person.standing == IntakeStanding::to_decide;
    case IntakeShow::waiting: return person.standing == IntakeStanding::waits;
    case IntakeShow::seated: return person.standing == IntakeStanding::seated;
    case IntakeShow::everyone: break;
  }
  return true;
}

std::string show_words(const text::Catalogue& words, IntakeShow show, std::size_t count) {
  const std::string number = std::to_string(count);
  switch (show) {
    case IntakeShow::to_do: return fill(words.translate("To do {count}"), {{"count", number}});
    case IntakeShow::waiting: return fill(words.translate("Waiting {count}"), {{"count", number}});
    case IntakeShow::seated: return fill(words.translate("In groups {count}"), {{"count", number}});
    case IntakeShow::everyone: break;
  }
  return fill(words.translate("Everyone {count}"), {{"count", number}});
}

std::string small(std::string text) {
  for (char& each : text) {
    if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
  }
  return text;
}

bool is_looked_for(const std::string& name, const std::string& search) {
  return search.empty() || small(name).find(small(search)) != std::string::npos;
}

std::string letters_of(const std::string& name) {
  return name.empty() ? std::string() : initials(name);
}

void add_rows(const ScreenContext& context, const std::vector<IntakePerson>& people,
              IntakeShow show, const std::string& search, IntakeModel& out) {
  std::set<MemberId> at_risk;
  for (const AlarmRow& row : alarm_view(context.replica, context.packs, model::list_of(out.site))) {
    at_risk.insert(row.member);
  }
  std::size_t left_out = 0;
  for (const IntakePerson& person : people) {
    if (!is_of(show, person) || !is_looked_for(person.shown->name, search)) continue;
    if (out.rows.size() == most_rows) {
      ++left_out;
      continue;
    }
    IntakeRow row;
    row.person = person.person;
    row.name = intake_parts::called(context, *person.shown);
    row.letters = context.privacy ? std::string() : letters_of(person.shown->name);
    row.tint = person.person.bytes[0];
    row.note = intake_parts::about(context, *person.shown);
    row.standing = intake_parts::standing_words(context, person);
    row.is = person.standing;
    row.risk = std::any_of(person.entries.begin(), person.entries.end(), [&](const auto& each) {
      return at_risk.contains(model::on_list(each));
    });
    out.rows.push_back(std::move(row));
  }
  if (left_out > 0) {
    const std::string count = std::to_string(left_out);
    out.more = fill(
        context.words.translate("And {count} other. Type a part of the name above.",
                                "And {count} others. Type a part of the name above.", left_out),
        {{"count", count}});
  }
}

std::string why_double(const text::Catalogue& words, const rules::LikelyDouble& pair) {
  if (pair.phone) return words.translate("The same number to call, and like names.");
  if (pair.birth_year && pair.village) {
    return words.translate("Like names, about the same age, the same village.");
  }
  if (pair.birth_year) return words.translate("Like names, about the same age.");
  if (pair.village) return words.translate("Like names, the same village.");
  return words.translate("Like names.");
}

void add_doubles(const ScreenContext& context, IntakeModel& out) {
  if (context.privacy) return;
  const text::Catalogue& words = context.words;
  const model::IntakeState& intake = context.replica.intake(out.site);
  const auto shown = [&](const PersonId& person) {
    return intake.persons.at(person).shown(intake.basics.replaced)->value;
  };
  const auto line = [&](const model::Person& person) {
    const std::string about = intake_parts::about(context, person);
    if (about.empty()) return person.name;
    return fill(words.translate("{name} ({about})"), {{"name", person.name}, {"about", about}});
  };
  for (const rules::LikelyDouble& pair : rules::likely_doubles(intake)) {
    DoubleRow row{pair.one, pair.other, {}, why_double(words, pair)};
    row.title = fill(words.translate("{first} and {second}"),
                     {{"first", line(shown(pair.one))}, {"second", line(shown(pair.other))}});
    out.doubles.push_back(std::move(row));
  }
}

void add_words(const text::Catalogue& words, IntakeModel& out) {
  out.search_label = words.translate("Look for a name");
  out.search_hint = words.translate("A part of the name");
  out.doubles_title = words.translate("One person twice?");
  out.same_word = words.translate("One person");
  out.same_done = words.translate("They are one person now. Saved on this laptop");
  out.apart_word = words.translate("Two people");
  out.apart_done = words.translate("They stay two people. Saved on this laptop");
  out.new_word = words.translate("Somebody new");
  out.form_word = words.translate("Form a group");
  out.help = {{"N", words.translate("puts somebody new on the list")},
              {"G", words.translate("forms a group of those who wait")},
              {"/", words.translate("to the field where a name is looked for")}};
}

void add_form_not(const ScreenContext& context, std::size_t waiting, IntakeModel& out) {
  const text::Catalogue& words = context.words;
  const auto* course = intake_parts::screening_course(context, out.site);
  const std::size_t least =
      course == nullptr ? 1 : static_cast<std::size_t>(std::max(1, course->min_members));
  if (!intake_parts::may_form(context, out.site)) {
    out.form_not = words.translate("Only a facilitator of this site forms a group.");
  } else if (waiting < least) {
    const std::string count = std::to_string(waiting);
    out.form_not = fill(words.translate("A group needs {least} people; {count} waits now.",
                                        "A group needs {least} people; {count} wait now.", waiting),
                        {{"least", std::to_string(least)}, {"count", count}});
  }
}

}  // namespace

IntakeModel intake_model(const ScreenContext& context, const SiteId& site, IntakeShow show,
                         const std::string& search) {
  const text::Catalogue& words = context.words;
  IntakeModel out;
  out.site = site;
  out.title = words.translate("List of people");
  const auto* entry = context.replica.directory().site(site);
  const auto* stream = context.replica.find(stream_id(StreamKind::intake, site));
  add_words(words, out);
  if (entry == nullptr || stream == nullptr || !stream->record.reads) {
    out.none = words.translate("The list of this site is not on this laptop.");
    return out;
  }
  out.title = place_called(context, model::list_of(site));
  const std::vector<IntakePerson> people = intake_parts::list_of(context, site);
  std::size_t waiting = 0;
  for (std::size_t i = 0; i < intake_shows; ++i) {
    const auto each = static_cast<IntakeShow>(i);
    const auto count = static_cast<std::size_t>(std::count_if(
        people.begin(), people.end(), [&](const auto& person) { return is_of(each, person); }));
    if (each == IntakeShow::waiting) waiting = count;
    out.shows[i] = show_words(words, each, count);
  }
  const std::string count = std::to_string(people.size());
  out.note =
      fill(words.translate("{count} person", "{count} people", people.size()), {{"count", count}});
  add_rows(context, people, show, search, out);
  out.nobody = !search.empty()               ? words.translate("Nobody of this name here.")
               : people.empty()              ? words.translate("Nobody on the list yet.")
               : show == IntakeShow::to_do   ? words.translate("Everybody was asked and decided.")
               : show == IntakeShow::waiting ? words.translate("Nobody waits for a group.")
                                             : words.translate("Nobody here yet.");
  add_doubles(context, out);
  add_form_not(context, waiting, out);
  if (!screens_at(context, site)) {
    out.read_only = words.translate("Those who work at the site write in its list.");
  }
  return out;
}

std::vector<IntakeLink> intake_links(const ScreenContext& context) {
  const text::Catalogue& words = context.words;
  std::vector<IntakeLink> out;
  for (const auto& [site, entry] : context.replica.directory().sites()) {
    const auto* stream = context.replica.find(stream_id(StreamKind::intake, site));
    if (stream == nullptr || !stream->record.reads) continue;
    const auto people = intake_parts::list_of(context, site);
    const auto count = [&](IntakeShow show) {
      return static_cast<std::size_t>(std::count_if(
          people.begin(), people.end(), [&](const auto& person) { return is_of(show, person); }));
    };
    const std::string to_do = std::to_string(count(IntakeShow::to_do));
    const std::string waiting = std::to_string(count(IntakeShow::waiting));
    IntakeLink link{site, place_called(context, model::list_of(site)), {}};
    link.note = fill(words.translate("{to_do} to ask or decide, {waiting} wait for a group"),
                     {{"to_do", to_do}, {"waiting", waiting}});
    out.push_back(std::move(link));
  }
  std::sort(out.begin(), out.end(),
            [](const IntakeLink& a, const IntakeLink& b) { return a.name < b.name; });
  return out;
}

}  // namespace baraza::client
