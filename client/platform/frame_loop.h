// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "client/platform/passes.h"
#include "client/platform/picture.h"
#include "client/platform/renderer.h"
#include "client/platform/window.h"
#include "shared/base/clock.h"

namespace baraza::platform {

// Shows a scene in a window: sleeps until an event, a wake or the scene's next change, gives each
// event its pass, and draws only if something that is to be seen is different. At rest it costs
// nothing. The window's thread.
class FrameLoop {
 public:
  // The window and the clock outlive it. The files are needed for as long as text size or scale may
  // change, so they are kept.
  FrameLoop(Window& window, const Clock& clock, FontFiles files);
  FrameLoop(const FrameLoop&) = delete;
  FrameLoop& operator=(const FrameLoop&) = delete;

  // Until the scene is finished. Fails if fonts or graphics do.
  Result<void> run(Scene& scene);

  // One turn without sleeping: what came in, passes, the frame if it differs, Scene::shown.
  Result<void> turn(Scene& scene);

  // What the window shows, as the graphics drew it. After the first turn.
  Picture picture();

  // Moves the focus on by Tab and shows the scene, so many times, one right after the other; says
  // how long each took, from the key through its passes and the last pixel to the window, in
  // milliseconds. After the first turn.
  Result<std::vector<double>> time_frames(Scene& scene, int count);

  // Frames put on the screen so far, and passes run.
  std::uint64_t frames() const { return frames_; }
  std::uint64_t passes() const { return passes_.count(); }

 private:
  std::optional<Duration> time_to(std::optional<Tick> change) const;

  Window& window_;
  const Clock& clock_;
  Passes passes_;
  Renderer renderer_;  // uses the passes, so it goes first
  Result<void> graphics_;
  ui::Rgb background_;
  std::uint64_t frames_ = 0;
};

}  // namespace baraza::platform
