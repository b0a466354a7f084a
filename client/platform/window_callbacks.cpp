// SPDX-License-Identifier: Apache-2.0
#include "client/platform/window_callbacks.h"

#include <GLFW/glfw3.h>

#include "client/platform/keys.h"

namespace baraza::platform {

void Window::Callbacks::install(Window& window) {
  GLFWwindow* handle = window.window_;
  glfwSetWindowUserPointer(handle, &window);
  glfwSetKeyCallback(handle, key);
  glfwSetCharCallback(handle, character);
  glfwSetCursorPosCallback(handle, pointer);
  glfwSetCursorEnterCallback(handle, pointer_inside);
  glfwSetMouseButtonCallback(handle, button);
  glfwSetScrollCallback(handle, scroll);
  glfwSetWindowFocusCallback(handle, focus);
  glfwSetWindowCloseCallback(handle, close);
  glfwSetWindowRefreshCallback(handle, damage);
  glfwSetFramebufferSizeCallback(handle, size);
  glfwSetWindowSizeCallback(handle, size);
  glfwSetWindowContentScaleCallback(handle, scale);
}

Window& Window::Callbacks::of(GLFWwindow* handle) {
  return *static_cast<Window*>(glfwGetWindowUserPointer(handle));
}

void Window::Callbacks::key(GLFWwindow* handle, int key, int scan_code, int action, int modifiers) {
  Window& window = of(handle);
  window.repeating_ = action == GLFW_REPEAT;
  window.row_digit_ = key >= GLFW_KEY_0 && key <= GLFW_KEY_9 && (modifiers & GLFW_MOD_SHIFT) == 0
                          ? U'0' + static_cast<char32_t>(key - GLFW_KEY_0)
                          : 0;
  const ui::Key named = named_key(key, modifiers);
  const bool shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  const bool ctrl = (modifiers & GLFW_MOD_CONTROL) != 0;
  const bool alt = (modifiers & GLFW_MOD_ALT) != 0;
  if (named != ui::Key::none) {
    if (action == GLFW_RELEASE) {
      window.events_.push(ui::KeyRelease{named});
    } else {
      window.events_.push(ui::KeyPress{named, shift, ctrl, alt, window.repeating_});
    }
    return;
  }
  // Ctrl with Alt is how some keyboards type a character. A chord that is held down is one chord.
  if (action != GLFW_PRESS || !ctrl || alt) return;
  const auto typed = chord_character(key, glfwGetKeyName(key, scan_code));
  if (typed) window.events_.push(ui::Chord{*typed, shift});
}

void Window::Callbacks::character(GLFWwindow* handle, unsigned code_point) {
  Window& window = of(handle);
  const auto typed = static_cast<char32_t>(code_point);
  const bool is_digit = typed >= U'0' && typed <= U'9';
  window.events_.push(ui::Character{typed, window.repeating_, is_digit ? 0 : window.row_digit_});
}

void Window::Callbacks::pointer(GLFWwindow* handle, double x, double y) {
  Window& window = of(handle);
  window.pointer_ = window.logical(x, y);
  window.events_.push(ui::PointerMoved{window.pointer_});
}

void Window::Callbacks::pointer_inside(GLFWwindow* handle, int inside) {
  if (inside != GLFW_TRUE) of(handle).events_.push(ui::PointerLeft{});
}

void Window::Callbacks::button(GLFWwindow* handle, int button, int action, int /*modifiers*/) {
  Window& window = of(handle);
  if (button != GLFW_MOUSE_BUTTON_LEFT) return;
  // Where the pointer was when it was pressed; where it is by now, GLFW would ask the desktop.
  if (action == GLFW_PRESS) {
    window.events_.push(ui::PointerPressed{window.pointer_});
  } else if (window.focused_) {
    window.events_.push(ui::PointerReleased{window.pointer_});
  } else {
    // GLFW lets go of everything when the focus goes elsewhere. That is no click: the pointer is
    // taken away first, and let go where nothing is.
    window.events_.push(ui::PointerReleased{{-1, -1}});
  }
}

void Window::Callbacks::scroll(GLFWwindow* handle, double /*x*/, double y) {
  Window& window = of(handle);
  if (y != 0) window.events_.push(ui::Scrolled{window.pointer_, static_cast<float>(y)});
}

void Window::Callbacks::focus(GLFWwindow* handle, int focused) {
  Window& window = of(handle);
  window.focused_ = focused == GLFW_TRUE;
  if (!window.focused_) window.events_.push(ui::PointerLeft{});
}

void Window::Callbacks::close(GLFWwindow* handle) {
  of(handle).close_requested_ = true;
  glfwSetWindowShouldClose(handle, GLFW_FALSE);
}

void Window::Callbacks::damage(GLFWwindow* handle) {
  of(handle).damaged_ = true;
}

void Window::Callbacks::size(GLFWwindow* handle, int /*width*/, int /*height*/) {
  of(handle).measure();
}

void Window::Callbacks::scale(GLFWwindow* handle, float /*x*/, float /*y*/) {
  of(handle).measure();
}

}  // namespace baraza::platform
