// SPDX-License-Identifier: Apache-2.0
#include "client/ui/kernel/text_layout.h"

#include <cmath>

namespace baraza::ui {
namespace {

// The length of the character that starts here, in bytes; at least 1.
std::size_t character_bytes(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) ++bytes;
  return bytes;
}

// The longest beginning of whole characters that fits; at least one character.
std::size_t fitting_bytes(const Canvas& canvas, std::string_view text, Role role, Weight weight,
                          float width) {
  std::size_t fits = character_bytes(text);
  while (fits < text.size()) {
    const std::size_t next = fits + character_bytes(text.substr(fits));
    if (canvas.text_width(text.substr(0, next), role, weight) > width) break;
    fits = next;
  }
  return fits;
}

void wrap_paragraph(const Canvas& canvas, std::string_view text, Role role, Weight weight,
                    float width, std::vector<std::string>& lines) {
  std::string line;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (canvas.text_width(longer, role, weight) <= width) {
      line = longer;
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    while (canvas.text_width(word, role, weight) > width) {
      const std::size_t fits = fitting_bytes(canvas, word, role, weight, width);
      if (fits >= word.size()) break;
      lines.emplace_back(word.substr(0, fits));
      word.remove_prefix(fits);
    }
    line = word;
  }
  lines.push_back(std::move(line));
}

}  // namespace

std::vector<std::string> wrap(const Canvas& canvas, std::string_view text, Role role, Weight weight,
                              float width) {
  // Widths are rounded up, so that a box measured from a text holds it.
  const float room = std::ceil(width);
  std::vector<std::string> lines;
  std::size_t start = 0;
  while (true) {
    const std::size_t feed = text.find('\n', start);
    wrap_paragraph(canvas, text.substr(start, feed - start), role, weight, room, lines);
    if (feed == std::string_view::npos) return lines;
    start = feed + 1;
  }
}

std::string shorten(const Canvas& canvas, std::string_view text, Role role, Weight weight,
                    float width) {
  const float room = std::ceil(width);
  if (canvas.text_width(text, role, weight) <= room) return std::string(text);
  constexpr std::string_view dots = "...";
  const float dots_width = canvas.text_width(dots, role, weight);
  std::size_t fits = 0;
  while (fits < text.size()) {
    const std::size_t next = fits + character_bytes(text.substr(fits));
    if (canvas.text_width(text.substr(0, next), role, weight) + dots_width > room) break;
    fits = next;
  }
  while (fits > 0 && text[fits - 1] == ' ') --fits;
  return std::string(text.substr(0, fits)) + std::string(dots);
}

}  // namespace baraza::ui
