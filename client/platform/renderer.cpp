// SPDX-License-Identifier: Apache-2.0
#include "client/platform/renderer.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace baraza::platform {

Renderer::~Renderer() {
  if (!started_) return;
  passes_.enter();
  ImGui_ImplOpenGL3_Shutdown();
}

Result<void> Renderer::take_fonts(ImFontAtlas& atlas) {
  passes_.enter();
  if (!started_) {
    started_ = ImGui_ImplOpenGL3_Init("#version 130");
    if (!started_ || !ImGui_ImplOpenGL3_CreateDeviceObjects()) {
      return fail(Code::unavailable, "OpenGL 3.0 doesn't start on this display.");
    }
  } else {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  atlas.ClearTexData();
  return {};
}

void Renderer::draw(ui::Rgb background) {
  ImDrawData* drawn = passes_.drawn();
  const auto pixels = [](float logical, float scale) {
    return static_cast<int>(std::round(logical * scale));
  };
  glViewport(0, 0, pixels(drawn->DisplaySize.x, drawn->FramebufferScale.x),
             pixels(drawn->DisplaySize.y, drawn->FramebufferScale.y));
  const auto share = [](std::uint8_t channel) { return static_cast<float>(channel) / 255; };
  glClearColor(share(background.red), share(background.green), share(background.blue), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(drawn);
}

void Renderer::finish() const {
  glFinish();
}

Picture Renderer::read() const {
  const ImDrawData* drawn = passes_.drawn();
  Picture picture;
  picture.width = static_cast<int>(std::round(drawn->DisplaySize.x * drawn->FramebufferScale.x));
  picture.height = static_cast<int>(std::round(drawn->DisplaySize.y * drawn->FramebufferScale.y));
  const auto row = static_cast<std::ptrdiff_t>(picture.width);
  picture.pixels.resize(static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadBuffer(GL_BACK);
  glReadPixels(0, 0, picture.width, picture.height, GL_RGB, GL_UNSIGNED_BYTE,
               picture.pixels.data());
  // OpenGL counts rows from the bottom.
  for (std::ptrdiff_t top = 0, bottom = picture.height - 1; top < bottom; ++top, --bottom) {
    const auto begin = picture.pixels.begin();
    std::swap_ranges(begin + top * row, begin + (top + 1) * row, begin + bottom * row);
  }
  return picture;
}

}  // namespace baraza::platform
