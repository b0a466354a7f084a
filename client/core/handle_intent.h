// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/intents.h"
#include "client/core/replica.h"
#include "shared/content/library.h"

namespace baraza::client {

// What an intent comes to in one stream.
struct PlannedRun {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  AnyId owner;
  std::vector<OpDraft> drafts;
};

// What an intent is weighed against.
struct IntentContext {
  const Replica& replica;
  const content::PackLibrary& packs;
  AccountId author;  // who is at this laptop
};

// What to write for an intent: a run a stream, for one local commit. Nothing is written if it isn't
// this person's to write (not_allowed), if it names what isn't here (not_found), if it was done
// already (already_exists), or if a value is missing or out of range (invalid_argument). The
// sentences of the errors name no member.
Result<std::vector<PlannedRun>> handle_intent(const IntentContext& context, const Intent& intent,
                                              Random& random);

// What WriteAgain comes to, for screens that say beforehand whether it may be: nothing in it is
// left to chance.
Result<std::vector<PlannedRun>> plan_write_again(const IntentContext& context,
                                                 const WriteAgain& intent);

}  // namespace baraza::client
