// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sheet_words.h"

#include "client/core/screens/sheet_field_words.h"

namespace baraza::client {

using model::SheetKind;

SheetWords sheet_words(const text::Catalogue& words, SheetKind kind) {
  switch (kind) {
    case SheetKind::explained:
      return {words.translate("What was explained"),
              words.translate("Say it in your own words, one thing after the other, and ask {name} "
                              "to say it back."),
              {},
              {}};
    case SheetKind::timeline:
      return {words.translate("On the timeline"),
              words.translate("When did it begin or get worse, and what was happening with whom?"),
              {},
              {}};
    case SheetKind::formulation:
      return {words.translate("The story in one sentence"),
              words.translate("The depression, what it is tied to, and what you will work on "
                              "together. Short enough for {name} to say it at home."),
              {},
              {}};
    case SheetKind::goal:
      return {words.translate("A goal"),
              words.translate("What should be different between {name} and others when the group "
                              "ends? One or two goals are enough."),
              {},
              {}};
    case SheetKind::expectations:
      return {words.translate("What {name} expects of the group"),
              words.translate("Ask for hopes and worries. Say what the group is, "
                              "and what it is not."),
              {},
              {}};
    case SheetKind::event:
      return {words.translate("Something that happened"),
              words.translate("The mood was better or worse this week. What happened just before, "
                              "and with whom?"),
              {},
              {}};
    case SheetKind::conversation:
      return {words.translate("A talk, word by word"),
              words.translate("Go through it slowly, as it was said. What did each hear in it, and "
                              "what did {name} want?"),
              words.translate("Line {number}"), words.translate("Add a line")};
    case SheetKind::decision:
      return {words.translate("A decision"),
              words.translate("Let the group find the ways. For each: what would be good, what "
                              "would be hard? {name} chooses."),
              words.translate("Way {number}"), words.translate("Add a way")};
    case SheetKind::step:
      return {words.translate("A step until next time"),
              words.translate("One small thing that {name} will try with somebody, and not yours."),
              {},
              {}};
    case SheetKind::step_review:
      return {words.translate("How the step went"),
              words.translate("Trying counts. If it was not done, ask what stood in the way."),
              {},
              {}};
    case SheetKind::grief_work:
      return {
          words.translate("Grief: the work"),
          words.translate("Let {name} tell of the one who died, the good and the hard. There is "
                          "time; tears are welcome."),
          {},
          {}};
    case SheetKind::disagreement_work:
      return {words.translate("Disagreement: the work"),
              words.translate("What does each want of the other? See where it stands before you "
                              "look for ways."),
              {},
              {}};
    case SheetKind::change_work:
      return {words.translate("Life change: the work"),
              words.translate("Mourn what was lost, then look at what is hard and what is possible "
                              "now, and who helps."),
              {},
              {}};
    case SheetKind::loneliness_work: break;
  }
  return {words.translate("Loneliness: the work"),
          words.translate("Look at real contacts of the last days, see what comes back, and "
                          "practise one small thing again and again."),
          words.translate("Contact {number}"), words.translate("Add a contact")};
}

SheetFieldWords sheet_field_words(const text::Catalogue& words, SheetKind kind,
                                  std::uint16_t field) {
  switch (kind) {
    case SheetKind::explained:
    case SheetKind::timeline:
    case SheetKind::formulation:
    case SheetKind::goal:
    case SheetKind::expectations: return first_talk_field(words, kind, field);
    case SheetKind::event:
    case SheetKind::conversation:
    case SheetKind::decision:
    case SheetKind::step:
    case SheetKind::step_review: return weekly_field(words, kind, field);
    case SheetKind::grief_work:
    case SheetKind::disagreement_work:
    case SheetKind::change_work:
    case SheetKind::loneliness_work: break;
  }
  return area_field(words, kind, field);
}

std::string outcome_words(const text::Catalogue& words, model::StepOutcome outcome) {
  switch (outcome) {
    case model::StepOutcome::done: return words.translate("Done");
    case model::StepOutcome::tried: return words.translate("Tried");
    case model::StepOutcome::not_done: return words.translate("Not done");
    case model::StepOutcome::no_longer_fits: break;
  }
  return words.translate("No longer fits");
}

}  // namespace baraza::client
