// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/intake_form_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/page.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/choice.h"

namespace baraza::ui {
namespace {

using client::IntakeFormModel;

constexpr float year_width = 160;
constexpr std::size_t most_name_bytes = 120;
constexpr std::size_t most_phone_bytes = 40;

// A label with a field below it.
class Fields {
 public:
  Fields(Ui& ui, const Rect& room) : ui_(ui), room_(room), top_(room.y) {}

  bool line(std::string_view id, const std::string& label, const std::string& hint,
            std::size_t most, std::string& text, TextFieldState& field) {
    return text_field(
        ui_, {.id = id, .rect = below(id, label), .label = label, .hint = hint, .most_bytes = most},
        text, field);
  }
  Rect below(std::string_view id, const std::string& label) {
    const std::string leaf = std::string(id) + ".label";
    ui_.text(leaf, room_.take_top(ui_.canvas().line_height(Role::note), space::xs), label,
             {Role::note, Weight::bold, Token::ink2});
    return room_.take_top(text_field_height(ui_), space::l);
  }
  float used() const { return room_.y - top_; }

  static float height(const Ui& ui, int fields) {
    return static_cast<float>(fields) * (ui.canvas().line_height(Role::note) + space::xs +
                                         text_field_height(ui) + space::l) -
           space::l;
  }

 private:
  Ui& ui_;
  Rect room_;
  float top_;
};

bool draw_left(Ui& ui, const IntakeFormModel& model, const Rect& room, IntakeFormState& state) {
  Fields fields(ui, room);
  bool changed = fields.line("name", model.name_label, model.name_hint, most_name_bytes,
                             state.value.name, state.name);
  Rect year = fields.below("year", model.year_label);
  year.width = std::min(year.width, ui.scaled(year_width));
  std::optional<std::uint32_t> value;
  if (state.value.birth_year != 0) value = state.value.birth_year;
  if (number_field(ui,
                   {.id = "year",
                    .rect = year,
                    .label = model.year_label,
                    .hint = model.year_hint,
                    .most = model.year_most},
                   value, state.year)) {
    state.value.birth_year = value.value_or(0);
    changed = true;
  }
  const Rect sex = fields.below("sex", model.sex_label);
  const std::vector<std::string_view> parts(model.sexes.begin(), model.sexes.end());
  ChoiceSpec spec{.id = "sex", .label = model.sex_label, .parts = parts};
  if (state.value.sex != model::Sex::unknown) {
    spec.chosen = static_cast<std::size_t>(state.value.sex) - 1;
  }
  const Size size = choice_size(ui, spec);
  spec.rect = {sex.x, sex.y, std::min(size.width, sex.width), size.height};
  if (const auto chosen = choice(ui, spec)) {
    state.value.sex = static_cast<model::Sex>(*chosen + 1);
    changed = true;
  }
  return changed;
}

bool draw_right(Ui& ui, const IntakeFormModel& model, const Rect& room, IntakeFormState& state) {
  Fields fields(ui, room);
  const bool village = fields.line("village", model.village_label, model.village_hint,
                                   most_name_bytes, state.value.village, state.village);
  const bool phone = fields.line("phone", model.phone_label, model.phone_hint, most_phone_bytes,
                                 state.value.phone, state.phone);
  return village || phone;
}

bool draw_fields(Ui& ui, const IntakeFormModel& model, Rect& room, IntakeFormState& state) {
  CardSpec spec{.id = "fields", .rect = {room.x, room.y, room.width, 0}};
  const float inside = room.width - 2 * spec.padding;
  const bool two = ui.layout() == Layout::wide;
  const float width = two ? std::floor((inside - space::xl) / 2) : inside;
  const float left = Fields::height(ui, 3);
  const float right = Fields::height(ui, 2);
  spec.rect.height = card_around(ui, spec) + (two ? left : left + space::l + right);
  Rect rest = card(ui, spec);
  room.take_top(spec.rect.height, space::card_gap);
  const Rect first = two ? rest.take_left(width, space::xl) : rest.take_top(left, space::l);
  bool changed = draw_left(ui, model, first, state);
  changed |= draw_right(ui, model, rest, state);
  return changed;
}

void draw_doubles(Ui& ui, const IntakeFormModel& model, Rect& room, Requests& requests) {
  if (model.doubles.empty()) return;
  CardStack stack(ui, room, {.id = "doubles", .title = model.double_title, .tone = Tone::warn});
  for (std::size_t i = 0; i < model.doubles.size(); ++i) {
    const std::string id = "double." + std::to_string(i);
    const auto& [person, words] = model.doubles[i];
    stack.add(ui.target(), space::s,
              [&ui, &model, &requests, id, &person = person, &words = words](const Rect& rect) {
                Rect row = rect;
                ButtonSpec open{.id = id, .text = model.open_word, .tight = true};
                const Size size = button_size(ui, open);
                open.rect = row.take_right(size.width, space::m);
                open.rect.height = size.height;
                ui.text(id + ".words", row, words, {Role::body, Weight::bold, Token::warn_ink});
                if (button(ui, open)) {
                  requests.emplace_back(request::Go{place::IntakePerson{model.site, person}});
                }
              });
  }
  stack.finish();
}

void save(const IntakeFormModel& model, IntakeFormState& state, Requests& requests) {
  client::RegisterPerson intent;
  intent.site = model.site;
  if (model.person.is_zero()) {
    intent.fresh = state.value.person;
  } else {
    intent.person = model.person;
  }
  intent.name = state.value.name;
  intent.birth_year = state.value.birth_year;
  intent.sex = state.value.sex;
  intent.village = state.value.village;
  intent.phone = state.value.phone;
  // Spaces at the ends are slips of the finger.
  for (std::string* text : {&intent.name, &intent.village, &intent.phone}) {
    const auto first = text->find_first_not_of(" \t");
    const auto last = text->find_last_not_of(" \t");
    *text = first == std::string::npos ? std::string() : text->substr(first, last - first + 1);
  }
  request::Act act;
  act.intents.emplace_back(std::move(intent));
  act.done = model.done;
  act.drops_drafts.push_back(model.draft_key);
  act.then = place::IntakePerson{model.site, state.value.person};
  requests.emplace_back(std::move(act));
}

}  // namespace

IntakeFormState begin_intake_form(const IntakeFormModel& model, const Bytes& kept, Random& random) {
  IntakeFormState state;
  state.value = model.value;
  if (const auto draft = client::decode_person(kept)) {
    state.value = *draft;
    state.typed = true;
  }
  if (state.value.person.is_zero()) state.value.person = random.id<PersonId>();
  return state;
}

TopBarModel intake_form_top_bar(const IntakeFormModel& model) {
  return titled_bar(model);
}

void draw_intake_form(Ui& ui, const ShellFrame& frame, const IntakeFormModel& model,
                      IntakeFormState& state, Requests& requests) {
  const auto scope = ui.scope("person");
  Rect content = frame.content;
  Rect bar;
  if (model.none.empty()) bar = content.take_bottom(ui.primary(), space::m);
  bool changed = false;
  draw_page(ui, content, model.none, [&](Rect& room) {
    changed = draw_fields(ui, model, room, state);
    if (!model.year_wrong.empty()) {
      room.take_top(ui.paragraph("year.wrong", room, model.year_wrong,
                                 {Role::note, Weight::bold, Token::risk_soft_ink}),
                    space::m);
    }
    draw_doubles(ui, model, room, requests);
    room.take_top(
        ui.paragraph("kept", room, model.kept, {Role::note, Weight::regular, Token::ink2}),
        space::m);
  });
  if (!model.none.empty()) return;
  if (changed) {
    state.typed = true;
    requests.emplace_back(request::Draft{model.draft_key, client::encode_person(state.value)});
  }
  ButtonSpec spec{.id = "save",
                  .text = model.save_word,
                  .kind = ButtonKind::primary,
                  .big = true,
                  .shortcut = Shortcut::with_ctrl(Key::enter),
                  .enabled = model.save_not.empty(),
                  .why_not = model.save_not};
  const Size size = button_size(ui, spec);
  spec.rect = {bar.x, bar.y, std::min(size.width, bar.width), bar.height};
  if (button(ui, spec)) save(model, state, requests);
  ui.first_focus(ui.id("name"));
}

}  // namespace baraza::ui
