// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/values.h"

// What is written with a member, as plain values (see values.h). They live in the stream words.
namespace baraza::model {

// By the numbers of work.proto.
enum class SheetKind : std::uint8_t {
  explained = 1,
  timeline = 2,  // one entry of it
  formulation = 3,
  goal = 4,
  expectations = 5,
  event = 6,
  conversation = 7,  // communication analysis
  decision = 8,      // decision analysis
  step = 9,
  step_review = 10,
  grief_work = 11,
  disagreement_work = 12,
  change_work = 13,
  loneliness_work = 14,
};
inline constexpr int sheet_kind_count = 14;
std::string_view sheet_kind_name(SheetKind kind);
std::optional<SheetKind> sheet_kind_from(std::string_view name);

struct SheetField {
  std::uint16_t row = 0;    // 0: of the sheet itself; from 1: of a row of it
  std::uint16_t field = 1;  // as shared/rules/sheets.h numbers them
  std::string text;
  std::vector<std::uint8_t> choices;
  std::optional<std::int32_t> number;  // a year
  auto fields() const { return std::tie(row, field, text, choices, number); }
  bool operator==(const SheetField&) const = default;
};

struct Sheet {
  SheetId entry;
  MemberId member;
  std::optional<SessionKey> session;
  SheetKind kind = SheetKind::event;
  AnyId about;                     // what it belongs to: a step, an event; zero: nothing
  std::vector<SheetField> filled;  // each (row, field) once, in that order
  bool removed = false;
  auto fields() const { return std::tie(entry, member, session, kind, about, filled, removed); }
  bool operator==(const Sheet&) const = default;
};

// True if a member has one sheet of this kind, whose id is only_sheet_id(); else any number.
bool is_single(SheetKind kind);

enum class Relationship : std::uint8_t {
  partner = 1,
  parent = 2,
  child = 3,
  sibling = 4,
  in_law = 5,
  other_family = 6,
  friend_ = 7,
  neighbour = 8,
  work = 9,
  faith = 10,
  care = 11,  // a health worker, a teacher
  other = 12,
};
enum class SupportLevel : std::uint8_t { unknown = 0, none = 1, little = 2, some = 3, strong = 4 };
enum class ContactLevel : std::uint8_t {
  unknown = 0,
  daily = 1,
  weekly = 2,
  monthly = 3,
  rarely = 4,
  never = 5,
};

// Somebody in a member's life.
struct InventoryPerson {
  InventoryPersonId person;
  MemberId member;
  std::string called;  // as she calls them
  Relationship relationship = Relationship::other;
  std::uint8_t closeness = 1;  // 0 close, 1 some, 2 far
  SupportLevel support = SupportLevel::unknown;
  bool strain = false;
  bool lost = false;  // dead, or gone for good
  ContactLevel contact = ContactLevel::unknown;
  std::string change;                      // what changed lately, in her words
  std::optional<std::uint16_t> angle_deg;  // clockwise from the top; empty: in the order of telling
  bool removed = false;
  auto fields() const {
    return std::tie(person, member, called, relationship, closeness, support, strain, lost, contact,
                    change, angle_deg, removed);
  }
  bool operator==(const InventoryPerson&) const = default;
};

}  // namespace baraza::model
