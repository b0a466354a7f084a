// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sheet_field_words.h"

namespace baraza::client {
namespace {

using text::Catalogue;

SheetFieldWords event(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1:
      return {words.translate("What happened"), words.translate("Where, when, in which order"), {}};
    case 2: return {words.translate("With whom"), {}, {}};
    case 3:
      return {words.translate("The mood after it"),
              {},
              {words.translate("Better"), words.translate("The same"), words.translate("Worse")}};
    case 4: return {words.translate("What was said"), {}, {}};
    case 5: return {words.translate("What {name} felt"), {}, {}};
    default: return {words.translate("What {name} wanted"), {}, {}};
  }
}

SheetFieldWords conversation(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("With whom"), {}, {}};
    case 2: return {words.translate("About what"), {}, {}};
    case 3: return {words.translate("What was said"), words.translate("The exact words"), {}};
    case 4: return {words.translate("What the other heard"), {}, {}};
    case 5: return {words.translate("What {name} felt"), {}, {}};
    case 6: return {words.translate("What {name} wanted"), {}, {}};
    case 7:
      return {words.translate("What {name} could say"),
              words.translate("Other words for the same wish"),
              {}};
    case 8:
      return {words.translate("Who speaks"),
              {},
              {words.translate("{name}"), words.translate("The other")}};
    default: return {words.translate("What the group saw in it"), {}, {}};
  }
}

SheetFieldWords decision(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("What has to be decided"), {}, {}};
    case 2: return {words.translate("What {name} could do"), {}, {}};
    case 3: return {words.translate("What would be good"), {}, {}};
    case 4: return {words.translate("What would be hard"), {}, {}};
    case 5: return {words.translate("The choice"), {}, {words.translate("{name} chooses this")}};
    default:
      return {
          words.translate("What {name} decides"), words.translate("When, and how to begin"), {}};
  }
}

SheetFieldWords step(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1:
      return {words.translate("What {name} will do"),
              words.translate("Small enough to be done by next time"),
              {}};
    case 2: return {words.translate("With whom"), {}, {}};
    case 3: return {words.translate("When"), {}, {}};
    case 4: return {words.translate("What may stand in the way"), {}, {}};
    default: return {words.translate("What or who helps"), {}, {}};
  }
}

}  // namespace

SheetFieldWords weekly_field(const Catalogue& words, model::SheetKind kind, std::uint16_t field) {
  switch (kind) {
    case model::SheetKind::event: return event(words, field);
    case model::SheetKind::conversation: return conversation(words, field);
    case model::SheetKind::decision: return decision(words, field);
    case model::SheetKind::step: return step(words, field);
    default: break;
  }
  if (field == 1) return {words.translate("What happened"), {}, {}};
  return {words.translate("What {name} takes from it"), {}, {}};
}

}  // namespace baraza::client
