// SPDX-License-Identifier: Apache-2.0
#include "client/app/plain_screen.h"
#include "client/app/session_desk.h"
#include "client/core/screens/screening_model.h"
#include "client/ui/screens/alarm_screen.h"
#include "client/ui/screens/area_screen.h"
#include "client/ui/screens/attendance_screen.h"
#include "client/ui/screens/consent_screen.h"
#include "client/ui/screens/form_group_screen.h"
#include "client/ui/screens/group_screen.h"
#include "client/ui/screens/groups_screen.h"
#include "client/ui/screens/home_screen.h"
#include "client/ui/screens/intake_form_screen.h"
#include "client/ui/screens/intake_person_screen.h"
#include "client/ui/screens/intake_screen.h"
#include "client/ui/screens/inventory_screen.h"
#include "client/ui/screens/member_screen.h"
#include "client/ui/screens/mood_check_screen.h"
#include "client/ui/screens/needs_screen.h"
#include "client/ui/screens/note_screen.h"
#include "client/ui/screens/seat_screen.h"
#include "client/ui/screens/settings_screen.h"
#include "client/ui/screens/sheet_screen.h"
#include "client/ui/screens/supervisor_screen.h"
#include "client/ui/screens/techniques_screen.h"
#include "client/ui/screens/watch_screen.h"
#include "client/ui/screens/work_screen.h"
#include "shared/base/overloaded.h"

namespace baraza::app {
namespace {

namespace place = ui::place;

struct NoState {};

// Of screens that nobody is ever in the middle of.
template <class Model>
std::unique_ptr<Screen> plain(Model (*make)(const client::ScreenContext&),
                              ui::TopBarModel (*top)(const Model&),
                              void (*draw)(ui::Ui&, const ui::ShellFrame&, const Model&,
                                           ui::Requests&)) {
  typename PlainScreen<Model, NoState>::Parts parts;
  parts.make = [make](const ScreenInput& input, const NoState&) { return make(input.context); };
  parts.top = [top](const Model& model, ui::Layout) { return top(model); };
  parts.draw = [draw](ui::Ui& ui, const ui::ShellFrame& frame, const Model& model, NoState&,
                      ui::Requests& requests) { draw(ui, frame, model, requests); };
  return std::make_unique<PlainScreen<Model, NoState>>(std::move(parts));
}

// Of one whose top bar is the same in every layout.
template <class Model, class State, class Make>
std::unique_ptr<Screen> with_state(Make make, ui::TopBarModel (*top)(const Model&),
                                   void (*draw)(ui::Ui&, const ui::ShellFrame&, const Model&,
                                                State&, ui::Requests&),
                                   State state = {}) {
  typename PlainScreen<Model, State>::Parts parts;
  parts.make = std::move(make);
  parts.top = [top](const Model& model, ui::Layout) { return top(model); };
  parts.draw = draw;
  return std::make_unique<PlainScreen<Model, State>>(std::move(parts), std::move(state));
}

Bytes draft_of(const Drafts& drafts, const std::string& key) {
  const auto found = drafts.find(key);
  return found == drafts.end() ? Bytes{} : found->second;
}

// A note that was begun outside a session.
client::NoteDraft note_of(const GroupId& group, const ScreenStart& start) {
  const Bytes kept = draft_of(start.drafts, client::note_draft_key(group, SessionId{}));
  return client::decode_note(kept).value_or(client::NoteDraft{});
}

std::unique_ptr<Screen> open_alarm(const place::Alarm& at) {
  return with_state<client::AlarmModel, ui::AlarmState>(
      [at](const ScreenInput& input, const ui::AlarmState&) {
        return client::alarm_model(input.context, at.group, at.member);
      },
      ui::alarm_top_bar, ui::draw_alarm);
}

std::unique_ptr<Screen> open_area(const place::FocalArea& at) {
  return with_state<client::AreaModel, ui::AreaState>(
      [at](const ScreenInput& input, const ui::AreaState&) {
        return client::area_model(input.context, at.group, at.member);
      },
      ui::area_top_bar, ui::draw_area);
}

std::unique_ptr<Screen> open_group(const place::Group& at, const ScreenStart& start) {
  ui::GroupState state;
  state.note.draft = note_of(at.group, start);
  PlainScreen<client::GroupModel, ui::GroupState>::Parts parts;
  parts.make = [at](const ScreenInput& input, const ui::GroupState&) {
    return client::group_model(input.context, at.group);
  };
  parts.top = ui::group_top_bar;
  parts.draw = ui::draw_group;
  return std::make_unique<PlainScreen<client::GroupModel, ui::GroupState>>(std::move(parts),
                                                                           std::move(state));
}

std::unique_ptr<Screen> open_member(const place::Member& at, const ScreenStart& start) {
  ui::MemberState state;
  state.note.draft = note_of(at.group, start);
  PlainScreen<client::MemberModel, ui::MemberState>::Parts parts;
  parts.make = [at](const ScreenInput& input, const ui::MemberState&) {
    return client::member_model(input.context, at.group, at.member);
  };
  parts.top = ui::member_top_bar;
  parts.draw = ui::draw_member;
  return std::make_unique<PlainScreen<client::MemberModel, ui::MemberState>>(std::move(parts),
                                                                             std::move(state));
}

std::unique_ptr<Screen> open_note(const place::Note& at, const ScreenStart& start) {
  const auto model = client::note_page_model(start.context, at.group, at.note);
  return with_state<client::NotePageModel, ui::NotePageState>(
      [at](const ScreenInput& input, const ui::NotePageState&) {
        return client::note_page_model(input.context, at.group, at.note);
      },
      ui::note_top_bar, ui::draw_note,
      ui::begin_note(model, draft_of(start.drafts, model.draft_key)));
}

std::unique_ptr<Screen> open_work(const place::Work& at) {
  return with_state<client::WorkModel, NoState>(
      [at](const ScreenInput& input, const NoState&) {
        return client::work_model(input.context, at.group, at.member);
      },
      ui::work_top_bar,
      [](ui::Ui& ui, const ui::ShellFrame& frame, const client::WorkModel& model, NoState&,
         ui::Requests& requests) { ui::draw_work(ui, frame, model, requests); });
}

std::unique_ptr<Screen> open_sheet(const place::Sheet& at, const ScreenStart& start) {
  const client::SheetPlace place{at.group, at.member, at.kind, at.entry, at.about};
  const auto model = client::sheet_model(start.context, place);
  return with_state<client::SheetModel, ui::SheetState>(
      [place](const ScreenInput& input, const ui::SheetState&) {
        return client::sheet_model(input.context, place);
      },
      ui::sheet_top_bar, ui::draw_sheet,
      ui::begin_sheet(model, draft_of(start.drafts, model.draft_key), start.random));
}

std::unique_ptr<Screen> open_inventory(const place::Inventory& at) {
  return with_state<client::InventoryModel, NoState>(
      [at](const ScreenInput& input, const NoState&) {
        return client::inventory_model(input.context, at.group, at.member);
      },
      ui::inventory_top_bar,
      [](ui::Ui& ui, const ui::ShellFrame& frame, const client::InventoryModel& model, NoState&,
         ui::Requests& requests) { ui::draw_inventory(ui, frame, model, requests); });
}

std::unique_ptr<Screen> open_inventory_person(const place::InventoryPerson& at,
                                              const ScreenStart& start) {
  const auto model = client::inventory_person_model(start.context, at.group, at.member, at.person);
  return with_state<client::InventoryPersonModel, ui::InventoryPersonState>(
      [at](const ScreenInput& input, const ui::InventoryPersonState&) {
        return client::inventory_person_model(input.context, at.group, at.member, at.person);
      },
      ui::inventory_person_top_bar, ui::draw_inventory_person,
      ui::begin_inventory_person(model, draft_of(start.drafts, model.draft_key), start.random));
}

std::unique_ptr<Screen> open_consent(const place::Consent& at) {
  return with_state<client::ConsentModel, ui::ConsentState>(
      [at](const ScreenInput& input, const ui::ConsentState&) {
        return client::consent_model(input.context, at.group, at.member);
      },
      ui::consent_top_bar, ui::draw_consent);
}

std::unique_ptr<Screen> open_techniques(const place::Techniques& at) {
  return with_state<client::TechniquesModel, NoState>(
      [at](const ScreenInput& input, const NoState&) {
        return client::techniques_model(input.context, at.group, at.session);
      },
      ui::techniques_top_bar,
      [](ui::Ui& ui, const ui::ShellFrame& frame, const client::TechniquesModel& model, NoState&,
         ui::Requests& requests) { ui::draw_techniques(ui, frame, model, requests); });
}

std::unique_ptr<Screen> open_settings() {
  return with_state<client::SettingsModel, ui::SettingsState>(
      [](const ScreenInput& input, const ui::SettingsState&) {
        return client::settings_model(input.context, input.laptop);
      },
      ui::settings_top_bar, ui::draw_settings);
}

std::unique_ptr<Screen> open_needs(const place::Needs& at) {
  ui::NeedsState state;
  state.open = at.item;
  return with_state<client::NeedsModel, ui::NeedsState>(
      [](const ScreenInput& input, const ui::NeedsState& now) {
        return client::needs_model(input.context, now.open);
      },
      ui::needs_top_bar, ui::draw_needs, std::move(state));
}

std::unique_ptr<Screen> open_attendance(const place::Attendance& at, const ScreenStart& start) {
  ui::AttendanceState state;
  const auto model = client::attendance_model(start.context, at.group, at.session);
  ui::take_mark_drafts(model, start.drafts, state);
  PlainScreen<client::AttendanceModel, ui::AttendanceState>::Parts parts;
  parts.make = [at](const ScreenInput& input, const ui::AttendanceState&) {
    return client::attendance_model(input.context, at.group, at.session);
  };
  parts.top = ui::attendance_top_bar;
  parts.draw = ui::draw_attendance;
  return std::make_unique<PlainScreen<client::AttendanceModel, ui::AttendanceState>>(
      std::move(parts), std::move(state));
}

std::unique_ptr<Screen> open_mood_check(const place::MoodCheck& at, const ScreenStart& start) {
  ui::MoodCheckState state;
  state.sheets = client::begin_mood_check(start.context, at.group, at.session, at.member,
                                          start.drafts, start.random);
  PlainScreen<client::MoodCheckModel, ui::MoodCheckState>::Parts parts;
  parts.make = [at](const ScreenInput& input, const ui::MoodCheckState& now) {
    return client::mood_check_model(input.context, at.group, at.session, at.member, now.sheets);
  };
  parts.top = ui::mood_check_top_bar;
  parts.draw = ui::draw_mood_check;
  return std::make_unique<PlainScreen<client::MoodCheckModel, ui::MoodCheckState>>(
      std::move(parts), std::move(state));
}

std::unique_ptr<Screen> open_seat(const place::Seat& at) {
  return with_state<client::SeatModel, ui::SeatState>(
      [at](const ScreenInput& input, const ui::SeatState& now) {
        return client::seat_model(input.context, at.group, at.member, now.days_ago);
      },
      ui::seat_top_bar, ui::draw_seat);
}

std::unique_ptr<Screen> open_intake(const place::Intake& at) {
  return with_state<client::IntakeModel, ui::IntakeState>(
      [at](const ScreenInput& input, const ui::IntakeState& now) {
        return client::intake_model(input.context, at.site, now.show, now.search);
      },
      ui::intake_top_bar, ui::draw_intake);
}

std::unique_ptr<Screen> open_intake_person(const place::IntakePerson& at) {
  return with_state<client::IntakePersonModel, ui::IntakePersonState>(
      [at](const ScreenInput& input, const ui::IntakePersonState&) {
        return client::intake_person_model(input.context, at.site, at.person);
      },
      ui::intake_person_top_bar, ui::draw_intake_person);
}

std::unique_ptr<Screen> open_intake_form(const place::IntakeForm& at, const ScreenStart& start) {
  const auto model = client::intake_form_model(start.context, at.site, at.person, {});
  return with_state<client::IntakeFormModel, ui::IntakeFormState>(
      [at](const ScreenInput& input, const ui::IntakeFormState& now) {
        return client::intake_form_model(input.context, at.site, at.person, now.value);
      },
      ui::intake_form_top_bar, ui::draw_intake_form,
      ui::begin_intake_form(model, draft_of(start.drafts, model.draft_key), start.random));
}

std::unique_ptr<Screen> open_screening(const place::Screening& at, const ScreenStart& start) {
  ui::MoodCheckState state;
  state.sheets = client::begin_screening(start.context, at.site, at.person, at.paper, start.drafts,
                                         start.random);
  PlainScreen<client::MoodCheckModel, ui::MoodCheckState>::Parts parts;
  parts.make = [at](const ScreenInput& input, const ui::MoodCheckState& now) {
    return client::screening_model(input.context, at.site, at.person, now.sheets);
  };
  parts.top = ui::mood_check_top_bar;
  parts.draw = ui::draw_mood_check;
  return std::make_unique<PlainScreen<client::MoodCheckModel, ui::MoodCheckState>>(
      std::move(parts), std::move(state));
}

std::unique_ptr<Screen> open_form_group(const place::FormGroup& at, const ScreenStart& start) {
  ui::FormGroupState state;
  state.choice.group = start.random.id<GroupId>();
  return with_state<client::FormGroupModel, ui::FormGroupState>(
      [at](const ScreenInput& input, const ui::FormGroupState& now) {
        return client::form_group_model(input.context, at.site, now.choice);
      },
      ui::form_group_top_bar, ui::draw_form_group, std::move(state));
}

}  // namespace

std::unique_ptr<Screen> open_screen(const ui::Place& at, const ScreenStart& start) {
  return std::visit(
      Overloaded{
          [&](const place::Groups&) {
            return plain(client::groups_model, ui::groups_top_bar, ui::draw_groups);
          },
          [&](const place::Watch&) {
            return plain(client::watch_model, ui::watch_top_bar, ui::draw_watch);
          },
          [&](const place::Supervisor&) {
            return plain(client::supervisor_model, ui::supervisor_top_bar, ui::draw_supervisor);
          },
          [&](const place::Group& it) { return open_group(it, start); },
          [&](const place::Member& it) { return open_member(it, start); },
          [&](const place::FocalArea& it) { return open_area(it); },
          [&](const place::Work& it) { return open_work(it); },
          [&](const place::Sheet& it) { return open_sheet(it, start); },
          [&](const place::Inventory& it) { return open_inventory(it); },
          [&](const place::InventoryPerson& it) { return open_inventory_person(it, start); },
          [&](const place::Consent& it) { return open_consent(it); },
          [&](const place::Techniques& it) { return open_techniques(it); },
          [&](const place::Note& it) { return open_note(it, start); },
          [&](const place::Session& it) { return open_session(it, start); },
          [&](const place::Attendance& it) { return open_attendance(it, start); },
          [&](const place::MoodCheck& it) { return open_mood_check(it, start); },
          [&](const place::Seat& it) { return open_seat(it); },
          [&](const place::Intake& it) { return open_intake(it); },
          [&](const place::IntakePerson& it) { return open_intake_person(it); },
          [&](const place::IntakeForm& it) { return open_intake_form(it, start); },
          [&](const place::Screening& it) { return open_screening(it, start); },
          [&](const place::FormGroup& it) { return open_form_group(it, start); },
          [&](const place::Alarm& it) { return open_alarm(it); },
          [&](const place::Needs& it) { return open_needs(it); },
          [&](const place::Settings&) { return open_settings(); },
          // Home; and the places before unlocking, which lead nowhere from behind it.
          [&](const auto&) { return plain(client::home_model, ui::home_top_bar, ui::draw_home); },
      },
      at);
}

std::optional<GroupId> group_of(const ui::Place& at) {
  return std::visit(
      [](const auto& it) -> std::optional<GroupId> {
        if constexpr (requires { it.group; }) {
          return it.group;
        } else if constexpr (requires { it.site; }) {
          return model::list_of(it.site);
        } else {
          return std::nullopt;
        }
      },
      at);
}

}  // namespace baraza::app
