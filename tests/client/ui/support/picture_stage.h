// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <fstream>

#include "client/platform/frame_loop.h"
#include "client/platform/window.h"
#include "tests/client/ui/support/screen_stage.h"

namespace baraza::ui {

// Screens in a real window, to be looked at. Needs a display.
class PictureStage {
 public:
  explicit PictureStage(Size size) : size_(size) {}

  // Shows the scene and returns what the graphics drew; also writes it as NAME.png into the folder
  // that BARAZA_PICTURES names, if it does.
  Result<platform::Picture> shoot(ScreenScene& scene, const std::string& name) {
    auto window = platform::Window::open({name, size_, 1.0F, true});
    if (!window) return fail(window.error());
    platform::FrameLoop loop(**window, clock_, fonts());
    for (int i = 0; i < 6; ++i) {
      (*window)->wait(milliseconds(20));
      if (auto done = loop.turn(scene); !done) return fail(done.error());
    }
    platform::Picture picture = loop.picture();
    if (const char* folder = std::getenv("BARAZA_PICTURES")) {
      auto png = to_png(picture);
      if (!png) return fail(png.error());
      std::ofstream file(std::string(folder) + "/" + name + ".png", std::ios::binary);
      file.write(png->data(), static_cast<std::streamsize>(png->size()));
    }
    return picture;
  }

 private:
  static platform::FontFiles fonts() {
    auto files = platform::read_fonts(platform::font_folders("."));
    return files ? *files : platform::FontFiles();
  }
  struct StoodClock final : Clock {
    Now now() const override { return {{1'000'000}, {1'000}}; }
  };

  Size size_;
  StoodClock clock_;
};

}  // namespace baraza::ui
