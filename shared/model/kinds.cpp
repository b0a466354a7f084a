// SPDX-License-Identifier: Apache-2.0
#include "shared/model/kinds.h"

#include <algorithm>

namespace baraza::model {
namespace {

using enum Kind;
constexpr Kind kAll[] = {
    programme_founded,
    server_writer_introduced,
    administrator_added,
    site_added,
    programme_writer_enrolled,
    programme_writer_frozen,
    pack_in_force,
    staff_added,
    grant_given,
    grant_ended,
    group_opened,
    site_writer_enrolled,
    site_writer_frozen,
    hold_settled,
    hold_read,
    group_course_moved,
    person_registered,
    membership_linked,
    screening_recorded,
    suitability_decided,
    persons_joined,
    group_formed,
    member_named,
    consent_given,
    member_admitted,
    member_left,
    session_opened,
    session_closed,
    attendance_marked,
    session_amended,
    session_planned,
    sessions_merged,
    agenda_placed,
    agenda_marked,
    check_in_recorded,
    check_in_withdrawn,
    technique_marked,
    focal_area_chosen,
    step_agreed,
    step_reviewed,
    whisper_known,
    alarm_raised,
    alarm_acknowledged,
    risk_resolved,
    note_written,
    note_amended,
    sheet_written,
    inventory_person_written,
};

}  // namespace

std::span<const Kind> all_kinds() {
  return kAll;
}

std::optional<Kind> kind_from(std::uint32_t number) {
  const auto kind = static_cast<Kind>(number);
  if (std::find(std::begin(kAll), std::end(kAll), kind) == std::end(kAll)) return std::nullopt;
  return kind;
}

}  // namespace baraza::model
