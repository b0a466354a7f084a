// SPDX-License-Identifier: Apache-2.0
#include "client/app/place_history.h"

#include <algorithm>
#include <utility>

#include "shared/base/overloaded.h"

namespace baraza::app {

namespace place = ui::place;

std::optional<ui::Place> place_above(const ui::Place& here) {
  return std::visit(
      Overloaded{
          [](const place::Group&) -> std::optional<ui::Place> { return place::Groups{}; },
          [](const place::Member& it) -> std::optional<ui::Place> {
            return place::Group{it.group};
          },
          [](const place::FocalArea& it) -> std::optional<ui::Place> {
            return place::Member{it.group, it.member};
          },
          [](const place::Work& it) -> std::optional<ui::Place> {
            return place::Member{it.group, it.member};
          },
          [](const place::Sheet& it) -> std::optional<ui::Place> {
            return place::Work{it.group, it.member};
          },
          [](const place::Inventory& it) -> std::optional<ui::Place> {
            return place::Work{it.group, it.member};
          },
          [](const place::InventoryPerson& it) -> std::optional<ui::Place> {
            return place::Inventory{it.group, it.member};
          },
          [](const place::Consent& it) -> std::optional<ui::Place> {
            return place::Work{it.group, it.member};
          },
          [](const place::Techniques& it) -> std::optional<ui::Place> {
            return place::Session{it.group, it.session};
          },
          [](const place::Note& it) -> std::optional<ui::Place> { return place::Group{it.group}; },
          [](const place::Session& it) -> std::optional<ui::Place> {
            return place::Group{it.group};
          },
          [](const place::Attendance& it) -> std::optional<ui::Place> {
            return place::Session{it.group, it.session};
          },
          [](const place::MoodCheck& it) -> std::optional<ui::Place> {
            return place::Session{it.group, it.session};
          },
          [](const place::Seat& it) -> std::optional<ui::Place> {
            return place::Member{it.group, it.member};
          },
          [](const place::Intake&) -> std::optional<ui::Place> { return place::Groups{}; },
          [](const place::IntakePerson& it) -> std::optional<ui::Place> {
            return place::Intake{it.site};
          },
          [](const place::IntakeForm& it) -> std::optional<ui::Place> {
            return place::Intake{it.site};
          },
          [](const place::Screening& it) -> std::optional<ui::Place> {
            return place::IntakePerson{it.site, it.person};
          },
          [](const place::FormGroup& it) -> std::optional<ui::Place> {
            return place::Intake{it.site};
          },
          [](const place::Alarm& it) -> std::optional<ui::Place> {
            return place::Member{it.group, it.member};
          },
          [](const auto&) -> std::optional<ui::Place> { return std::nullopt; },
      },
      here);
}

// Filled in and left behind: nobody wants back to an empty form that was saved.
bool is_form(const ui::Place& here) {
  return std::holds_alternative<place::IntakeForm>(here) ||
         std::holds_alternative<place::FormGroup>(here) ||
         std::holds_alternative<place::Seat>(here);
}

bool is_root(const ui::Place& here) {
  return !place_above(here);
}

const std::string* PlaceHistory::back_title() const {
  return behind_.empty() ? nullptr : &behind_.back().title;
}

void PlaceHistory::go(ui::Place to, std::string title) {
  if (to == here_) return;
  if (is_root(to)) {
    behind_.clear();
  } else if (const auto before = std::find_if(behind_.begin(), behind_.end(),
                                              [&](const Step& step) { return step.place == to; });
             before != behind_.end()) {
    behind_.erase(before, behind_.end());
  } else {
    // Another item of the same kind stands in its place: walking along members doesn't have to be
    // walked back.
    if (to.index() != here_.index() && !is_form(here_))
      behind_.push_back({here_, std::move(title)});
  }
  here_ = std::move(to);
  settle();
}

bool PlaceHistory::back() {
  if (behind_.empty()) return false;
  here_ = std::move(behind_.back().place);
  behind_.pop_back();
  settle();
  return true;
}

void PlaceHistory::settle() {
  if (!behind_.empty()) return;
  if (auto above = place_above(here_)) behind_.push_back({*std::move(above), {}});
}

}  // namespace baraza::app
