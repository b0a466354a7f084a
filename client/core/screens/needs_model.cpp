// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/needs_model.h"

#include <algorithm>

#include "client/core/handle_intent.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/entry_words.h"
#include "client/core/screens/mark_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/screens/sync_model.h"
#include "client/core/views/tray_view.h"
#include "shared/op/derive.h"
#include "shared/rules/score.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"

namespace baraza::client {
namespace {

class Detail {
 public:
  Detail(const ScreenContext& context, const NeedItem& item)
      : context_(context), words_(context.words), item_(item) {}

  NeedDetail make() {
    out_.title = item_.title;
    out_.leave = words_.translate("Leave it for now");
    switch (item_.kind) {
      case NeedItem::Kind::attendance: attendance(); break;
      case NeedItem::Kind::check_in: check_ins(); break;
      case NeedItem::Kind::entry: entry(); break;
      case NeedItem::Kind::settled: settled(); break;
      case NeedItem::Kind::laptop: laptop(); break;
      case NeedItem::Kind::damaged: damaged(); break;
      case NeedItem::Kind::worry:
      case NeedItem::Kind::area:
      case NeedItem::Kind::ask:
      case NeedItem::Kind::call:
        out_.intro = item_.why;
        out_.go = item_.action;
        break;
    }
    return std::move(out_);
  }

 private:
  std::string moment(Instant instant) const {
    const std::string zone = zone_of(context_.replica, item_.group);
    const LocalMoment at = context_.local.at(instant, zone);
    const std::string day = short_day_words(words_, at.date);
    const std::string hour = hour_words(at.minute_of_day);
    return text::fill(words_.translate("{day}, {time}"), {{"day", day}, {"time", hour}});
  }

  std::string where_words(Where where) const {
    switch (where) {
      case Where::saving: return words_.translate("Being saved on this laptop.");
      case Where::on_this_laptop: return words_.translate("On this laptop, not sent yet.");
      case Where::on_the_server: return words_.translate("On the server.");
    }
    return {};
  }

  template <class T>
  NeedAnswer answer_of(const model::Write<T>& write) const {
    NeedAnswer answer;
    const AccountId account = account_of(context_.replica, write.ref.id.writer);
    const auto* entry = context_.replica.directory().account(account);
    if (entry == nullptr) {
      answer.by = words_.translate("Somebody wrote");
    } else {
      answer.initials = initials(entry->account.name);
      answer.tint = tint_of(account);
      const std::string name = first_name(entry->account.name);
      answer.by = account == context_.self
                      ? words_.translate("You wrote")
                      : text::fill(words_.translate("{name} wrote"), {{"name", name}});
    }
    answer.when = moment(write.wall);
    answer.where =
        where_words(context_.replica.where(stream_id(StreamKind::main, item_.group), write.ref.id));
    return answer;
  }

  void say_both_are_kept() {
    out_.intro = words_.translate("All answers are kept. Which one is right?");
    out_.undo_note = words_.translate("You can undo this.");
    out_.until_title = words_.translate("Until you settle it");
    out_.after_title = words_.translate("Afterwards");
  }

  void attendance() {
    say_both_are_kept();
    out_.until = {
        words_.translate("This mark is left out of the attendance rate, and counted "
                         "beside it.")};
    out_.after = {words_.translate("The other answer stays in the history, with the name of its "
                                   "writer."),
                  words_.translate("Everybody who follows the group sees what you chose.")};
    out_.chosen_toast = words_.translate("Settled. Saved on this laptop");
    const model::MainState& main = context_.replica.main(item_.group);
    const model::AttendanceKey key{item_.session, item_.member};
    const auto at = main.attendance.find(key);
    if (at == main.attendance.end()) return;
    const auto facts = main.sessions.find(item_.session);
    const bool closed = facts != main.sessions.end() &&
                        facts->second.closing.shown(main.basics.replaced) != nullptr;
    ReopenAttendance undo{item_.group, key, {}};
    for (const auto* write : at->second.standing(main.basics.replaced)) {
      const model::Attendance& said = write->value;
      const bool same = std::any_of(undo.answers.begin(), undo.answers.end(),
                                    [&](const auto& each) { return each == said; });
      if (same) continue;
      undo.answers.push_back(said);
      // Where a settlement was taken back, the answer is its first writer's, not that of the undo.
      const auto first = std::find_if(at->second.writes.begin(), at->second.writes.end(),
                                      [&](const auto& each) { return each.value == said; });
      NeedAnswer answer = answer_of(*first);
      answer.mark = said.mark;
      answer.said = mark_words(words_, said.mark, said.minutes);
      answer.reason = said.reason.empty() || context_.privacy
                          ? std::string()
                          : text::fill(words_.translate("“{text}”"), {{"text", said.reason}});
      answer.choose = answer.said;
      SettleAttendance settle{item_.group, key, said.mark, said.minutes, said.reason};
      if (closed && settle.reason.empty()) {
        settle.reason = words_.translate("Different answers were written; this one is right.");
      }
      answer.intents.emplace_back(std::move(settle));
      out_.answers.push_back(std::move(answer));
    }
    if (undo.answers.size() > 1) out_.undo.emplace_back(std::move(undo));
  }

  // What everybody had said, and the way back.
  void settled() {
    const model::MainState& main = context_.replica.main(item_.group);
    const model::AttendanceKey key{item_.session, item_.member};
    const auto at = main.attendance.find(key);
    if (at == main.attendance.end()) return;
    const auto* by = at->second.shown(main.basics.replaced);
    if (by == nullptr) return;
    out_.intro = text::fill(words_.translate("{why} That was on {when}."),
                            {{"why", item_.why}, {"when", moment(by->wall)}});
    ReopenAttendance reopen{item_.group, key, {}};
    for (const auto* write : at->second.settled(main.basics.replaced)) {
      const NeedAnswer answer = answer_of(*write);
      out_.lines.push_back(
          text::fill(words_.translate("{who}, {when}: {said}"),
                     {{"who", answer.by},
                      {"when", answer.when},
                      {"said", mark_words(words_, write->value.mark, write->value.minutes)}}));
      reopen.answers.push_back(write->value);
    }
    out_.undo.emplace_back(std::move(reopen));
    out_.reopen = words_.translate("Undo");
    out_.chosen_toast = words_.translate("Saved on this laptop");
    out_.until_title = words_.translate("If you undo it");
    out_.until = {
        words_.translate("All answers stand again, side by side, until somebody settles "
                         "it anew.")};
  }

  std::string score_words(const model::CheckIn& check_in) const {
    if (context_.privacy) return words_.translate("Hidden while privacy is on");
    const auto* pack =
        context_.packs.find_instrument(check_in.instrument.id, check_in.instrument.version);
    if (pack == nullptr) return words_.translate("A questionnaire that is not on this laptop");
    const rules::Score score = rules::score(*pack, check_in.answers);
    if (!score.total) {
      const std::string missing = std::to_string(score.missing);
      return text::fill(words_.translate("{count} answer is open", "{count} answers are open",
                                         static_cast<std::uint64_t>(score.missing)),
                        {{"count", missing}});
    }
    const std::string total = std::to_string(*score.total);
    if (!score.band) return total;
    const std::string band = words_.translate(pack->bands[*score.band].label.c_str());
    return text::fill(words_.translate("{score}, {band}"), {{"score", total}, {"band", band}});
  }

  void check_ins() {
    say_both_are_kept();
    out_.until = {words_.translate("None of them is in a mean.")};
    out_.after = {words_.translate("The other one stays in the history and no longer counts."),
                  words_.translate("A worry that one of them raised stays open.")};
    out_.chosen_toast = words_.translate("Settled. Saved on this laptop");
    std::vector<const model::Write<model::CheckIn>*> all;
    for (const auto* write : model::current_check_ins(context_.replica.main(item_.group))) {
      const model::CheckIn& value = write->value;
      if (value.session == item_.session && value.member == item_.member &&
          value.instrument.id == item_.instrument) {
        all.push_back(write);
      }
    }
    for (const auto* write : all) {
      NeedAnswer answer = answer_of(*write);
      answer.said = score_words(write->value);
      answer.choose = words_.translate("This one counts");
      for (const auto* other : all) {
        if (other == write) continue;
        answer.intents.emplace_back(
            WithdrawCheckIn{item_.group, other->value.check_in,
                            words_.translate("Two were written; the other one counts.")});
      }
      out_.answers.push_back(std::move(answer));
    }
    // A withdrawal is for good: nothing here may promise otherwise.
    out_.undo_note.clear();
  }

  void entry() {
    out_.intro = item_.why;
    out_.lines = entry_lines(context_, item_.entry);
    if (out_.lines.empty()) out_.lines = {words_.translate("What it said is not on this laptop.")};
    const auto verdict = context_.replica.verdicts().find(item_.entry);
    if (verdict != context_.replica.verdicts().end()) {
      const std::string when = moment(verdict->second.when);
      out_.lines.push_back(
          text::fill(words_.translate("You wrote it on {when}."), {{"when", when}}));
    }
    out_.write_again = words_.translate("Write again as a new entry");
    out_.keep = words_.translate("Keep it as it is");
    out_.chosen_toast = words_.translate("Written again. Saved on this laptop");
    out_.kept_toast = words_.translate("Kept. It stays readable here.");
    const IntentContext intents{context_.replica, context_.packs, context_.self};
    const auto plan = plan_write_again(intents, {item_.entry.first, item_.entry.second});
    if (!plan) out_.write_again_not = why_not(plan.error().code);
    out_.until_title = words_.translate("What you can do");
    out_.until = {words_.translate("Write again: the same words, as a new entry of yours. The old "
                                   "one stays readable."),
                  words_.translate("Keep: nothing is sent. It stays readable under Kept.")};
  }

  std::string why_not(Code code) const {
    if (code == Code::authority_ended || code == Code::not_allowed) {
      return words_.translate("This is not yours to write here now.");
    }
    if (code == Code::too_large) return words_.translate("It is too long to be taken.");
    return words_.translate("It cannot be written again as it is.");
  }

  void laptop() {
    out_.intro = item_.why;
    out_.lines = {words_.translate("What you wrote is safe on this laptop.")};
    call_lines({});
    const bool anew =
        context_.badge.reason_key == "badge.frozen" || context_.badge.code == Code::unauthenticated;
    if (anew) out_.go = words_.translate("Join with a new code");
  }

  void damaged() {
    out_.intro = text::sentence_for(words_, Code::storage_damaged);
    call_lines(context_.replica.directory().group(item_.group) == nullptr
                   ? std::nullopt
                   : std::optional(item_.group));
  }

  void call_lines(const std::optional<GroupId>& group) {
    for (const CallWords& each : supervisors(context_, group)) {
      out_.lines.push_back(each.phone.empty()
                               ? each.name
                               : text::fill(words_.translate("{name}, {phone}"),
                                            {{"name", each.name}, {"phone", each.phone}}));
    }
  }

  const ScreenContext& context_;
  const text::Catalogue& words_;
  const NeedItem& item_;
  NeedDetail out_;
};

}  // namespace

NeedsModel needs_model(const ScreenContext& context, const std::string& open) {
  const text::Catalogue& words = context.words;
  NeedsModel out;
  out.items = needs_list(context);
  out.list_title = words.translate("Needs you");
  out.none = words.translate("Nothing needs you now.");
  out.settled = words.translate("It is settled.");
  out.undo_word = words.translate("Undo");
  out.choose = words.translate("Choose one from the list.");
  out.kept_title = words.translate("Kept");
  for (const TrayRow& row : tray_view(context.replica)) {
    if (context.kept == nullptr || !context.kept->contains({row.stream, row.op})) continue;
    out.kept.push_back(entry_item(context, row));
  }
  out.before = settled_before(context);
  if (!out.before.empty()) {
    const std::string count = std::to_string(out.before.size());
    out.before_title = text::fill(words.translate("Settled before: {count}"), {{"count", count}});
  }
  out.open = open.empty() && !out.items.empty() ? out.items.front().id : open;
  for (const auto* list : {&out.items, &out.kept, &out.before}) {
    const auto at = std::find_if(list->begin(), list->end(),
                                 [&](const NeedItem& each) { return each.id == out.open; });
    if (at == list->end()) continue;
    out.item = *at;
    out.detail = Detail(context, *at).make();
    if (list == &out.kept) out.detail.keep.clear();
  }
  out.title = words.translate("Needs you");
  out.note = out.items.empty() ? out.none : needs_count_words(words, out.items.size());
  const bool answers = out.item && out.detail.answers.size() > 1;
  if (answers) {
    out.title = words.translate("Two answers, one to settle");
    out.note = words.translate("Nothing is lost: both are kept");
  }
  return out;
}

}  // namespace baraza::client
