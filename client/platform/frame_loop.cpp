// SPDX-License-Identifier: Apache-2.0
#include "client/platform/frame_loop.h"

#include <algorithm>
#include <chrono>

namespace baraza::platform {

FrameLoop::FrameLoop(Window& window, const Clock& clock, FontFiles files)
    : window_(window), clock_(clock), passes_(std::move(files)), renderer_(passes_) {
  passes_.on_new_fonts([this](ImFontAtlas& atlas) { graphics_ = renderer_.take_fonts(atlas); });
}

std::optional<Duration> FrameLoop::time_to(std::optional<Tick> change) const {
  if (!change) return std::nullopt;
  return std::max(*change - clock_.now().tick, Duration{0});
}

Result<void> FrameLoop::run(Scene& scene) {
  while (true) {
    if (auto done = turn(scene); !done) return done;
    if (scene.finished()) return {};
    // What the scene itself queued, or wants to settle, is done without sleeping.
    const bool goes_on = !window_.events().empty() || scene.wants_more();
    window_.wait(goes_on ? Duration{0} : time_to(scene.next_change()));
  }
}

Result<void> FrameLoop::turn(Scene& scene) {
  if (window_.take_close_request()) scene.close_requested();
  scene.update(clock_.now());
  const auto differs = passes_.run(scene, window_.events(), window_.surface());
  if (!differs) return fail(differs.error());
  if (!graphics_) return graphics_;
  background_ = scene.background();
  window_.show_cursor(scene.cursor());
  const bool damaged = window_.take_damage();
  if (*differs || damaged) {
    renderer_.draw(background_);
    window_.swap();
    ++frames_;
  }
  scene.shown(clock_.now());
  return {};
}

Result<std::vector<double>> FrameLoop::time_frames(Scene& scene, int count) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> out;
  EventQueue keys;
  for (int i = 0; i < count; ++i) {
    ui::KeyPress tab;
    tab.key = ui::Key::tab;
    keys.push(tab);
    const auto begin = Clock::now();
    if (const auto run = passes_.run(scene, keys, window_.surface()); !run) {
      return fail(run.error());
    }
    renderer_.draw(background_);
    renderer_.finish();
    window_.swap();
    out.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    ++frames_;
  }
  return out;
}

Picture FrameLoop::picture() {
  renderer_.draw(background_);
  return renderer_.read();
}

}  // namespace baraza::platform
