// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/intents.h"
#include "client/core/screens/context.h"

namespace baraza::client {

// The question before a session is closed: names what is still missing.
struct CloseModel {
  std::string question;              // "Close session 5?"
  std::vector<std::string> missing;  // a sentence a line; empty: nothing is
  std::string then;                  // what can still be done afterwards
  std::string back_word;
  std::string close_word;
  std::string done;  // the toast
  Intent close;
  std::vector<std::string> drops_drafts;  // the run goes with the session
};

// The session is open.
CloseModel close_model(const ScreenContext& context, const GroupId& group,
                       const model::SessionKey& session);

}  // namespace baraza::client
