// SPDX-License-Identifier: Apache-2.0
#include "tests/support/power_cut_model.h"

#include <algorithm>

namespace baraza::test {

void CutFile::reset(Bytes content) {
  seen_ = content;
  on_disk_ = std::move(content);
  waiting_.clear();
  forgotten_.clear();
  shortest_ = on_disk_.size();
}

void CutFile::write(std::size_t offset, ByteView bytes) {
  if (bytes.empty()) return;
  const std::size_t end = offset + bytes.size();
  if (seen_.size() < end) seen_.resize(end, '\0');
  seen_.replace(offset, bytes.size(), bytes);
  for (std::uint64_t sector = offset / sector_bytes; sector * sector_bytes < end; ++sector) {
    waiting_.insert(sector);
    forgotten_.erase(sector);
  }
}

void CutFile::truncate(std::size_t size) {
  seen_.resize(size, '\0');
  shortest_ = std::min(shortest_, size);
}

void CutFile::copy_sector(std::uint64_t sector, Bytes& to) const {
  const std::size_t begin = sector * sector_bytes;
  if (begin >= seen_.size()) return;
  const std::size_t size = std::min(sector_bytes, seen_.size() - begin);
  if (to.size() < begin + size) to.resize(begin + size, '\0');
  to.replace(begin, size, seen_, begin, size);
}

void CutFile::sync() {
  on_disk_.resize(std::min(on_disk_.size(), shortest_));
  for (const std::uint64_t sector : waiting_) copy_sector(sector, on_disk_);
  on_disk_.resize(seen_.size(), '\0');
  waiting_.clear();
  shortest_ = seen_.size();
}

void CutFile::fail_sync() {
  forgotten_.merge(waiting_);
  waiting_.clear();
}

void CutFile::cut(std::mt19937_64& random) {
  Bytes left = on_disk_;
  if (shortest_ < left.size() && random() % 2 == 0) left.resize(shortest_);
  // From all lost to all arrived: each has its own ways to go wrong.
  const std::uint64_t arrived_of_4 = random() % 5;
  waiting_.merge(forgotten_);
  for (const std::uint64_t sector : waiting_) {
    if (random() % 4 < arrived_of_4) copy_sector(sector, left);
  }
  reset(std::move(left));
}

}  // namespace baraza::test
