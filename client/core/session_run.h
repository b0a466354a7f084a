// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/model/values.h"

// How a session goes while it goes: which step runs and for how long, who has the word and since
// when, who was heard. It lives on the laptop that runs the session. Pure values; time comes in
// with the call.
//
// What counts is elapsed time on the clock that only goes forward. A stretch in which nobody looked
// (the lid was closed, the laptop restarted) counts as time that went on only if it is no longer
// than `longest_gap`; a longer one counts for no step and nobody's word, and the run pauses until
// somebody says that it goes on. Across a restart only the wall clock tells how long that was, so
// it decides no more than this, and a wall clock that went back counts nothing.
namespace baraza::client {

struct SessionRun {
  enum class State : std::uint8_t { not_started, running, paused, stopped };

  // What one step of the agenda had so far.
  struct Step {
    AgendaItemId item;  // zero: of a session without an agenda
    Duration time;
    std::vector<MemberId> heard;  // who had the word in it, in that order
    bool operator==(const Step&) const = default;
  };

  State state = State::not_started;
  std::vector<Step> steps;  // of the agenda; a session without one is a single step
  std::size_t step = 0;     // the one that runs
  std::optional<MemberId> word;
  Duration word_time;  // how long they have had it, this time
  std::map<MemberId, Duration> talked;
  Duration aside;   // paused, or in a gap
  Instant started;  // for people to read
  Tick counted_at;  // up to where all of this is counted

  // All that went by since the start, pauses too.
  Duration elapsed() const;
  bool was_heard(const MemberId& member) const;  // in this step, and doesn't have the word now
  bool operator==(const SessionRun&) const = default;
};

inline constexpr Duration longest_gap = minutes(5);
// How often the draft of a run is written anew while nothing happens but time.
inline constexpr Duration run_kept_every = minutes(1);

namespace run_event {
// With the items of the agenda. Nothing if it was started before.
struct Start {
  std::vector<AgendaItemId> items;
};
// Each step has a round of its own: nobody has the word and nobody was heard when it begins.
struct NextStep {};
// Goes on with the step before, with what it had.
struct StepBack {};
struct GiveWord {
  MemberId member;
};
// The word goes to the first of `seats`, walking on from who has it, who is here and wasn't heard
// in this step; to nobody once there is none.
struct NextPerson {
  std::vector<MemberId> seats;  // who is here, in the order of their seats
};
struct Pause {};
struct Resume {};
// The session is over.
struct Stop {};
}  // namespace run_event

using RunEvent =
    std::variant<run_event::Start, run_event::NextStep, run_event::StepBack, run_event::GiveWord,
                 run_event::NextPerson, run_event::Pause, run_event::Resume, run_event::Stop>;

// With the time up to `now` counted.
SessionRun counted(SessionRun run, Now now);
// What it is after the event; the same, counted, if the event means nothing now.
SessionRun after(SessionRun run, const RunEvent& event, Now now);
// The same run over the agenda as it stands now: steps keep what they had wherever they were moved,
// the step that runs goes on though it was taken off.
SessionRun with_agenda(SessionRun run, const std::vector<AgendaItemId>& items);
// Whom NextPerson would give the word; empty if nobody is left.
std::optional<MemberId> next_person(const SessionRun& run, const std::vector<MemberId>& seats);

// The key of the draft that keeps a session's run: "run/SESSION/DATE".
std::string run_draft_key(const model::SessionKey& session);
// Counted up to `now`.
Bytes encode_run(const SessionRun& run, Now now);
// Goes on from what was kept, perhaps by another start of the program. Empty if the bytes are no
// run.
std::optional<SessionRun> decode_run(ByteView bytes, Now now);

}  // namespace baraza::client
