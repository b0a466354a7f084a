// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/mood_check_model.h"
#include "client/core/screens/session_parts.h"

// What the parts of the mood check's model share; for client/core/screens's own sources.
namespace baraza::client::mood_check_parts {

// The check-ins that count for one member, session and questionnaire, in author order.
using Counting = std::vector<const model::Write<model::CheckIn>*>;
Counting counting(const ScreenContext& context, const GroupId& group,
                  const model::SessionKey& session, const MemberId& member,
                  std::string_view instrument);

// A sheet is asked while nothing counts, or something was begun that counts later.
bool is_asked(const model::MainState& main, const CheckInDraft& draft, const Counting& counting);

// "Rose, Tuesday 10:42"
std::string written_by(const ScreenContext& context, const GroupId& group,
                       const model::Write<model::CheckIn>& write);

// `entered`: every question has an entry, so that what stands is all there will be.
MoodScore score_words(const ScreenContext& context, const content::InstrumentPack& pack,
                      const std::vector<model::Answer>& answers, bool entered);

MoodHistory history(const session_parts::Facts& facts, const content::InstrumentPack& pack,
                    const MemberId& member);

}  // namespace baraza::client::mood_check_parts
