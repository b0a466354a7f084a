// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "client/platform/event_queue.h"
#include "client/platform/passes.h"
#include "client/platform/scene.h"
#include "client/ui/kernel/clipboard.h"

struct GLFWwindow;
struct GLFWcursor;

namespace baraza::platform {

struct WindowOptions {
  std::string title;
  ui::Size size{1280, 800};    // logical pixels; maximised if the desktop has less room
  std::optional<float> scale;  // in place of the monitor's
  bool visible = true;
};

// One window of the desktop with an OpenGL 3.0 context, which is current as long as it lives. What
// the person does goes into its queue by its own callbacks, never by Dear ImGui's: that one keeps
// the last state of each key, and loses a press and release between two frames. One window a
// process at a time; all but wake() by the thread that opened it.
class Window {
 public:
  // unavailable if there is no display, or no OpenGL 3.0 on it.
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  EventQueue& events() { return events_; }
  ui::Clipboard& clipboard() { return *clipboard_; }

  // Sleeps until the person did something, wake() was called or the time is over; without a time,
  // as long as it takes. Zero only looks.
  void wait(std::optional<Duration> at_most);
  // Ends a wait, or the next one if there is none now. By any thread, while the window lives.
  void wake() const;

  // The logical size and the scale. A minimised window keeps those that it had.
  Surface surface() const;
  // True once after each time when the person wanted to close it.
  bool take_close_request();
  // True once after the desktop lost what the window showed, so that it has to be shown again.
  bool take_damage();

  void show_cursor(Cursor cursor);
  void set_title(const std::string& title);
  // Shows what was drawn into the back buffer.
  void swap();

 private:
  class GlfwClipboard;
  struct Callbacks;

  explicit Window(std::optional<float> scale);
  ui::Point logical(double x, double y) const;
  void measure();

  GLFWwindow* window_ = nullptr;
  std::unique_ptr<ui::Clipboard> clipboard_;
  std::array<GLFWcursor*, 2> cursors_{};
  Cursor cursor_ = Cursor::arrow;
  EventQueue events_;
  std::optional<float> forced_scale_;
  Surface surface_;
  float logical_a_unit_ = 1;  // logical pixels in one of GLFW's screen coordinates
  ui::Point pointer_;
  bool focused_ = true;
  // Of the key whose character comes next.
  bool repeating_ = false;
  char32_t row_digit_ = 0;
  bool close_requested_ = false;
  bool damaged_ = false;
};

}  // namespace baraza::platform
