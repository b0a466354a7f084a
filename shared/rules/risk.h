// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "shared/content/library.h"
#include "shared/model/states.h"

// Which members are at risk as far as anybody knows: the alarm and main streams of a group joined;
// of a site's list, alarm and intake. Pure; safe from any thread.
namespace baraza::rules {

// That a person saw a piece of evidence.
struct Sight {
  OpRef by;
  Instant wall;  // as the author's laptop believed; for people to read
};

// One piece of evidence that nobody resolved.
struct RiskEvidence {
  EvidenceId evidence;
  model::AlarmSource source = model::AlarmSource::worry;
  model::AlarmUrgency urgency = model::AlarmUrgency::today;  // the highest that was said
  CheckInId check_in;                                        // zero for a worry
  SessionId session;                                         // zero outside a session
  bool flagged = false;  // false: a check-in above zero whose flag isn't here
  OpRef by;              // the op that says it: the flag, else the check-in
  Instant wall;
  // Everybody who said so, by flag, worry or check-in; never empty, in the order of their ids. Of
  // them nobody's acknowledgement counts.
  std::vector<WriterId> raised_by;
  // By others than those who raised it, in author order; empty: nobody has seen it yet.
  std::vector<Sight> seen;
};

struct OpenRisk {
  MemberId member;
  std::vector<RiskEvidence> evidence;  // never empty; in the order of their writing

  model::AlarmUrgency urgency() const;  // the highest of the evidence
  bool seen() const;                    // every piece was seen by somebody
};

// Whose laptop a writer is; a zero id if that isn't known.
using PersonOf = std::function<AccountId(const WriterId&)>;

// The open risks, a member once, in the order of member ids.
//
// Evidence is every alarm, and every check-in whose risk item is above the threshold of its pack,
// flagged or not; a check-in that was superseded or withdrawn stays evidence. A resolution closes
// the evidence that it names, and nothing else, whatever came first. A check-in by an instrument
// that `packs` doesn't have counts through its flag alone.
//
// An acknowledgement says that somebody else has seen it: by a person who raised that evidence, on
// whichever laptop, it is none, and by somebody who isn't known here yet it is none until they are.
// Without `person_of` each writer stands for itself.
std::vector<OpenRisk> open_risks(const model::AlarmState& alarm, const model::MainState& main,
                                 const content::PackLibrary& packs,
                                 const PersonOf& person_of = nullptr);
// The same for those on a site's list, who have no group yet (model::list_of): every screening is
// evidence as a check-in is.
std::vector<OpenRisk> open_risks(const model::AlarmState& alarm, const model::IntakeState& intake,
                                 const content::PackLibrary& packs,
                                 const PersonOf& person_of = nullptr);

}  // namespace baraza::rules
