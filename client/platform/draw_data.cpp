// SPDX-License-Identifier: Apache-2.0
#include "client/platform/draw_data.h"

#include <imgui.h>

#include <cmath>
#include <cstring>
#include <span>

namespace baraza::platform {
namespace {

// Eight bytes a step; fast enough to run over every frame. The multiplier is FNV's.
class Hasher {
 public:
  void add(std::uint64_t word) {
    hash_ = (hash_ ^ word) * 0x100000001B3U;
    hash_ ^= hash_ >> 29U;
  }
  template <class T>
  void add_all(const ImVector<T>& values) {
    const auto* bytes = reinterpret_cast<const char*>(values.Data);
    const std::size_t size = static_cast<std::size_t>(values.size_in_bytes());
    add(size);
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= size; at += sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, bytes + at, sizeof(word));
      add(word);
    }
    std::uint64_t rest = 0;
    if (at < size) std::memcpy(&rest, bytes + at, size - at);
    add(rest);
  }
  void add(ImVec2 pair) {
    std::uint64_t word = 0;
    static_assert(sizeof(word) == sizeof(pair));
    std::memcpy(&word, &pair, sizeof(word));
    add(word);
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325U;
};

// A letter is a rectangle of two triangles whose picture is wide and high; of what else is drawn,
// nothing is both: fills show one point of the atlas, smoothed lines one row of it.
bool is_letter(std::span<const ImDrawVert, 4> corners) {
  return corners[0].uv.x == corners[3].uv.x && corners[0].uv.y == corners[1].uv.y &&
         corners[1].uv.x == corners[2].uv.x && corners[2].uv.y == corners[3].uv.y &&
         corners[0].uv.x != corners[1].uv.x && corners[0].uv.y != corners[3].uv.y &&
         corners[0].pos.x == corners[3].pos.x && corners[0].pos.y == corners[1].pos.y;
}

}  // namespace

std::uint64_t hash_of(const ImDrawData& drawn, ui::Rgb background) {
  Hasher hasher;
  hasher.add(drawn.DisplaySize);
  hasher.add(drawn.FramebufferScale);
  hasher.add(std::uint64_t{background.red} << 16U | std::uint64_t{background.green} << 8U |
             background.blue);
  for (const ImDrawList* list :
       std::span(drawn.CmdLists, static_cast<std::size_t>(drawn.CmdListsCount))) {
    hasher.add_all(list->VtxBuffer);
    hasher.add_all(list->IdxBuffer);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      hasher.add(ImVec2(command.ClipRect.x, command.ClipRect.y));
      hasher.add(ImVec2(command.ClipRect.z, command.ClipRect.w));
      hasher.add(command.ElemCount);
      hasher.add(std::uint64_t{command.VtxOffset} << 32U | command.IdxOffset);
    }
  }
  return hasher.value();
}

void snap_letters(ImDrawData& drawn) {
  const float scale = drawn.FramebufferScale.x;
  if (scale == std::round(scale)) return;  // text begins at whole logical pixels
  for (ImDrawList* list :
       std::span(drawn.CmdLists, static_cast<std::size_t>(drawn.CmdListsCount))) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      for (unsigned i = 0; i + 6 <= command.ElemCount;) {
        const unsigned at = command.IdxOffset + i;
        const auto index = [&](unsigned k) {
          return static_cast<unsigned>(list->IdxBuffer[static_cast<int>(at + k)]);
        };
        const unsigned first = index(0);
        const bool rectangle = index(1) == first + 1 && index(2) == first + 2 &&
                               index(3) == first && index(4) == first + 2 && index(5) == first + 3;
        ImDrawVert* corners = list->VtxBuffer.Data + command.VtxOffset + first;
        if (!rectangle || !is_letter(std::span<const ImDrawVert, 4>(corners, 4))) {
          i += 3;
          continue;
        }
        const float dx = std::round(corners[0].pos.x * scale) / scale - corners[0].pos.x;
        const float dy = std::round(corners[0].pos.y * scale) / scale - corners[0].pos.y;
        for (ImDrawVert& corner : std::span(corners, 4)) {
          corner.pos.x += dx;
          corner.pos.y += dy;
        }
        i += 6;
      }
    }
  }
}

}  // namespace baraza::platform
