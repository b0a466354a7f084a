// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/ui/screens/place.h"

namespace baraza::app {

// Where the person is and how they came there. Going to a place of the rail begins anew: from
// there, nothing lies behind. Pure.
class PlaceHistory {
 public:
  explicit PlaceHistory(ui::Place start) : here_(std::move(start)) {}

  const ui::Place& here() const { return here_; }
  // What the place that Back leads to calls itself; null if Back leads nowhere. Empty where nothing
  // was remembered of it.
  const std::string* back_title() const;

  // `title` is what the place that is left calls itself. Going where the person came from is going
  // back; going to where they are is nothing.
  void go(ui::Place place, std::string title);
  // False if Back leads nowhere.
  bool back();

 private:
  struct Step {
    ui::Place place;
    std::string title;
  };
  // A screen that was opened without anything before it leads back to what it belongs to.
  void settle();

  ui::Place here_;
  std::vector<Step> behind_;
};

// A place that the left rail or the start leads to.
bool is_root(const ui::Place& place);
// What a place belongs to, empty for a root.
std::optional<ui::Place> place_above(const ui::Place& place);

}  // namespace baraza::app
