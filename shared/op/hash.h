// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

#include "shared/base/ids.h"

namespace baraza {

// BLAKE2b-256 over fields. Every use names its purpose first, so that bytes hashed for one purpose
// never stand for another; lengths are hashed with the bytes, so that fields can't flow together.
// Integers are little-endian. A value type; used by one thread.
class Hasher {
 public:
  explicit Hasher(std::string_view purpose);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  Hasher& add(ByteView bytes);
  Hasher& add(std::uint64_t number);
  template <std::size_t N, class Tag>
  Hasher& add(const FixedBytes<N, Tag>& id) {
    return add(id.view());
  }
  Hash finish();  // once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The first 16 bytes of a hash, as an id.
template <class Id>
Id id_from(const Hash& hash) {
  static_assert(Id::size == 16);
  return *Id::from(hash.view().substr(0, 16));
}

}  // namespace baraza
