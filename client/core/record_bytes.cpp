// SPDX-License-Identifier: Apache-2.0
#include "client/core/record_bytes.h"

namespace baraza::client {

RecordWriter& RecordWriter::number(std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) out_ += static_cast<char>(value >> shift);
  return *this;
}

RecordWriter& RecordWriter::bytes(ByteView value) {
  number(value.size());
  out_ += value;
  return *this;
}

std::uint64_t RecordReader::number() {
  const ByteView bytes = take(8);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return value;
}

Bytes RecordReader::bytes() {
  return Bytes(take(number()));
}

std::size_t RecordReader::count() {
  const std::uint64_t count = number();
  // Every element takes at least one byte: a damaged count must not reserve the whole memory.
  if (count > rest_.size()) {
    whole_ = false;
    return 0;
  }
  return count;
}

ByteView RecordReader::take(std::size_t size) {
  if (!whole_ || size > rest_.size()) {
    whole_ = false;
    rest_ = {};
    return {};
  }
  const ByteView out = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return out;
}

}  // namespace baraza::client
