// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/work.pb.h"
#include "shared/model/bodies.h"
#include "shared/model/body_reader.h"

namespace baraza::model {
namespace {

constexpr int kMaxFields = 256;
constexpr std::uint32_t kMaxRow = 64;
constexpr std::uint32_t kMaxField = 255;
constexpr int kMaxChoices = 32;
constexpr std::uint32_t kMaxChoice = 255;

SheetField read_field(BodyReader& read, const v1::SheetField& in) {
  SheetField out;
  out.row =
      static_cast<std::uint16_t>(read.number<std::uint32_t>(in.row(), 0, kMaxRow, "fields.row"));
  out.field = static_cast<std::uint16_t>(
      read.number<std::uint32_t>(in.field(), 1, kMaxField, "fields.field"));
  out.text = read.optional_text(in.text(), "fields.text");
  read.count(in.choices_size(), 0, kMaxChoices, "fields.choices");
  for (const std::uint32_t choice : in.choices()) {
    out.choices.push_back(static_cast<std::uint8_t>(
        read.number<std::uint32_t>(choice, 1, kMaxChoice, "fields.choices")));
  }
  if (in.has_number()) out.number = in.number();
  return out;
}

}  // namespace

Result<Sheet> read_sheet_written(ByteView body) {
  v1::SheetWritten in;
  BodyReader read(body, in);
  Sheet out;
  out.entry = read.id<SheetId>(in.entry_id(), "entry_id");
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  if (!in.session_id().empty()) {
    SessionKey& key = out.session.emplace();
    key.session = read.id<SessionId>(in.session_id(), "session_id");
    key.date = read.date(in.date_days(), "date_days");
  } else {
    read.require(in.date_days() == 0, "date_days", "stands without a session");
  }
  out.kind =
      read.known<SheetKind>(in.kind() != 0 && v1::SheetKind_IsValid(in.kind()), in.kind(), "kind");
  out.about = read.optional_id<AnyId>(in.about(), "about");
  read.count(in.fields_size(), 0, kMaxFields, "fields");
  for (const auto& field : in.fields()) {
    out.filled.push_back(read_field(read, field));
    if (out.filled.size() < 2) continue;
    const SheetField& last = out.filled[out.filled.size() - 2];
    const SheetField& next = out.filled.back();
    read.require(std::tie(last.row, last.field) < std::tie(next.row, next.field), "fields",
                 "aren't in the order of their numbers, each once");
  }
  out.removed = in.removed();
  return read.finish(std::move(out));
}

Result<InventoryPerson> read_inventory_person_written(ByteView body) {
  v1::InventoryPersonWritten in;
  BodyReader read(body, in);
  InventoryPerson out;
  out.person = read.id<InventoryPersonId>(in.inventory_person_id(), "inventory_person_id");
  out.member = read.id<MemberId>(in.member_id(), "member_id");
  out.called = read.name(in.called(), "called");
  out.relationship = read.known<Relationship>(
      in.relationship() != 0 && v1::Relationship_IsValid(in.relationship()), in.relationship(),
      "relationship");
  out.closeness =
      static_cast<std::uint8_t>(read.number<std::uint32_t>(in.closeness(), 0, 2, "closeness"));
  out.support =
      read.known<SupportLevel>(v1::SupportLevel_IsValid(in.support()), in.support(), "support");
  out.strain = in.strain();
  out.lost = in.lost();
  out.contact =
      read.known<ContactLevel>(v1::ContactLevel_IsValid(in.contact()), in.contact(), "contact");
  out.change = read.optional_text(in.change(), "change");
  if (in.has_angle_deg()) {
    out.angle_deg =
        static_cast<std::uint16_t>(read.number<std::uint32_t>(in.angle_deg(), 0, 359, "angle_deg"));
  }
  out.removed = in.removed();
  return read.finish(std::move(out));
}

}  // namespace baraza::model
