// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "client/platform/font_files.h"
#include "client/platform/headless_stage.h"
#include "client/ui/kernel/ui.h"
#include "client/ui/screens/requests.h"

namespace baraza::ui {

// Screens drawn without a window, with the real fonts, and somebody at the keyboard.
class ScreenScene final : public platform::Scene {
 public:
  using Draw = std::function<void(Ui&, Requests&)>;

  void update(Now) override {}
  void pass(const PassInput& input, const FontSet& fonts, ImDrawList* list) override {
    ui.begin(input, fonts, theme, list);
    if (draw) draw(ui, requests);
    ui.end();
    more_ = input.event != nullptr ? 2 : std::max(0, more_ - 1);
  }
  bool wants_more() const override { return more_ > 0; }
  TextSize text_size() const override { return size; }
  Rgb background() const override { return colour(theme, Token::bg); }
  platform::Cursor cursor() const override { return platform::Cursor::arrow; }
  void shown(Now) override {}
  std::optional<Tick> next_change() const override { return std::nullopt; }
  void close_requested() override {}
  bool finished() const override { return true; }

  Draw draw;
  Requests requests;
  TextSize size = TextSize::normal;
  Theme theme = Theme::light;

 private:
  int more_ = 2;

 public:
  struct HeldClipboard final : Clipboard {
    std::string text;
    std::string read() override { return text; }
    void write(const std::string& written) override { text = written; }
  };
  HeldClipboard clipboard;
  Ui ui{clipboard};
};

class ScreenStage {
 public:
  ScreenStage() : stage_(clock_, fonts(), {{1280, 800}, 1}) {}

  void show(ScreenScene::Draw draw) {
    scene.draw = std::move(draw);
    settle();
  }
  void resize(Size size) {
    stage_.resize({size, 1});
    settle();
  }
  // Turns until what scrolls and what has the focus knows its place.
  void settle() {
    for (int i = 0; i < 3; ++i) (void)stage_.turn(scene);
  }
  void say(const InputEvent& event) {
    stage_.events().push(event);
    (void)stage_.turn(scene);
  }
  void press(Key key, bool ctrl = false, bool shift = false) {
    KeyPress event;
    event.key = key;
    event.ctrl = ctrl;
    event.shift = shift;
    say(event);
  }
  void type(const std::string& keys) {
    for (const char key : keys) say(Character{static_cast<char32_t>(key)});
  }
  // False if it isn't there to be pressed.
  bool click(const std::string& id) {
    const Drawn* drawn = registry().find(id);
    if (drawn == nullptr || drawn->visible().empty()) return false;
    const Point at = drawn->visible().centre();
    say(PointerMoved{at});
    say(PointerPressed{at});
    say(PointerReleased{at});
    return true;
  }
  const Registry& registry() const { return scene.ui.registry(); }
  const std::string& focused() const { return scene.ui.focused(); }
  template <class T>
  std::vector<T> asked() const {
    std::vector<T> out;
    for (const Request& each : scene.requests) {
      if (const auto* found = std::get_if<T>(&each)) out.push_back(*found);
    }
    return out;
  }

  // The controls of the uppermost layer that Tab and the arrow keys don't come to.
  std::vector<std::string> unreachable() {
    std::set<std::string> seen;
    std::vector<std::string> waiting;
    const auto came_to = [&](const std::string& id) {
      if (!id.empty() && seen.insert(id).second) waiting.push_back(id);
    };
    came_to(focused());
    while (!waiting.empty()) {
      const std::string from = waiting.back();
      waiting.pop_back();
      for (const Key key : {Key::tab, Key::right, Key::down, Key::left, Key::up}) {
        scene.ui.focus(from);
        (void)stage_.turn(scene);
        press(key);
        came_to(focused());
      }
    }
    int top = 0;
    for (const Drawn& drawn : registry().all()) top = std::max(top, drawn.layer);
    std::vector<std::string> out;
    for (const Drawn& drawn : registry().all()) {
      const bool wanted = drawn.kind == Drawn::Kind::control && drawn.focusable &&
                          drawn.layer == top && !seen.contains(drawn.id);
      if (wanted) out.push_back(drawn.id);
    }
    return out;
  }

  ScreenScene scene;

 private:
  static platform::FontFiles fonts() {
    auto files = platform::read_fonts(platform::font_folders("."));
    return files ? *files : platform::FontFiles();
  }
  // A clock that stands.
  struct StoodClock final : Clock {
    Now now() const override { return {{1'000'000}, {1'000}}; }
  };
  StoodClock clock_;
  platform::HeadlessStage stage_;
};

}  // namespace baraza::ui
