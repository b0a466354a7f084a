// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/views/group_view.h"
#include "client/ui/screens/attendance_screen.h"
#include "client/ui/screens/needs_screen.h"
#include "mood_check_stage.h"

namespace baraza::ui {

class AttendanceScreen : public MoodCheckScreen {
 protected:
  void open_attendance() {
    marks = {};
    take_mark_drafts(attendance(), drafts, marks);
    show([this](Layout layout) { return attendance_top_bar(attendance(), layout); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_attendance(ui, frame, attendance(), marks, requests);
         });
  }
  client::AttendanceModel attendance() {
    return client::attendance_model(context(), world.group, session);
  }
  client::AttendanceRow row(const std::string& name) {
    for (const auto& each : attendance().rows) {
      if (each.name == name) return each;
    }
    ADD_FAILURE() << name;
    return {};
  }
  std::string row_id(const std::string& name) {
    return "attendance.row." + std::to_string(row(name).seat);
  }
  // What stands in the field for it.
  std::string typed_reason() {
    for (const Drawn& drawn : stage.registry().all()) {
      if (drawn.id == "attendance.reason.value") return drawn.text;
    }
    return {};
  }
  // Marked by two people who didn't know of each other's mark.
  void dispute(const std::string& name, model::Mark mine, model::Mark theirs,
               const std::string& reason = {}) {
    const MemberId whom = member(name);
    world.offline(world.facilitator);
    world.offline(world.worker);
    world.act(world.facilitator, client::MarkAttendance{world.group, {session, whom}, mine, 0, {}});
    world.now.wall = world.now.wall + minutes(26);
    world.act(world.worker,
              client::MarkAttendance{world.group, {session, whom}, theirs, 0, reason});
    world.online(world.facilitator);
    world.online(world.worker);
  }

  AttendanceState marks;
};

// What needs the person of the laptop.
class NeedsScreen : public AttendanceScreen {
 protected:
  void open_needs(const std::string& item = {}) {
    needs = {};
    needs.open = item;
    show([this](Layout) { return needs_top_bar(needs_now()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_needs(ui, frame, needs_now(), needs, requests);
         });
  }
  client::NeedsModel needs_now() { return client::needs_model(context(), needs.open); }
  // Every mark that this laptop sends is refused from here on.
  void refuse_marks() {
    world.server.ruling = [](const OpHead& head) {
      const bool is_mark = head.kind == static_cast<std::uint32_t>(model::Kind::attendance_marked);
      return is_mark ? client::ServerDouble::Ruling{Verdict::refused, Code::not_allowed}
                     : client::ServerDouble::Ruling{};
    };
  }
  void take_marks() {
    world.server.ruling = [](const OpHead&) { return client::ServerDouble::Ruling{}; };
  }

  NeedsState needs;
};

}  // namespace baraza::ui
