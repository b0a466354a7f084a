// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/screens/date_words.h"
#include "client/core/screens/session_parts.h"
#include "shared/text/fill.h"

// The run sheet: the agenda of the course's plan beside what the run had of it.
namespace baraza::client::session_parts {
namespace {

std::int64_t whole_minutes(Duration time) {
  return time.ms / minutes(1).ms;
}

std::string minutes_words(const text::Catalogue& words, std::int64_t count) {
  const std::string number = std::to_string(count);
  return text::fill(words.translate("{count} min"), {{"count", number}});
}

bool goes_on(const SessionRun& run) {
  return run.state == SessionRun::State::running || run.state == SessionRun::State::paused;
}

void add_time_of_step(const text::Catalogue& words, Duration time, int planned, RunSheet& out) {
  out.spent_minutes = static_cast<float>(time.ms) / static_cast<float>(minutes(1).ms);
  out.planned_minutes = static_cast<float>(planned);
  const std::int64_t spent = whole_minutes(time);
  const std::string spent_count = std::to_string(spent);
  if (planned == 0) {
    out.spent_words = out.left_long = minutes_words(words, spent);
    return;
  }
  const std::string planned_count = std::to_string(planned);
  const bool over = spent > planned;
  const std::string left = std::to_string(over ? spent - planned : planned - spent);
  out.spent_words = text::fill(words.translate("{spent} of {planned} min"),
                               {{"spent", spent_count}, {"planned", planned_count}});
  out.left_words = text::fill(
      over ? words.translate("{count} over") : words.translate("{count} left"), {{"count", left}});
  out.left_long = text::fill(over ? words.translate("{count} min over {planned}")
                                  : words.translate("{count} min left of {planned}"),
                             {{"count", left}, {"planned", planned_count}});
}

void add_end(const Facts& facts, const SessionRun& run, RunSheet& out) {
  const ScreenContext& context = facts.context;
  const text::Catalogue& words = context.words;
  const std::string zone = zone_of(context.replica, facts.group);
  const std::string from = hour_words(context.local.at(run.started, zone).minute_of_day);
  out.started = text::fill(words.translate("Started {time}"), {{"time", from}});
  if (facts.agenda_minutes == 0) return;
  const Duration whole = minutes(facts.agenda_minutes);
  out.ends_word = words.translate("Ends");
  out.ends = hour_words(context.local.at(run.started + whole, zone).minute_of_day);
  const Duration elapsed = run.elapsed();
  const bool over = elapsed > whole;
  const std::string count = std::to_string(over ? whole_minutes({elapsed.ms - whole.ms})
                                                : whole_minutes(whole) - whole_minutes(elapsed));
  out.session_left =
      text::fill(over ? words.translate("{count} min over") : words.translate("{count} min left"),
                 {{"count", count}});
}

// Planned sessions that neither were held nor are this one.
std::uint32_t sessions_after(const Facts& facts) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < facts.progress.dots.size(); ++i) {
    if (facts.progress.dots[i] != CourseDot::held && i + 1 != facts.number) ++out;
  }
  return out;
}

const rules::AgendaItem* find_item(const std::vector<rules::AgendaItem>& agenda,
                                   const AgendaItemId& id) {
  const auto at = std::find_if(agenda.begin(), agenda.end(),
                               [&](const auto& item) { return item.key.item == id; });
  return at == agenda.end() ? nullptr : &*at;
}

// Of the area that who has the word works on; else what is said to all.
const std::string& prompt_now(const rules::AgendaItem& item, const SessionRun& run) {
  for (const rules::AgendaPrompt& each : item.area_prompts) {
    const auto& whom = each.members;
    if (run.word && std::find(whom.begin(), whom.end(), *run.word) != whom.end()) {
      return each.prompt;
    }
  }
  return item.prompt;
}

}  // namespace

RunSheet run_sheet(const Facts& facts, const SessionRun& run) {
  const text::Catalogue& words = facts.context.words;
  RunSheet out;
  out.title = words.translate("Run sheet");
  const bool runs = goes_on(run);
  const auto& agenda = facts.agenda;
  for (const auto& item : agenda) out.items.push_back(item.key.item);
  const std::size_t count = runs ? run.steps.size() : std::max<std::size_t>(1, agenda.size());
  out.step = runs ? std::min(run.step, count - 1) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    // The step that runs may have been taken off the agenda.
    const AgendaItemId id = runs             ? run.steps[i].item
                            : agenda.empty() ? AgendaItemId{}
                                             : agenda[i].key.item;
    const rules::AgendaItem* planned = find_item(agenda, id);
    SheetStep step;
    step.item = id;
    step.title = planned == nullptr ? words.translate("The session")
                                    : item_title(facts.context, facts.group, *planned);
    const Duration time = runs ? run.steps[i].time : Duration{};
    const int minutes = planned == nullptr ? 0 : static_cast<int>(planned->minutes);
    const auto state = planned == nullptr ? model::AgendaState::open : planned->state;
    if (runs && i == out.step) {
      step.state = SheetStep::State::now;
      add_time_of_step(words, time, minutes, out);
    } else if (state == model::AgendaState::skipped) {
      step.state = SheetStep::State::skipped;
      step.minutes = words.translate("left out");
    } else if (state == model::AgendaState::done || (runs && i < out.step)) {
      step.state = SheetStep::State::done;
      const std::int64_t spent =
          time.ms > 0 || planned == nullptr ? whole_minutes(time) : planned->spent_minutes;
      step.minutes = minutes_words(words, spent);
    }
    if (planned != nullptr &&
        (step.state == SheetStep::State::now || step.state == SheetStep::State::to_come)) {
      step.minutes = minutes_words(words, minutes);
    }
    out.steps.push_back(std::move(step));
  }
  out.step_title = out.steps[out.step].title;
  const std::string number = std::to_string(out.step + 1);
  const std::string steps = std::to_string(count);
  if (count > 1) {
    out.of_steps = text::fill(words.translate("Step {number} of {count}"),
                              {{"number", number}, {"count", steps}});
  }
  if (!agenda.empty()) out.whole = minutes_words(words, facts.agenda_minutes);
  if (const auto* item = find_item(agenda, out.steps[out.step].item)) {
    const std::string& prompt = prompt_now(*item, run);
    if (!prompt.empty()) {
      const std::string said = words.translate(prompt.c_str());
      out.prompt = text::fill(words.translate("“{words}”"), {{"words", said}});
    }
  }
  if (runs) add_end(facts, run, out);
  if (facts.number != 0 && facts.course != nullptr) {
    const std::uint32_t after = sessions_after(facts);
    const std::string left = std::to_string(after);
    out.after_today = after == 0
                          ? words.translate("This is the last session.")
                          : text::fill(words.translate("After today: {count} session",
                                                       "After today: {count} sessions", after),
                                       {{"count", left}});
  }
  return out;
}

std::optional<Tick> next_change(const SessionRun& run, Now now) {
  if (!goes_on(run)) return std::nullopt;
  const auto until = [](Duration time, Duration unit) { return unit.ms - time.ms % unit.ms; };
  std::int64_t wait = until(run.elapsed(), minutes(1));
  if (run.state == SessionRun::State::running) {
    wait = std::min(wait, until(run.steps[run.step].time, minutes(1)));
    if (run.word) wait = std::min(wait, until(run.word_time, seconds(10)));
  }
  return now.tick + milliseconds(wait);
}

}  // namespace baraza::client::session_parts
