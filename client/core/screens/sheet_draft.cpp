// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/record_bytes.h"
#include "client/core/screens/sheet_model.h"
#include "shared/rules/sheets.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

constexpr std::uint64_t format = 1;

}  // namespace

Bytes encode_sheet(const SheetDraft& draft) {
  const model::Sheet& sheet = draft.value;
  RecordWriter out;
  out.number(format).id(sheet.entry).id(sheet.member);
  out.number(static_cast<std::uint64_t>(sheet.kind)).id(sheet.about);
  out.number(sheet.session ? 1 : 0);
  if (sheet.session) {
    out.id(sheet.session->session);
    out.number(static_cast<std::uint64_t>(std::int64_t{sheet.session->date.days}));
  }
  out.number(draft.outcome ? static_cast<std::uint64_t>(*draft.outcome) : 0);
  out.number(sheet.filled.size());
  for (const model::SheetField& field : sheet.filled) {
    out.number(field.row).number(field.field).bytes(field.text);
    out.bytes(Bytes(field.choices.begin(), field.choices.end()));
    out.number(field.number ? 1 : 0);
    if (field.number) out.number(static_cast<std::uint64_t>(std::int64_t{*field.number}));
  }
  return out.take();
}

std::optional<SheetDraft> decode_sheet(ByteView bytes) {
  RecordReader in(bytes);
  if (in.number() != format) return std::nullopt;
  SheetDraft out;
  out.value.entry = in.id<SheetId>();
  out.value.member = in.id<MemberId>();
  const std::uint64_t kind = in.number();
  if (kind < 1 || kind > model::sheet_kind_count) return std::nullopt;
  out.value.kind = static_cast<model::SheetKind>(kind);
  out.value.about = in.id<AnyId>();
  if (in.number() == 1) {
    model::SessionKey& session = out.value.session.emplace();
    session.session = in.id<SessionId>();
    session.date.days = static_cast<std::int32_t>(static_cast<std::int64_t>(in.number()));
  }
  const std::uint64_t outcome = in.number();
  if (outcome > 4) return std::nullopt;
  if (outcome > 0) out.outcome = static_cast<model::StepOutcome>(outcome);
  for (std::size_t left = in.count(); left > 0; --left) {
    model::SheetField& field = out.value.filled.emplace_back();
    field.row = static_cast<std::uint16_t>(in.number());
    field.field = static_cast<std::uint16_t>(in.number());
    field.text = in.bytes();
    const Bytes choices = in.bytes();
    field.choices.assign(choices.begin(), choices.end());
    if (in.number() == 1) {
      field.number = static_cast<std::int32_t>(static_cast<std::int64_t>(in.number()));
    }
  }
  if (!in.complete()) return std::nullopt;
  return out;
}

std::string missing_field(const SheetModel& model, const SheetDraft& draft) {
  model::Sheet sheet = draft.value;
  rules::tidy_sheet(sheet);
  const std::vector<std::uint16_t> rows = rules::rows_of(sheet);
  const auto has = [&](std::uint16_t field, std::uint16_t row) {
    return std::any_of(sheet.filled.begin(), sheet.filled.end(), [&](const model::SheetField& at) {
      return at.field == field && at.row == row;
    });
  };
  if (!model.outcomes.empty() && !draft.outcome) return model.outcome_title;
  for (const SheetFieldModel& field : model.fields) {
    if (!field.needed) continue;
    if (!field.in_rows) {
      if (!has(field.field, 0)) return field.label;
      continue;
    }
    for (const std::uint16_t row : rows) {
      if (!has(field.field, row)) return field.label;
    }
  }
  // A sheet that needs nothing by name still has to say something.
  if (sheet.filled.empty() && !model.fields.empty()) return model.fields.front().label;
  return {};
}

Intent sheet_intent(const SheetModel& model, const SheetDraft& draft) {
  const GroupId& group = model.place.group;
  if (draft.value.kind == model::SheetKind::step) {
    AgreeStep out{group, {}, draft.value, model.settles};
    out.step.step = id_cast<StepId>(draft.value.entry);
    out.step.member = draft.value.member;
    if (draft.value.session) out.step.session = *draft.value.session;
    out.step.withdrawn = draft.value.removed;
    return out;
  }
  if (draft.value.kind == model::SheetKind::step_review && draft.outcome && draft.value.session) {
    ReviewStep out{group, {}, draft.value, model.settles};
    out.review.step = id_cast<StepId>(draft.value.about);
    out.review.session = *draft.value.session;
    out.review.outcome = *draft.outcome;
    return out;
  }
  return WriteSheet{group, draft.value, model.settles};
}

std::string sheet_line(const model::Sheet& sheet) {
  for (const model::SheetField& field : sheet.filled) {
    if (!field.text.empty()) return field.text.substr(0, field.text.find('\n'));
  }
  return {};
}

}  // namespace baraza::client
