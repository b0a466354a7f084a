// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/area_words.h"

#include "shared/text/fill.h"

namespace baraza::client {

std::string area_words(const text::Catalogue& words, model::FocalArea area) {
  switch (area) {
    case model::FocalArea::grief: return words.translate("Grief");
    case model::FocalArea::disagreements: return words.translate("Disagreements");
    case model::FocalArea::life_changes: return words.translate("Life changes");
    case model::FocalArea::loneliness: break;
  }
  return words.translate("Loneliness");
}

std::string choice_words(const text::Catalogue& words, const model::FocalChoice& choice) {
  const std::string primary = area_words(words, choice.primary);
  if (!choice.secondary) return primary;
  return text::fill(words.translate("{area}, beside it: {other}"),
                    {{"area", primary}, {"other", area_words(words, *choice.secondary)}});
}

std::string reason_words(const text::Catalogue& words, model::FocalReason reason) {
  switch (reason) {
    case model::FocalReason::first_talks: return words.translate("The first talks showed it");
    case model::FocalReason::understood_better: return words.translate("Better understood now");
    case model::FocalReason::something_happened: return words.translate("Something has happened");
    case model::FocalReason::member_asked: return words.translate("The member asked for it");
    case model::FocalReason::supervisor_advised:
      return words.translate("The supervisor advised it");
    case model::FocalReason::talked_it_over: return words.translate("We talked it over");
    case model::FocalReason::entered_wrongly: break;
  }
  return words.translate("It was entered wrongly");
}

}  // namespace baraza::client
