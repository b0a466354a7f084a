// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "client/core/screens/context.h"
#include "shared/model/plan_values.h"

namespace baraza::client {

// A quiet word: one observation and one suggestion, and why. Only for those who run the group.
struct WhisperModel {
  bool speaks = false;
  GroupId group;
  model::KnownWhisper value;  // what "I know" says
  std::string title;          // "A quiet word"
  std::string text;
  std::string reason;
  std::string know_word;
  std::string why_word;
  std::string done;
};

// The most important one of the group; of a member, the most important about them.
WhisperModel whisper_model(const ScreenContext& context, const GroupId& group,
                           const std::optional<MemberId>& member = std::nullopt);

}  // namespace baraza::client
