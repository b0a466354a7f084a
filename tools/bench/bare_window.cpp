// SPDX-License-Identifier: Apache-2.0
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <iostream>

#include "tools/bench/benches.h"

namespace baraza::bench {
namespace {

constexpr int frames = 60;  // until graphics and font have all that they will have

void draw_frame(GLFWwindow* window) {
  glfwPollEvents();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::Begin("Bare");
  ImGui::TextUnformatted("Nothing else is here.");
  ImGui::End();
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  glViewport(0, 0, width, height);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
}

}  // namespace

Result<void> show_bare_window() {
  if (glfwInit() != GLFW_TRUE) return fail(Code::unavailable, "there is no display");
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  GLFWwindow* window = glfwCreateWindow(1280, 800, "Bare", nullptr, nullptr);
  if (window == nullptr) {
    glfwTerminate();
    return fail(Code::unavailable, "there is no OpenGL 3.0 on this display");
  }
  glfwMakeContextCurrent(window);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 130");
  for (int i = 0; i < frames; ++i) draw_frame(window);
  const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  std::cout << (renderer == nullptr ? "unknown" : renderer) << std::endl;
  std::string line;
  while (std::getline(std::cin, line)) {
  }
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(window);
  glfwTerminate();
  return {};
}

}  // namespace baraza::bench
