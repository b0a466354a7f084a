// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/entry_words.h"

#include "client/core/screens/area_words.h"
#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "client/core/screens/mark_words.h"
#include "client/core/screens/person_words.h"
#include "shared/model/apply.h"
#include "shared/model/kinds.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"

namespace baraza::client {
namespace {

// What sort of entry it is, as a person calls it.
std::string kind_words(const text::Catalogue& words, std::string_view kind) {
  if (kind == "PersonRegistered") return words.translate("A person on the list");
  if (kind == "MembershipLinked") return words.translate("A person's place in a group");
  if (kind == "MemberNamed") return words.translate("A member's name");
  if (kind == "MemberAdmitted") return words.translate("A member's seat");
  if (kind == "MemberLeft") return words.translate("That a member left");
  if (kind == "SessionOpened") return words.translate("The opening of a session");
  if (kind == "SessionClosed") return words.translate("The closing of a session");
  if (kind == "SessionAmended") return words.translate("A correction of a session");
  if (kind == "AttendanceMarked") return words.translate("An attendance mark");
  if (kind == "CheckInRecorded") return words.translate("A mood check");
  if (kind == "CheckInWithdrawn") return words.translate("That a mood check does not count");
  if (kind == "FocalAreaChosen") return words.translate("What a member works on");
  if (kind == "AlarmRaised") return words.translate("A worry");
  if (kind == "AlarmAcknowledged") return words.translate("That a worry was seen");
  if (kind == "RiskResolved") return words.translate("That a worry is over");
  if (kind == "NoteWritten") return words.translate("A note");
  if (kind == "ScreeningRecorded") return words.translate("A screening");
  if (kind == "SuitabilityDecided") return words.translate("What was decided about a person");
  if (kind == "PersonsJoined") return words.translate("That two entries are one person");
  if (kind == "GroupFormed") return words.translate("A new group");
  if (kind == "ConsentGiven") return words.translate("What a member agreed to");
  if (kind == "SessionPlanned") return words.translate("The day of a session");
  if (kind == "SessionsMerged") return words.translate("That two sessions were one");
  if (kind == "AgendaPlaced") return words.translate("A change of an agenda");
  if (kind == "AgendaMarked") return words.translate("What became of a step of an agenda");
  if (kind == "TechniqueMarked") return words.translate("What was used in a session");
  if (kind == "StepAgreed") return words.translate("A member’s step");
  if (kind == "StepReviewed") return words.translate("What became of a step");
  if (kind == "WhisperKnown") return words.translate("That a quiet word was heard");
  if (kind == "SheetWritten") return words.translate("Something written with a member");
  if (kind == "InventoryPersonWritten") return words.translate("Somebody in a member’s life");
  if (kind == "NoteAmended") return words.translate("A correction of a note");
  return words.translate("An entry");
}

// "{what} on {when}, ..." a line a fact of one op that was folded by itself.
class Lines {
 public:
  Lines(const ScreenContext& context, const AnyId& owner)
      : context_(context), group_(id_cast<GroupId>(owner)) {}

  void add(const model::MainState& state) {
    for (const auto& [member, seats] : state.admissions) {
      for (const auto& write : seats.writes) {
        const std::string seat = std::to_string(write.value.seat);
        fact(context_.words.translate("Seat {seat}"), {{"seat", seat}});
      }
    }
    for (const auto& [key, facts] : state.sessions) session(key);
    for (const auto& [key, marks] : state.attendance) {
      session(key.session);
      member(key.member);
      for (const auto& write : marks.writes) {
        out_.push_back(mark_words(context_.words, write.value.mark, write.value.minutes));
        quote(write.value.reason);
      }
    }
    for (const auto& [ref, check_in] : state.check_ins) {
      session(check_in.value.session);
      member(check_in.value.member);
      answers(check_in.value);
    }
    for (const auto& [ref, withdrawal] : state.withdrawals) quote(withdrawal.value.reason);
    for (const auto& [ref, leaving] : state.leavings) {
      member(leaving.value.member);
      quote(leaving.value.reason);
    }
    for (const auto& [id, areas] : state.areas) {
      member(id);
      for (const auto& write : areas.writes) {
        out_.push_back(choice_words(context_.words, write.value));
        out_.push_back(reason_words(context_.words, write.value.reason));
      }
    }
    for (const auto& [id, plans] : state.plans) {
      for (const auto& write : plans.writes) {
        out_.push_back(day_words(context_.words, write.value.date));
        quote(write.value.reason);
      }
    }
    for (const auto& [from, merges] : state.merges) {
      session(from);
      for (const auto& write : merges.writes) session(write.value.into);
    }
    for (const auto& [key, places] : state.agenda_places) session(key.session);
    for (const auto& [key, marks] : state.agenda_marks) session(key.session);
    for (const auto& [key, uses] : state.techniques) session(key.session);
    for (const auto& [id, steps] : state.steps) {
      for (const auto& write : steps.writes) {
        session(write.value.session);
        member(write.value.member);
      }
    }
    for (const auto& [id, reviews] : state.step_reviews) {
      for (const auto& write : reviews.writes) session(write.value.session);
    }
  }
  void add(const model::AlarmState& state) {
    for (const auto& [ref, alarm] : state.raised) member(alarm.value.member);
    for (const auto& [ref, set] : state.acknowledged) member(set.value.member);
    for (const auto& [ref, set] : state.resolved) member(set.value.member);
  }
  void add(const model::WordsState& state) {
    for (const auto& [note, texts] : state.texts) {
      for (const auto& write : texts.writes) quote(write.value);
    }
    for (const auto& [id, sheets] : state.sheets) {
      for (const auto& write : sheets.writes) {
        member(write.value.member);
        for (const model::SheetField& field : write.value.filled) quote(field.text);
      }
    }
    for (const auto& [id, people] : state.inventory) {
      for (const auto& write : people.writes) {
        member(write.value.member);
        named(write.value.called);
        quote(write.value.change);
      }
    }
  }
  void add(const model::PeopleState& state) {
    for (const auto& [id, names] : state.names) {
      for (const auto& write : names.writes) named(write.value.name);
    }
    for (const auto& [key, consents] : state.consents) member(key.member);
  }
  void add(const model::IntakeState& state) {
    for (const auto& [id, persons] : state.persons) {
      for (const auto& write : persons.writes) named(write.value.name);
    }
  }
  template <class Other>
  void add(const Other&) {}

  std::vector<std::string> take() { return std::move(out_); }

 private:
  void fact(const std::string& words,
            std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    out_.push_back(text::fill(words, values));
  }
  void session(const model::SessionKey& key) {
    const std::string day = day_words(context_.words, key.date);
    fact(context_.words.translate("Session of {day}"), {{"day", day}});
  }
  void member(const MemberId& id) { out_.push_back(member_called(context_, group_, id)); }
  void named(const std::string& name) {
    out_.push_back(context_.privacy ? context_.words.translate("Hidden while privacy is on")
                                    : name);
  }
  void quote(const std::string& text) {
    if (text.empty()) return;
    if (context_.privacy) {
      out_.push_back(context_.words.translate("Hidden while privacy is on"));
      return;
    }
    fact(context_.words.translate("“{text}”"), {{"text", text}});
  }
  void answers(const model::CheckIn& check_in) {
    std::size_t answered = 0;
    for (const model::Answer& answer : check_in.answers) {
      answered += answer.state == model::AnswerState::answered ? 1 : 0;
    }
    const std::string count = std::to_string(answered);
    const std::string all = std::to_string(check_in.answers.size());
    fact(context_.words.translate("{count} of {all} questions answered"),
         {{"count", count}, {"all", all}});
  }

  const ScreenContext& context_;
  GroupId group_;
  std::vector<std::string> out_;
};

}  // namespace

std::string entry_reason(const ScreenContext& context, const TrayRow& row) {
  if (row.state == TrayRow::State::held) {
    return context.words.translate(
        "You no longer follow this group. What you wrote waits for your supervisor.");
  }
  return text::sentence_for(context.words, row.code);
}

NeedItem entry_item(const ScreenContext& context, const TrayRow& row) {
  NeedItem item;
  item.kind = NeedItem::Kind::entry;
  item.entry = {row.stream, row.op};
  item.id = "tray/" + to_hex(row.stream) + "/" + to_hex(row.op.writer) + "/" +
            std::to_string(row.op.number);
  item.group = id_cast<GroupId>(row.owner);
  if (const auto* entry = context.replica.directory().group(item.group)) {
    item.group_name = entry->group.name;
  }
  const std::string what = kind_words(context.words, row.kind);
  item.title = text::fill(row.state == TrayRow::State::held
                              ? context.words.translate("{what} waits for somebody")
                              : context.words.translate("{what} was not taken"),
                          {{"what", what}});
  item.why = entry_reason(context, row);
  item.action = context.words.translate("Look");
  return item;
}

std::vector<std::string> entry_lines(const ScreenContext& context, const KeptEntry& entry) {
  const RawOp* written = context.replica.written(entry.first, entry.second);
  const auto verdict = context.replica.verdicts().find(entry);
  if (written == nullptr || verdict == context.replica.verdicts().end()) return {};
  const auto op = open_op(entry.second.writer, *written);
  if (!op) return {};
  model::StreamState alone = model::empty_state(verdict->second.stream_kind);
  model::apply(alone, *op);
  Lines lines(context, verdict->second.owner);
  std::visit([&](const auto& state) { lines.add(state); }, alone);
  return lines.take();
}

}  // namespace baraza::client
