// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <set>

#include "shared/base/bytes.h"

namespace baraza::test {

// One file on a disk that may lose power: what programs see, and what is known to be on the disk.
// Between syncs each sector of 512 bytes that was written may have reached the disk or not, in any
// order; a long write may so arrive in part. Inside a sector nothing tears, and bytes beside a
// write stay (SQLite's "powersafe overwrite", which it assumes of every disk by default). A change
// of length that wasn't synced may be lost too.
//
// After a failed sync the system forgets what was waiting, as Linux does: a later sync that
// succeeds doesn't carry it, only a new write does.
class CutFile {
 public:
  static constexpr std::size_t sector_bytes = 512;

  // What is on the disk to begin with.
  void reset(Bytes content);

  void write(std::size_t offset, ByteView bytes);
  void truncate(std::size_t size);
  void sync();
  void fail_sync();
  // The power goes: what is left is both seen and on the disk.
  void cut(std::mt19937_64& random);

  const Bytes& seen() const { return seen_; }

 private:
  void copy_sector(std::uint64_t sector, Bytes& to) const;

  Bytes seen_;
  Bytes on_disk_;
  std::set<std::uint64_t> waiting_;    // sectors that the next sync carries
  std::set<std::uint64_t> forgotten_;  // sectors that a failed sync left uncertain
  std::size_t shortest_ = 0;           // length that truncations since the last sync came down to
};

}  // namespace baraza::test
