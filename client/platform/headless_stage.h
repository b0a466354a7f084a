// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/platform/passes.h"
#include "shared/base/clock.h"

namespace baraza::platform {

// The frame loop without a window: the same passes with the same fonts, and what would be drawn, to
// be looked at by tests and measured.
class HeadlessStage {
 public:
  // The clock outlives it.
  HeadlessStage(const Clock& clock, FontFiles files, const Surface& surface);
  HeadlessStage(const HeadlessStage&) = delete;
  HeadlessStage& operator=(const HeadlessStage&) = delete;

  EventQueue& events() { return events_; }
  void resize(const Surface& surface) { surface_ = surface; }

  // One turn, as the frame loop does it. True if a window would have shown a new frame.
  Result<bool> turn(Scene& scene);

  // What the last turn drew, valid until the next.
  ImDrawData* drawn() const { return passes_.drawn(); }
  FontAtlas& fonts() { return passes_.fonts(); }
  std::uint64_t frames() const { return frames_; }
  std::uint64_t passes() const { return passes_.count(); }

 private:
  const Clock& clock_;
  Passes passes_;
  EventQueue events_;
  Surface surface_;
  std::uint64_t frames_ = 0;
};

}  // namespace baraza::platform
