// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "client/ui/kernel/ui.h"

namespace baraza::ui {

enum class CellMark : std::uint8_t {
  came,
  late,
  told_us,  // didn't come and said so
  excused,
  unknown,  // nobody knows why
  two_answers,
  today,    // not marked yet
  no_mark,  // a held session that nobody marked: a dash
  to_come,  // later: a dot
};

// What a key on a cell asks for.
enum class CellKey : std::uint8_t {
  open,     // Enter, Space or the pointer: look at it
  came,     // P
  late,     // L
  told_us,  // T
  excused,  // E
  unknown,  // U
  all,      // A: everybody came
};

struct CellSpec {
  std::string_view id = {};
  Rect rect = {};  // its target, 44x50 or more; the cell is drawn in the middle of it
  CellMark mark = CellMark::to_come;
  std::string_view text = {};  // "Halima, session 4: two answers", for the registry
  bool pressable = true;
  bool enabled = true;
  std::string_view why_not = {};
  bool on_selected = false;  // in a selected row: surface where else it is soft, so that it shows
  std::string_view group = {};
};

Size cell_target(const Ui& ui);
std::optional<CellKey> attendance_cell(Ui& ui, const CellSpec& spec);

// The cells of one member, in columns as wide as a target; cells are drawn as "<id>.<place>".
struct GridCell {
  CellMark mark = CellMark::to_come;
  std::string_view text = {};
};
struct GridRowSpec {
  std::string_view id = {};
  Rect rect = {};
  std::span<const GridCell> cells = {};
  bool selected = false;
  bool pressable = true;
  std::string_view group = {};
};
struct GridPressed {
  std::size_t place = 0;
  CellKey key = CellKey::open;
};
float grid_row_width(const Ui& ui, std::size_t cells);
std::optional<GridPressed> grid_row(Ui& ui, const GridRowSpec& spec);

// The numbers above the columns; today's stands out.
void grid_head(Ui& ui, std::string_view leaf, const Rect& rect,
               std::span<const std::string_view> words, std::optional<std::size_t> today);

// A cell with what it means, for the legend below a grid. Not pressable.
struct LegendEntry {
  CellMark mark = CellMark::came;
  std::string_view text = {};
};
float cell_legend_height(const Ui& ui, std::span<const LegendEntry> entries, float width);
void cell_legend(Ui& ui, std::string_view leaf, const Rect& rect,
                 std::span<const LegendEntry> entries);

}  // namespace baraza::ui
