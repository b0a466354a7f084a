// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/intake_person_model.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/intake_parts.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using intake_parts::suitability_words;
using rules::IntakePerson;
using rules::StepOutcome;
using rules::Suggestion;
using text::fill;

std::string joined(const text::Catalogue& words, const std::string& first,
                   const std::string& second) {
  if (first.empty() || second.empty()) return first + second;
  return fill(words.translate("{first}, {second}"), {{"first", first}, {"second", second}});
}

std::string sex_words(const text::Catalogue& words, model::Sex sex) {
  switch (sex) {
    case model::Sex::female: return words.translate("woman");
    case model::Sex::male: return words.translate("man");
    case model::Sex::other:
    case model::Sex::unknown: break;
  }
  return {};
}

std::string known_of(const ScreenContext& context, const model::Person& person) {
  if (context.privacy) return {};
  std::string out = intake_parts::about(context, person);
  out = joined(context.words, out, sex_words(context.words, person.sex));
  return joined(context.words, out, person.phone);
}

std::string range_words(const text::Catalogue& words, const rules::Score& score) {
  if (score.total) return std::to_string(*score.total);
  const std::string low = std::to_string(score.possible.low);
  const std::string high = std::to_string(score.possible.high);
  return fill(words.translate("{low} to {high}, some answers are missing"),
              {{"low", low}, {"high", high}});
}

ScreeningLine line_of(const ScreenContext& context, const rules::ScreeningResult& result) {
  const text::Catalogue& words = context.words;
  ScreeningLine out;
  out.id = result.step->instrument_id;
  out.title = result.pack == nullptr ? result.step->instrument_id
                                     : words.translate(result.pack->title.c_str());
  if (result.answers == nullptr) {
    out.outcome = words.translate("Not asked yet");
    return out;
  }
  out.answered = true;
  const std::string score = context.privacy ? words.translate("Hidden while privacy is on")
                                            : range_words(words, result.score);
  const std::string cut = std::to_string(result.step->cut_off);
  switch (result.outcome) {
    case StepOutcome::goes_on:
      out.outcome = fill(words.translate("{score}: reaches the programme's line of {line}"),
                         {{"score", score}, {"line", cut}});
      break;
    case StepOutcome::stops:
      out.outcome = fill(words.translate("{score}: does not reach the programme's line of {line}"),
                         {{"score", score}, {"line", cut}});
      break;
    case StepOutcome::unclear:
      out.outcome = fill(words.translate("{score}: it is not clear against the line of {line}"),
                         {{"score", score}, {"line", cut}});
      break;
    case StepOutcome::open: break;
  }
  const model::Screening& value = result.answers->value;
  const std::string by =
      first_name(staff_called(context, account_of(context.replica, result.answers->ref.id.writer)));
  out.by = joined(words, by, short_day_words(words, value.date));
  if (value.mode == model::AnswerMode::paper) {
    out.by = joined(words, out.by, words.translate("from paper"));
  }
  if (result.paper_differs && !context.privacy) {
    const std::string typed = std::to_string(*value.typed_total);
    out.warning = fill(words.translate("The paper says {typed}, the answers come to {score}. Look "
                                       "at the paper again."),
                       {{"typed", typed}, {"score", score}});
  }
  return out;
}

void add_asked(const ScreenContext& context, const IntakePerson& person, IntakePersonModel& out) {
  const text::Catalogue& words = context.words;
  out.asked_title = words.translate("What was asked");
  for (const auto& result : person.screening) {
    out.asked.push_back(line_of(context, result));
  }
  switch (person.suggestion) {
    case Suggestion::may_join:
      out.says = words.translate("By the programme's rule this person may join a group.");
      break;
    case Suggestion::below:
      out.says = words.translate(
          "The programme's rule asks for no group here. Joining all the same needs a reason.");
      break;
    case Suggestion::unclear:
      out.says = words.translate("Too many answers are missing to say. Ask again what is open.");
      break;
    case Suggestion::ask: out.says = words.translate("Something is still to be asked."); break;
  }
  const auto* course = intake_parts::screening_course(context, out.site);
  if (course == nullptr) {
    out.says = words.translate("No course on this laptop says what to ask.");
    return;
  }
  out.says_note = fill(words.translate("Rule of the course: {course}"),
                       {{"course", words.translate(course->title.c_str())}});
  if (person.suggestion == Suggestion::ask && person.next_step < person.screening.size()) {
    const auto& next = person.screening[person.next_step];
    if (next.pack != nullptr) {
      out.ask_word = fill(words.translate("Ask the {questions}"),
                          {{"questions", words.translate(next.pack->title.c_str())}});
    }
  } else {
    out.ask_word = words.translate("Look at the answers");
  }
  out.paper_word = words.translate("Copy from paper");
}

std::string decision_words(const ScreenContext& context, const model::SuitabilityDecision& value) {
  std::string out = suitability_words(context.words, value.suitability);
  std::vector<std::string> reasons;
  for (const model::ReferReason reason : value.refer) {
    reasons.push_back(intake_parts::refer_words(context.words, reason));
  }
  if (reasons.empty()) return out;
  return fill(context.words.translate("{decision}: {reasons}"),
              {{"decision", out}, {"reasons", names_words(context.words, reasons)}});
}

void add_decisions(const ScreenContext& context, const IntakePerson& person,
                   IntakePersonModel& out) {
  const text::Catalogue& words = context.words;
  const model::IntakeState& intake = context.replica.intake(out.site);
  out.decided_title = words.translate("What was decided");
  std::vector<const model::Write<model::SuitabilityDecision>*> all;
  for (const PersonId& entry : person.entries) {
    const auto at = intake.suitability.find(entry);
    if (at == intake.suitability.end()) continue;
    for (const auto& write : at->second.writes) all.push_back(&write);
  }
  std::sort(all.begin(), all.end(),
            [](const auto* a, const auto* b) { return b->order() < a->order(); });
  for (const auto* write : all) {
    std::string line = fill(
        words.translate("{decision} ({who})"),
        {{"decision", decision_words(context, write->value)},
         {"who", intake_parts::written_by(context, out.site, write->ref.id.writer, write->wall)}});
    if (!write->value.reason.empty() && !context.privacy) {
      line = fill(words.translate("{line}: {reason}"),
                  {{"line", line}, {"reason", write->value.reason}});
    }
    out.history.push_back(std::move(line));
  }
  out.history_title = words.translate("How it came to that, newest first");
  out.disputed = person.disputed;
  if (person.disputed) {
    out.decided = words.translate("It was decided differently on two laptops.");
    out.decided_note = words.translate("Talk it over and choose: all stays readable below.");
  } else if (person.decision != nullptr) {
    out.holds = *person.decision;
    out.decided = decision_words(context, *person.decision);
    if (!person.decision->reason.empty() && !context.privacy) {
      out.decided_note = person.decision->reason;
    }
  } else {
    out.decided = words.translate("Nothing yet.");
  }
  using enum model::Suitability;
  for (const auto each : {joins, refer_first, not_now, declined}) {
    out.choices.push_back({each, suitability_words(words, each), person.overrides(each)});
  }
  out.save_done = words.translate("Saved on this laptop");
  out.reasons_title = words.translate("Which help is needed first?");
  using enum model::ReferReason;
  for (const auto each :
       {suicide_plan, recent_attempt, psychosis, mania, dependence, too_ill_to_take_part, other}) {
    out.reasons.emplace_back(each, intake_parts::refer_words(words, each));
  }
  out.reason_label = words.translate("In your words");
  out.reason_hint = words.translate("What speaks for it");
  out.override_note = words.translate(
      "The programme's rule says otherwise. Write why this person joins all the same. Who joins "
      "so is not counted among those who got well from depression.");
  out.save_word = words.translate("Save");
  out.reasons_not = words.translate("Choose at least one.");
  out.reason_not = words.translate("Write the reason first.");
  out.back_word = words.translate("Go back");
}

void add_seats(const ScreenContext& context, const IntakePerson& person, IntakePersonModel& out) {
  const text::Catalogue& words = context.words;
  out.seat_title = words.translate("A seat in a group");
  for (const auto& seat : person.seats) {
    if (seat.left) continue;
    out.seated = intake_parts::standing_words(context, person);
    out.seated_group = seat.group;
    out.seated_member = seat.member;
    out.seated_word = words.translate("Open the page");
  }
  if (person.standing != rules::IntakeStanding::waits) return;
  out.seats_none =
      words.translate("No group that you run has a free seat. Form one from the list.");
  out.seat_done = words.translate("There is a seat now. Saved on this laptop");
  for (const auto& [id, entry] : context.replica.directory().groups()) {
    if (entry.site != out.site || !facilitates_group(context.replica, context.self, id)) continue;
    const auto progress = course_progress(context, id);
    if (progress.number == 0 && !progress.open) continue;
    const auto members = member_words(context, id);
    const auto taken = static_cast<int>(std::count_if(
        members.begin(), members.end(), [](const auto& each) { return !each.second.left; }));
    SeatChoice choice{id, entry.group.name, {}, {}};
    const auto* course =
        context.packs.find_course(entry.group.course.id, entry.group.course.version);
    const std::string count = std::to_string(taken);
    if (course == nullptr) {
      choice.note = fill(words.translate("{count} seats taken"), {{"count", count}});
    } else {
      choice.note = fill(words.translate("{count} of {most} seats taken"),
                         {{"count", count}, {"most", std::to_string(course->max_members)}});
      if (taken >= course->max_members) choice.not_now = words.translate("This group is full.");
    }
    out.seats.push_back(std::move(choice));
  }
  std::sort(out.seats.begin(), out.seats.end(),
            [](const SeatChoice& a, const SeatChoice& b) { return a.name < b.name; });
}

void add_same(const ScreenContext& context, const IntakePerson& person, IntakePersonModel& out) {
  const text::Catalogue& words = context.words;
  const model::IntakeState& intake = context.replica.intake(out.site);
  out.same_title = words.translate("Stands on the list also as");
  out.apart_word = words.translate("Somebody else");
  out.apart_done = words.translate("They are two people again. Saved on this laptop");
  for (const PersonId& entry : person.entries) {
    if (entry == person.person) continue;
    const auto* shown = intake.persons.at(entry).shown(intake.basics.replaced);
    if (shown == nullptr) continue;
    out.same.emplace_back(entry, joined(words, intake_parts::called(context, shown->value),
                                        intake_parts::about(context, shown->value)));
  }
}

void add_risk(const ScreenContext& context, const IntakePerson& person, IntakePersonModel& out) {
  const text::Catalogue& words = context.words;
  for (const AlarmRow& row : alarm_view(context.replica, context.packs, model::list_of(out.site))) {
    const bool hers = std::any_of(person.entries.begin(), person.entries.end(),
                                  [&](const auto& id) { return model::on_list(id) == row.member; });
    if (!hers || (row.seen && !out.risk.empty())) continue;
    out.risk_unseen = !row.seen;
    const bool follows = supervises_group(context.replica, context.self, model::list_of(out.site));
    out.risk = row.seen  ? words.translate("A worry is open.")
               : follows ? words.translate("Nobody has said that they have seen this.")
                         : words.translate("Your supervisor has not seen this yet.");
  }
  out.risk_open = words.translate("Open");
}

}  // namespace

IntakePersonModel intake_person_model(const ScreenContext& context, const SiteId& site,
                                      const PersonId& person) {
  const text::Catalogue& words = context.words;
  IntakePersonModel out;
  out.site = site;
  out.title = words.translate("Somebody of the list");
  const model::IntakeState& intake = context.replica.intake(site);
  out.person = rules::same_person(intake, person);
  const auto people = intake_parts::list_of(context, site);
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&](const auto& each) { return each.person == out.person; });
  if (found == people.end()) {
    out.none = words.translate("This person is not on this laptop.");
    return out;
  }
  out.title = intake_parts::called(context, *found->shown);
  out.note = known_of(context, *found->shown);
  out.today = intake_parts::today_at_site(context, site);
  add_risk(context, *found, out);
  add_asked(context, *found, out);
  add_decisions(context, *found, out);
  add_seats(context, *found, out);
  add_same(context, *found, out);
  out.edit_word = words.translate("Correct name or age");
  out.worried_word = words.translate("Worried");
  if (!intake_parts::screens_at(context, site)) {
    out.read_only = words.translate("Those who work at the site write in its list.");
  }
  out.help = {
      {"Q", words.translate("to the questions")},
      {"C", words.translate("copies answers from paper")},
      {"J, F, O, D", words.translate("decides: joins, other help first, not now, declined")},
      {"E", words.translate("corrects name or age")},
      {"W", words.translate("raises a worry")}};
  return out;
}

}  // namespace baraza::client
