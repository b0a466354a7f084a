// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace baraza {

// Of a programme, of a site (site, intake), of a group (the rest). Numbers as in head.proto.
enum class StreamKind : std::uint8_t {
  programme = 1,
  site = 2,
  intake = 3,
  people = 4,
  alarm = 5,
  main = 6,
  words = 7,
  clinical = 8,
};
// Those that each group has, and each site: the alarms of a site are about those on its list, who
// have no group yet.
inline constexpr std::array group_stream_kinds = {StreamKind::people, StreamKind::alarm,
                                                  StreamKind::main, StreamKind::words,
                                                  StreamKind::clinical};
inline constexpr std::array site_stream_kinds = {StreamKind::site, StreamKind::intake,
                                                 StreamKind::alarm};
std::string_view stream_kind_name(StreamKind kind);
std::optional<StreamKind> stream_kind_from(std::uint32_t number);

enum class OpClass : std::uint8_t {
  alarm = 1,
  attendance = 2,
  measure = 3,
  plan = 4,
  text = 5,
  admin = 6,
};
std::optional<OpClass> op_class_from(std::uint32_t number);

// An op by its place in its writer's chain. Ops of one stream only, so the stream goes unsaid.
struct OpId {
  WriterId writer;
  OpNumber number = 0;
  auto operator<=>(const OpId&) const = default;
};

// An op named beyond doubt: also by the hash of its head.
struct OpRef {
  OpId id;
  Hash hash;
  auto operator<=>(const OpRef&) const = default;
};

// What an author signs. The bytes are kept as first written: decode to look, never to write again.
struct OpHead {
  OpNumber number = 0;
  AuthorClock clock = 0;
  Instant wall;  // as the laptop believed; for people to read
  std::uint32_t kind = 0;
  std::uint32_t op_class = 0;
  AnyId subject;
  std::vector<OpRef> replaces;
  Hash prev;
  Hash body_digest;
  std::uint32_t body_size = 0;  // of salt and body, bytes
};

inline constexpr std::uint32_t head_format = 1;

Bytes encode_head(const OpHead& head);
// Fails with malformed_body if a field has the wrong size, or with unsupported_version.
Result<OpHead> decode_head(ByteView bytes);

// Names an op in `prev`, in references and in verdicts.
Hash hash_of_head(ByteView head_bytes);

// `prev` of a writer's first op in a stream.
Hash chain_start(const WriterId& writer, const StreamId& stream);

// A body travels and is stored with a random salt of 16 bytes before it: its digest says nothing
// about it once it is erased.
inline constexpr std::size_t salt_bytes = 16;
Hash digest_of_body(ByteView salted_body);
inline ByteView body_without_salt(ByteView salted_body) {
  return salted_body.substr(salt_bytes);
}

}  // namespace baraza
