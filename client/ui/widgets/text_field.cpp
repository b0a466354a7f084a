// SPDX-License-Identifier: Apache-2.0
#include "client/ui/widgets/text_field.h"

#include <algorithm>
#include <boost/locale/encoding_utf.hpp>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/parts.h"
#include "client/ui/widgets/text_edit.h"

namespace baraza::ui {
namespace {

constexpr float side = 14;
constexpr float above_lines = 11;
constexpr char32_t bullet = 0x2022;
constexpr float caret_width = 2;

std::string utf8(std::u32string_view text) {
  return boost::locale::conv::utf_to_utf<char>(text.data(), text.data() + text.size());
}

std::u32string code_points(std::string_view text) {
  return boost::locale::conv::utf_to_utf<char32_t>(text.data(), text.data() + text.size());
}

bool is_written(char32_t c) {
  return c >= U' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0);
}

}  // namespace

TextFieldState::TextFieldState() = default;
TextFieldState::~TextFieldState() = default;
TextFieldState::TextFieldState(TextFieldState&&) noexcept = default;
TextFieldState& TextFieldState::operator=(TextFieldState&&) noexcept = default;

void TextFieldState::forget() {
  if (edit_) edit_->wipe();
  scroll_ = 0;
  shown_ = false;
}

// One pass over one field.
class TextFieldPass {
 public:
  TextFieldPass(Ui& ui, const TextFieldSpec& spec, std::string& text, TextFieldState& state)
      : ui_(ui), spec_(spec), text_(text), state_(state) {
    if (!state_.edit_) {
      state_.edit_ = std::make_unique<TextEdit>();
      edit().reset(code_points(text_), !several());
    } else if (utf8(edit().text()) != text_) {
      edit().reset(code_points(text_), !several());  // its owner changed it
    }
  }

  bool run() {
    Rect rect = spec_.rect;
    ControlSpec control_spec;
    control_spec.id = spec_.id;
    control_spec.rect = rect;
    control_spec.text = spec_.label;
    control_spec.enabled = spec_.enabled;
    control_spec.why_not = spec_.why_not;
    control_spec.keeps_arrows = true;
    control_spec.keeps_text = true;
    control_spec.keeps_enter = several();
    const Control control = ui_.control(control_spec);

    Rect room = rect.inset(side, several() ? above_lines : 0);
    if (spec_.kind == TextFieldKind::passphrase) room.take_right(show_width(), space::xs);
    line_ = ui_.canvas().line_height(spec_.role);
    room_ = room;
    lay_out();
    if (spec_.enabled) {
      take_pointer(control);
      if (control.focused) take_keys();
    }
    draw(control);
    if (spec_.kind == TextFieldKind::passphrase) draw_show();

    const bool changed = utf8(edit().text()) != text_;
    if (changed) text_ = utf8(edit().text());
    return changed;
  }

 private:
  TextEdit& edit() { return *state_.edit_; }
  bool several() const { return spec_.kind == TextFieldKind::lines; }
  bool hidden() const { return spec_.kind == TextFieldKind::passphrase && !state_.shown_; }

  void lay_out() {
    const bool covered = hidden();
    edit().lay_out(
        [this, covered](char32_t c) {
          const std::u32string one(1, covered ? bullet : c);
          return ui_.width_of(utf8(one), spec_.role);
        },
        room_.width - caret_width, line_);
  }

  ButtonSpec show_spec(bool shown) const {
    return {.text = shown ? spec_.hide_word : spec_.show_word,
            .kind = ButtonKind::quiet,
            .icon = shown ? icon::visibility_off : icon::visibility,
            .enabled = spec_.enabled,
            .why_not = spec_.why_not,
            .tight = true};
  }

  // Of the wider of its two words: it stays where it is when it is pressed.
  float show_width() const {
    return std::max(button_size(ui_, show_spec(false)).width,
                    button_size(ui_, show_spec(true)).width);
  }

  // The height before the first row: in one line it is in the middle.
  float top() const {
    return several() ? room_.y - state_.scroll_ : std::floor(room_.centre().y - line_ / 2);
  }
  float left() const { return several() ? room_.x : room_.x - state_.scroll_; }

  void take_pointer(const Control& control) {
    const InputEvent* event = ui_.event();
    if (event == nullptr) return;
    const Point at = ui_.pointer();
    if (std::holds_alternative<PointerPressed>(*event) && control.hovered) {
      edit().press_at(at.x - left(), at.y - top());
      ui_.use_event();
    } else if (std::holds_alternative<PointerMoved>(*event) && control.grabbed) {
      edit().drag_to(at.x - left(), at.y - top());
      ui_.use_event();
    }
  }

  void insert(std::u32string_view what) {
    std::u32string fitting;
    for (const char32_t c : what) {
      if (c == U'\n' && !several()) {
        fitting += U' ';
      } else if (spec_.digits_only ? c >= U'0' && c <= U'9' : c == U'\n' || is_written(c)) {
        fitting += c;
      }
    }
    // What doesn't fit any more isn't taken at all, so that nobody believes half of it is there.
    const std::size_t after = text_.size() - utf8(edit().selected()).size() + utf8(fitting).size();
    if (after <= spec_.most_bytes) edit().insert(fitting);
  }

  void take_keys() {
    const InputEvent* event = ui_.event();
    if (event == nullptr) return;
    if (const auto* typed = std::get_if<Character>(event)) {
      insert(std::u32string_view(&typed->value, 1));
      ui_.use_event();
    } else if (const auto* press = std::get_if<KeyPress>(event)) {
      take_key(*press);
    } else if (const auto* chord = std::get_if<Chord>(event)) {
      take_chord(*chord);
    }
  }

  void take_key(const KeyPress& press) {
    using Move = TextEdit::Move;
    std::optional<Move> move;
    switch (press.key) {
      case Key::left: move = press.ctrl ? Move::word_left : Move::left; break;
      case Key::right: move = press.ctrl ? Move::word_right : Move::right; break;
      case Key::home: move = press.ctrl ? Move::text_start : Move::line_start; break;
      case Key::end: move = press.ctrl ? Move::text_end : Move::line_end; break;
      case Key::up:
      case Key::down:
        if (!several()) return;
        move = press.key == Key::up ? Move::up : Move::down;
        break;
      case Key::backspace:
        if (press.ctrl && edit().selected().empty()) edit().move(Move::word_left, true);
        edit().erase_before();
        break;
      case Key::del: edit().erase_after(); break;
      case Key::enter:
        if (!several() || press.ctrl) return;
        insert(U"\n");
        break;
      default: return;
    }
    if (move) edit().move(*move, press.shift);
    ui_.use_event();
  }

  void take_chord(const Chord& chord) {
    switch (chord.value) {
      case U'a': edit().select_all(); break;
      case U'c':
      case U'x': {
        const std::u32string chosen = edit().selected();
        // A passphrase goes nowhere but into its field.
        if (chosen.empty() || spec_.kind == TextFieldKind::passphrase) break;
        ui_.clipboard().write(utf8(chosen));
        if (chord.value == U'x') edit().erase_selection();
        break;
      }
      case U'v': insert(code_points(ui_.clipboard().read())); break;
      case U'z':
        if (chord.shift) {
          edit().redo();
        } else {
          edit().undo();
        }
        break;
      case U'y': edit().redo(); break;
      default: return;
    }
    ui_.use_event();
  }

  // Brings the caret into the room.
  void reveal() {
    const std::size_t row = edit().row_of(edit().caret());
    if (several()) {
      const float y = static_cast<float>(row) * line_;
      const float all = static_cast<float>(edit().rows().size()) * line_;
      if (y < state_.scroll_) state_.scroll_ = y;
      if (y + line_ > state_.scroll_ + room_.height) state_.scroll_ = y + line_ - room_.height;
      state_.scroll_ = std::clamp(state_.scroll_, 0.0F, std::max(0.0F, all - room_.height));
      return;
    }
    const float x = edit().width_of(0, edit().caret());
    const float all = edit().width_of(0, edit().text().size()) + caret_width;
    if (x < state_.scroll_) state_.scroll_ = x;
    if (x + caret_width > state_.scroll_ + room_.width) {
      state_.scroll_ = x + caret_width - room_.width;
    }
    state_.scroll_ = std::clamp(state_.scroll_, 0.0F, std::max(0.0F, all - room_.width));
  }

  void draw(const Control& control) {
    Canvas& canvas = ui_.canvas();
    parts::Paint look;
    if (!spec_.enabled) look = {Token::sunk, Token::line, Token::ink2};
    if (spec_.wrong) look.border = Token::risk;
    parts::paint(ui_, spec_.rect, look, space::button_radius);
    if (spec_.wrong) canvas.border(spec_.rect, Token::risk, space::button_radius, 2);
    if (control.focused) {
      reveal();
    } else if (!several()) {
      state_.scroll_ = 0;
    }
    canvas.push_clip(room_.grown(1));
    if (edit().text().empty()) {
      Rect hint = room_;
      if (several()) hint.height = line_;
      ui_.text(parts::below(spec_.id, "hint"), hint, spec_.hint,
               {spec_.role, Weight::regular, Token::ink2});
    }
    const auto [from, to] = edit().selection();
    for (std::size_t i = 0; i < edit().rows().size(); ++i) {
      draw_row(i, from, to, look.ink);
    }
    if (control.focused && spec_.enabled) draw_caret();
    canvas.pop_clip();
    note_text();
  }

  void draw_row(std::size_t number, std::size_t from, std::size_t to, Token ink) {
    const TextEdit::Row& row = edit().rows()[number];
    const Rect place{left(), top() + static_cast<float>(number) * line_,
                     edit().width_of(row.first, row.first + row.count), line_};
    if (place.bottom() < room_.y || place.y > room_.bottom()) return;
    const std::size_t begin = std::max(from, row.first);
    const std::size_t end = std::min(to, row.first + row.count);
    if (begin < end) {
      ui_.canvas().fill({place.x + edit().width_of(row.first, begin), place.y,
                         edit().width_of(begin, end), line_},
                        Token::soft);
    }
    const std::u32string shown =
        hidden() ? std::u32string(row.count, bullet) : edit().text().substr(row.first, row.count);
    ui_.canvas().text(place, utf8(shown), {spec_.role, Weight::regular, ink});
  }

  void draw_caret() {
    const std::size_t row = edit().row_of(edit().caret());
    const float x = left() + edit().width_of(edit().rows()[row].first, edit().caret());
    const float y = top() + static_cast<float>(row) * line_;
    ui_.canvas().fill({std::floor(x), y + 2, caret_width, line_ - 4}, Token::ink);
  }

  // What is in it, for scripts and tests; of a passphrase nobody is told.
  void note_text() {
    if (spec_.kind == TextFieldKind::passphrase || edit().text().empty()) return;
    ui_.note_area(parts::below(spec_.id, "value"), room_, utf8(edit().text()));
  }

  void draw_show() {
    Rect place = spec_.rect;
    place = place.take_right(show_width() + space::xs);
    ButtonSpec show = show_spec(state_.shown_);
    show.rect = {place.x, std::floor(place.centre().y - ui_.target() / 2), show_width(),
                 ui_.target()};
    const std::string leaf = parts::below(spec_.id, "show");
    show.id = leaf;
    if (button(ui_, show)) state_.shown_ = !state_.shown_;
  }

  Ui& ui_;
  const TextFieldSpec& spec_;
  std::string& text_;
  TextFieldState& state_;
  Rect room_;
  float line_ = 0;
};

bool text_field(Ui& ui, const TextFieldSpec& spec, std::string& text, TextFieldState& state) {
  return TextFieldPass(ui, spec, text, state).run();
}

float text_field_height(const Ui& ui, int lines, Role role) {
  if (lines <= 1) return std::max(ui.field(), ui.canvas().line_height(role) + 2 * space::m);
  return static_cast<float>(lines) * ui.canvas().line_height(role) + 2 * above_lines;
}

bool number_field(Ui& ui, const NumberFieldSpec& spec, std::optional<std::uint32_t>& value,
                  NumberFieldState& state) {
  const auto read = [&]() -> std::optional<std::uint32_t> {
    if (state.text.empty()) return std::nullopt;
    return static_cast<std::uint32_t>(std::stoul(state.text));
  };
  // Its owner changed it.
  if (value && read() != value) state.text = std::to_string(*value);
  TextFieldSpec field{.id = spec.id,
                      .rect = spec.rect,
                      .label = spec.label,
                      .hint = spec.hint,
                      .most_bytes = std::to_string(spec.most).size(),
                      .digits_only = true,
                      .enabled = spec.enabled,
                      .why_not = spec.why_not};
  field.wrong = read() && *read() > spec.most;
  text_field(ui, field, state.text, state.field);
  auto now = read();
  if (now && *now > spec.most) now.reset();
  if (now == value) return false;
  value = now;
  return true;
}

float check_row_height(const Ui& ui, const CheckRowSpec& spec) {
  const float box = ui.canvas().icon_width(IconSize::large);
  parts::TwoLines lines;
  lines.first = spec.text;
  lines.second = spec.note;
  lines.strong = false;
  lines.most_first_lines = 3;
  lines.most_second_lines = 4;
  const float words =
      parts::two_lines_height(ui, lines, spec.rect.width - 2 * space::m - box - space::m);
  return std::max(ui.target(), words + 2 * space::s);
}

bool check_row(Ui& ui, const CheckRowSpec& spec) {
  ControlSpec control_spec;
  control_spec.id = spec.id;
  control_spec.rect = spec.rect;
  control_spec.text = spec.text;
  control_spec.group = spec.group;
  control_spec.enabled = spec.enabled;
  control_spec.why_not = spec.why_not;
  const Control control = ui.control(control_spec);
  Canvas& canvas = ui.canvas();
  if (control.held && spec.enabled) {
    canvas.fill(spec.rect, Token::soft, space::button_radius);
  } else if (control.hovered && spec.enabled) {
    canvas.fill(spec.rect, parts::hover_fill(canvas.theme()), space::button_radius);
  }
  Rect room = spec.rect.inset(space::m, 0);
  const float size = canvas.icon_width(IconSize::large);
  const Rect place = room.take_left(size, space::m);
  const Rect box = place.centred({size - 2, size - 2});
  if (spec.checked) {
    canvas.box(box, spec.enabled ? Token::accent : Token::sunk, Token::edge, space::xs);
    canvas.icon(place.centre(), icon::check,
                {IconSize::plain, spec.enabled ? Token::accent_ink : Token::ink2});
  } else {
    canvas.box(box, Token::surface, spec.enabled ? Token::edge : Token::line, space::xs);
  }
  parts::TwoLines lines;
  lines.first = spec.text;
  lines.second = spec.note;
  lines.strong = false;
  lines.most_first_lines = 3;
  lines.most_second_lines = 4;
  lines.first_colour = spec.enabled ? Token::ink : Token::ink2;
  parts::two_lines(ui, spec.id, room, lines);
  return control.activated;
}

}  // namespace baraza::ui
