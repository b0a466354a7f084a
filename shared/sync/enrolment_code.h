// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace baraza::sync {

// What a person types, once, to join a laptop to a server: where the server is, which key it must
// show, and the secret that says whose laptop this is.
struct EnrolmentCode {
  Bytes secret;  // limits::enrol_secret_bytes
  Bytes pin;     // limits::pin_bytes of SHA-256 of the server's key
  std::uint16_t port = 0;
  std::string host;  // name or address, 1 to 253 bytes
  bool operator==(const EnrolmentCode&) const = default;
};

// The code as text: Crockford's base 32 in capitals, a dash every four characters, the last two
// bytes a checksum. Fails with invalid_argument if a part has the wrong size.
Result<std::string> encode_enrolment_code(const EnrolmentCode& code);

// Reads what was typed: small letters, O for 0, I and L for 1, spaces and dashes anywhere. Fails
// with invalid_argument for anything mistyped or left out, and with unsupported_version for a code
// of a newer format. The detail never repeats what was typed.
Result<EnrolmentCode> decode_enrolment_code(std::string_view text);

}  // namespace baraza::sync
