// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sheet_field_words.h"

namespace baraza::client {
namespace {

using text::Catalogue;

SheetFieldWords grief(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("Who died"), {}, {}};
    case 2: return {words.translate("The story of the two of them, and of the death"), {}, {}};
    case 3: return {words.translate("What was good"), {}, {}};
    case 4: return {words.translate("What was hard, also what one does not say"), {}, {}};
    case 5: return {words.translate("How it was mourned, and what could not be done"), {}, {}};
    default: return {words.translate("Whom and what {name} takes up again"), {}, {}};
  }
}

SheetFieldWords disagreement(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("With whom"), {}, {}};
    case 2: return {words.translate("What {name} expects"), {}, {}};
    case 3: return {words.translate("What the other expects"), {}, {}};
    case 4:
      return {words.translate("Where it stands"),
              {},
              {words.translate("Still talking"), words.translate("Stuck"),
               words.translate("Coming apart")}};
    case 5: return {words.translate("What was said last, word for word"), {}, {}};
    default: return {words.translate("Ways that there are"), {}, {}};
  }
}

SheetFieldWords change(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("What changed"), {}, {}};
    case 2: return {words.translate("The place in life before"), {}, {}};
    case 3: return {words.translate("The place in life now"), {}, {}};
    case 4: return {words.translate("What was lost"), {}, {}};
    case 5: return {words.translate("What is possible now"), {}, {}};
    default: return {words.translate("Who can help, and with what"), {}, {}};
  }
}

SheetFieldWords loneliness(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("With whom, and when"), {}, {}};
    case 2: return {words.translate("How it went"), {}, {}};
    case 3: return {words.translate("What comes back"), {}, {}};
    default: return {words.translate("What {name} practises"), {}, {}};
  }
}

}  // namespace

SheetFieldWords area_field(const Catalogue& words, model::SheetKind kind, std::uint16_t field) {
  switch (kind) {
    case model::SheetKind::grief_work: return grief(words, field);
    case model::SheetKind::disagreement_work: return disagreement(words, field);
    case model::SheetKind::change_work: return change(words, field);
    default: return loneliness(words, field);
  }
}

}  // namespace baraza::client
