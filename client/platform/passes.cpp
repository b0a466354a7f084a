// SPDX-License-Identifier: Apache-2.0
#include "client/platform/passes.h"

#include <imgui.h>

#include "client/platform/draw_data.h"

namespace baraza::platform {
namespace {

// A scene that never settles is drawn all the same; the next turn goes on.
constexpr int most_settling_passes = 8;

}  // namespace

void Passes::Ender::operator()(ImGuiContext* context) const {
  ImGui::DestroyContext(context);
}

Passes::Passes(FontFiles files) : files_(std::move(files)) {}

Passes::~Passes() = default;

void Passes::enter() const {
  ImGui::SetCurrentContext(context_.get());
}

ImDrawData* Passes::drawn() const {
  if (!context_) return nullptr;
  enter();
  return ImGui::GetDrawData();
}

Result<void> Passes::prepare(const Scene& scene, const Surface& surface) {
  const ui::TextSize text_size = scene.text_size();
  const bool fitting =
      fonts_ && fonts_->fonts().text_size == text_size && fonts_->scale() == surface.scale;
  if (fitting) return {};
  auto made = FontAtlas::make(files_, text_size, surface.scale);
  if (!made) return fail(made.error());
  if (!context_) {
    context_.reset(ImGui::CreateContext(&(*made)->atlas()));
    enter();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // nothing of Dear ImGui's own is kept
    io.LogFilename = nullptr;
    ImGui::GetStyle().CircleTessellationMaxError = 0.15F;
  }
  enter();
  ImGui::GetIO().Fonts = &(*made)->atlas();
  fonts_ = std::move(*made);
  fonts_are_new_ = true;
  if (take_fonts_) take_fonts_(fonts_->atlas());
  return {};
}

Result<void> Passes::one(Scene& scene, const ui::InputEvent* event, const Surface& surface) {
  if (auto ready = prepare(scene, surface); !ready) return ready;
  ++count_;
  scene.pass({surface.size, event, false}, fonts_->fonts(), nullptr);
  return {};
}

Result<void> Passes::settle(Scene& scene, const Surface& surface) {
  for (int i = 0; i < most_settling_passes; ++i) {
    if (auto done = one(scene, nullptr, surface); !done) return done;
    if (!scene.wants_more()) break;
  }
  return prepare(scene, surface);
}

void Passes::draw(Scene& scene, const Surface& surface) {
  enter();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {surface.size.width, surface.size.height};
  io.DisplayFramebufferScale = {surface.scale, surface.scale};
  io.DeltaTime = 1;  // nothing here moves with time
  ImGui::NewFrame();
  ImDrawList* list = ImGui::GetBackgroundDrawList();
  // Edges are smoothed over one pixel of the monitor.
  list->_FringeScale = 1 / surface.scale;
  ++count_;
  scene.pass({surface.size, nullptr, true}, fonts_->fonts(), list);
  ImGui::Render();
  snap_letters(*ImGui::GetDrawData());
}

Result<bool> Passes::run(Scene& scene, EventQueue& queue, const Surface& surface) {
  bool answered = false;
  while (const auto event = queue.pop()) {
    answered = true;
    if (auto done = one(scene, &*event, surface); !done) return fail(done.error());
    if (auto done = settle(scene, surface); !done) return fail(done.error());
  }
  if (!answered) {
    if (auto done = settle(scene, surface); !done) return fail(done.error());
  }
  draw(scene, surface);
  const std::uint64_t hash = hash_of(*ImGui::GetDrawData(), scene.background());
  const bool differs = fonts_are_new_ || hash != drawn_hash_;
  fonts_are_new_ = false;
  drawn_hash_ = hash;
  return differs;
}

}  // namespace baraza::platform
