// SPDX-License-Identifier: Apache-2.0
#include "shared/model/values.h"

#include "shared/op/hash.h"

namespace baraza::model {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::facilitator: return "facilitator";
    case Role::worker: return "worker";
    case Role::supervisor: return "supervisor";
    case Role::manager: return "manager";
    case Role::administrator: return "administrator";
  }
  return "unknown";
}

std::optional<Role> role_from(std::string_view name) {
  for (const Role role :
       {Role::facilitator, Role::worker, Role::supervisor, Role::manager, Role::administrator}) {
    if (role_name(role) == name) return role;
  }
  return std::nullopt;
}

std::string_view mark_name(Mark mark) {
  switch (mark) {
    case Mark::present: return "present";
    case Mark::late: return "late";
    case Mark::left_early: return "left_early";
    case Mark::absent_told: return "absent_told";
    case Mark::absent_unknown: return "absent_unknown";
    case Mark::excused: return "excused";
  }
  return "unknown";
}

std::optional<Mark> mark_from(std::string_view name) {
  for (const Mark mark : {Mark::present, Mark::late, Mark::left_early, Mark::absent_told,
                          Mark::absent_unknown, Mark::excused}) {
    if (mark_name(mark) == name) return mark;
  }
  return std::nullopt;
}

std::string_view answer_state_name(AnswerState state) {
  switch (state) {
    case AnswerState::answered: return "answered";
    case AnswerState::refused: return "refused";
    case AnswerState::not_asked: return "not_asked";
    case AnswerState::not_applicable: return "not_applicable";
    case AnswerState::skipped: return "skipped";
  }
  return "unknown";
}

std::string_view answer_mode_name(AnswerMode mode) {
  switch (mode) {
    case AnswerMode::interview: return "interview";
    case AnswerMode::self: return "self";
    case AnswerMode::paper: return "paper";
  }
  return "unknown";
}

std::string_view focal_area_name(FocalArea area) {
  switch (area) {
    case FocalArea::grief: return "grief";
    case FocalArea::disagreements: return "disagreements";
    case FocalArea::life_changes: return "life_changes";
    case FocalArea::loneliness: return "loneliness";
  }
  return "unknown";
}

std::optional<FocalArea> focal_area_from(std::string_view name) {
  for (const FocalArea area : {FocalArea::grief, FocalArea::disagreements, FocalArea::life_changes,
                               FocalArea::loneliness}) {
    if (focal_area_name(area) == name) return area;
  }
  return std::nullopt;
}

std::string_view focal_reason_name(FocalReason reason) {
  switch (reason) {
    case FocalReason::first_talks: return "first_talks";
    case FocalReason::understood_better: return "understood_better";
    case FocalReason::something_happened: return "something_happened";
    case FocalReason::member_asked: return "member_asked";
    case FocalReason::supervisor_advised: return "supervisor_advised";
    case FocalReason::talked_it_over: return "talked_it_over";
    case FocalReason::entered_wrongly: return "entered_wrongly";
  }
  return "unknown";
}

std::optional<FocalReason> focal_reason_from(std::string_view name) {
  for (const FocalReason reason :
       {FocalReason::first_talks, FocalReason::understood_better, FocalReason::something_happened,
        FocalReason::member_asked, FocalReason::supervisor_advised, FocalReason::talked_it_over,
        FocalReason::entered_wrongly}) {
    if (focal_reason_name(reason) == name) return reason;
  }
  return std::nullopt;
}

Bytes introduction_message(const ServerWriter& writer) {
  Hasher hasher("baraza server writer v1");
  hasher.add(writer.key).add(writer.epoch).add(writer.parent_epoch);
  hasher.add(static_cast<std::uint64_t>(writer.points.size()));
  for (const StreamPoint& point : writer.points) {
    hasher.add(point.stream).add(point.position).add(point.chain_hash);
  }
  return Bytes(hasher.finish().view());
}

}  // namespace baraza::model
