// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "client/ui/theme/colours.h"
#include "client/ui/theme/type.h"
#include "shared/base/result.h"

namespace baraza::app {

// How this laptop's window speaks and looks, for everybody who uses it: chosen before anybody has
// unlocked it, so it says nothing about anybody.
struct LaptopSettings {
  std::string language = "en";
  ui::TextSize text_size = ui::TextSize::normal;
  ui::Theme theme = ui::Theme::light;
  bool privacy_at_start = false;
  bool operator==(const LaptopSettings&) const = default;
};

// In a file `settings.json` in the laptop's folder. What isn't there or isn't understood is as at
// first: settings are never a reason not to start. Blocks on the disk.
LaptopSettings read_settings(const std::filesystem::path& folder);
Result<void> write_settings(const std::filesystem::path& folder, const LaptopSettings& settings);

}  // namespace baraza::app
