// SPDX-License-Identifier: Apache-2.0
#include "shared/text/mo_check.h"

#include <cstdint>

namespace baraza::text {
namespace {

// The numbers of a .mo file, 32 bits each, in the byte order of the machine that made it.
struct Numbers {
  ByteView bytes;
  bool big_endian = false;

  std::uint64_t at(std::uint64_t offset) const {
    std::uint64_t out = 0;
    for (std::uint64_t i = 0; i < 4; ++i) {
      const std::uint64_t place = big_endian ? i : 3 - i;
      out = out << 8 | static_cast<std::uint8_t>(bytes[offset + place]);
    }
    return out;
  }
  bool holds(std::uint64_t offset, std::uint64_t size) const {
    return offset <= bytes.size() && size <= bytes.size() - offset;
  }
};

constexpr std::uint64_t kMagic = 0x950412de;
constexpr std::uint64_t kHeaderBytes = 28;

bool texts_are_inside(const Numbers& numbers, std::uint64_t table, std::uint64_t count) {
  if (!numbers.holds(table, count * 8)) return false;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t size = numbers.at(table + i * 8);
    const std::uint64_t offset = numbers.at(table + i * 8 + 4);
    if (!numbers.holds(offset, size + 1) || numbers.bytes[offset + size] != '\0') return false;
  }
  return true;
}

}  // namespace

bool is_whole_mo(ByteView mo) {
  if (mo.size() < kHeaderBytes) return false;
  Numbers numbers{mo};
  if (numbers.at(0) != kMagic) {
    numbers.big_endian = true;
    if (numbers.at(0) != kMagic) return false;
  }
  if (numbers.at(4) >> 16 != 0) return false;  // a major version that isn't ours
  const std::uint64_t count = numbers.at(8);
  const std::uint64_t hash_size = numbers.at(20);
  const std::uint64_t hash_table = numbers.at(24);
  // Without a hash table Boost finds nothing at all; msgfmt always writes one. Steps through it
  // are taken modulo its size less two.
  if (count == 0 || hash_size < 3 || !numbers.holds(hash_table, hash_size * 4)) return false;
  for (std::uint64_t i = 0; i < hash_size; ++i) {
    if (numbers.at(hash_table + i * 4) > count) return false;
  }
  return texts_are_inside(numbers, numbers.at(12), count) &&
         texts_are_inside(numbers, numbers.at(16), count);
}

}  // namespace baraza::text
