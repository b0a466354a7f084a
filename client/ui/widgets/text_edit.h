// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baraza::ui {

// The editing of a text field without its drawing: caret, selection, undo. Works on whole code
// points; positions count them from 0. For the sources of text_field.
class TextEdit {
 public:
  // One line as it is drawn.
  struct Row {
    std::size_t first = 0;
    std::size_t count = 0;  // of what it shows
    std::size_t taken = 0;  // with the space or line feed that it ends with
  };
  enum class Move : std::uint8_t {
    left,
    right,
    up,
    down,
    line_start,
    line_end,
    text_start,
    text_end,
    word_left,
    word_right,
  };
  using Width = std::function<float(char32_t)>;

  TextEdit();
  ~TextEdit();
  TextEdit(const TextEdit&) = delete;
  TextEdit& operator=(const TextEdit&) = delete;

  const std::u32string& text() const;
  // Another text: the caret goes to its end, and nothing can be undone. Has to be laid out anew.
  void reset(std::u32string text, bool one_line);
  // How wide letters are and where lines break; before moves by rows or points mean anything.
  void lay_out(Width width, float room, float line_height);
  const std::vector<Row>& rows() const;
  float width_of(std::size_t from, std::size_t to) const;

  std::size_t caret() const;
  // The selected part, from the lower end to the higher; both the caret where there is none.
  std::pair<std::size_t, std::size_t> selection() const;
  std::u32string selected() const;
  // The row in which a position is drawn.
  std::size_t row_of(std::size_t position) const;

  void move(Move where, bool select);
  void select_all();
  // In place of what is selected.
  void insert(std::u32string_view what);
  void erase_before();
  void erase_after();
  bool erase_selection();
  void undo();
  void redo();
  void press_at(float x, float y);
  void drag_to(float x, float y);
  // Overwrites what was typed and what could be undone.
  void wipe();

 private:
  float within_row(float x, float y) const;
  std::size_t row_end(std::size_t number) const;
  void move_by_rows(Move where, bool select);

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace baraza::ui
