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

bool is_known(const ScreenContext& context, const GroupId& group) {
  return context.replica.directory().group(group) != nullptr;
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
  const std::string open = mood_check_parts::still_open(words, draft);
  if (!out.may_write) {
    out.finish_not = out.write_not;
  } else if (!open.empty()) {
    out.finish_not = open;
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
  mood_check_parts::add_fixed_words(words, out);
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
  if (pack == nullptr || !mood_check_parts::can_be_asked(*pack)) {
    out.none = words.translate("A questionnaire that is not on this laptop");
    return out;
  }
  out.pack = pack;
  out.state = asked ? MoodCheckModel::State::asking : MoodCheckModel::State::done;
  out.note = session_parts::joined(words, words.translate(pack->title.c_str()), out.note);
  add_counting(context, counting, out);
  mood_check_parts::add_items(context, draft, out);
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
  mood_check_parts::add_help(words, out);
  return out;
}

}  // namespace baraza::client
