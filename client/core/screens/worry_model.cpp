// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/worry_model.h"

#include <algorithm>
#include <tuple>

#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

// "Josephine Wanjiru, 0712 345 678"; the name alone where no number is known.
std::string call_words(const text::Catalogue& words, const CallWords& call) {
  if (call.phone.empty()) return call.name;
  return text::fill(words.translate("{name}, {phone}"),
                    {{"name", call.name}, {"phone", call.phone}});
}

// How it gets to those whom it goes to.
std::vector<std::string> way_words(const ScreenContext& context,
                                   const std::vector<CallWords>& calls, bool now) {
  const text::Catalogue& words = context.words;
  if (calls.empty()) {
    return {context.online
                ? words.translate("It goes to the supervisors of this group at once.")
                : words.translate("It goes to the supervisors of this group as soon as there "
                                  "is a network. There is none now.")};
  }
  std::vector<std::string> names;
  for (const CallWords& each : calls) names.emplace_back(first_name(each.name));
  const std::string who = names_words(words, names);
  if (context.online) {
    return {text::fill(words.translate("It goes to {names} at once."), {{"names", who}})};
  }
  std::vector<std::string> out{text::fill(
      words.translate("It goes to {names} as soon as there is a network. There is none now."),
      {{"names", who}})};
  if (!now) {
    out.push_back(text::fill(words.translate("If there is none today, call {who}."),
                             {{"who", call_words(words, calls.front())}}));
  }
  return out;
}

}  // namespace

std::vector<std::string> next_words(const ScreenContext& context, const GroupId& group, bool now,
                                    bool reached) {
  const text::Catalogue& words = context.words;
  const auto calls = supervisors(context, group);
  std::vector<std::string> out;
  if (now) {
    out.push_back(calls.empty()
                      ? words.translate("Do not wait for an answer here: call for help.")
                      : text::fill(words.translate("Do not wait for an answer here: call {who}."),
                                   {{"who", call_words(words, calls.front())}}));
  }
  if (!reached) {
    for (std::string& each : way_words(context, calls, now)) out.push_back(std::move(each));
  }
  out.push_back(words.translate("This laptop says so until somebody has seen it."));
  return out;
}

std::vector<PersonChoice> person_choices(const ScreenContext& context, const GroupId& group) {
  std::vector<PersonChoice> out;
  for (const auto& [member, words] : member_words(context, group)) {
    if (!words.left) out.push_back({member, words.name, words.letters, words.seat});
  }
  std::sort(out.begin(), out.end(), [](const PersonChoice& a, const PersonChoice& b) {
    return std::tie(a.seat, a.member) < std::tie(b.seat, b.member);
  });
  return out;
}

WorryModel worry_model(const ScreenContext& context, const GroupId& group,
                       const SessionId& session) {
  const text::Catalogue& words = context.words;
  WorryModel out;
  out.group = group;
  out.session = session;
  out.title = words.translate("Whom do you worry about?");
  out.people = person_choices(context, group);
  out.nobody = words.translate("Nobody has a seat in this group yet.");
  out.urgency_title = words.translate("How soon must somebody look?");
  out.today_word = words.translate("Today");
  out.now_word = words.translate("Now");
  out.next_title = words.translate("What happens next");
  out.today_next = next_words(context, group, false, false);
  out.now_next = next_words(context, group, true, false);
  out.raise_word = words.translate("Tell the supervisor");
  out.raise_not = words.translate("Choose whom you worry about first.");
  out.back_word = words.translate("Go back");
  out.done = words.translate("Saved on this laptop");
  return out;
}

}  // namespace baraza::client
