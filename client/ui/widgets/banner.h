// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"
#include "client/ui/widgets/tone.h"

namespace baraza::ui {

struct BannerAction {
  std::string_view id = {};
  std::string_view text = {};
  Shortcut shortcut = {};
};

// One sentence across a screen or a card, with at most two actions. Of tone risk: nobody has seen
// it yet; it can't be dismissed.
struct BannerSpec {
  std::string_view id = {};
  Rect rect = {};          // banner_height() tells how high
  Tone tone = Tone::soft;  // soft, warn, risk_soft, risk
  const char* icon = nullptr;
  std::string_view text = {};
  std::span<const BannerAction> actions = {};
};
float banner_height(const Ui& ui, const BannerSpec& spec);
// Which action was pressed; they are drawn as "<id>.<action's id>".
std::optional<std::size_t> banner(Ui& ui, const BannerSpec& spec);

// The frame guard's word: one observation, one suggestion. Never a dialog.
struct WhisperSpec {
  std::string_view id = {};
  Rect rect = {};
  std::string_view title = {};  // "A quiet word"
  std::string_view text = {};
  std::string_view know = {};  // "I know"
  std::string_view why = {};   // "Why this?"
};
enum class WhisperAnswer : std::uint8_t { none, know, why };
float whisper_height(const Ui& ui, const WhisperSpec& spec);
// Its buttons are drawn as "<id>.know" and "<id>.why".
WhisperAnswer whisper(Ui& ui, const WhisperSpec& spec);

}  // namespace baraza::ui
