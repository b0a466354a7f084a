// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "attendance_stage.h"
#include "client/ui/screens/alarm_screen.h"
#include "client/ui/screens/group_screen.h"
#include "client/ui/screens/member_screen.h"
#include "client/ui/screens/supervisor_screen.h"
#include "client/ui/screens/watch_screen.h"
#include "shared/op/derive.h"

namespace baraza::ui {

// The pages about a group: itself, a member, a worry, and what a supervisor watches.
class GroupScreens : public NeedsScreen {
 protected:
  void open_group() {
    group_state = {};
    show([this](Layout layout) { return group_top_bar(group(), layout); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_group(ui, frame, group(), group_state, requests);
         });
  }
  void open_member(const std::string& name) {
    member_state = {};
    whom = member(name);
    show([this](Layout layout) { return member_top_bar(page(), layout); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_member(ui, frame, page(), member_state, requests);
         });
  }
  void open_alarm(const std::string& name) {
    alarm_state = {};
    whom = member(name);
    show([this](Layout) { return alarm_top_bar(alarm()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_alarm(ui, frame, alarm(), alarm_state, requests);
         });
  }
  void open_watch() {
    supervising = true;
    show([this](Layout) { return watch_top_bar(watch()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_watch(ui, frame, watch(), requests);
         });
  }
  void open_supervisor() {
    show([this](Layout) { return supervisor_top_bar(whom_to_call()); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_supervisor(ui, frame, whom_to_call(), requests);
         });
  }
  client::GroupModel group() { return client::group_model(context(), world.group); }
  client::MemberModel page() { return client::member_model(context(), world.group, whom); }
  client::AlarmModel alarm() { return client::alarm_model(context(), world.group, whom); }
  client::WatchModel watch() { return client::watch_model(context()); }
  client::SupervisorModel whom_to_call() { return client::supervisor_model(context()); }

  void worry(client::Laptop& by, const std::string& name,
             model::AlarmUrgency urgency = model::AlarmUrgency::now) {
    world.act(by, client::RaiseWorry{world.group, member(name), urgency, {}});
    world.run();
  }
  // A mood check of the session that runs, with so many points.
  void score(const std::string& name, std::uint32_t points) {
    client::RecordCheckIn check_in = world.check_in(session, 0);
    check_in.member = member(name);
    for (std::size_t i = 0; i < 8; ++i) {
      check_in.answers[i].value = std::min<std::uint32_t>(3, points);
      points -= check_in.answers[i].value;
    }
    world.act(world.facilitator, check_in);
  }
  void mark(const std::string& name, model::Mark mark) {
    world.act(world.facilitator,
              client::MarkAttendance{world.group, {session, member(name)}, mark, 0, {}});
  }
  // Closes the session that runs and opens the one of the week after.
  void next_week() {
    world.act(world.facilitator, client::CloseSession{world.group, session});
    ++week;
    const CivilDate day = world.first_day + 7 * week;
    world.act(world.facilitator, client::OpenTodaySession{world.group, day});
    session = {planned_session_id(world.group, static_cast<std::uint32_t>(week) + 1, 0), day};
    world.now.wall = world.now.wall + hours(24 * 7);
    world.run();
  }
  // Sessions one to five: Halima's mood goes down with a gap, Meena's up; all are marked but in the
  // fifth, which runs.
  void weeks() {
    const std::vector<std::uint32_t> halima{18, 17, 16, 16};
    const std::vector<std::uint32_t> meena{13, 14, 16, 18};
    for (std::size_t i = 0; i < halima.size(); ++i) {
      for (const auto& each : client::person_choices(context(), world.group)) {
        const bool late = each.seat + i == 6;
        const bool away = each.name == "Esther" && i == 1;
        mark(each.name, away   ? model::Mark::absent_told
                        : late ? model::Mark::late
                               : model::Mark::present);
      }
      if (i != 2) score("Halima", halima[i]);
      score("Meena", meena[i]);
      score("Amina", 15 - 2 * static_cast<std::uint32_t>(i));
      next_week();
    }
    score("Halima", 13);
    world.run();
  }
  // A second supervisor, who can be called.
  void give_phone() {
    const auto account = random.id<AccountId>();
    const AnyId owner = id_cast<AnyId>(world.site);
    const auto role = model::Role::supervisor;
    world.write(
        StreamKind::site, owner,
        model::make_staff_added(
            {account, "josephine", "Josephine Wekesa", "555 0117", {role}, world.administrator}));
    world.write(StreamKind::site, owner,
                model::make_grant_given({random.id<GrantId>(), account, role, world.group, true,
                                         true, world.administrator}));
    world.run();
  }

  MemberId whom;
  int week = 0;
  GroupState group_state;
  MemberState member_state;
  AlarmState alarm_state;
};

}  // namespace baraza::ui
