// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/work.pb.h"
#include "shared/model/body_writer.h"
#include "shared/model/subjects.h"

namespace baraza::model {

OpDraft make_sheet_written(const Sheet& value, Replaces replaces) {
  v1::SheetWritten out;
  out.set_entry_id(field_of(value.entry));
  out.set_member_id(field_of(value.member));
  if (value.session) {
    out.set_session_id(field_of(value.session->session));
    out.set_date_days(value.session->date.days);
  }
  out.set_kind(static_cast<v1::SheetKind>(value.kind));
  out.set_about(field_of(value.about));
  for (const SheetField& field : value.filled) {
    v1::SheetField* to = out.add_fields();
    to->set_row(field.row);
    to->set_field(field.field);
    to->set_text(field.text);
    for (const std::uint8_t choice : field.choices) to->add_choices(choice);
    if (field.number) to->set_number(*field.number);
  }
  out.set_removed(value.removed);
  return draft_of(Kind::sheet_written, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

OpDraft make_inventory_person_written(const InventoryPerson& value, Replaces replaces) {
  v1::InventoryPersonWritten out;
  out.set_inventory_person_id(field_of(value.person));
  out.set_member_id(field_of(value.member));
  out.set_called(value.called);
  out.set_relationship(static_cast<v1::Relationship>(value.relationship));
  out.set_closeness(value.closeness);
  out.set_support(static_cast<v1::SupportLevel>(value.support));
  out.set_strain(value.strain);
  out.set_lost(value.lost);
  out.set_contact(static_cast<v1::ContactLevel>(value.contact));
  out.set_change(value.change);
  if (value.angle_deg) out.set_angle_deg(*value.angle_deg);
  out.set_removed(value.removed);
  return draft_of(Kind::inventory_person_written, subject_of(value), out.SerializeAsString(),
                  std::move(replaces));
}

}  // namespace baraza::model
