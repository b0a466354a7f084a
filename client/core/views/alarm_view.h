// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/replica.h"
#include "shared/content/library.h"
#include "shared/model/values.h"

namespace baraza::client {

// Somebody who saw a piece of evidence.
struct AlarmSight {
  std::string by;  // name of the person of the staff; empty if not known here
  Instant when;
};

struct AlarmEvidenceRow {
  EvidenceId evidence;
  model::AlarmSource source = model::AlarmSource::worry;
  model::AlarmUrgency urgency = model::AlarmUrgency::today;
  CheckInId check_in;    // zero for a worry
  SessionId session;     // zero outside a session
  bool flagged = false;  // false: a check-in says so, its flag isn't here
  std::string by;
  std::vector<AccountId> raised_by;  // as far as they are known here, each once
  Instant when;
  Where where = Where::on_the_server;
  std::vector<AlarmSight> seen;
};

// An open risk of one member. Until `seen` the screen says so in plain words.
struct AlarmRow {
  GroupId group;
  MemberId member;
  std::string name;  // empty where the names aren't read
  model::AlarmUrgency urgency = model::AlarmUrgency::today;
  bool seen = false;     // every piece of evidence was seen by somebody
  bool reached = false;  // all of it is on the server: others can know
  // False: the group is no longer read here. Who hasn't seen it before may have since; nobody can
  // tell on this laptop, so the screen says to call.
  bool knowable = true;
  std::vector<AlarmEvidenceRow> evidence;

  // What ResolveRisk names: all that this row shows.
  std::vector<EvidenceId> shown() const;
  // What AcknowledgeAlarm names: of what this row shows, all that `person` had no part in raising.
  std::vector<EvidenceId> raised_without(const AccountId& person) const;
};

// The open risks of a group: those for now before those for today, unseen before seen. In a group
// that is no longer read here, those that the person raised on this laptop.
std::vector<AlarmRow> alarm_view(const Replica& replica, const content::PackLibrary& packs,
                                 const GroupId& group);

// Where alarms may be said, as far as this laptop knows: every group, and every site's list.
std::vector<GroupId> alarm_places(const Replica& replica);

// Why an empty alarm_view() says nothing about the group: not_found if this laptop doesn't know it,
// authority_ended if it is no longer read here, unknown_stream if it never was. None where it is
// read.
Code alarms_unknown(const Replica& replica, const GroupId& group);

}  // namespace baraza::client
