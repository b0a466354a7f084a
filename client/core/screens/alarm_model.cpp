// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/alarm_model.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

// Of one worry, from the row that the core shows of it.
class AlarmWriter {
 public:
  AlarmWriter(const ScreenContext& context, const GroupId& group, AlarmModel& out)
      : context_(context),
        words_(context.words),
        group_(group),
        supervises_(supervises_group(context.replica, context.self, group)),
        out_(out) {}

  void write(const AlarmRow& row) {
    out_.open = true;
    out_.seen = row.seen;
    out_.evidence = row.shown();
    out_.to_see = row.raised_without(context_.self);
    write_banner(row);
    if (supervises_) write_raisers(row);
    write_steps(row);
    for (const AlarmEvidenceRow& each : row.evidence) out_.pieces.push_back(piece_of(each));
    if (supervises_) write_answers(row);
    // Not to whom it goes, but for one's own worry.
    if (!row.seen && (!supervises_ || out_.to_see.empty())) {
      const bool now = row.urgency == model::AlarmUrgency::now;
      out_.next = next_words(context_, group_, now, row.reached);
    }
  }

 private:
  std::string when(Instant instant) const {
    const LocalMoment moment = context_.local.at(instant, zone_of(context_.replica, group_));
    return when_words(words_, moment, today_at(context_, group_));
  }

  std::string by_and_when(const std::string& by, Instant instant) const {
    const std::string at = when(instant);
    if (by.empty()) return at;
    return fill(words_.translate("{name}, {when}"), {{"name", by}, {"when", at}});
  }

  // Who saw all of it last, empty if some of it nobody did.
  const AlarmSight* last_sight(const AlarmRow& row) const {
    if (!row.seen) return nullptr;
    const AlarmSight* out = nullptr;
    for (const AlarmEvidenceRow& each : row.evidence) {
      for (const AlarmSight& sight : each.seen) {
        if (out == nullptr || sight.when > out->when) out = &sight;
      }
    }
    return out;
  }

  std::string saw_words(const AlarmSight& sight) const {
    const std::string at = when(sight.when);
    if (sight.by.empty()) return fill(words_.translate("Seen at {time}."), {{"time", at}});
    return fill(words_.translate("{name} saw this at {time}."),
                {{"name", first_name(sight.by)}, {"time", at}});
  }

  void write_banner(const AlarmRow& row) {
    if (const AlarmSight* sight = last_sight(row)) {
      out_.banner = saw_words(*sight);
      return;
    }
    // Whoever has to see it: of one's own worry the other supervisors.
    if (!supervises_ || out_.to_see.empty()) out_.call = supervisors(context_, group_);
    out_.call.erase(std::remove_if(out_.call.begin(), out_.call.end(),
                                   [&](const auto& each) { return each.account == context_.self; }),
                    out_.call.end());
    if (!row.knowable) {
      out_.banner =
          words_.translate("Nobody here can tell whether this was seen. Call to be sure.");
    } else if (supervises_) {
      out_.banner = words_.translate("Nobody has said that they have seen this.");
      out_.banner_note = words_.translate("Whoever raised it reads so until somebody does.");
    } else {
      out_.banner = words_.translate("Your supervisor has not seen this yet.");
      out_.banner_note =
          !context_.online ? words_.translate("There is no network here. Call, do not wait for it.")
          : row.reached    ? words_.translate("It is on the server. Call if it can't wait.")
                           : words_.translate("It is on its way. Call if it can't wait.");
    }
    out_.no_phone = words_.translate("no number known here");
  }

  // For whoever follows the group: a number of those who raised it, seen or not.
  void write_raisers(const AlarmRow& row) {
    for (const AlarmEvidenceRow& each : row.evidence) {
      for (const AccountId& by : each.raised_by) {
        const bool there = by == context_.self ||
                           std::any_of(out_.call.begin(), out_.call.end(),
                                       [&](const auto& call) { return call.account == by; });
        const auto* entry = context_.replica.directory().account(by);
        if (there || entry == nullptr || entry->account.phone.empty()) continue;
        out_.call.push_back({by, entry->account.name, entry->account.phone});
      }
    }
  }

  void write_steps(const AlarmRow& row) {
    if (row.evidence.empty()) return;
    const AlarmEvidenceRow& first = row.evidence.front();
    using State = AlarmStep::State;
    out_.steps.push_back({State::done, words_.translate("Written down"),
                          by_and_when(first_name(first.by), first.when)});
    const bool saving = std::any_of(row.evidence.begin(), row.evidence.end(),
                                    [](const auto& each) { return each.where == Where::saving; });
    out_.steps.push_back({saving ? State::waiting : State::done, words_.translate("On this laptop"),
                          saving ? words_.translate("being saved") : words_.translate("saved")});
    out_.steps.push_back({row.reached ? State::done : State::waiting,
                          words_.translate("On the server"),
                          row.reached       ? words_.translate("others can read it")
                          : context_.online ? words_.translate("on its way")
                                            : words_.translate("waits for a network")});
    AlarmStep last{State::not_yet, words_.translate("Seen by a supervisor"),
                   words_.translate("not yet")};
    if (const AlarmSight* sight = last_sight(row)) {
      last = {State::done, words_.translate("Seen by a supervisor"),
              by_and_when(first_name(sight->by), sight->when)};
    }
    out_.steps.push_back(std::move(last));
  }

  AlarmPiece piece_of(const AlarmEvidenceRow& row) const {
    AlarmPiece out;
    out.now = row.urgency == model::AlarmUrgency::now;
    if (row.source == model::AlarmSource::item) {
      out.first = out_.list ? words_.translate("An answer in the first questions")
                            : words_.translate("An answer in the mood check");
    } else {
      out.first = out.now ? words_.translate("A worry: somebody must look now")
                          : words_.translate("A worry: somebody must look today");
    }
    out.second = by_and_when(row.by, row.when);
    if (!row.flagged) {
      out.second =
          fill(words_.translate("{words}. Its flag is not here yet."), {{"words", out.second}});
    }
    out.is_seen = !row.seen.empty();
    out.seen =
        out.is_seen ? saw_words(row.seen.front()) : words_.translate("Nobody has seen this yet.");
    return out;
  }

  void write_answers(const AlarmRow& row) {
    // One's own worry isn't seen before somebody else has seen it.
    const bool unseen_of_others =
        std::any_of(row.evidence.begin(), row.evidence.end(), [&](const auto& each) {
          return each.seen.empty() && std::find(out_.to_see.begin(), out_.to_see.end(),
                                                each.evidence) != out_.to_see.end();
        });
    if (!row.seen && !unseen_of_others) {
      out_.see_note = words_.translate(
          "You raised this yourself. It counts as seen once somebody else has seen it.");
    }
    if (unseen_of_others) {
      out_.see_word = words_.translate("I have seen this");
      out_.see_note =
          words_.translate("Whoever raised it reads your name and the hour. It stays open.");
      out_.see_done = words_.translate("Saved on this laptop");
    }
    out_.resolve_word = words_.translate("It is over");
    out_.resolve_question =
        fill(words_.translate("Is this worry about {name} over?"), {{"name", out_.title}});
    const std::string count = std::to_string(row.evidence.size());
    out_.resolve_text =
        fill(words_.translate("You say so for the {count} thing that is shown here. Anything new "
                              "opens it again.",
                              "You say so for the {count} things that are shown here. Anything new "
                              "opens it again.",
                              row.evidence.size()),
             {{"count", count}});
    out_.resolve_verb = words_.translate("It is over");
    out_.resolve_done = words_.translate("Saved on this laptop");
  }

  const ScreenContext& context_;
  const text::Catalogue& words_;
  const GroupId& group_;
  bool supervises_;
  AlarmModel& out_;
};

}  // namespace

AlarmModel alarm_model(const ScreenContext& context, const GroupId& group, const MemberId& member) {
  const text::Catalogue& words = context.words;
  AlarmModel out;
  out.group = group;
  out.member = member;
  if (context.replica.list(group) != nullptr) out.list = model::site_of_list(group);
  out.title = member_called(context, group, member);
  out.note = place_called(context, group);
  for (const AlarmRow& row : alarm_view(context.replica, context.packs, group)) {
    if (row.member == member) AlarmWriter(context, group, out).write(row);
  }
  if (!out.open) {
    out.none = fill(words.translate("Nobody worries about {name} now."), {{"name", out.title}});
    out.none_note = words.translate("If you do, say so: somebody will look.");
  }
  out.pieces_title = words.translate("What was written");
  out.worry = worry_model(context, group, SessionId{});
  out.next_title = out.worry.next_title;
  out.may_raise = runs_group(context.replica, context.self, group);
  out.worried_word = words.translate("Worried");
  out.member_word = fill(words.translate("Page of {name}"), {{"name", out.title}});
  out.go_back_word = words.translate("Go back");
  out.help = {{"W", words.translate("raises a worry")}};
  return out;
}

}  // namespace baraza::client
