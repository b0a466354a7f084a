// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"

// Somebody put on a site's list, or corrected there.
namespace baraza::client {

struct IntakeFormModel {
  SiteId site;
  PersonId person;  // zero: somebody new
  std::string title;
  std::string note;
  std::string none;
  model::Person value;  // as it stands
  std::string name_label;
  std::string name_hint;
  std::string year_label;
  std::string year_hint;
  std::string year_wrong;  // said of what was typed; empty: it is fine
  std::string sex_label;
  std::vector<std::string> sexes;  // woman, man, another
  std::string village_label;
  std::string village_hint;
  std::string phone_label;
  std::string phone_hint;
  // Who stands on the list and may be the one that is being typed.
  std::string double_title;
  std::vector<std::pair<PersonId, std::string>> doubles;
  std::string open_word;
  std::string save_word;
  std::string save_not;
  std::string done;
  std::string kept;
  std::string draft_key;
  std::uint32_t year_least = 1900;
  std::uint32_t year_most = 2100;
  std::vector<HelpRow> help;
};

// `typed` is what stands in the fields.
IntakeFormModel intake_form_model(const ScreenContext& context, const SiteId& site,
                                  const PersonId& person, const model::Person& typed);

// What was typed and isn't saved. Empty if the bytes are no such draft.
Bytes encode_person(const model::Person& person);
std::optional<model::Person> decode_person(ByteView bytes);

}  // namespace baraza::client
