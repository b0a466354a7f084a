// SPDX-License-Identifier: Apache-2.0
#include "client/platform/picture.h"

#include <png.h>

#include <cstring>

namespace baraza::platform {

static_assert(sizeof(ui::Rgb) == 3, "libpng and OpenGL take pixels as three bytes");

Result<Bytes> to_png(const Picture& picture) {
  png_image image;
  std::memset(&image, 0, sizeof(image));
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  const auto failed = [&] {
    return fail(Code::internal, std::string("The picture can't be made: ") + image.message);
  };
  // A bound that always suffices, so that the picture is packed once.
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  Bytes png(size, '\0');
  if (png_image_write_to_memory(&image, png.data(), &size, 0, picture.pixels.data(), 0, nullptr) ==
      0) {
    return failed();
  }
  png.resize(size);
  return png;
}

}  // namespace baraza::platform
