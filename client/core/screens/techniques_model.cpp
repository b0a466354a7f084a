// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/techniques_model.h"

#include "client/core/screens/date_words.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using model::Technique;
using text::fill;

bool is_used(const model::MainState& main, const model::TechniqueKey& key) {
  const auto at = main.techniques.find(key);
  if (at == main.techniques.end()) return false;
  const auto* shown = at->second.shown(main.basics.replaced);
  return shown != nullptr && shown->value.used;
}

}  // namespace

std::string technique_words(const text::Catalogue& words, Technique technique) {
  switch (technique) {
    case Technique::inventory: return words.translate("Going through the people in a life");
    case Technique::communication_analysis: return words.translate("A talk, word by word");
    case Technique::decision_analysis: return words.translate("Weighing a decision");
    case Technique::role_play: return words.translate("Role play");
    case Technique::grief_work: return words.translate("Work on grief");
    case Technique::disputes: return words.translate("Work on a disagreement");
    case Technique::transitions: return words.translate("Work on a life change");
    case Technique::deficits: return words.translate("Work on loneliness");
    case Technique::affect_exploration: return words.translate("Finding out what was felt");
    case Technique::affect_encouragement: return words.translate("Making room for feelings");
    case Technique::linking_affect_to_events: return words.translate("Linking mood and events");
    case Technique::sick_role: return words.translate("Taking guilt away: it is an illness");
    case Technique::exploratory: return words.translate("Open questions");
    case Technique::directive: return words.translate("Direct advice or teaching");
    case Technique::psychoeducation: return words.translate("Explaining depression");
    case Technique::ending_work: return words.translate("Speaking of the ending");
    case Technique::clarification: return words.translate("Saying it back, clearer");
    case Technique::direct_elicitation: return words.translate("Asking straight for facts");
    case Technique::formulation: return words.translate("The story in one sentence");
    case Technique::timeline: return words.translate("Timeline");
    case Technique::relationship_as_model: return words.translate("The group itself as an example");
    case Technique::support_mapping: return words.translate("Who supports whom");
    case Technique::communication_patterns:
      return words.translate("Habits of talking and being silent");
    case Technique::social_skills: break;
  }
  return words.translate("Practising how to be with others");
}

TechniquesModel techniques_model(const ScreenContext& context, const GroupId& group,
                                 const model::SessionKey& session) {
  const text::Catalogue& words = context.words;
  TechniquesModel out;
  out.group = group;
  out.session = session;
  out.title = words.translate("What was used");
  const auto* entry = context.replica.directory().group(group);
  const model::MainState& main = context.replica.main(group);
  if (entry == nullptr || !main.sessions.contains(session)) {
    out.none = words.translate("This session is not on this laptop.");
    return out;
  }
  out.note = fill(words.translate("{group}, {day}"),
                  {{"group", entry->group.name}, {"day", day_words(words, session.date)}});
  out.purpose = words.translate(
      "Tick what happened in this session. Few in one session is usual; there is no score.");
  std::size_t used = 0;
  for (int number = 1; number <= model::technique_count; ++number) {
    const auto technique = static_cast<Technique>(number);
    TechniqueLine line;
    line.technique = technique;
    line.name = technique_words(words, technique);
    line.used = is_used(main, {session, technique, {}});
    used += line.used ? 1 : 0;
    out.lines.push_back(std::move(line));
  }
  out.count = fill(words.translate("{count} used"), {{"count", std::to_string(used)}});
  if (!runs_group(context.replica, context.self, group)) {
    out.read_only = words.translate("Only those who run the group write here.");
  }
  out.done = words.translate("Saved on this laptop");
  out.help = {{"Space", words.translate("ticks what is chosen")}};
  return out;
}

}  // namespace baraza::client
