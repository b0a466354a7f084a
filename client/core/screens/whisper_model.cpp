// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/whisper_model.h"

#include "client/core/screens/person_words.h"
#include "shared/policy/policy.h"
#include "shared/rules/frame_guard.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using rules::Whisper;

// One observation, one suggestion.
std::string whisper_words(const text::Catalogue& words, Whisper rule) {
  switch (rule) {
    case Whisper::item9_not_asked:
      return words.translate(
          "{name} was not asked about thoughts of dying. Ask in private, today.");
    case Whisper::ending_not_named:
      return words.translate("The ending is near, and nobody spoke of it. Name it next time.");
    case Whisper::step_not_reviewed:
      return words.translate("{name} was not asked how the last step went. Ask before a new one.");
    case Whisper::inventory_missing:
      return words.translate(
          "{name} has an area, and nobody on the map. Ask who is there in this life.");
    case Whisper::several_areas:
      return words.translate(
          "{name} has work on another area. Stay with one, or change what is worked on.");
    case Whisper::event_not_linked:
      return words.translate("{name} told the mood, and not what happened. Ask what came before.");
    case Whisper::role_play_missing:
      return words.translate("Three sessions without role play. Let somebody try it next time.");
    case Whisper::focus_drifting: break;
  }
  return words.translate("Two sessions worked on what nobody chose. Come back to their areas.");
}

std::string whisper_reason(const text::Catalogue& words, Whisper rule) {
  switch (rule) {
    case Whisper::item9_not_asked:
      return words.translate(
          "Asking does not put the thought there. A question left out can cost a life.");
    case Whisper::ending_not_named:
      return words.translate("Who knows of the ending can prepare for it, be sad, and plan.");
    case Whisper::step_not_reviewed:
      return words.translate("A step that nobody asks for soon counts for nothing.");
    case Whisper::inventory_missing:
      return words.translate("The area shows itself in who is there, and how it is with them.");
    case Whisper::several_areas:
      return words.translate("In few sessions one area can change. Many at once seldom do.");
    case Whisper::event_not_linked:
      return words.translate("The help lies in seeing that mood follows what happens with people.");
    case Whisper::role_play_missing:
      return words.translate("What was tried aloud in the group is easier to say at home.");
    case Whisper::focus_drifting: break;
  }
  return words.translate(
      "The areas were chosen with the members. Drifting is easy, and costs weeks.");
}

}  // namespace

WhisperModel whisper_model(const ScreenContext& context, const GroupId& group,
                           const std::optional<MemberId>& member) {
  const text::Catalogue& words = context.words;
  WhisperModel out;
  out.group = group;
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr || !runs_group(context.replica, context.self, group)) return out;
  const bool reads_words =
      policy::reads(context.replica.directory(), context.self,
                    {StreamKind::words, id_cast<AnyId>(group)}, policy::When::now);
  const auto& course = entry->group.course;
  const rules::GuardFacts facts{
      context.replica.main(group), reads_words ? &context.replica.words(group) : nullptr,
      context.packs.find_course(course.id, course.version), context.packs};
  for (const rules::QuietWord& word : rules::frame_guard(facts)) {
    if (member && word.member != *member) continue;
    out.speaks = true;
    out.value = {std::string(rules::whisper_name(word.rule)), word.member, word.basis};
    const std::string called =
        word.member.is_zero() ? std::string() : member_called(context, group, word.member);
    out.title = words.translate("A quiet word");
    out.text = text::fill(whisper_words(words, word.rule), {{"name", called}});
    out.reason = whisper_reason(words, word.rule);
    out.know_word = words.translate("I know");
    out.why_word = words.translate("Why this?");
    out.done = words.translate("Saved on this laptop");
    return out;
  }
  return out;
}

}  // namespace baraza::client
