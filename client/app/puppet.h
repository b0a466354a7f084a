// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "client/ui/kernel/input.h"
#include "client/ui/kernel/registry.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace baraza::app {

// Drives the client's window by a script, as a person would: with keys, and with the pointer on
// what is drawn. It can do nothing that a person couldn't, and sees only what is drawn. One command
// a line; the next begins when the last is done. One thread.
class Puppet {
 public:
  using Json = nlohmann::ordered_json;

  // What the owner does next.
  struct Step {
    std::vector<ui::InputEvent> events;  // into the ordered queue
    std::optional<std::string> picture;  // take a screenshot of the frame that is shown, by name
    int frames = 0;                      // show so many frames, and say how long each took
    std::optional<Json> answer;          // of a command that ended
    bool quit = false;
  };

  // How long `wait` waits.
  explicit Puppet(Duration patience) : patience_(patience) {}

  static std::string help();

  // A line of the script; comments (#) and empty lines do nothing.
  void add(std::string line) { lines_.push_back(std::move(line)); }
  bool idle() const { return lines_.empty() && !current_; }

  // Called when everything is settled and shown, with what is drawn. Does the next piece of the
  // script, if it is time for it.
  Step step(const ui::Registry& shown, const std::string& focused, Tick now);
  // When step() wants to be called again although nothing happened; empty: not before something
  // does.
  std::optional<Tick> next_at() const;

 private:
  struct Command {
    std::string line;
    std::vector<std::string> words;
    Tick since;
  };

  Step begin(Command command, const ui::Registry& shown, const std::string& focused, Tick now);
  Step go_on(const ui::Registry& shown, Tick now);
  Step done(Json answer = Json::object());
  Step failed(const std::string& why);

  Duration patience_;
  std::deque<std::string> lines_;
  std::optional<Command> current_;  // waits, or pauses
};

// "W", "Enter", "Ctrl+L", "PgDn", "Space" as the events of a press. invalid_argument otherwise.
Result<std::vector<ui::InputEvent>> key_events(const std::string& name);

// What stands on the screen, one element a thing that is visible: {"id", "rect", "text", ...}.
nlohmann::ordered_json drawn_as_json(const ui::Registry& shown, std::string_view prefix = {});

}  // namespace baraza::app
