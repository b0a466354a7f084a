// SPDX-License-Identifier: Apache-2.0
#include "shared/sync/enrolment_code.h"

#include <optional>

#include "shared/base/limits.h"
#include "shared/op/hash.h"

namespace baraza::sync {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr char kFormat = 1;
constexpr std::size_t kChecksumBytes = 2;
constexpr std::size_t kFixedBytes = 1 + limits::enrol_secret_bytes + limits::pin_bytes + 2;
constexpr std::size_t kGroup = 4;

Bytes checksum_of(ByteView payload) {
  return Bytes(
      Hasher("baraza enrolment code v1").add(payload).finish().view().substr(0, kChecksumBytes));
}

std::string to_base32(ByteView bytes) {
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8) | static_cast<unsigned char>(c);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out.push_back(kDigits[(held >> bits) & 31U]);
    }
    held &= (1U << bits) - 1;
  }
  if (bits > 0) out.push_back(kDigits[(held << (5 - bits)) & 31U]);
  return out;
}

std::optional<unsigned> digit_of(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto at = kDigits.find(c);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned>(at);
}

tl::unexpected<Error> mistyped() {
  return fail(Code::invalid_argument,
              "the enrolment code isn't complete or has a typing error; compare it again");
}

Result<Bytes> from_base32(std::string_view text) {
  Bytes out;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    const auto digit = digit_of(c);
    if (!digit) return mistyped();
    held = (held << 5) | *digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push_back(static_cast<char>((held >> bits) & 255U));
    }
    held &= (1U << bits) - 1;
  }
  // What is left over is padding: less than a digit, and zero.
  if (bits >= 5 || held != 0) return mistyped();
  return out;
}

}  // namespace

Result<std::string> encode_enrolment_code(const EnrolmentCode& code) {
  if (code.secret.size() != limits::enrol_secret_bytes || code.pin.size() != limits::pin_bytes) {
    return fail(Code::invalid_argument, "secret or pin of an enrolment code has the wrong size");
  }
  if (code.host.empty() || code.host.size() > limits::host_bytes || code.port == 0) {
    return fail(Code::invalid_argument, "an enrolment code needs a host and a port");
  }
  Bytes payload(1, kFormat);
  payload += code.secret;
  payload += code.pin;
  payload.push_back(static_cast<char>(code.port >> 8));
  payload.push_back(static_cast<char>(code.port & 255U));
  payload += code.host;
  payload += checksum_of(payload);

  const std::string digits = to_base32(payload);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % kGroup == 0) out.push_back('-');
    out.push_back(digits[i]);
  }
  return out;
}

Result<EnrolmentCode> decode_enrolment_code(std::string_view text) {
  const auto bytes = from_base32(text);
  if (!bytes) return fail(bytes.error());
  if (bytes->size() <= kFixedBytes + kChecksumBytes ||
      bytes->size() > kFixedBytes + limits::host_bytes + kChecksumBytes) {
    return mistyped();
  }
  const ByteView payload = ByteView(*bytes).substr(0, bytes->size() - kChecksumBytes);
  if (ByteView(*bytes).substr(payload.size()) != checksum_of(payload)) return mistyped();
  if (payload[0] != kFormat) {
    return fail(Code::unsupported_version, "the enrolment code is made for a newer Baraza");
  }
  EnrolmentCode out;
  out.secret = Bytes(payload.substr(1, limits::enrol_secret_bytes));
  out.pin = Bytes(payload.substr(1 + limits::enrol_secret_bytes, limits::pin_bytes));
  const auto high = static_cast<unsigned char>(payload[kFixedBytes - 2]);
  const auto low = static_cast<unsigned char>(payload[kFixedBytes - 1]);
  out.port = static_cast<std::uint16_t>((high << 8) | low);
  out.host = std::string(payload.substr(kFixedBytes));
  if (out.port == 0) return mistyped();
  return out;
}

}  // namespace baraza::sync
