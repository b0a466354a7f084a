// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/model/plan_values.h"

namespace baraza::client {

// One purpose.
struct ConsentLine {
  model::ConsentPurpose purpose = model::ConsentPurpose::take_part;
  std::string name;  // "Being called on her phone"
  std::string note;  // "Yes, spoken, Rose, 12 May"; "Not asked yet"
  std::optional<bool> holds;
  bool disputed = false;  // a yes and a no stand: the no holds until somebody settles it
};

// What a member agreed to, purpose by purpose. A no always holds until it is lifted by somebody who
// saw it.
struct ConsentModel {
  GroupId group;
  MemberId member;
  CivilDate today;
  std::string title;
  std::string note;
  std::string none;
  std::string purpose;    // what to say
  std::string how_title;  // "How it was given"
  std::vector<std::string> hows;
  std::vector<ConsentLine> lines;
  std::string yes_word;
  std::string no_word;
  std::string warning;
  std::string read_only;
  std::string done;
  std::vector<HelpRow> help;
};
ConsentModel consent_model(const ScreenContext& context, const GroupId& group,
                           const MemberId& member);

// In a few words, for other screens.
struct ConsentNote {
  std::string words;  // "Takes part, 5 of 7 asked"
  bool takes_part = false;
  bool disputed = false;
};
ConsentNote consent_note(const ScreenContext& context, const GroupId& group,
                         const MemberId& member);

}  // namespace baraza::client
