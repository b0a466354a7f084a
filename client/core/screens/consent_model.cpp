// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/consent_model.h"

#include "client/core/screens/course_words.h"
#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using model::ConsentPurpose;
using text::fill;

constexpr int purpose_count = 7;

std::string purpose_words(const text::Catalogue& words, ConsentPurpose purpose) {
  switch (purpose) {
    case ConsentPurpose::take_part: return words.translate("Taking part, with notes kept about it");
    case ConsentPurpose::supervisor_reads:
      return words.translate("The supervisor reads what is written");
    case ConsentPurpose::phone: return words.translate("Calls and messages to the phone");
    case ConsentPurpose::home_visit: return words.translate("Visits at home");
    case ConsentPurpose::follow_up: return words.translate("Being asked again after the course");
    case ConsentPurpose::research: return words.translate("Figures without names, for research");
    case ConsentPurpose::trusted_person: break;
  }
  return words.translate("Telling somebody trusted, in danger");
}

std::string how_words(const text::Catalogue& words, model::ConsentHow how) {
  switch (how) {
    case model::ConsentHow::spoken: return words.translate("Spoken");
    case model::ConsentHow::signed_: return words.translate("Signed");
    case model::ConsentHow::thumbprint: break;
  }
  return words.translate("Thumbprint");
}

ConsentLine line_of(const ScreenContext& context, const GroupId& group, const MemberId& member,
                    ConsentPurpose purpose) {
  const text::Catalogue& words = context.words;
  const model::PeopleState& people = context.replica.people(group);
  ConsentLine out;
  out.purpose = purpose;
  out.name = purpose_words(words, purpose);
  out.holds = model::consents_to(people, {member, purpose});
  if (!out.holds) {
    out.note = words.translate("Not asked yet");
    return out;
  }
  const auto& writes = people.consents.at({member, purpose});
  const auto standing = writes.standing(people.basics.replaced);
  out.disputed = writes.disputed(people.basics.replaced);
  for (const auto* write : standing) {
    if (write->value.given != *out.holds) continue;
    out.note = fill(
        write->value.given ? words.translate("Yes, {how}. {who}") : words.translate("No. {who}"),
        {{"how", how_words(words, write->value.how)},
         {"who", written_by(context, group, write->ref.id.writer, write->wall)}});
  }
  if (out.disputed) out.note = words.translate("A yes and a no stand. The no holds.");
  return out;
}

}  // namespace

ConsentModel consent_model(const ScreenContext& context, const GroupId& group,
                           const MemberId& member) {
  const text::Catalogue& words = context.words;
  ConsentModel out;
  out.group = group;
  out.member = member;
  out.title = words.translate("What was agreed to");
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  const std::string called = member_called(context, group, member);
  out.today = today_at(context, group);
  out.note =
      fill(words.translate("{name}, {group}"), {{"name", called}, {"group", entry->group.name}});
  out.purpose =
      fill(words.translate("Ask {name} for each on its own. A no is fine, closes no door, "
                           "and can be changed at any time."),
           {{"name", called}});
  out.how_title = words.translate("How it is given");
  for (int how = 1; how <= 3; ++how) {
    out.hows.push_back(how_words(words, static_cast<model::ConsentHow>(how)));
  }
  for (int purpose = 1; purpose <= purpose_count; ++purpose) {
    out.lines.push_back(line_of(context, group, member, static_cast<ConsentPurpose>(purpose)));
  }
  out.yes_word = words.translate("Yes");
  out.no_word = words.translate("No");
  if (!runs_group(context.replica, context.self, group)) {
    out.read_only = words.translate("Only those who run the group write here.");
  }
  out.done = words.translate("Saved on this laptop");
  out.help = {{"Left, Right", words.translate("answers yes or no")}};
  return out;
}

ConsentNote consent_note(const ScreenContext& context, const GroupId& group,
                         const MemberId& member) {
  const text::Catalogue& words = context.words;
  ConsentNote out;
  int asked = 0;
  for (int number = 1; number <= purpose_count; ++number) {
    const auto purpose = static_cast<ConsentPurpose>(number);
    const ConsentLine line = line_of(context, group, member, purpose);
    asked += line.holds ? 1 : 0;
    out.disputed = out.disputed || line.disputed;
    if (purpose == ConsentPurpose::take_part) out.takes_part = line.holds.value_or(false);
  }
  out.words =
      asked == 0 ? words.translate("Not asked yet")
                 : fill(words.translate("{count} of {all} asked"),
                        {{"count", std::to_string(asked)}, {"all", std::to_string(purpose_count)}});
  return out;
}

}  // namespace baraza::client
