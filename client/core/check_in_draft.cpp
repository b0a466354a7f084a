// SPDX-License-Identifier: Apache-2.0
#include "client/core/check_in_draft.h"

#include <algorithm>

#include "client/core/record_bytes.h"
#include "shared/rules/score.h"

namespace baraza::client {
namespace {

// Also tells a check-in's draft from those of other kinds, which begin with small numbers.
constexpr std::uint64_t format = 0x3176'6e69'6b63'6863;            // "chcknv1"
constexpr std::uint64_t screening_format = 0x3176'6e65'6572'6373;  // "screenv1"

struct Kept {
  CheckInDraft draft;
  bool raises = false;
};

std::optional<Kept> read(ByteView bytes) {
  RecordReader in(bytes);
  const std::uint64_t found = in.number();
  if (found != format && found != screening_format) return std::nullopt;
  Kept out;
  out.draft.screening = found == screening_format;
  out.raises = in.number() != 0;
  CheckInDraft& draft = out.draft;
  draft.group = in.id<GroupId>();
  draft.session.session = in.id<SessionId>();
  draft.session.date.days = static_cast<std::int32_t>(in.number());
  draft.member = in.id<MemberId>();
  draft.check_in = in.id<CheckInId>();
  draft.instrument = in.bytes();
  draft.instrument_version = static_cast<std::uint32_t>(in.number());
  draft.answers.resize(in.count());
  for (auto& answer : draft.answers) {
    const std::uint64_t state = in.number();
    const std::uint64_t value = in.number();
    if (state > static_cast<std::uint64_t>(model::AnswerState::skipped)) return std::nullopt;
    if (state == 0) continue;
    answer =
        model::Answer{static_cast<model::AnswerState>(state), static_cast<std::uint32_t>(value)};
  }
  draft.language = in.bytes();
  const std::uint64_t mode = in.number();
  if (mode < 1 || mode > static_cast<std::uint64_t>(model::AnswerMode::paper)) return std::nullopt;
  draft.mode = static_cast<model::AnswerMode>(mode);
  draft.supersedes.resize(in.count());
  for (CheckInId& each : draft.supersedes) each = in.id<CheckInId>();
  draft.at = in.number();
  if (draft.screening) {
    const bool typed = in.number() != 0;
    const auto total = static_cast<std::uint32_t>(in.number());
    if (typed) draft.typed_total = total;
  }
  if (!in.complete() || draft.at > draft.answers.size()) return std::nullopt;
  return out;
}

}  // namespace

std::vector<model::Answer> CheckInDraft::so_far() const {
  std::vector<model::Answer> out;
  out.reserve(answers.size());
  for (const auto& answer : answers) out.push_back(answer.value_or(model::Answer{}));
  return out;
}

bool CheckInDraft::has_answer() const {
  return std::any_of(answers.begin(), answers.end(),
                     [](const auto& answer) { return answer.has_value(); });
}

CheckInDraft begin_check_in(const content::InstrumentPack& pack, const GroupId& group,
                            const model::SessionKey& session, const MemberId& member,
                            const CheckInId& fresh) {
  CheckInDraft out;
  out.group = group;
  out.session = session;
  out.member = member;
  out.check_in = fresh;
  out.instrument = pack.id;
  out.instrument_version = pack.version;
  out.answers.resize(pack.items.size());
  return out;
}

std::string check_in_draft_key(const model::SessionKey& session, const MemberId& member,
                               std::string_view instrument) {
  return "check-in/" + to_hex(session.session) + "/" + to_text(session.date) + "/" +
         to_hex(member) + "/" + std::string(instrument);
}

CheckInDraft begin_screening(const content::InstrumentPack& pack, const SiteId& site,
                             const PersonId& person, CivilDate date, const CheckInId& fresh) {
  CheckInDraft out = begin_check_in(pack, model::list_of(site), {SessionId{}, date},
                                    model::on_list(person), fresh);
  out.screening = true;
  return out;
}

std::string check_in_draft_key(const CheckInDraft& draft) {
  if (draft.screening) return "screening/" + to_hex(draft.member) + "/" + draft.instrument;
  return check_in_draft_key(draft.session, draft.member, draft.instrument);
}

Bytes encode_check_in(const CheckInDraft& draft, const content::InstrumentPack& pack) {
  RecordWriter out;
  out.number(draft.screening ? screening_format : format);
  out.number(rules::needs_risk_flag(pack, draft.so_far()) ? 1 : 0);
  out.id(draft.group).id(draft.session.session);
  out.number(static_cast<std::uint64_t>(draft.session.date.days));
  out.id(draft.member).id(draft.check_in);
  out.bytes(draft.instrument).number(draft.instrument_version);
  out.number(draft.answers.size());
  for (const auto& answer : draft.answers) {
    out.number(answer ? static_cast<std::uint64_t>(answer->state) : 0);
    out.number(answer ? answer->value : 0);
  }
  out.bytes(draft.language).number(static_cast<std::uint64_t>(draft.mode));
  out.number(draft.supersedes.size());
  for (const CheckInId& each : draft.supersedes) out.id(each);
  out.number(draft.at);
  if (draft.screening) {
    out.number(draft.typed_total ? 1 : 0).number(draft.typed_total.value_or(0));
  }
  return out.take();
}

std::optional<CheckInDraft> decode_check_in(ByteView bytes) {
  auto kept = read(bytes);
  if (!kept) return std::nullopt;
  return std::move(kept->draft);
}

namespace {

RecordScreening finish_screening(const CheckInDraft& draft) {
  RecordScreening out;
  out.site = model::site_of_list(draft.group);
  out.value.screening = id_cast<ScreeningId>(draft.check_in);
  out.value.person = model::person_on_list(draft.member);
  out.value.date = draft.session.date;
  out.value.instrument = {draft.instrument, draft.instrument_version, {}};
  out.value.answers = draft.so_far();
  out.value.language = draft.language;
  out.value.mode = draft.mode;
  out.value.typed_total = draft.typed_total;
  for (const CheckInId& each : draft.supersedes) {
    out.value.supersedes.push_back(id_cast<ScreeningId>(each));
  }
  return out;
}

}  // namespace

Intent finish_check_in(const CheckInDraft& draft) {
  if (draft.screening) return finish_screening(draft);
  if (!draft.supersedes.empty()) {
    CorrectCheckIn out;
    out.group = draft.group;
    out.supersedes = draft.supersedes;
    out.answers = draft.so_far();
    out.language = draft.language;
    out.mode = draft.mode;
    out.check_in = draft.check_in;
    return out;
  }
  RecordCheckIn out;
  out.group = draft.group;
  out.session = draft.session;
  out.member = draft.member;
  out.instrument = draft.instrument;
  out.instrument_version = draft.instrument_version;
  out.answers = draft.so_far();
  out.language = draft.language;
  out.mode = draft.mode;
  out.check_in = draft.check_in;
  return out;
}

std::optional<RaiseItemRisk> draft_needs_flag(ByteView bytes) {
  const auto kept = read(bytes);
  if (!kept || !kept->raises) return std::nullopt;
  const CheckInDraft& draft = kept->draft;
  return RaiseItemRisk{draft.group, draft.member, draft.session.session, draft.check_in};
}

}  // namespace baraza::client
