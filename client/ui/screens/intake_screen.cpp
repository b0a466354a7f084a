// SPDX-License-Identifier: Apache-2.0
#include "client/ui/screens/intake_screen.h"

#include <algorithm>
#include <cmath>

#include "client/ui/screens/page.h"
#include "client/ui/theme/icons.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/choice.h"
#include "client/ui/widgets/list_row.h"

namespace baraza::ui {
namespace {

using client::DoubleRow;
using client::IntakeModel;
using client::IntakeRow;
using client::IntakeStanding;

constexpr float search_width = 260;

const char* icon_of(const IntakeRow& row) {
  switch (row.is) {
    case IntakeStanding::to_ask: return icon::help_outline;
    case IntakeStanding::to_decide: return icon::radio_button_unchecked;
    case IntakeStanding::waits: return icon::hourglass_empty;
    case IntakeStanding::refer_first: return icon::local_hospital;
    case IntakeStanding::seated: return icon::groups;
    case IntakeStanding::not_now:
    case IntakeStanding::declined: break;
  }
  return icon::remove_circle_outline;
}

void draw_row(Ui& ui, const IntakeModel& model, std::size_t i, Rect& room, Requests& requests) {
  const IntakeRow& row = model.rows[i];
  const std::string id = "row." + std::to_string(i);
  const std::string group = ui.id("list");
  const DiscSpec disc{.letters = row.letters, .seat = row.tint, .name = row.name};
  ListRowSpec spec{.id = id,
                   .rect = room,
                   .disc = &disc,
                   .name = row.name,
                   .note = row.note,
                   .group = group,
                   .rule = true};
  const bool beside = ui.layout() != Layout::narrow;
  const std::string note = beside || row.note.empty() ? row.note : row.note + " · " + row.standing;
  spec.note = beside ? row.note : row.note.empty() ? row.standing : note;
  spec.trailing_width = beside ? std::floor(room.width * 0.45F) : 0;
  spec.rect.height = list_row_height(ui, spec);
  room.take_top(spec.rect.height);
  const ListRow drawn = list_row(ui, spec);
  if (beside) {
    Rect trailing = drawn.trailing;
    IconLineSpec line{.id = id + ".standing",
                      .rect = trailing,
                      .icon = row.risk ? icon::favorite : icon_of(row),
                      .text = row.standing,
                      .icon_colour = row.risk ? Token::risk : Token::ink2};
    const float height = icon_line_height(ui, line);
    line.rect.y = std::floor(trailing.centre().y - height / 2);
    line.rect.height = height;
    icon_line(ui, line);
  }
  if (drawn.activated) {
    requests.emplace_back(request::Go{place::IntakePerson{model.site, row.person}});
  }
}

request::Act join(const IntakeModel& model, const DoubleRow& row, bool same) {
  client::JoinPersons value{model.site, {row.other, same ? row.one : PersonId{}, {}}, true};
  request::Act act;
  act.intents.emplace_back(value);
  if (same) {
    value.value.same_as = {};
    act.undo.emplace_back(value);
  }
  act.done = same ? model.same_done : model.apart_done;
  return act;
}

void draw_doubles(Ui& ui, const IntakeModel& model, Rect& room, Requests& requests) {
  if (model.doubles.empty()) return;
  const auto scope = ui.scope("doubles");
  CardStack stack(ui, room, {.id = "card", .title = model.doubles_title, .tone = Tone::warn});
  std::vector<std::string> ids;
  ids.reserve(model.doubles.size() * 2);
  for (std::size_t i = 0; i < model.doubles.size(); ++i) {
    const DoubleRow& row = model.doubles[i];
    const std::string id = std::to_string(i);
    ids.push_back(id + ".title");
    stack.paragraph(ids.back(), row.title, {Role::body, Weight::bold, Token::warn_ink}, 0);
    ids.push_back(id + ".why");
    stack.paragraph(ids.back(), row.why, {Role::note, Weight::regular, Token::warn_ink});
    const bool enabled = model.read_only.empty();
    const std::string same_id = id + ".same";
    const std::string apart_id = id + ".apart";
    const auto buttons = [&model, same_id, apart_id, enabled] {
      return std::vector<ButtonSpec>{{.id = same_id,
                                      .text = model.same_word,
                                      .enabled = enabled,
                                      .why_not = model.read_only,
                                      .tight = true},
                                     {.id = apart_id,
                                      .text = model.apart_word,
                                      .enabled = enabled,
                                      .why_not = model.read_only,
                                      .tight = true}};
    };
    stack.add(row_of_buttons_height(ui, buttons(), stack.width()), space::l,
              [&ui, &model, &row, &requests, buttons](const Rect& rect) {
                const auto specs = buttons();
                if (const auto pressed = row_of_buttons(ui, specs, rect)) {
                  requests.emplace_back(join(model, row, *pressed == 0));
                }
              });
  }
  stack.finish();
}

std::vector<ButtonSpec> ways_on(const IntakeModel& model) {
  const bool writes = model.read_only.empty();
  return {{.id = "new",
           .text = model.new_word,
           .kind = ButtonKind::primary,
           .icon = icon::person_add,
           .shortcut = Shortcut::of(U'N'),
           .enabled = writes,
           .why_not = model.read_only},
          {.id = "form",
           .text = model.form_word,
           .icon = icon::groups,
           .shortcut = Shortcut::of(U'G'),
           .enabled = writes && model.form_not.empty(),
           .why_not = writes ? model.form_not : model.read_only}};
}

// Which are shown, and the field in which a name is looked for.
void draw_filter(Ui& ui, const IntakeModel& model, Rect& room, IntakeState& state) {
  const std::vector<std::string_view> parts(model.shows.begin(), model.shows.end());
  ChoiceSpec spec{.id = "show", .label = model.title, .parts = parts};
  spec.chosen = static_cast<std::size_t>(state.show);
  const Size size = choice_size(ui, spec);
  const float field = ui.scaled(search_width);
  const bool beside = size.width + space::l + field <= room.width;
  Rect row = room.take_top(std::max(size.height, text_field_height(ui)), space::m);
  spec.rect = {row.x, row.y, std::min(size.width, row.width), size.height};
  if (const auto chosen = choice(ui, spec)) state.show = static_cast<client::IntakeShow>(*chosen);
  Rect search = beside ? row.take_right(field) : room.take_top(text_field_height(ui), space::m);
  search.height = text_field_height(ui);
  text_field(ui,
             {.id = "search",
              .rect = search,
              .label = model.search_label,
              .hint = model.search_hint,
              .most_bytes = 60},
             state.search, state.field);
  if (ui.pressed(Shortcut::of(U'/'))) ui.focus(ui.id("search"));
}

}  // namespace

TopBarModel intake_top_bar(const IntakeModel& model) {
  return titled_bar(model);
}

void draw_intake(Ui& ui, const ShellFrame& frame, const IntakeModel& model, IntakeState& state,
                 Requests& requests) {
  {
    const auto scope = ui.scope("intake");
    Rect content = frame.content;
    if (model.none.empty()) {
      const auto buttons = ways_on(model);
      const float height = row_of_buttons_height(ui, buttons, content.width);
      const Rect bar = content.take_bottom(height, space::m);
      if (const auto pressed = row_of_buttons(ui, buttons, bar)) {
        if (*pressed == 0) {
          requests.emplace_back(request::Go{place::IntakeForm{model.site, PersonId{}}});
        } else {
          requests.emplace_back(request::Go{place::FormGroup{model.site}});
        }
      }
    }
    draw_page(ui, content, model.none, [&](Rect& room) {
      draw_doubles(ui, model, room, requests);
      draw_filter(ui, model, room, state);
      if (model.rows.empty()) {
        room.take_top(ui.paragraph("nobody", room, model.nobody, {}), space::m);
      }
      for (std::size_t i = 0; i < model.rows.size(); ++i) draw_row(ui, model, i, room, requests);
      if (!model.more.empty()) {
        room.take_top(space::s);
        room.take_top(
            ui.paragraph("more", room, model.more, {Role::note, Weight::regular, Token::ink2}),
            space::s);
      }
    });
    ui.first_focus(ui.id("new"));
  }
}

}  // namespace baraza::ui
