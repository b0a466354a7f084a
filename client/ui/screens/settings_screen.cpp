// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/settings_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/choice.h"

namespace baraza::ui {
namespace {

using client::SettingsModel;

constexpr float label_share = 0.4F;  // of a row that tells something of the laptop

void wipe(std::string& text) {
  std::fill(text.begin(), text.end(), '\0');
  text.clear();
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// Draws from the upper edge of a room and counts how far it came.
class Column {
 public:
  Column(Ui& ui, const Rect& room) : ui_(ui), room_(room), top_(room.y) {}

  Rect take(float height, float gap = space::s) { return room_.take_top(height, gap); }
  void gap(float height) { room_.take_top(height); }
  void label(std::string_view id, std::string_view text) {
    gap(ui_.paragraph(id, room_, text, {Role::body, Weight::bold, Token::ink}) + space::xs);
  }
  void note(std::string_view id, std::string_view text, bool wrong = false) {
    if (text.empty()) return;
    gap(ui_.paragraph(id, room_, text,
                      {Role::note, wrong ? Weight::bold : Weight::regular,
                       wrong ? Token::risk_soft_ink : Token::ink2}) +
        space::s);
  }
  const Rect& room() const { return room_; }
  float used() const { return room_.y - top_; }

 private:
  Ui& ui_;
  Rect room_;
  float top_;
};

std::optional<std::size_t> pick(Ui& ui, Column& column, std::string_view id, std::string_view title,
                                const std::vector<std::string>& parts,
                                std::optional<std::size_t> chosen) {
  column.label(std::string(id) + ".title", title);
  const std::vector<std::string_view> views(parts.begin(), parts.end());
  return choice(ui, {.id = id,
                     .rect = column.take(ui.target(), space::l),
                     .label = title,
                     .parts = views,
                     .chosen = chosen});
}

void draw_look(Ui& ui, Column& column, const SettingsModel& model, Requests& requests) {
  std::vector<std::string> names;
  std::optional<std::size_t> current;
  for (const client::LanguageChoice& language : model.languages) {
    if (language.id == model.language) current = names.size();
    names.push_back(language.name);
  }
  if (const auto to = pick(ui, column, "language", model.language_title, names, current)) {
    requests.push_back(request::SetLanguage{model.languages[*to].id});
  }
  if (const auto to = pick(ui, column, "text_size", model.text_size_title, model.text_sizes,
                           static_cast<std::size_t>(ui.text_size()))) {
    requests.push_back(request::SetTextSize{static_cast<TextSize>(*to)});
  }
  if (const auto to = pick(ui, column, "theme", model.theme_title, model.themes,
                           static_cast<std::size_t>(ui.canvas().theme()))) {
    requests.push_back(request::SetTheme{static_cast<Theme>(*to)});
  }
  if (const auto to = pick(ui, column, "privacy", model.privacy_title, model.privacy_choices,
                           model.privacy_at_start ? 1U : 0U)) {
    requests.push_back(request::SetPrivacyAtStart{*to == 1});
  }
}

void draw_passphrase(Ui& ui, Column& column, const SettingsModel& model, SettingsState& state,
                     Requests& requests) {
  const auto field = [&](std::string_view id, std::string_view label, std::string& text,
                         TextFieldState& field_state) {
    column.label(std::string(id) + ".label", label);
    text_field(ui,
               {.id = id,
                .rect = column.take(text_field_height(ui), space::m),
                .label = label,
                .kind = TextFieldKind::passphrase,
                .show_word = model.passphrase.show,
                .hide_word = model.passphrase.hide},
               text, field_state);
  };
  field("old", model.old_passphrase, state.old_passphrase, state.old_field);
  field("new", model.new_passphrase, state.new_passphrase, state.new_field);
  field("again", model.passphrase.again, state.again, state.again_field);
  std::string why;
  if (state.again.empty() || state.again != state.new_passphrase) why = model.passphrase.differ;
  if (length_of(state.new_passphrase) < model.passphrase.least) why = model.passphrase.too_short;
  if (state.old_passphrase.empty()) why = model.old_missing;
  const bool began = !state.old_passphrase.empty() || !state.new_passphrase.empty();
  column.note("passphrase.said", began ? why : model.passphrase_said,
              !began && model.passphrase_wrong);
  ButtonSpec change{.id = "change", .text = model.change, .enabled = why.empty(), .why_not = why};
  const Size size = button_size(ui, change);
  change.rect = column.take(size.height);
  change.rect.width = std::min(size.width, change.rect.width);
  if (button(ui, change)) {
    requests.push_back(request::ChangePassphrase{state.old_passphrase, state.new_passphrase});
    state.forget();
  }
}

void draw_laptop(Ui& ui, Column& column, const SettingsModel& model, SettingsState& state,
                 Requests& requests) {
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const std::string id = "row." + std::to_string(i);
    Rect value = column.room();
    const Rect label = value.take_left(std::floor(value.width * label_share), space::s);
    const float first =
        ui.paragraph(id, label, model.rows[i].label, {Role::body, Weight::regular, Token::ink2});
    const float second = ui.paragraph(id + ".value", value, model.rows[i].value,
                                      {Role::body, Weight::bold, Token::ink});
    column.take(std::max(first, second), space::s);
  }
  column.gap(space::s);
  column.label("server.title", model.server_title);
  if (!state.server_typed) state.server = model.server;
  const bool bad = state.server_typed && !client::is_address(state.server);
  if (text_field(ui,
                 {.id = "server",
                  .rect = column.take(text_field_height(ui)),
                  .label = model.server_title,
                  .most_bytes = 300,
                  .wrong = bad || model.server_wrong},
                 state.server, state.server_field)) {
    state.server_typed = true;
  }
  const std::string& said = !model.server_said.empty() && !bad ? model.server_said
                            : bad                              ? model.server_bad
                                                               : model.server_hint;
  column.note("server.said", said, model.server_wrong && !bad);
  const bool other = client::is_address(state.server) && state.server != model.server;
  ButtonSpec set{.id = "set_server",
                 .text = model.set_server,
                 .enabled = other,
                 .why_not = bad ? model.server_bad : model.server_hint};
  const Size size = button_size(ui, set);
  set.rect = column.take(size.height);
  set.rect.width = std::min(size.width, set.rect.width);
  if (button(ui, set)) {
    requests.push_back(request::SetServer{state.server});
    state.server_typed = false;
  }
}

// A card whose height is what is drawn in it. What it holds is drawn after its ground, so the
// height is that of the pass before: passes repeat until nothing moves.
template <class Draw>
float draw_card(Ui& ui, const Rect& room, std::string_view id, std::string_view title,
                float& height, Draw draw) {
  CardSpec spec{.id = id, .rect = {room.x, room.y, room.width, height}, .title = title};
  Column column(ui, card(ui, spec));
  draw(column);
  height = card_around(ui, spec) + column.used() - space::s;
  return height;
}

}  // namespace

void SettingsState::forget() {
  wipe(old_passphrase);
  wipe(new_passphrase);
  wipe(again);
  old_field.forget();
  new_field.forget();
  again_field.forget();
}

TopBarModel settings_top_bar(const SettingsModel& model) {
  TopBarModel out;
  out.title = model.title;
  out.note = model.note;
  return out;
}

void draw_settings(Ui& ui, const ShellFrame& frame, const SettingsModel& model,
                   SettingsState& state, Requests& requests) {
  const auto scope = ui.scope("settings");
  const auto scroll = ui.scroll("room", frame.content.grown(space::xs));
  Rect room = scroll->room().inset(space::xs);
  const float top = scroll->room().y;
  const bool two = ui.layout() != Layout::narrow;
  Rect left = room;
  Rect right = room;
  if (two) right = left.take_right(std::floor((room.width - space::card_gap) / 2), space::card_gap);

  left.take_top(draw_card(ui, left, "screen", model.screen_title, state.heights[0],
                          [&](Column& column) { draw_look(ui, column, model, requests); }),
                space::card_gap);
  Rect& second = two ? right : left;
  second.take_top(
      draw_card(ui, second, "passphrase", model.passphrase_title, state.heights[1],
                [&](Column& column) { draw_passphrase(ui, column, model, state, requests); }),
      space::card_gap);
  second.take_top(
      draw_card(ui, second, "laptop", model.laptop_title, state.heights[2],
                [&](Column& column) { draw_laptop(ui, column, model, state, requests); }));
  scroll->used(std::max(left.y, second.y) - top + space::xs);
  ui.first_focus(ui.id("language." + std::to_string(0)));
}

}  // namespace baraza::ui
