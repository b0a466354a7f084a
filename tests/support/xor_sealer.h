// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/vault/sealer.h"

namespace baraza::test {

// A sealer for tests: no secret, but really another form. Every byte is changed by a stream that
// depends on the key and the context, and 16 bytes prove that nothing changed. So a value that
// passes by the seam, is opened with another context or lies in clear on the disk is found out.
class XorSealer final : public vault::Sealer {
 public:
  static constexpr char version = '\x7e';

  explicit XorSealer(std::string key) : key_(std::move(key)) {}
  Bytes seal(ByteView plain, ByteView context) override;
  Result<Bytes> open(ByteView sealed, ByteView context) const override;

 private:
  Bytes proof(ByteView plain, ByteView context) const;
  Bytes changed(ByteView bytes, ByteView context) const;
  std::string key_;
};

}  // namespace baraza::test
