// SPDX-License-Identifier: Apache-2.0
#include "shared/model/names.h"

#include <cstdint>

namespace baraza::model {

bool has_control_characters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte_at = [&](std::size_t ahead) {
      return i + ahead < text.size() ? static_cast<std::uint8_t>(text[i + ahead]) : std::uint8_t{0};
    };
    const std::uint8_t byte = byte_at(0);
    if (byte == '\n' || byte == '\t') continue;
    if (byte < 0x20 || byte == 0x7f) return true;
    const std::uint8_t second = byte_at(1);
    const std::uint8_t third = byte_at(2);
    if (byte == 0xc2 && second < 0xa0) return true;
    if (byte == 0xe2 && second == 0x80 && third >= 0xa8 && third <= 0xae) return true;
    if (byte == 0xe2 && second == 0x81 && third >= 0xa6 && third <= 0xa9) return true;
    if (byte == 0xef && second == 0xbb && third == 0xbf) return true;
  }
  return false;
}

bool is_utf8(std::string_view text) {
  const auto byte_at = [&](std::size_t at) {
    return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t{0};
  };
  for (std::size_t i = 0; i < text.size();) {
    const std::uint8_t first = byte_at(i);
    const std::uint8_t second = byte_at(i + 1);
    std::size_t length = 0;
    if (first < 0x80) length = 1;
    if (first >= 0xc2 && first <= 0xdf) length = 2;
    if (first >= 0xe0 && first <= 0xef) length = 3;
    if (first >= 0xf0 && first <= 0xf4) length = 4;
    if (length == 0) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((byte_at(i + k) & 0xc0) != 0x80) return false;
    }
    // Longer than it has to be, half of a surrogate pair, or beyond U+10FFFF.
    if (first == 0xe0 && second < 0xa0) return false;
    if (first == 0xed && second > 0x9f) return false;
    if (first == 0xf0 && second < 0x90) return false;
    if (first == 0xf4 && second > 0x8f) return false;
    i += length;
  }
  return true;
}

}  // namespace baraza::model
