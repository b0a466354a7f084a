// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/form_group_screen.h"

#include <algorithm>

#include "client/ui/screens/page.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/list_row.h"

namespace baraza::ui {
namespace {

using client::FormGroupModel;

constexpr int most_days_ahead = 90;
constexpr std::size_t most_name_bytes = 80;

void draw_label(Ui& ui, std::string_view id, const std::string& label, Rect& room) {
  ui.text(id, room.take_top(ui.canvas().line_height(Role::note), space::xs), label,
          {Role::note, Weight::bold, Token::ink2});
}

void draw_name(Ui& ui, const FormGroupModel& model, Rect& room, FormGroupState& state) {
  draw_label(ui, "name.label", model.name_label, room);
  text_field(ui,
             {.id = "name",
              .rect = room.take_top(text_field_height(ui), space::l),
              .label = model.name_label,
              .hint = model.name_hint,
              .most_bytes = most_name_bytes},
             state.choice.name, state.name);
}

void draw_first(Ui& ui, const FormGroupModel& model, Rect& room, FormGroupState& state) {
  draw_label(ui, "first.label", model.first_label, room);
  StepperSpec spec{.id = "first",
                   .label = model.first_label,
                   .value = state.choice.days_ahead,
                   .least = 0,
                   .most = most_days_ahead,
                   .text = model.first_words,
                   .less_word = model.earlier_word,
                   .more_word = model.later_word};
  const Size size = stepper_size(ui, spec);
  const Rect row = room.take_top(size.height, space::l);
  spec.rect = {row.x, row.y, std::min(size.width, row.width), size.height};
  if (const auto days = stepper(ui, spec, state.first)) state.choice.days_ahead = *days;
}

void draw_courses(Ui& ui, const FormGroupModel& model, Rect& room, FormGroupState& state) {
  const std::string group = ui.id("courses");
  CardStack stack(ui, room, {.id = "courses_card", .title = model.course_label});
  for (std::size_t i = 0; i < model.courses.size(); ++i) {
    const std::string id = "course." + std::to_string(i);
    const bool chosen = state.choice.course == i;
    const auto row = [&model, i, chosen, group](const Rect& rect, const std::string& leaf) {
      return ListRowSpec{.id = leaf,
                         .rect = rect,
                         .icon = chosen ? icon::check_circle : icon::radio_button_unchecked,
                         .name = model.courses[i].name,
                         .selected = chosen,
                         .group = group,
                         .table = true,
                         .strong_name = chosen};
    };
    stack.add(list_row_height(ui, row({0, 0, stack.width(), 0}, id)), 0,
              [&ui, &state, row, id, i](const Rect& rect) {
                if (list_row(ui, row(rect, id)).activated) state.choice.course = i;
              });
  }
  stack.finish();
}

void draw_people(Ui& ui, const FormGroupModel& model, Rect& room, FormGroupState& state) {
  const std::string group = ui.id("people");
  CardStack stack(ui, room, {.id = "people_card", .title = model.people_title});
  stack.paragraph("chosen", model.chosen, {Role::body, Weight::bold, Token::ink});
  if (model.people.empty()) stack.paragraph("nobody", model.nobody);
  for (std::size_t i = 0; i < model.people.size(); ++i) {
    const auto& each = model.people[i];
    const std::string id = "person." + std::to_string(i);
    const bool joins = state.choice.persons.contains(each.person);
    const auto row = [&each, joins, group](const Rect& rect, const std::string& leaf) {
      return CheckRowSpec{.id = leaf,
                          .rect = rect,
                          .text = each.name,
                          .note = each.note,
                          .checked = joins,
                          .group = group};
    };
    stack.add(check_row_height(ui, row({0, 0, stack.width(), 0}, id)), 0,
              [&ui, &state, &each, row, id, joins](const Rect& rect) {
                if (!check_row(ui, row(rect, id))) return;
                if (joins) {
                  state.choice.persons.erase(each.person);
                } else {
                  state.choice.persons.insert(each.person);
                }
              });
  }
  stack.finish();
}

void save(const FormGroupModel& model, const FormGroupState& state, Requests& requests) {
  const auto& course = model.courses[state.choice.course];
  client::FormGroup intent;
  intent.site = model.site;
  intent.value = {state.choice.group, state.choice.name, course.course, model.first_session,
                  course.interval_days};
  for (const auto& each : model.people) {
    if (state.choice.persons.contains(each.person)) intent.persons.push_back(each.person);
  }
  request::Act act;
  act.intents.emplace_back(std::move(intent));
  act.done = model.done;
  act.then = place::Group{state.choice.group};
  requests.emplace_back(std::move(act));
}

}  // namespace

TopBarModel form_group_top_bar(const FormGroupModel& model) {
  return titled_bar(model);
}

void draw_form_group(Ui& ui, const ShellFrame& frame, const FormGroupModel& model,
                     FormGroupState& state, Requests& requests) {
  const auto scope = ui.scope("form");
  Rect content = frame.content;
  Rect bar;
  if (model.none.empty()) bar = content.take_bottom(ui.primary(), space::m);
  draw_page(ui, content, model.none, [&](Rect& room) {
    draw_name(ui, model, room, state);
    draw_first(ui, model, room, state);
    draw_people(ui, model, room, state);
    draw_courses(ui, model, room, state);
    room.take_top(
        ui.paragraph("after", room, model.after, {Role::note, Weight::regular, Token::ink2}),
        space::m);
  });
  if (!model.none.empty()) return;
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
