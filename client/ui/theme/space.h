// SPDX-License-Identifier: Apache-2.0
#pragma once

// Distances, in logical pixels. No length stands in a screen that isn't named here or measured from
// a text.
namespace baraza::ui::space {

inline constexpr float xs = 4;
inline constexpr float s = 8;
inline constexpr float m = 12;
inline constexpr float l = 16;
inline constexpr float xl = 24;
inline constexpr float xxl = 32;

inline constexpr float card_padding = 20;
inline constexpr float card_gap = 16;
inline constexpr float stack_gap = 14;
inline constexpr float window_margin = 24;
inline constexpr float window_margin_compact = 16;

inline constexpr float card_radius = 14;
inline constexpr float banner_radius = 12;
inline constexpr float button_radius = 10;
inline constexpr float big_button_radius = 12;
inline constexpr float cell_radius = 7;

// Targets at normal text; taller where the text is.
inline constexpr float target = 44;
inline constexpr float field = 48;
inline constexpr float primary = 56;
inline constexpr float between_targets = 8;

inline constexpr float focus_ring = 3;
inline constexpr float focus_gap = 2;

inline constexpr float rail_width = 88;
inline constexpr float rail_width_largest = 104;
inline constexpr float rail_width_compact = 80;
inline constexpr float rail_item = 62;
inline constexpr float top_bar = 68;
inline constexpr float top_bar_compact = 56;

inline constexpr float row = 56;
inline constexpr float table_row = 50;
inline constexpr float rule_gap = 1;

// The smallest window; a smaller one scrolls as a whole.
inline constexpr float least_width = 1024;
inline constexpr float least_height = 600;

// Logical widths divided by the text's factor at which the layout changes.
inline constexpr float wide_from = 1200;
inline constexpr float compact_from = 900;

}  // namespace baraza::ui::space
