// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <iostream>

#include "client/platform/frame_loop.h"
#include "shared/system/clock.h"
#include "tools/bench/benches.h"

namespace baraza::bench {
namespace {

class Nothing final : public platform::Scene {
 public:
  void update(Now) override {}
  void pass(const ui::PassInput&, const ui::FontSet&, ImDrawList*) override {}
  bool wants_more() const override { return false; }
  ui::TextSize text_size() const override { return ui::TextSize::normal; }
  ui::Rgb background() const override { return {}; }
  platform::Cursor cursor() const override { return platform::Cursor::arrow; }
  void shown(Now) override {
    if (!said_) std::cout << "shown" << std::endl;
    said_ = true;
  }
  std::optional<Tick> next_change() const override { return std::nullopt; }
  void close_requested() override { closing_ = true; }
  bool finished() const override { return closing_; }

 private:
  bool said_ = false;
  bool closing_ = false;
};

}  // namespace

Result<void> show_bare_window() {
  std::error_code ignored;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
  auto fonts = platform::read_fonts(platform::font_folders(self.parent_path()));
  if (!fonts) return fail(fonts.error());
  auto window = platform::Window::open({"bare", {1280, 800}, {}, true});
  if (!window) return fail(window.error());
  const SystemClock clock;
  platform::FrameLoop loop(**window, clock, *std::move(fonts));
  Nothing nothing;
  return loop.run(nothing);
}

}  // namespace baraza::bench
