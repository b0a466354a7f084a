// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>

#include "shared/model/values.h"
#include "shared/model/work_values.h"

namespace baraza::ui {

// Where in the client a person can be. Values, so that a way back is a list of them.
namespace place {
struct Unlock {
  bool operator==(const Unlock&) const = default;
};
struct Enrol {
  bool operator==(const Enrol&) const = default;
};
struct Home {
  bool operator==(const Home&) const = default;
};
// The supervisor's list: what to look at first.
struct Watch {
  bool operator==(const Watch&) const = default;
};
struct Groups {
  bool operator==(const Groups&) const = default;
};
struct Group {
  GroupId group;
  bool operator==(const Group&) const = default;
};
struct Member {
  GroupId group;
  MemberId member;
  bool operator==(const Member&) const = default;
};
// What a member works on, chosen and changed.
struct FocalArea {
  GroupId group;
  MemberId member;
  bool operator==(const FocalArea&) const = default;
};
// The written work with a member, from the first talk on.
struct Work {
  GroupId group;
  MemberId member;
  bool operator==(const Work&) const = default;
};
// One sheet of it.
struct Sheet {
  GroupId group;
  MemberId member;
  model::SheetKind kind = model::SheetKind::event;
  SheetId entry;  // zero: a new one, or the one that a member has of this kind
  AnyId about;    // of a new one: what it belongs to
  bool operator==(const Sheet&) const = default;
};
// The people in a member's life.
struct Inventory {
  GroupId group;
  MemberId member;
  bool operator==(const Inventory&) const = default;
};
// One of them; zero: somebody new.
struct InventoryPerson {
  GroupId group;
  MemberId member;
  InventoryPersonId person;
  bool operator==(const InventoryPerson&) const = default;
};
// What a member agreed to.
struct Consent {
  GroupId group;
  MemberId member;
  bool operator==(const Consent&) const = default;
};
// A member's seat ends, or goes to another group.
struct Seat {
  GroupId group;
  MemberId member;
  bool operator==(const Seat&) const = default;
};
// The people of a site who have no group yet.
struct Intake {
  SiteId site;
  bool operator==(const Intake&) const = default;
};
// One of them.
struct IntakePerson {
  SiteId site;
  PersonId person;
  bool operator==(const IntakePerson&) const = default;
};
// Name and age of one of them; zero: somebody new.
struct IntakeForm {
  SiteId site;
  PersonId person;
  bool operator==(const IntakeForm&) const = default;
};
// The questions of the screening.
struct Screening {
  SiteId site;
  PersonId person;
  bool paper = false;  // copied from one
  bool operator==(const Screening&) const = default;
};
// A group formed of those who wait.
struct FormGroup {
  SiteId site;
  bool operator==(const FormGroup&) const = default;
};
// Which techniques a session used.
struct Techniques {
  GroupId group;
  model::SessionKey session;
  bool operator==(const Techniques&) const = default;
};
// What somebody wrote, and how it was corrected.
struct Note {
  GroupId group;
  NoteId note;
  bool operator==(const Note&) const = default;
};
// The session that runs, or the group's next one.
struct Session {
  GroupId group;
  model::SessionKey session;
  bool operator==(const Session& other) const {
    return group == other.group && session.session == other.session.session &&
           session.date == other.session.date;
  }
};
struct Attendance {
  GroupId group;
  model::SessionKey session;
  bool operator==(const Attendance& other) const {
    return group == other.group && session.session == other.session.session &&
           session.date == other.session.date;
  }
};
struct MoodCheck {
  GroupId group;
  model::SessionKey session;
  MemberId member;
  bool operator==(const MoodCheck& other) const {
    return group == other.group && session.session == other.session.session &&
           session.date == other.session.date && member == other.member;
  }
};
// A worry about a member: raise, follow, acknowledge.
struct Alarm {
  GroupId group;
  MemberId member;
  bool operator==(const Alarm&) const = default;
};
// What needs the person; `item` is the one that is open, empty for the first.
struct Needs {
  std::string item;
  bool operator==(const Needs&) const = default;
};
// Whom to call, for a facilitator.
struct Supervisor {
  bool operator==(const Supervisor&) const = default;
};
struct Settings {
  bool operator==(const Settings&) const = default;
};
struct Gallery {
  bool operator==(const Gallery&) const = default;
};
}  // namespace place

using Place = std::variant<place::Unlock, place::Enrol, place::Home, place::Watch, place::Groups,
                           place::Group, place::Member, place::FocalArea, place::Work, place::Sheet,
                           place::Inventory, place::InventoryPerson, place::Consent, place::Seat,
                           place::Intake, place::IntakePerson, place::IntakeForm, place::Screening,
                           place::FormGroup, place::Techniques, place::Note, place::Session,
                           place::Attendance, place::MoodCheck, place::Alarm, place::Needs,
                           place::Supervisor, place::Settings, place::Gallery>;

}  // namespace baraza::ui
