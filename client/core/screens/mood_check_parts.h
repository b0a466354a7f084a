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

// Values from 0 without a gap: what keys and boxes can say.
bool can_be_asked(const content::InstrumentPack& pack);

// Into a model whose state, pack and answers that count are known: the words that are always the
// same, the questions, the keys.
void add_fixed_words(const text::Catalogue& words, MoodCheckModel& out);
void add_items(const ScreenContext& context, const CheckInDraft& draft, MoodCheckModel& out);
void add_help(const text::Catalogue& words, MoodCheckModel& out);
// "Still open: questions 3 and 4."; empty if none is.
std::string still_open(const text::Catalogue& words, const CheckInDraft& draft);

MoodHistory history(const session_parts::Facts& facts, const content::InstrumentPack& pack,
                    const MemberId& member);

}  // namespace baraza::client::mood_check_parts
