// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::server {

// The server's TLS key and its self-signed certificate. Clients trust exactly this key, by the pin
// in their enrolment code; there is no certificate authority.
struct TlsIdentity {
  std::string key_pem;
  std::string certificate_pem;
  Bytes pin;  // first limits::pin_bytes of SHA-256 over the key's SubjectPublicKeyInfo

  // Reads `folder`/key.pem and certificate.pem, or makes both at first start (key mode 0600).
  static Result<TlsIdentity> load_or_create(const std::string& folder);
};

}  // namespace baraza::server
