// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "client/platform/event_queue.h"
#include "client/platform/font_atlas.h"
#include "client/platform/scene.h"

struct ImDrawData;
struct ImGuiContext;

namespace baraza::platform {

// Where a scene is shown: the size in logical pixels, and how many of the monitor's pixels make
// one.
struct Surface {
  ui::Size size;
  float scale = 1;
  bool operator==(const Surface&) const = default;
};

// Leads a scene through its passes, without knowing of a window: the frame loop shows what comes
// out, tests look at it. Owns the fonts and makes them anew when text size or scale change. One
// thread.
class Passes {
 public:
  // Called with fonts that were made anew, before anything is drawn with them, to bring their
  // picture to where drawing happens. Afterwards the atlas has its TexID.
  using TakeFonts = std::function<void(ImFontAtlas&)>;

  explicit Passes(FontFiles files);
  ~Passes();
  Passes(const Passes&) = delete;
  Passes& operator=(const Passes&) = delete;

  void on_new_fonts(TakeFonts take) { take_fonts_ = std::move(take); }

  // Shows the scene every queued event in a pass of its own, lets it settle, and draws it. True if
  // what is to be seen differs from what the last run drew. Fails only if fonts can't be made.
  Result<bool> run(Scene& scene, EventQueue& queue, const Surface& surface);

  // What the last run drew, valid until the next; null before the first.
  ImDrawData* drawn() const;
  // Of the last run; made by then.
  FontAtlas& fonts() { return *fonts_; }

  // Makes this one's Dear ImGui current, for whoever draws with it.
  void enter() const;

  // How many passes there were, drawing or not.
  std::uint64_t count() const { return count_; }

 private:
  Result<void> prepare(const Scene& scene, const Surface& surface);
  Result<void> one(Scene& scene, const ui::InputEvent* event, const Surface& surface);
  Result<void> settle(Scene& scene, const Surface& surface);
  void draw(Scene& scene, const Surface& surface);

  struct Ender {
    void operator()(ImGuiContext* context) const;
  };

  FontFiles files_;
  TakeFonts take_fonts_;
  std::unique_ptr<FontAtlas> fonts_;
  std::unique_ptr<ImGuiContext, Ender> context_;  // uses the fonts, so it goes first
  bool fonts_are_new_ = false;
  std::uint64_t drawn_hash_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace baraza::platform
