// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/screens/mood_check_parts.h"
#include "shared/rules/score.h"

// Which sheets a mood check has, and with what they begin.
namespace baraza::client {
namespace {

using mood_check_parts::Counting;
using mood_check_parts::is_asked;
using session_parts::Facts;

// Corrections that can begin before the screen is opened anew.
constexpr std::size_t fresh_ids = 8;

bool was_recorded(const model::MainState& main, const CheckInId& id) {
  return std::any_of(main.check_ins.begin(), main.check_ins.end(),
                     [&](const auto& each) { return each.second.value.check_in == id; });
}

// What the course asks in the session, and what was asked there besides.
std::vector<const content::InstrumentPack*> packs_of(const Facts& facts, const MemberId& member) {
  const content::PackLibrary& packs = facts.context.packs;
  std::vector<const content::InstrumentPack*> out;
  const auto add = [&](const std::string& id, std::uint32_t version) {
    const bool there =
        std::any_of(out.begin(), out.end(), [&](const auto* each) { return each->id == id; });
    const auto* pack = packs.find_instrument(id, version);
    if (!there && pack != nullptr) out.push_back(pack);
  };
  if (facts.course != nullptr && facts.number != 0) {
    for (const content::CourseMeasure& each : facts.course->measures) {
      if (each.due_in(static_cast<int>(facts.number))) {
        add(each.instrument_id, each.instrument_version);
      }
    }
  }
  for (const auto* write : model::current_check_ins(facts.context.replica.main(facts.group))) {
    const model::CheckIn& check_in = write->value;
    if (check_in.session == facts.session && check_in.member == member) {
      add(check_in.instrument.id, check_in.instrument.version);
    }
  }
  return out;
}

// The question about risk is still to be asked in what counts.
bool risk_not_asked(const ScreenContext& context, const Counting& counting) {
  if (counting.empty()) return false;
  const model::CheckIn& last = counting.back()->value;
  const auto* pack = context.packs.find_instrument(last.instrument.id, last.instrument.version);
  if (pack == nullptr) return false;
  const auto status = rules::score(*pack, last.answers).risk_item;
  return status == rules::RiskItemStatus::not_asked || status == rules::RiskItemStatus::skipped;
}

}  // namespace

namespace mood_check_parts {

bool is_asked(const model::MainState& main, const CheckInDraft& draft, const Counting& counting) {
  if (counting.empty()) return true;
  if (was_recorded(main, draft.check_in)) return false;
  return draft.has_answer() || !draft.supersedes.empty();
}

}  // namespace mood_check_parts

MoodCheckSheets begin_mood_check(const ScreenContext& context, const GroupId& group,
                                 const model::SessionKey& session, const MemberId& member,
                                 const std::map<std::string, Bytes>& kept, Random& random) {
  MoodCheckSheets out;
  for (std::size_t i = 0; i < fresh_ids; ++i) out.fresh.push_back(random.id<CheckInId>());
  if (context.replica.directory().group(group) == nullptr) return out;
  const Facts facts = session_parts::facts_of(context, group, session);
  const model::MainState& main = context.replica.main(group);
  bool chosen = false;
  bool has_task = false;  // a sheet that counts, in which the question about risk wasn't asked
  for (const auto* pack : packs_of(facts, member)) {
    CheckInDraft draft = begin_check_in(*pack, group, session, member, random.id<CheckInId>());
    draft.language = context.words.language();
    const auto at = kept.find(check_in_draft_key(draft));
    const auto found = at == kept.end() ? std::nullopt : decode_check_in(at->second);
    const auto* of_draft =
        found ? context.packs.find_instrument(found->instrument, found->instrument_version)
              : nullptr;
    // One that became an entry, or whose questionnaire isn't here, is asked anew.
    if (of_draft != nullptr && found->answers.size() == of_draft->items.size() &&
        !was_recorded(main, found->check_in)) {
      draft = *found;
    }
    const Counting counting = mood_check_parts::counting(context, group, session, member, pack->id);
    const bool task = risk_not_asked(context, counting);
    if ((task && !has_task) || (!chosen && is_asked(main, draft, counting))) {
      out.open = out.drafts.size();
      chosen = true;
    }
    has_task = has_task || task;
    out.drafts.push_back(std::move(draft));
  }
  return out;
}

}  // namespace baraza::client
