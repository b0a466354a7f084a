// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

// How much of the time is used, in a bar with words under it. With the time over, all of the bar is
// warn.
struct ProgressSpec {
  std::string_view id = {};
  Rect rect = {};
  float done = 0;  // in the same unit as whole: minutes
  float whole = 1;
  std::string_view left_text = {};   // "12 of 20 min"; both empty: only the bar
  std::string_view right_text = {};  // "8 left", "3 over"
  bool on_soft = false;              // on a soft ground the empty part is surface
};
float progress_height(const Ui& ui, const ProgressSpec& spec);
void progress(Ui& ui, const ProgressSpec& spec);

// Where a score lies between the bands of its instrument: a bar of bands and a pointer over it.
struct ScoreBandSpec {
  std::string_view id = {};
  Rect rect = {};
  std::span<const std::uint32_t> limits =
      {};                   // where each band begins, the first at 0; at most five
  std::uint32_t most = 27;  // the highest score there is
  std::uint32_t score = 0;
  bool has_score = true;
  std::string_view text = {};  // for the registry: "12, moderate"
};
float score_band_height(const Ui& ui);
void score_band(Ui& ui, const ScoreBandSpec& spec);

}  // namespace baraza::ui
