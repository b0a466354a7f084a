// SPDX-License-Identifier: Apache-2.0
#include "client/platform/font_files.h"

#include "shared/system/files.h"

namespace baraza::platform {
namespace {

namespace fs = std::filesystem;

Result<Bytes> read_one(const std::vector<fs::path>& folders, const std::string& name,
                       const std::string& package) {
  for (const fs::path& folder : folders) {
    Result<Bytes> bytes = read_file(folder / name);
    if (bytes || bytes.error().code != Code::not_found) return bytes;
  }
  return fail(Code::not_found, "The font " + name + " is missing. Install the package " + package +
                                   ", or put the file into the folder fonts beside the program.");
}

}  // namespace

std::vector<fs::path> font_folders(const fs::path& program_folder) {
  return {program_folder / "fonts", "/usr/share/fonts/truetype/noto",
          "/usr/share/fonts/truetype/material-design-icons-iconfont",
          "/usr/share/fonts/google-noto", "/usr/share/fonts/material-icons-fonts"};
}

Result<FontFiles> read_fonts(const std::vector<fs::path>& folders) {
  const std::string noto = "fonts-noto-core";
  FontFiles files;
  auto regular = read_one(folders, "NotoSans-Regular.ttf", noto);
  if (!regular) return fail(regular.error());
  auto bold = read_one(folders, "NotoSans-Bold.ttf", noto);
  if (!bold) return fail(bold.error());
  auto icons =
      read_one(folders, "MaterialIcons-Regular.ttf", "fonts-material-design-icons-iconfont");
  if (!icons) return fail(icons.error());
  return FontFiles{std::move(*regular), std::move(*bold), std::move(*icons)};
}

}  // namespace baraza::platform
