// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "shared/op/head.h"

namespace baraza::model {

// Every kind of op that this version knows. The numbers stand beside the messages in proto/.
enum class Kind : std::uint32_t {
  programme_founded = 100,
  server_writer_introduced = 101,
  administrator_added = 102,
  site_added = 103,
  programme_writer_enrolled = 104,
  programme_writer_frozen = 105,
  pack_in_force = 106,
  staff_added = 150,
  grant_given = 151,
  grant_ended = 152,
  group_opened = 153,
  site_writer_enrolled = 154,
  site_writer_frozen = 155,
  hold_settled = 156,
  hold_read = 157,
  group_course_moved = 158,
  person_registered = 200,
  membership_linked = 201,
  screening_recorded = 202,
  suitability_decided = 203,
  persons_joined = 204,
  group_formed = 205,
  member_named = 220,
  consent_given = 221,
  member_admitted = 300,
  member_left = 301,
  session_opened = 302,
  session_closed = 303,
  attendance_marked = 304,
  session_amended = 305,
  session_planned = 306,
  sessions_merged = 307,
  agenda_placed = 308,
  agenda_marked = 309,
  check_in_recorded = 310,
  check_in_withdrawn = 311,
  technique_marked = 312,
  focal_area_chosen = 320,
  step_agreed = 321,
  step_reviewed = 322,
  whisper_known = 323,
  alarm_raised = 400,
  alarm_acknowledged = 401,
  risk_resolved = 402,
  note_written = 500,
  note_amended = 501,
  sheet_written = 510,
  inventory_person_written = 511,
};

struct KindRow {
  StreamKind stream;
  OpClass op_class;
  std::string_view name;
};

// The stream and class of a kind. A switch without a default: a kind without a row doesn't compile.
// A test holds the rows against the options in proto/.
constexpr KindRow kind_row(Kind kind) {
  using enum Kind;
  using S = StreamKind;
  using C = OpClass;
  switch (kind) {
    case programme_founded: return {S::programme, C::admin, "ProgrammeFounded"};
    case server_writer_introduced: return {S::programme, C::admin, "ServerWriterIntroduced"};
    case administrator_added: return {S::programme, C::admin, "AdministratorAdded"};
    case site_added: return {S::programme, C::admin, "SiteAdded"};
    case programme_writer_enrolled: return {S::programme, C::admin, "ProgrammeWriterEnrolled"};
    case programme_writer_frozen: return {S::programme, C::admin, "ProgrammeWriterFrozen"};
    case pack_in_force: return {S::programme, C::admin, "PackInForce"};
    case staff_added: return {S::site, C::admin, "StaffAdded"};
    case grant_given: return {S::site, C::admin, "GrantGiven"};
    case grant_ended: return {S::site, C::admin, "GrantEnded"};
    case group_opened: return {S::site, C::admin, "GroupOpened"};
    case site_writer_enrolled: return {S::site, C::admin, "SiteWriterEnrolled"};
    case site_writer_frozen: return {S::site, C::admin, "SiteWriterFrozen"};
    case hold_settled: return {S::site, C::admin, "HoldSettled"};
    case hold_read: return {S::site, C::admin, "HoldRead"};
    case group_course_moved: return {S::site, C::admin, "GroupCourseMoved"};
    case person_registered: return {S::intake, C::plan, "PersonRegistered"};
    case membership_linked: return {S::intake, C::plan, "MembershipLinked"};
    case screening_recorded: return {S::intake, C::measure, "ScreeningRecorded"};
    case suitability_decided: return {S::intake, C::plan, "SuitabilityDecided"};
    case persons_joined: return {S::intake, C::plan, "PersonsJoined"};
    case group_formed: return {S::intake, C::plan, "GroupFormed"};
    case member_named: return {S::people, C::plan, "MemberNamed"};
    case consent_given: return {S::people, C::plan, "ConsentGiven"};
    case member_admitted: return {S::main, C::plan, "MemberAdmitted"};
    case member_left: return {S::main, C::plan, "MemberLeft"};
    case session_opened: return {S::main, C::plan, "SessionOpened"};
    case session_closed: return {S::main, C::plan, "SessionClosed"};
    case attendance_marked: return {S::main, C::attendance, "AttendanceMarked"};
    case session_amended: return {S::main, C::plan, "SessionAmended"};
    case session_planned: return {S::main, C::plan, "SessionPlanned"};
    case sessions_merged: return {S::main, C::plan, "SessionsMerged"};
    case agenda_placed: return {S::main, C::plan, "AgendaPlaced"};
    case agenda_marked: return {S::main, C::plan, "AgendaMarked"};
    case check_in_recorded: return {S::main, C::measure, "CheckInRecorded"};
    case check_in_withdrawn: return {S::main, C::measure, "CheckInWithdrawn"};
    case technique_marked: return {S::main, C::plan, "TechniqueMarked"};
    case focal_area_chosen: return {S::main, C::plan, "FocalAreaChosen"};
    case step_agreed: return {S::main, C::plan, "StepAgreed"};
    case step_reviewed: return {S::main, C::plan, "StepReviewed"};
    case whisper_known: return {S::main, C::plan, "WhisperKnown"};
    case alarm_raised: return {S::alarm, C::alarm, "AlarmRaised"};
    case alarm_acknowledged: return {S::alarm, C::alarm, "AlarmAcknowledged"};
    case risk_resolved: return {S::alarm, C::alarm, "RiskResolved"};
    case note_written: return {S::words, C::text, "NoteWritten"};
    case note_amended: return {S::words, C::text, "NoteAmended"};
    case sheet_written: return {S::words, C::text, "SheetWritten"};
    case inventory_person_written: return {S::words, C::text, "InventoryPersonWritten"};
  }
  return {S::programme, C::admin, ""};  // not reached by a Kind of this version
}

// All kinds, in the order of their numbers.
std::span<const Kind> all_kinds();

// The kind with this number; empty if a newer version made it.
std::optional<Kind> kind_from(std::uint32_t number);

}  // namespace baraza::model
