// SPDX-License-Identifier: Apache-2.0
#include "client/core/session_run.h"

#include <algorithm>

#include "client/core/record_bytes.h"
#include "shared/base/overloaded.h"

namespace baraza::client {
namespace {

using State = SessionRun::State;

constexpr std::uint64_t format_without_items = 1;
constexpr std::uint64_t format = 2;

bool goes_on(const SessionRun& run) {
  return run.state == State::running || run.state == State::paused;
}

void add(Duration& to, Duration more) {
  to.ms += more.ms;
}

// Time went by since the last counting.
void pass_time(SessionRun& run, Duration gap) {
  if (gap.ms <= 0 || !goes_on(run)) return;
  if (run.state == State::running && gap <= longest_gap) {
    add(run.steps[run.step].time, gap);
    if (run.word) {
      add(run.word_time, gap);
      add(run.talked[*run.word], gap);
    }
    return;
  }
  run.state = State::paused;
  add(run.aside, gap);
}

void end_word(SessionRun& run) {
  if (!run.word) return;
  auto& heard = run.steps[run.step].heard;
  if (std::find(heard.begin(), heard.end(), *run.word) == heard.end()) heard.push_back(*run.word);
  run.word.reset();
  run.word_time = {};
}

void give_word(SessionRun& run, const std::optional<MemberId>& member) {
  if (!goes_on(run) || run.word == member) return;
  end_word(run);
  run.word = member;
  // Somebody speaks: the pause is over.
  if (member) run.state = State::running;
}

void go_to_step(SessionRun& run, std::size_t step) {
  if (!goes_on(run)) return;
  end_word(run);
  run.step = step;
  run.state = State::running;
}

}  // namespace

Duration SessionRun::elapsed() const {
  Duration out = aside;
  for (const Step& each : steps) add(out, each.time);
  return out;
}

bool SessionRun::was_heard(const MemberId& member) const {
  if (step >= steps.size() || word == member) return false;
  const auto& heard = steps[step].heard;
  return std::find(heard.begin(), heard.end(), member) != heard.end();
}

SessionRun counted(SessionRun run, Now now) {
  pass_time(run, now.tick - run.counted_at);
  run.counted_at = now.tick;
  return run;
}

SessionRun after(SessionRun run, const RunEvent& event, Now now) {
  run = counted(std::move(run), now);
  std::visit(
      Overloaded{
          [&](const run_event::Start& start) {
            if (run.state != State::not_started) return;
            run.state = State::running;
            run.started = now.wall;
            run.steps.assign(std::max<std::size_t>(1, start.items.size()), {});
            for (std::size_t i = 0; i < start.items.size(); ++i) {
              run.steps[i].item = start.items[i];
            }
          },
          [&](const run_event::NextStep&) {
            if (run.step + 1 < run.steps.size()) go_to_step(run, run.step + 1);
          },
          [&](const run_event::StepBack&) {
            if (run.step > 0) go_to_step(run, run.step - 1);
          },
          [&](const run_event::GiveWord& give) { give_word(run, give.member); },
          [&](const run_event::NextPerson& next) { give_word(run, next_person(run, next.seats)); },
          [&](const run_event::Pause&) {
            if (run.state == State::running) run.state = State::paused;
          },
          [&](const run_event::Resume&) {
            if (run.state == State::paused) run.state = State::running;
          },
          [&](const run_event::Stop&) {
            if (!goes_on(run)) return;
            end_word(run);
            run.state = State::stopped;
          },
      },
      event);
  return run;
}

SessionRun with_agenda(SessionRun run, const std::vector<AgendaItemId>& items) {
  if (!goes_on(run) || items.empty()) return run;
  // One that was started by a version without ids goes by place.
  for (std::size_t i = 0; i < run.steps.size() && i < items.size(); ++i) {
    if (run.steps[i].item.is_zero()) run.steps[i].item = items[i];
  }
  const SessionRun::Step current = run.steps[run.step];
  std::vector<SessionRun::Step> steps;
  bool there = false;
  for (const AgendaItemId& item : items) {
    const auto had = std::find_if(run.steps.begin(), run.steps.end(),
                                  [&](const auto& step) { return step.item == item; });
    SessionRun::Step step;
    step.item = item;
    if (had != run.steps.end()) step = *had;
    if (item == current.item) {
      there = true;
      run.step = steps.size();
    }
    steps.push_back(std::move(step));
  }
  if (!there) {
    const std::size_t place = std::min(run.step, steps.size());
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(place), current);
    run.step = place;
  }
  // Time that was spent isn't forgotten with the item.
  for (const SessionRun::Step& step : run.steps) {
    const bool kept = std::any_of(steps.begin(), steps.end(),
                                  [&](const auto& each) { return each.item == step.item; });
    if (!kept) add(run.aside, step.time);
  }
  run.steps = std::move(steps);
  return run;
}

std::optional<MemberId> next_person(const SessionRun& run, const std::vector<MemberId>& seats) {
  std::size_t from = 0;
  if (run.word) {
    const auto at = std::find(seats.begin(), seats.end(), *run.word);
    if (at != seats.end()) from = static_cast<std::size_t>(at - seats.begin()) + 1;
  }
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const MemberId& each = seats[(from + i) % seats.size()];
    if (run.word != each && !run.was_heard(each)) return each;
  }
  return std::nullopt;
}

std::string run_draft_key(const model::SessionKey& session) {
  return "run/" + to_hex(session.session) + "/" + to_text(session.date);
}

Bytes encode_run(const SessionRun& run, Now now) {
  const SessionRun kept = counted(run, now);
  const auto ms = [](Duration duration) { return static_cast<std::uint64_t>(duration.ms); };
  RecordWriter out;
  out.number(format).number(static_cast<std::uint64_t>(now.wall.ms));
  out.number(static_cast<std::uint64_t>(kept.state)).number(kept.step);
  out.number(static_cast<std::uint64_t>(kept.started.ms)).number(ms(kept.aside));
  out.id(kept.word.value_or(MemberId{})).number(ms(kept.word_time));
  out.number(kept.steps.size());
  for (const SessionRun::Step& step : kept.steps) {
    out.id(step.item).number(ms(step.time)).number(step.heard.size());
    for (const MemberId& member : step.heard) out.id(member);
  }
  out.number(kept.talked.size());
  for (const auto& [member, time] : kept.talked) out.id(member).number(ms(time));
  return out.take();
}

std::optional<SessionRun> decode_run(ByteView bytes, Now now) {
  RecordReader in(bytes);
  const std::uint64_t found = in.number();
  if (found != format && found != format_without_items) return std::nullopt;
  const auto time = [&] { return Duration{static_cast<std::int64_t>(in.number())}; };
  SessionRun run;
  const Instant kept_at{static_cast<std::int64_t>(in.number())};
  const std::uint64_t state = in.number();
  run.step = in.number();
  run.started.ms = static_cast<std::int64_t>(in.number());
  run.aside = time();
  const auto word = in.id<MemberId>();
  if (!word.is_zero()) run.word = word;
  run.word_time = time();
  run.steps.resize(in.count());
  for (SessionRun::Step& step : run.steps) {
    if (found == format) step.item = in.id<AgendaItemId>();
    step.time = time();
    step.heard.resize(in.count());
    for (MemberId& member : step.heard) member = in.id<MemberId>();
  }
  for (std::size_t i = in.count(); i > 0; --i) {
    const auto member = in.id<MemberId>();
    run.talked[member] = time();
  }
  if (!in.complete() || state > static_cast<std::uint64_t>(State::stopped)) return std::nullopt;
  run.state = static_cast<State>(state);
  if (run.state != State::not_started && run.step >= run.steps.size()) return std::nullopt;
  // A day later it is another matter altogether: nothing of the gap is worth counting.
  const Duration gap = now.wall - kept_at;
  if (gap <= hours(24))
    pass_time(run, gap);
  else if (run.state == State::running)
    run.state = State::paused;
  run.counted_at = now.tick;
  return run;
}

}  // namespace baraza::client
