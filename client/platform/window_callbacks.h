// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/platform/window.h"

namespace baraza::platform {

// What GLFW calls, and what each call becomes in the queue.
struct Window::Callbacks {
  static void install(Window& window);

  static Window& of(GLFWwindow* handle);
  static void key(GLFWwindow* handle, int key, int scan_code, int action, int modifiers);
  static void character(GLFWwindow* handle, unsigned code_point);
  static void pointer(GLFWwindow* handle, double x, double y);
  static void pointer_inside(GLFWwindow* handle, int inside);
  static void button(GLFWwindow* handle, int button, int action, int modifiers);
  static void scroll(GLFWwindow* handle, double x, double y);
  static void focus(GLFWwindow* handle, int focused);
  static void close(GLFWwindow* handle);
  static void damage(GLFWwindow* handle);
  static void size(GLFWwindow* handle, int width, int height);
  static void scale(GLFWwindow* handle, float x, float y);
};

}  // namespace baraza::platform
