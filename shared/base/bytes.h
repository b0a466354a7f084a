// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace baraza {

// Raw bytes. std::string, because that is what protobuf and SQLite take without a copy.
using Bytes = std::string;
using ByteView = std::string_view;

// N bytes with value semantics and byte order as order. Tag keeps meanings apart: a WriterId is
// never taken for a GroupId. All zero means "none".
template <std::size_t N, class Tag>
struct FixedBytes {
  static constexpr std::size_t size = N;
  std::array<std::uint8_t, N> bytes{};

  auto operator<=>(const FixedBytes&) const = default;
  bool is_zero() const { return *this == FixedBytes{}; }
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), N}; }

  // Empty unless the view is exactly N bytes long.
  static std::optional<FixedBytes> from(ByteView view) {
    if (view.size() != N) return std::nullopt;
    FixedBytes out;
    std::memcpy(out.bytes.data(), view.data(), N);
    return out;
  }
};

// Lower-case hexadecimal, two digits a byte.
std::string to_hex(ByteView bytes);
// Empty for an odd length or a character that isn't a hexadecimal digit.
std::optional<Bytes> from_hex(std::string_view text);

template <std::size_t N, class Tag>
std::string to_hex(const FixedBytes<N, Tag>& value) {
  return to_hex(value.view());
}

}  // namespace baraza
