// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/model/plan_values.h"

namespace baraza::client {

struct TechniqueLine {
  model::Technique technique = model::Technique::inventory;
  std::string name;
  std::string note;  // what it is, in a few words
  bool used = false;
};

// What was done in a session, technique by technique, with the group.
struct TechniquesModel {
  GroupId group;
  model::SessionKey session;
  std::string title;
  std::string note;
  std::string none;
  std::string purpose;
  std::vector<TechniqueLine> lines;
  std::string count;  // "4 used"
  std::string read_only;
  std::string done;
  std::vector<HelpRow> help;
};
TechniquesModel techniques_model(const ScreenContext& context, const GroupId& group,
                                 const model::SessionKey& session);

std::string technique_words(const text::Catalogue& words, model::Technique technique);

}  // namespace baraza::client
