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
  if (facts.plan == nullptr) return;
  const Duration whole = minutes(facts.plan->minutes());
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

}  // namespace

RunSheet run_sheet(const Facts& facts, const SessionRun& run) {
  const text::Catalogue& words = facts.context.words;
  RunSheet out;
  out.title = words.translate("Run sheet");
  const bool runs = goes_on(run);
  const std::size_t count = facts.plan == nullptr ? 1 : facts.plan->steps.size();
  out.step = runs ? std::min(run.step, count - 1) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    SheetStep step;
    const content::AgendaStep* planned = facts.plan == nullptr ? nullptr : &facts.plan->steps[i];
    step.title = planned == nullptr ? words.translate("The session")
                                    : words.translate(planned->title.c_str());
    const Duration time = runs && i < run.steps.size() ? run.steps[i].time : Duration{};
    if (runs && i == out.step) {
      step.state = SheetStep::State::now;
      add_time_of_step(words, time, planned == nullptr ? 0 : planned->minutes, out);
    } else if (runs && i < out.step) {
      step.state = SheetStep::State::done;
      step.minutes = minutes_words(words, whole_minutes(time));
    }
    if (planned != nullptr && step.state != SheetStep::State::done) {
      step.minutes = minutes_words(words, planned->minutes);
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
  if (facts.plan != nullptr) {
    out.whole = minutes_words(words, facts.plan->minutes());
    const std::string& prompt = facts.plan->steps[out.step].prompt;
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
