// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "client/platform/passes.h"
#include "client/platform/picture.h"

namespace baraza::platform {

// Draws what passes left with OpenGL 3.0, into the back buffer of the current context. Both the
// context and `passes` outlive it.
class Renderer {
 public:
  explicit Renderer(Passes& passes) : passes_(passes) {}
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  // Brings the picture of new fonts to the graphics card, and frees the processor's. unavailable if
  // OpenGL can't do what is needed.
  Result<void> take_fonts(ImFontAtlas& atlas);

  // Draws what the last run of the passes drew.
  void draw(ui::Rgb background);
  // Waits until what was drawn is really there.
  void finish() const;
  // The back buffer, after draw().
  Picture read() const;

 private:
  Passes& passes_;
  bool started_ = false;
};

}  // namespace baraza::platform
