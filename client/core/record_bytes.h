// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/ids.h"

namespace baraza::client {

// Writes the fields of a stored record or a draft one after the other. Integers are little-endian,
// byte strings carry their length, ids don't.
class RecordWriter {
 public:
  RecordWriter& number(std::uint64_t value);
  RecordWriter& bytes(ByteView value);
  template <std::size_t N, class Tag>
  RecordWriter& id(const FixedBytes<N, Tag>& value) {
    out_ += value.view();
    return *this;
  }
  Bytes take() { return std::move(out_); }

 private:
  Bytes out_;
};

// Reads them back in the same order. A field that isn't there whole reads as empty and makes
// complete() false for good, so a record is checked once, at its end. Views the bytes it was given.
class RecordReader {
 public:
  explicit RecordReader(ByteView record) : rest_(record) {}

  std::uint64_t number();
  Bytes bytes();
  template <class Id>
  Id id() {
    return Id::from(take(Id::size)).value_or(Id{});
  }
  // How many elements follow; false through complete() if there can't be as many.
  std::size_t count();

  // True if every field was there and nothing is left over.
  bool complete() const { return whole_ && rest_.empty(); }

 private:
  ByteView take(std::size_t size);

  ByteView rest_;
  bool whole_ = true;
};

}  // namespace baraza::client
