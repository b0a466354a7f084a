// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>

#include "client/app/puppet.h"
#include "client/app/script_lines.h"
#include "client/platform/event_queue.h"
#include "client/platform/picture.h"
#include "client/platform/scene.h"

namespace baraza::app {

// What a script needs to see of the scene that it drives.
class WatchedScene : public platform::Scene {
 public:
  virtual const ui::Registry& registry() const = 0;
  virtual const std::string& focused() const = 0;
  // Ends as if the person had closed the window and confirmed it.
  virtual void finish() = 0;
};

// Puts a script between the window and a scene: its keys and presses go through the window's own
// queue, its pictures are what the graphics drew. Blocks on the disk when it takes a picture, which
// nobody's own window does.
class ScriptedScene final : public platform::Scene {
 public:
  struct Options {
    std::filesystem::path folder;  // of pictures and input.log; exists
    Duration patience;             // how long `wait` waits
    bool keep_going = false;       // goes on after a command that failed
    bool keep_open = false;        // the window stays open when the script is over
    std::string as;                // whose window it is, for input.log; empty: not said
  };

  // Answers go to `answers`, one JSON line a command. All of them outlive it.
  ScriptedScene(WatchedScene& scene, platform::EventQueue& queue, ScriptLines& lines,
                std::ostream& answers, Options options);

  // Takes what the graphics last drew; set before the first frame.
  void on_picture(std::function<platform::Picture()> take) { picture_ = std::move(take); }
  // Shows so many frames, and gives how long each took, in milliseconds.
  using TimeFrames = std::function<Result<std::vector<double>>(platform::Scene&, int)>;
  void on_frames(TimeFrames time) { time_frames_ = std::move(time); }
  // A command failed.
  bool failed() const { return failed_; }

  void update(Now now) override { scene_.update(now); }
  void pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) override;
  bool wants_more() const override { return scene_.wants_more(); }
  ui::TextSize text_size() const override { return scene_.text_size(); }
  ui::Rgb background() const override { return scene_.background(); }
  platform::Cursor cursor() const override { return scene_.cursor(); }
  void shown(Now now) override;
  std::optional<Tick> next_change() const override;
  void close_requested() override { scene_.close_requested(); }
  bool finished() const override { return scene_.finished(); }

 private:
  void take_picture(const std::string& name, Puppet::Json& answer);
  void time_frames(int count, Puppet::Json& answer);
  void say(Puppet::Json answer);

  WatchedScene& scene_;
  platform::EventQueue& queue_;
  ScriptLines& lines_;
  std::ostream& answers_;
  Options options_;
  std::ofstream input_log_;
  Puppet puppet_;
  std::function<platform::Picture()> picture_;
  TimeFrames time_frames_;
  std::uint64_t inputs_ = 0;
  Now now_;
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace baraza::app
