// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/screening_model.h"

#include <algorithm>

#include "client/core/screens/date_words.h"
#include "client/core/screens/intake_parts.h"
#include "client/core/screens/mood_check_parts.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using rules::IntakePerson;
using text::fill;

constexpr std::size_t fresh_ids = 8;

std::optional<IntakePerson> find_person(const ScreenContext& context, const SiteId& site,
                                        const PersonId& person) {
  const PersonId root = rules::same_person(context.replica.intake(site), person);
  for (const IntakePerson& each : intake_parts::list_of(context, site)) {
    if (each.person == root) return each;
  }
  return std::nullopt;
}

bool was_recorded(const ScreenContext& context, const SiteId& site, const CheckInId& id) {
  const auto& screenings = context.replica.intake(site).screenings;
  return std::any_of(screenings.begin(), screenings.end(), [&](const auto& each) {
    return model::as_check_in(each.second.value.screening) == id;
  });
}

// What another questionnaire has asked already, question by question of `next`. Never the answer
// that raises a risk: that is asked each time.
std::vector<std::optional<model::Answer>> begins_with(const content::InstrumentPack& asked,
                                                      const std::vector<model::Answer>& answers,
                                                      const content::InstrumentPack& next) {
  std::vector<std::optional<model::Answer>> out(next.items.size());
  for (std::size_t i = 0; i < next.items.size(); ++i) {
    const bool risk = next.risk_item && next.risk_item->index == i;
    if (risk || next.items[i].loinc.empty()) continue;
    for (std::size_t j = 0; j < asked.items.size() && j < answers.size(); ++j) {
      const bool given = answers[j].state == model::AnswerState::answered;
      if (given && asked.items[j].loinc == next.items[i].loinc) out[i] = answers[j];
    }
  }
  return out;
}

// In a sheet that nobody began: what was asked on the same day.
void take_answers(const ScreenContext& context, const IntakePerson& person,
                  const content::InstrumentPack& pack, CheckInDraft& draft) {
  if (draft.has_answer()) return;
  for (const auto& result : person.screening) {
    if (result.answers == nullptr || result.answers->value.date != draft.session.date) continue;
    const model::Screening& value = result.answers->value;
    const auto* asked =
        context.packs.find_instrument(value.instrument.id, value.instrument.version);
    if (asked == nullptr || asked->id == pack.id) continue;
    draft.answers = begins_with(*asked, value.answers, pack);
  }
  const auto open = std::find(draft.answers.begin(), draft.answers.end(), std::nullopt);
  draft.at = static_cast<std::size_t>(open - draft.answers.begin());
}

const rules::ScreeningResult* result_of(const IntakePerson& person, const CheckInDraft& draft) {
  for (const auto& result : person.screening) {
    if (result.step->instrument_id == draft.instrument) return &result;
  }
  return nullptr;
}

bool is_asked(const ScreenContext& context, const SiteId& site, const IntakePerson& person,
              const CheckInDraft& draft) {
  const auto* result = result_of(person, draft);
  if (result == nullptr || result->answers == nullptr) return true;
  if (was_recorded(context, site, draft.check_in)) return false;
  const bool begun = !draft.supersedes.empty();
  return begun || (draft.mode == model::AnswerMode::paper && draft.has_answer());
}

void add_finish(const ScreenContext& context, const CheckInDraft& draft, MoodCheckModel& out) {
  out.raises_risk = rules::needs_risk_flag(*out.pack, draft.so_far());
  out.correcting = !draft.supersedes.empty();
  out.draft_key = check_in_draft_key(draft);
  const std::string open = mood_check_parts::still_open(context.words, draft);
  if (!out.may_write) {
    out.finish_not = out.write_not;
  } else if (!open.empty()) {
    out.finish_not = open;
  } else if (out.correcting && draft.so_far() == out.counting_answers) {
    out.finish_not = context.words.translate("Nothing was changed.");
  }
  out.may_finish = out.finish_not.empty();
}

void add_paper(const ScreenContext& context, const CheckInDraft& draft, MoodCheckModel& out) {
  const text::Catalogue& words = context.words;
  out.paper = draft.mode == model::AnswerMode::paper;
  out.paper_title = words.translate("What stands on the paper");
  out.paper_total = words.translate("The total, if one is written on it");
  out.paper_hint = words.translate("No total");
  out.paper_day = words.translate("The day on which it was filled in");
  out.paper_asked = day_words(words, draft.session.date);
  const CivilDate today = intake_parts::today_at_site(context, *out.list);
  out.paper_days_ago = std::max(0, today - draft.session.date);
  out.earlier_word = words.translate("a day earlier");
  out.later_word = words.translate("a day later");
  const auto total = rules::score(*out.pack, draft.so_far()).total;
  if (draft.typed_total && total && *total != static_cast<int>(*draft.typed_total)) {
    const std::string score = std::to_string(*total);
    out.paper_differs =
        fill(words.translate("The answers come to {score}. Look at the paper again; if it was "
                             "added up wrongly there, save: both are kept."),
             {{"score", score}});
  }
}

void add_answered(const ScreenContext& context, const SiteId& site,
                  const rules::ScreeningResult* result, MoodCheckModel& out) {
  if (result == nullptr || result->answers == nullptr) return;
  const auto& write = *result->answers;
  out.counting = {model::as_check_in(write.value.screening)};
  out.counting_answers = write.value.answers;
  out.counting_language = write.value.language;
  out.said_by = intake_parts::written_by(context, site, write.ref.id.writer, write.wall);
  out.hidden = context.privacy;
  out.hidden_words = context.words.translate("Hidden while privacy is on");
}

}  // namespace

MoodCheckSheets begin_screening(const ScreenContext& context, const SiteId& site,
                                const PersonId& person, bool paper,
                                const std::map<std::string, Bytes>& kept, Random& random) {
  MoodCheckSheets out;
  for (std::size_t i = 0; i < fresh_ids; ++i) out.fresh.push_back(random.id<CheckInId>());
  const auto found = find_person(context, site, person);
  if (!found) return out;
  const CivilDate today = intake_parts::today_at_site(context, site);
  bool chosen = false;
  for (const auto& result : found->screening) {
    const auto* pack = result.pack;
    if (pack == nullptr) continue;
    CheckInDraft draft =
        client::begin_screening(*pack, site, found->person, today, random.id<CheckInId>());
    draft.language = context.words.language();
    const auto at = kept.find(check_in_draft_key(draft));
    const auto read = at == kept.end() ? std::nullopt : decode_check_in(at->second);
    const bool goes_on = read && read->screening && read->instrument_version == pack->version &&
                         read->answers.size() == pack->items.size() &&
                         !was_recorded(context, site, read->check_in);
    if (goes_on) draft = *read;
    if (paper) draft.mode = model::AnswerMode::paper;
    // Another paper of somebody who was asked already takes the place of those answers.
    if (paper && !goes_on && result.answers != nullptr) {
      draft.supersedes = {model::as_check_in(result.answers->value.screening)};
    }
    if (!goes_on && !paper) take_answers(context, *found, *pack, draft);
    if (!chosen && result.answers == nullptr) {
      out.open = out.drafts.size();
      chosen = true;
    }
    out.drafts.push_back(std::move(draft));
  }
  // Who wasn't asked goes from the first on; who fills in from paper begins with the last, the
  // long one; and what was asked already is looked at from its last.
  const bool stops = found->suggestion != rules::Suggestion::ask;
  if (!out.drafts.empty() && (paper || !chosen || stops)) {
    std::size_t last = 0;
    for (std::size_t i = 0; i < found->screening.size() && i < out.drafts.size(); ++i) {
      if (paper || found->screening[i].answers != nullptr) last = i;
    }
    out.open = last;
  }
  return out;
}

MoodCheckModel screening_model(const ScreenContext& context, const SiteId& site,
                               const PersonId& person, const MoodCheckSheets& sheets) {
  const text::Catalogue& words = context.words;
  MoodCheckModel out;
  out.group = model::list_of(site);
  out.list = site;
  mood_check_parts::add_fixed_words(words, out);
  out.title = words.translate("First questions");
  const auto found = find_person(context, site, person);
  if (!found) {
    out.none = words.translate("This person is not on this laptop.");
    return out;
  }
  out.member = model::on_list(found->person);
  out.name = intake_parts::called(context, *found->shown);
  out.letters = context.privacy ? std::string() : initials(found->shown->name);
  out.seat = found->person.bytes[0];
  out.title = fill(words.translate("First questions: {name}"), {{"name", out.name}});
  out.may_write = intake_parts::screens_at(context, site);
  if (!out.may_write) {
    out.write_not = words.translate("Those who work at the site write in its list.");
  }
  if (sheets.open >= sheets.drafts.size()) {
    out.none = words.translate("No course on this laptop says what to ask.");
    return out;
  }
  const CheckInDraft& draft = sheets.drafts[sheets.open];
  const auto* result = result_of(*found, draft);
  const bool asked = is_asked(context, site, *found, draft);
  const auto* pack = asked || result == nullptr
                         ? context.packs.find_instrument(draft.instrument, draft.instrument_version)
                         : result->pack;
  if (pack == nullptr || !mood_check_parts::can_be_asked(*pack)) {
    out.none = words.translate("A questionnaire that is not on this laptop");
    return out;
  }
  out.pack = pack;
  out.state = asked ? MoodCheckModel::State::asking : MoodCheckModel::State::done;
  out.session = draft.session;
  out.note = words.translate(pack->title.c_str());
  add_answered(context, site, result, out);
  mood_check_parts::add_items(context, draft, out);
  if (asked) {
    add_finish(context, draft, out);
    add_paper(context, draft, out);
  }
  const auto answers = asked ? draft.so_far() : out.counting_answers;
  const bool entered = !asked || std::all_of(draft.answers.begin(), draft.answers.end(),
                                             [](const auto& each) { return each.has_value(); });
  out.score = mood_check_parts::score_words(context, *pack, answers, entered);
  // On to the next questionnaire only where this one says so.
  if (result != nullptr && sheets.open + 1 < sheets.drafts.size()) {
    const auto total = rules::score(*pack, answers);
    const bool goes_on = rules::goes_on(*pack, total, result->step->cut_off);
    const auto* next = result_of(*found, sheets.drafts[sheets.open + 1]);
    out.next_sheet = sheets.open + 1;
    out.sheet_left = entered && goes_on && next != nullptr && next->answers == nullptr;
    if (next != nullptr && next->pack != nullptr) {
      out.next_sheet_word = words.translate(next->pack->title.c_str());
      out.next_begins = begins_with(*pack, answers, *next->pack);
    }
  } else if (sheets.drafts.size() > 1) {
    out.next_sheet = 0;
    const auto* first = result_of(*found, sheets.drafts.front());
    if (first != nullptr && first->pack != nullptr) {
      out.next_sheet_word = words.translate(first->pack->title.c_str());
    }
  }
  mood_check_parts::add_help(words, out);
  return out;
}

}  // namespace baraza::client
