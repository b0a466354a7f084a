// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "shared/op/entry.h"

// The protocol's messages as values; wire.proto says who sends each and what it means.
namespace baraza::sync {

inline constexpr std::uint32_t protocol_version = 1;

struct Challenge {
  Bytes nonce;  // 32 bytes
  std::uint32_t protocol = protocol_version;
};

struct Enrol {
  Bytes secret;
  PublicKey public_key;
  Signature proof;
  std::string label;
  std::uint32_t protocol = protocol_version;
};

struct Enrolled {
  AccountId account;
  ProgrammeId programme;
  std::string name;
};

struct StreamCursor {
  StreamId stream;
  Epoch epoch;
  Position position = 0;
  Hash chain_hash;
  OpNumber next_number = 1;
};

struct Hello {
  std::uint32_t protocol_min = protocol_version;
  std::uint32_t protocol_max = protocol_version;
  std::string software;
  WriterId writer;
  Signature proof;
  std::vector<StreamCursor> streams;
};

enum class Follows : std::uint8_t { tail = 1, rewind = 2 };

struct StreamOffer {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  AnyId owner;
  Epoch epoch;
  Position head = 0;
  Hash chain_hash;
  OpNumber last_number = 0;  // of the client's writer
  Hash last_hash;            // its op hash; zero if last_number is 0
  Follows follows = Follows::tail;
  bool writes = false;
  bool reads = true;
};

struct Welcome {
  Instant server_time;
  std::uint32_t min_client = 0;
  std::uint32_t protocol = protocol_version;
  Code standing = Code::none;  // forked: this writer is frozen; only alarms are taken
  std::vector<StreamOffer> streams;
};

struct Ops {
  StreamId stream;
  Epoch epoch;
  Position first = 0;
  std::vector<Entry> entries;
  Hash hash_after;
};

struct Live {
  StreamId stream;
};

struct Push {
  StreamId stream;
  WriterId writer;
  OpNumber first = 0;
  std::vector<SignedRun> runs;
};

struct Gap {
  StreamId stream;
  WriterId writer;
  OpNumber expect = 0;
  Code code = Code::none;
  Duration retry_after;
};

struct Refusal {
  OpNumber number = 0;
  Code code = Code::none;
};

struct Taken {
  StreamId stream;
  WriterId writer;
  OpNumber through = 0;
  Hash last_hash;
  std::vector<Refusal> refusals;
  // In alarm: hashes of this writer's ops that stand beside its chain, the newest last.
  std::vector<Hash> beside;
};

struct Granted {
  StreamOffer offer;
};

struct Follow {
  StreamCursor cursor;
};

struct Revoked {
  StreamId stream;
  Position at = 0;
};

struct Ping {
  std::uint64_t token = 0;
  Instant wall;
  bool answer = false;
};

struct Bye {
  Code code = Code::none;
  std::vector<std::string> parameters;
  Duration retry_after;
};

using Message = std::variant<Challenge, Enrol, Enrolled, Hello, Welcome, Ops, Live, Push, Gap,
                             Taken, Granted, Follow, Revoked, Ping, Bye>;

// An encoded frame, shared between all connections that are handed it.
using FrameBytes = std::shared_ptr<const Bytes>;

// Encodes one message as one frame. The message keeps the limits of shared/base/limits.h.
FrameBytes encode(const Message& message);

// Decodes a frame. Fails with too_large (bytes, counts) or protocol_error; never allocates more
// than a small multiple of the frame: repeated fields are counted before they are copied.
Result<Message> decode(ByteView frame);

// What keys sign to log in and to enrol: bound to this connection by the server's nonce and the
// TLS exporter, so that a proof is worth nothing on another one.
Bytes hello_message(ByteView nonce, ByteView exporter, const WriterId& writer);
Bytes enrol_message(ByteView nonce, ByteView exporter, ByteView secret, const PublicKey& key);

}  // namespace baraza::sync
