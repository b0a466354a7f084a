// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/mood_check_model.h"

#include <algorithm>

#include "client/core/screens/mood_check_parts.h"
#include "client/core/screens/needs_model.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/session_parts.h"
#include "shared/rules/score.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using mood_check_parts::Counting;
using mood_check_parts::is_asked;
using session_parts::Facts;

// More answers than these have numbers in place of words above them.
constexpr std::size_t most_columns = 5;
constexpr std::size_t most_values = 11;

bool is_known(const ScreenContext& context, const GroupId& group) {
  return context.replica.directory().group(group) != nullptr;
}

// Values from 0 without a gap: what keys and boxes can say.
bool can_be_asked(const content::InstrumentPack& pack) {
  if (pack.answers.size() > most_values) return false;
  for (std::size_t i = 0; i < pack.answers.size(); ++i) {
    if (pack.answers[i].value != static_cast<int>(i)) return false;
  }
  return true;
}

void add_fixed_words(const text::Catalogue& words, MoodCheckModel& out) {
  out.done_word = words.translate("Done");
  out.rather_not_word = words.translate("Rather not");
  out.not_asked_word = words.translate("Not asked");
  out.no_question = words.translate("Every question has an answer.");
  out.ten_word = words.translate("Ten");
  out.one_back_word = words.translate("One back");
  out.correct_word = words.translate("Correct it");
  out.leave_word = words.translate("Leave it as it was");
  out.withdraw_word = words.translate("It should not count");
  out.withdraw_title = words.translate("Why should this mood check not count?");
  out.withdraw_note = words.translate(
      "It stays in the history. A worry that it raised stays open. This cannot be "
      "taken back: ask anew if it was right after all.");
  out.withdraw_reason = words.translate("The reason");
  out.withdraw_hint = words.translate("It was about somebody else");
  out.withdraw_not = words.translate("Say why first.");
  out.settle_word = words.translate("Settle");
  out.back_word = words.translate("Go back");
  out.worried_word = words.translate("Worried");
  out.saved_word = words.translate("Saved on this laptop");
  out.withdrawn_word = words.translate("It does not count any more. Saved on this laptop");
}

void add_help(const text::Catalogue& words, MoodCheckModel& out) {
  const auto add = [&](std::string keys, std::string what) {
    out.help.push_back({std::move(keys), std::move(what)});
  };
  if (out.state == MoodCheckModel::State::asking) {
    const std::string last = std::to_string(std::min<std::uint32_t>(out.values, 10) - 1);
    add(text::fill(words.translate("0 to {last}"), {{"last", last}}),
        words.translate("The answer, and on to the next question"));
    if (out.values > 10) add("T", words.translate("The answer ten"));
    add("R", words.translate("Would rather not answer"));
    add("X", words.translate("Not asked"));
    add(words.translate("Backspace"), words.translate("One question back"));
    add(words.translate("Enter"), words.translate("Done, as soon as it can be pressed"));
  }
  if (!out.next_sheet_word.empty()) add("Q", out.next_sheet_word);
  add("W", words.translate("Worried about someone"));
}

std::string mark_of(const MoodCheckModel& model, const std::optional<model::Answer>& answer) {
  if (!answer || answer->state == model::AnswerState::answered) return {};
  return answer->state == model::AnswerState::refused ? model.rather_not_word
                                                      : model.not_asked_word;
}

void add_items(const ScreenContext& context, const CheckInDraft& draft, MoodCheckModel& out) {
  const content::InstrumentPack& pack = *out.pack;
  const text::Catalogue& words = context.words;
  out.values = static_cast<std::uint32_t>(pack.answers.size());
  if (pack.answers.size() <= most_columns) {
    for (const auto& each : pack.answers)
      out.columns.push_back(words.translate(each.label.c_str()));
  } else {
    out.ends = {words.translate(pack.answers.front().label.c_str()),
                words.translate(pack.answers.back().label.c_str())};
  }
  if (!pack.question.empty()) out.question = words.translate(pack.question.c_str());
  const bool asking = out.state == MoodCheckModel::State::asking;
  for (std::size_t i = 0; i < pack.items.size(); ++i) {
    MoodItem item;
    item.number = std::to_string(i + 1);
    item.label = words.translate(pack.items[i].label.c_str());
    item.risk = pack.risk_item && pack.risk_item->index == i;
    if (asking) {
      item.answer = i < draft.answers.size() ? draft.answers[i] : std::nullopt;
    } else if (!out.hidden && i < out.counting_answers.size()) {
      item.answer = out.counting_answers[i];
    }
    item.mark = mark_of(out, item.answer);
    out.items.push_back(std::move(item));
  }
  out.at = std::min(draft.at, out.items.size());
  if (pack.risk_item) {
    const std::string above = std::to_string(pack.risk_item->flag_above);
    out.risk_lines = {
        words.translate("Ask this away from the others, in your usual voice. Asking does no harm."),
        text::fill(words.translate(
                       "Any answer above {number} opens what to do next. You are not alone with "
                       "it."),
                   {{"number", above}})};
  }
}

void add_counting(const ScreenContext& context, const Counting& counting, MoodCheckModel& out) {
  if (counting.empty()) return;
  const text::Catalogue& words = context.words;
  for (const auto* write : counting) out.counting.push_back(write->value.check_in);
  const auto& last = *counting.back();
  out.counting_answers = last.value.answers;
  out.counting_language = last.value.language;
  out.said_by = mood_check_parts::written_by(context, out.group, last);
  out.twice = counting.size() > 1;
  out.twice_item = twice_item_id(out.group, out.session, out.member, last.value.instrument.id);
  out.twice_words = words.translate("Two were written for this session. Only one can count.");
  out.hidden = context.privacy;
  out.hidden_words = words.translate("Hidden while privacy is on");
}

// Whether Done can be pressed, and why not.
void add_finish(const ScreenContext& context, const CheckInDraft& draft, const Counting& counting,
                MoodCheckModel& out) {
  const text::Catalogue& words = context.words;
  out.raises_risk = rules::needs_risk_flag(*out.pack, draft.so_far());
  out.correcting = !draft.supersedes.empty();
  out.draft_key = check_in_draft_key(draft);
  const bool all_there =
      std::all_of(draft.supersedes.begin(), draft.supersedes.end(), [&](const CheckInId& id) {
        return std::any_of(counting.begin(), counting.end(),
                           [&](const auto* write) { return write->value.check_in == id; });
      });
  if (!out.correcting && !counting.empty()) {
    out.here_already = text::fill(
        words.translate("A mood check is here already: {who}. With Done there are two to settle."),
        {{"who", out.said_by}});
  }
  std::vector<std::string> open;
  for (std::size_t i = 0; i < draft.answers.size(); ++i) {
    if (!draft.answers[i]) open.push_back(std::to_string(i + 1));
  }
  if (!out.may_write) {
    out.finish_not = out.write_not;
  } else if (!open.empty()) {
    const std::string which = names_words(words, open);
    out.finish_not = text::fill(words.translate("Still open: question {numbers}.",
                                                "Still open: questions {numbers}.", open.size()),
                                {{"numbers", which}});
  } else if (!all_there) {
    out.finish_not = words.translate("Somebody corrected it meanwhile. Leave it as it was.");
  } else if (out.correcting && draft.so_far() == out.counting_answers) {
    out.finish_not = words.translate("Nothing was changed.");
  }
  out.may_finish = out.finish_not.empty();
}

void add_person(const Facts& facts, MoodCheckModel& out) {
  const auto members = member_words(facts.context, facts.group);
  const auto at = members.find(out.member);
  out.name = member_called(facts.context, facts.group, out.member);
  if (at != members.end()) {
    out.letters = at->second.letters;
    out.seat = at->second.seat;
  }
  const session_parts::Seat* next = nullptr;
  const auto from = std::find_if(facts.seats.begin(), facts.seats.end(),
                                 [&](const auto& seat) { return seat.member == out.member; });
  const auto waits = [&](const session_parts::Seat& seat) {
    return seat.member != out.member && !seat.scored && !seat.mark.away();
  };
  auto found = std::find_if(from, facts.seats.end(), waits);
  if (found == facts.seats.end()) found = std::find_if(facts.seats.begin(), from, waits);
  if (found != facts.seats.end() && waits(*found)) next = &*found;
  if (next != nullptr) {
    out.next_member = next->member;
    out.next =
        text::fill(facts.context.words.translate("{name} is next"), {{"name", next->words.name}});
  }
}

}  // namespace

MoodCheckModel mood_check_model(const ScreenContext& context, const GroupId& group,
                                const model::SessionKey& session, const MemberId& member,
                                const MoodCheckSheets& sheets) {
  const text::Catalogue& words = context.words;
  MoodCheckModel out;
  out.group = group;
  out.session = session;
  out.member = member;
  add_fixed_words(words, out);
  out.title = words.translate("Mood check");
  if (!is_known(context, group)) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  const Facts facts = session_parts::facts_of(context, group, session);
  add_person(facts, out);
  out.title = text::fill(words.translate("Mood check: {name}"), {{"name", out.name}});
  out.note = session_parts::title_of(facts);
  out.may_write = runs_group(context.replica, context.self, group);
  if (!out.may_write) out.write_not = words.translate("Only those who run the group write here.");
  if (!facts.opened) {
    out.none = words.translate("The session is not open yet.");
    return out;
  }
  if (sheets.open >= sheets.drafts.size()) {
    out.none = words.translate("No mood check is planned for this session.");
    return out;
  }
  const model::MainState& main = context.replica.main(group);
  const CheckInDraft& draft = sheets.drafts[sheets.open];
  const Counting counting =
      mood_check_parts::counting(context, group, session, member, draft.instrument);
  const bool asked = is_asked(main, draft, counting);
  const auto* pack = asked
                         ? context.packs.find_instrument(draft.instrument, draft.instrument_version)
                         : context.packs.find_instrument(counting.back()->value.instrument.id,
                                                         counting.back()->value.instrument.version);
  if (pack == nullptr || !can_be_asked(*pack)) {
    out.none = words.translate("A questionnaire that is not on this laptop");
    return out;
  }
  out.pack = pack;
  out.state = asked ? MoodCheckModel::State::asking : MoodCheckModel::State::done;
  out.note = session_parts::joined(words, words.translate(pack->title.c_str()), out.note);
  add_counting(context, counting, out);
  add_items(context, draft, out);
  if (asked) add_finish(context, draft, counting, out);
  if (!asked && sheets.fresh.empty() && out.may_write) {
    out.may_write = false;
    out.write_not = words.translate("Go back and open the mood check anew first.");
  }
  const auto answers = asked ? draft.so_far() : out.counting_answers;
  const bool entered = !asked || std::all_of(draft.answers.begin(), draft.answers.end(),
                                             [](const auto& each) { return each.has_value(); });
  out.score = mood_check_parts::score_words(context, *pack, answers, entered);
  out.history = mood_check_parts::history(facts, *pack, member);
  if (sheets.drafts.size() > 1) {
    for (std::size_t step = 1; step < sheets.drafts.size() && !out.sheet_left; ++step) {
      const std::size_t other = (sheets.open + step) % sheets.drafts.size();
      const auto& each = sheets.drafts[other];
      const auto counts =
          mood_check_parts::counting(context, group, session, member, each.instrument);
      out.sheet_left = is_asked(main, each, counts);
      if (step == 1 || out.sheet_left) out.next_sheet = other;
    }
    const auto& next = sheets.drafts[out.next_sheet];
    const auto* its = context.packs.find_instrument(next.instrument, next.instrument_version);
    if (its != nullptr) out.next_sheet_word = words.translate(its->title.c_str());
  }
  add_help(words, out);
  return out;
}

}  // namespace baraza::client
