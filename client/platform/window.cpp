// SPDX-License-Identifier: Apache-2.0
#include "client/platform/window.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "client/platform/window_callbacks.h"

namespace baraza::platform {
namespace {

std::string glfw_problem() {
  const char* words = nullptr;
  glfwGetError(&words);
  return words == nullptr ? "no reason given" : words;
}

bool fits_on_the_desktop(const WindowOptions& options) {
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return true;
  int width = 0;
  int height = 0;
  glfwGetMonitorWorkarea(monitor, nullptr, nullptr, &width, &height);
  float scale = 1;
  glfwGetMonitorContentScale(monitor, &scale, nullptr);
  scale = options.scale.value_or(scale);
  return options.size.width * scale <= static_cast<float>(width) &&
         options.size.height * scale <= static_cast<float>(height);
}

}  // namespace

class Window::GlfwClipboard final : public ui::Clipboard {
 public:
  explicit GlfwClipboard(GLFWwindow* window) : window_(window) {}
  std::string read() override {
    const char* text = glfwGetClipboardString(window_);
    return text == nullptr ? std::string() : text;
  }
  void write(const std::string& text) override { glfwSetClipboardString(window_, text.c_str()); }

 private:
  GLFWwindow* window_;
};

Window::Window(std::optional<float> scale) : forced_scale_(scale) {}

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  if (glfwInit() != GLFW_TRUE) {
    return fail(Code::unavailable, "There is no display to open a window on: " + glfw_problem());
  }
  // From here on the destructor ends GLFW.
  std::unique_ptr<Window> window(new Window(options.scale));
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, options.scale ? GLFW_FALSE : GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "baraza");
  glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "baraza");
  glfwWindowHint(GLFW_MAXIMIZED, fits_on_the_desktop(options) ? GLFW_FALSE : GLFW_TRUE);
  const float scale = options.scale.value_or(1);
  window->window_ = glfwCreateWindow(static_cast<int>(std::round(options.size.width * scale)),
                                     static_cast<int>(std::round(options.size.height * scale)),
                                     options.title.c_str(), nullptr, nullptr);
  if (window->window_ == nullptr) {
    return fail(Code::unavailable, "No window with OpenGL 3.0 opens here: " + glfw_problem());
  }
  GLFWwindow* handle = window->window_;
  glfwMakeContextCurrent(handle);
  glfwSwapInterval(1);
  glfwSetInputMode(handle, GLFW_LOCK_KEY_MODS, GLFW_TRUE);
  window->clipboard_ = std::make_unique<GlfwClipboard>(handle);
  window->cursors_ = {glfwCreateStandardCursor(GLFW_ARROW_CURSOR),
                      glfwCreateStandardCursor(GLFW_IBEAM_CURSOR)};
  Callbacks::install(*window);
  window->measure();
  if (options.visible) {
    glfwShowWindow(handle);
    glfwFocusWindow(handle);
  }
  return window;
}

Window::~Window() {
  if (window_ != nullptr) glfwDestroyWindow(window_);
  glfwTerminate();
}

void Window::wait(std::optional<Duration> at_most) {
  if (!at_most) {
    glfwWaitEvents();
  } else if (at_most->ms <= 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(static_cast<double>(at_most->ms) / 1000);
  }
}

void Window::wake() const {
  glfwPostEmptyEvent();
}

Surface Window::surface() const {
  return surface_;
}

void Window::measure() {
  int width = 0;
  int height = 0;
  int width_units = 0;
  int height_units = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  glfwGetWindowSize(window_, &width_units, &height_units);
  if (width <= 0 || height <= 0 || width_units <= 0) return;  // minimised
  float scale = 1;
  glfwGetWindowContentScale(window_, &scale, nullptr);
  surface_.scale = forced_scale_.value_or(std::max(scale, 1.0F));
  surface_.size = {static_cast<float>(width) / surface_.scale,
                   static_cast<float>(height) / surface_.scale};
  logical_a_unit_ = surface_.size.width / static_cast<float>(width_units);
}

ui::Point Window::logical(double x, double y) const {
  return {static_cast<float>(x) * logical_a_unit_, static_cast<float>(y) * logical_a_unit_};
}

bool Window::take_close_request() {
  return std::exchange(close_requested_, false);
}

bool Window::take_damage() {
  return std::exchange(damaged_, false);
}

void Window::show_cursor(Cursor cursor) {
  if (cursor == cursor_) return;
  cursor_ = cursor;
  glfwSetCursor(window_, cursors_[static_cast<std::size_t>(cursor)]);
}

void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(window_, title.c_str());
}

void Window::swap() {
  glfwSwapBuffers(window_);
}

}  // namespace baraza::platform
