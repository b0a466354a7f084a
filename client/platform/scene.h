// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/ui/kernel/fonts.h"
#include "client/ui/kernel/pass.h"
#include "client/ui/theme/colours.h"
#include "shared/base/time.h"

struct ImDrawList;

namespace baraza::platform {

enum class Cursor : std::uint8_t { arrow, text };

// What a window shows. All of it is called by the window's thread, one call at a time, in this
// order a turn:
//
//   update, then for each event: pass with the event, passes without one until it is settled;
//   then one pass that draws, and shown.
class Scene {
 public:
  virtual ~Scene() = default;

  // Takes in what time and other threads brought.
  virtual void update(Now now) = 0;

  // One pass over everything on the screen. `list` is null in passes that only react and measure,
  // and else where to draw, in logical pixels, over background(). What the pass asked for (intents,
  // another screen) is done before it returns.
  virtual void pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) = 0;

  // After a pass: another one is needed before what is shown is right, such as when a screen was
  // just opened or a size changed that others depend on.
  virtual bool wants_more() const = 0;

  // Asked before each pass.
  virtual ui::TextSize text_size() const = 0;
  virtual ui::Rgb background() const = 0;
  virtual Cursor cursor() const = 0;

  // What was last drawn is on the screen and every event has had its answer. May push events, ask
  // for a picture, finish.
  virtual void shown(Now now) = 0;

  // When something that is shown changes by itself, or shown() wants to be called again; empty if
  // not before an event or a wake.
  virtual std::optional<Tick> next_change() const = 0;

  // The person wants the window closed; it stays open until finished() says so.
  virtual void close_requested() = 0;
  virtual bool finished() const = 0;
};

}  // namespace baraza::platform
