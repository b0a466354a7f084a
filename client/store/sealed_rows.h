// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/vault/sealer.h"

namespace baraza::client {

// The place of a row: its table and its keys.
struct RowName {
  std::string_view table;
  std::uint64_t stream = 0;  // a stream's number in this file
  std::uint64_t number = 0;  // position, op number; 0 where the table has none

  Bytes context() const;
};

// Seals records for their place and opens them there only. A check over place and record is sealed
// with the record, so that damage and exchanged rows show under every sealer, the null one too.
class SealedRows {
 public:
  explicit SealedRows(vault::Sealer& sealer) : sealer_(&sealer) {}

  Bytes seal(const RowName& row, ByteView record) const;

  // Opens what was sealed for this row and decodes it. `what` names it for the error: the sealer's
  // unsupported_version, else storage_damaged.
  template <class T>
  Result<T> open(const RowName& row, ByteView sealed, std::optional<T> (*decode)(ByteView),
                 std::string_view what) const {
    const auto record = open_record(row, sealed, what);
    if (!record) return fail(record.error());
    auto value = decode(*record);
    if (!value) return fail(damaged_store(std::string(what) + " can't be read"));
    return std::move(*value);
  }

  vault::Sealer& sealer() const { return *sealer_; }

  // storage_damaged: what is wrong, and what to do about it.
  static Error damaged_store(std::string what);

 private:
  Result<Bytes> open_record(const RowName& row, ByteView sealed, std::string_view what) const;

  vault::Sealer* sealer_;
};

}  // namespace baraza::client
