// SPDX-License-Identifier: Apache-2.0
#include "client/platform/headless_stage.h"

#include <imgui.h>

namespace baraza::platform {

HeadlessStage::HeadlessStage(const Clock& clock, FontFiles files, const Surface& surface)
    : clock_(clock), passes_(std::move(files)), surface_(surface) {
  passes_.on_new_fonts([](ImFontAtlas&) {
    // As today's graphics: a screen may have more corners than sixteen bits count.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  });
}

Result<bool> HeadlessStage::turn(Scene& scene) {
  scene.update(clock_.now());
  auto differs = passes_.run(scene, events_, surface_);
  if (!differs) return differs;
  if (*differs) ++frames_;
  scene.shown(clock_.now());
  return differs;
}

}  // namespace baraza::platform
