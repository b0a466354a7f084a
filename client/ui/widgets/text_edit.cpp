// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/text_edit.h"

#include <algorithm>

#include <imgui.h>

// Dear ImGui's own editing, which stands in a header of Debian's package. It wants to be told by
// macros what a text is, and its functions are static, so it lives in this file alone.
#define STB_TEXTEDIT_CHARTYPE char32_t
#define STB_TEXTEDIT_POSITIONTYPE int
#define STB_TEXTEDIT_UNDOSTATECOUNT 99
// Enough for the longest note, erased and written again.
#define STB_TEXTEDIT_UNDOCHARCOUNT 16384
#include <imstb_textedit.h>

namespace baraza::ui {

namespace {

struct Buffer {
  std::u32string text;
  std::vector<TextEdit::Row> rows{TextEdit::Row{}};
  TextEdit::Width width;
  float room = 0;
  float line_height = 1;
  bool one_line = true;

  float width_of(std::size_t from, std::size_t to) const {
    float sum = 0;
    if (!width) return 0;
    for (std::size_t i = from; i < to && i < text.size(); ++i) {
      if (text[i] != U'\n') sum += width(text[i]);
    }
    return sum;
  }
};

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0x3000;
}

// From a position where a row begins. The end of the text is a row of its own after a line feed.
TextEdit::Row row_from(const Buffer& buffer, std::size_t first) {
  const std::u32string& text = buffer.text;
  float used = 0;
  std::size_t last_blank = std::u32string::npos;
  for (std::size_t i = first; i < text.size(); ++i) {
    if (text[i] == U'\n') return {first, i - first, i - first + 1};
    if (buffer.one_line || !buffer.width) continue;
    const float wide = buffer.width(text[i]);
    // A space at the end may stand past the edge; nobody sees it.
    if (used + wide > buffer.room && i > first && !is_blank(text[i])) {
      if (last_blank == std::u32string::npos) return {first, i - first, i - first};
      return {first, last_blank - first, last_blank - first + 1};
    }
    if (is_blank(text[i])) last_blank = i;
    used += wide;
  }
  return {first, text.size() - first, text.size() - first};
}

std::vector<TextEdit::Row> rows_of(const Buffer& buffer) {
  std::vector<TextEdit::Row> out;
  std::size_t at = 0;
  while (at < buffer.text.size()) {
    out.push_back(row_from(buffer, at));
    at += std::max<std::size_t>(1, out.back().taken);
  }
  if (out.empty() || buffer.text.back() == U'\n') out.push_back({buffer.text.size(), 0, 0});
  return out;
}

void lay_row(StbTexteditRow* row, const Buffer* buffer, int first) {
  const TextEdit::Row found = row_from(*buffer, static_cast<std::size_t>(first));
  row->x0 = 0;
  row->x1 = buffer->width_of(found.first, found.first + found.count);
  row->baseline_y_delta = buffer->line_height;
  row->ymin = 0;
  row->ymax = buffer->line_height;
  row->num_chars = static_cast<int>(found.taken);
}

int is_word_start(const Buffer* buffer, int at) {
  const auto i = static_cast<std::size_t>(at);
  return i == 0 || (is_blank(buffer->text[i - 1]) && !is_blank(buffer->text[i])) ? 1 : 0;
}

int word_left(const Buffer* buffer, int at) {
  --at;
  while (at > 0 && is_word_start(buffer, at) == 0) --at;
  return std::max(0, at);
}

int word_right(const Buffer* buffer, int at) {
  const int size = static_cast<int>(buffer->text.size());
  ++at;
  while (at < size && is_word_start(buffer, at) == 0) ++at;
  return std::min(at, size);
}

constexpr int key_bit = 1 << 21;  // above every code point
constexpr int shift_bit = 1 << 22;
constexpr int key_of(int number) {
  return key_bit + number;
}

}  // namespace

#define STB_TEXTEDIT_STRING Buffer
#define STB_TEXTEDIT_STRINGLEN(obj) static_cast<int>((obj)->text.size())
#define STB_TEXTEDIT_LAYOUTROW(row, obj, n) lay_row(row, obj, n)
#define STB_TEXTEDIT_GETWIDTH(obj, n, i) \
  ((obj)->width_of(static_cast<std::size_t>((n) + (i)), static_cast<std::size_t>((n) + (i) + 1)))
#define STB_TEXTEDIT_KEYTOTEXT(key) ((key) >= key_bit ? 0 : (key))
#define STB_TEXTEDIT_GETCHAR(obj, i) ((obj)->text[static_cast<std::size_t>(i)])
#define STB_TEXTEDIT_NEWLINE U'\n'
#define STB_TEXTEDIT_IS_SPACE(c) is_blank(c)
#define STB_TEXTEDIT_MOVEWORDLEFT word_left
#define STB_TEXTEDIT_MOVEWORDRIGHT word_right
#define STB_TEXTEDIT_K_SHIFT shift_bit
#define STB_TEXTEDIT_K_LEFT key_of(0)
#define STB_TEXTEDIT_K_RIGHT key_of(1)
#define STB_TEXTEDIT_K_UP key_of(2)
#define STB_TEXTEDIT_K_DOWN key_of(3)
#define STB_TEXTEDIT_K_LINESTART key_of(4)
#define STB_TEXTEDIT_K_LINEEND key_of(5)
#define STB_TEXTEDIT_K_TEXTSTART key_of(6)
#define STB_TEXTEDIT_K_TEXTEND key_of(7)
#define STB_TEXTEDIT_K_WORDLEFT key_of(8)
#define STB_TEXTEDIT_K_WORDRIGHT key_of(9)
#define STB_TEXTEDIT_K_DELETE key_of(10)
#define STB_TEXTEDIT_K_BACKSPACE key_of(11)
#define STB_TEXTEDIT_K_UNDO key_of(12)
#define STB_TEXTEDIT_K_REDO key_of(13)
#define STB_TEXTEDIT_K_PGUP key_of(14)
#define STB_TEXTEDIT_K_PGDOWN key_of(15)

namespace {

void STB_TEXTEDIT_DELETECHARS(Buffer* buffer, int at, int count) {
  buffer->text.erase(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
}

bool STB_TEXTEDIT_INSERTCHARS(Buffer* buffer, int at, const char32_t* what, int count) {
  buffer->text.insert(static_cast<std::size_t>(at), what, static_cast<std::size_t>(count));
  return true;
}

#define STB_TEXTEDIT_IMPLEMENTATION
#include <imstb_textedit.h>

}  // namespace

struct TextEdit::Parts {
  Buffer buffer;
  STB_TexteditState state{};

  void key(int which) {
    stb_textedit_key(&buffer, &state, which);
    buffer.rows = rows_of(buffer);
  }
};

TextEdit::TextEdit() : parts_(std::make_unique<Parts>()) {
  stb_textedit_initialize_state(&parts_->state, 1);
}

TextEdit::~TextEdit() = default;

const std::u32string& TextEdit::text() const {
  return parts_->buffer.text;
}

void TextEdit::reset(std::u32string text, bool one_line) {
  parts_->buffer.text = std::move(text);
  parts_->buffer.one_line = one_line;
  // Whoever measured the letters of the text before may be gone.
  parts_->buffer.width = nullptr;
  stb_textedit_initialize_state(&parts_->state, one_line ? 1 : 0);
  const int end = static_cast<int>(parts_->buffer.text.size());
  parts_->state.cursor = parts_->state.select_start = parts_->state.select_end = end;
  parts_->buffer.rows = rows_of(parts_->buffer);
}

void TextEdit::lay_out(Width width, float room, float line_height) {
  parts_->buffer.width = std::move(width);
  parts_->buffer.room = room;
  parts_->buffer.line_height = line_height;
  parts_->buffer.rows = rows_of(parts_->buffer);
}

const std::vector<TextEdit::Row>& TextEdit::rows() const {
  return parts_->buffer.rows;
}

float TextEdit::width_of(std::size_t from, std::size_t to) const {
  return parts_->buffer.width_of(from, to);
}

std::size_t TextEdit::caret() const {
  const auto at = static_cast<std::size_t>(std::max(0, parts_->state.cursor));
  return std::min(at, parts_->buffer.text.size());
}

std::pair<std::size_t, std::size_t> TextEdit::selection() const {
  const auto size = parts_->buffer.text.size();
  const auto one =
      std::min(size, static_cast<std::size_t>(std::max(0, parts_->state.select_start)));
  const auto other =
      std::min(size, static_cast<std::size_t>(std::max(0, parts_->state.select_end)));
  if (one == other) return {caret(), caret()};
  return {std::min(one, other), std::max(one, other)};
}

std::u32string TextEdit::selected() const {
  const auto [from, to] = selection();
  return parts_->buffer.text.substr(from, to - from);
}

std::size_t TextEdit::row_of(std::size_t position) const {
  const auto& rows = parts_->buffer.rows;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    if (position < rows[i].first + std::max<std::size_t>(1, rows[i].taken)) return i;
  }
  return rows.size() - 1;
}

void TextEdit::move(Move where, bool select) {
  static_assert(static_cast<int>(Move::word_right) == 9);
  const bool by_rows = where == Move::up || where == Move::down || where == Move::line_start ||
                       where == Move::line_end;
  if (by_rows) {
    move_by_rows(where, select);
  } else {
    parts_->key(key_of(static_cast<int>(where)) | (select ? shift_bit : 0));
  }
}

std::size_t TextEdit::row_end(std::size_t number) const {
  const Row& row = rows()[number];
  // Where a row was broken inside a word, the place behind its last letter is in the next row.
  const bool broken = row.taken == row.count && row.count > 0 && number + 1 < rows().size();
  return row.first + row.count - (broken ? 1 : 0);
}

// By our own rows: the header knows only those that a line feed ends.
void TextEdit::move_by_rows(Move where, bool select) {
  STB_TexteditState& state = parts_->state;
  const auto [low, high] = selection();
  const bool back = where == Move::up || where == Move::line_start;
  const std::size_t from = select ? caret() : back ? low : high;
  const std::size_t number = row_of(from);
  std::size_t to = from;
  if (where == Move::line_start) {
    to = rows()[number].first;
  } else if (where == Move::line_end) {
    to = row_end(number);
  }
  const bool leaves = where == Move::up     ? number > 0
                      : where == Move::down ? number + 1 < rows().size()
                                            : false;
  const float wanted =
      state.has_preferred_x != 0 ? state.preferred_x : width_of(rows()[number].first, from);
  if (leaves) {
    const std::size_t next = where == Move::up ? number - 1 : number + 1;
    to = rows()[next].first;
    while (to < row_end(next) && width_of(rows()[next].first, to + 1) <= wanted + 0.01F) ++to;
  }
  // Several rows in turn keep to the place where the first was left.
  state.has_preferred_x = leaves ? 1 : 0;
  state.preferred_x = wanted;
  const int place = static_cast<int>(to);
  if (!select) {
    state.select_start = place;
  } else if (state.select_start == state.select_end) {
    state.select_start = state.cursor;
  }
  state.select_end = state.cursor = place;
}

void TextEdit::select_all() {
  parts_->state.select_start = 0;
  parts_->state.select_end = parts_->state.cursor = static_cast<int>(parts_->buffer.text.size());
}

void TextEdit::insert(std::u32string_view what) {
  if (what.empty()) return;
  stb_textedit_paste(&parts_->buffer, &parts_->state, what.data(), static_cast<int>(what.size()));
  parts_->buffer.rows = rows_of(parts_->buffer);
}

void TextEdit::erase_before() {
  parts_->key(STB_TEXTEDIT_K_BACKSPACE);
}
void TextEdit::erase_after() {
  parts_->key(STB_TEXTEDIT_K_DELETE);
}

bool TextEdit::erase_selection() {
  const bool erased = stb_textedit_cut(&parts_->buffer, &parts_->state) != 0;
  parts_->buffer.rows = rows_of(parts_->buffer);
  return erased;
}

void TextEdit::undo() {
  parts_->key(STB_TEXTEDIT_K_UNDO);
}
void TextEdit::redo() {
  parts_->key(STB_TEXTEDIT_K_REDO);
}

float TextEdit::within_row(float x, float y) const {
  const float number = std::max(0.0F, y / parts_->buffer.line_height);
  const Row& row = rows()[std::min(rows().size() - 1, static_cast<std::size_t>(number))];
  // Just inside its last letter, so that what is beyond it means the end of this row.
  const float end = width_of(row.first, row.first + row.count) - 0.01F;
  return row.count == 0 ? x : std::min(x, end);
}

void TextEdit::press_at(float x, float y) {
  stb_textedit_click(&parts_->buffer, &parts_->state, within_row(x, y), y);
}

void TextEdit::drag_to(float x, float y) {
  stb_textedit_drag(&parts_->buffer, &parts_->state, within_row(x, y), y);
}

void TextEdit::wipe() {
  // Through a volatile pointer, so that the compiler can't see that nobody reads it any more.
  const auto zero = [](void* from, std::size_t size) {
    volatile unsigned char* at = static_cast<unsigned char*>(from);
    for (std::size_t i = 0; i < size; ++i) at[i] = 0;
  };
  zero(parts_->buffer.text.data(), parts_->buffer.text.size() * sizeof(char32_t));
  zero(parts_->state.undostate.undo_char, sizeof parts_->state.undostate.undo_char);
  reset({}, parts_->buffer.one_line);
}

}  // namespace baraza::ui
