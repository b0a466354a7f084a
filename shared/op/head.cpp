// SPDX-License-Identifier: Apache-2.0
#include "shared/op/head.h"

#include "baraza/v1/head.pb.h"
#include "shared/base/limits.h"
#include "shared/op/hash.h"

namespace baraza {

std::string_view stream_kind_name(StreamKind kind) {
  switch (kind) {
    case StreamKind::programme: return "programme";
    case StreamKind::site: return "site";
    case StreamKind::intake: return "intake";
    case StreamKind::people: return "people";
    case StreamKind::alarm: return "alarm";
    case StreamKind::main: return "main";
    case StreamKind::words: return "words";
    case StreamKind::clinical: return "clinical";
  }
  return "unknown";
}

std::optional<StreamKind> stream_kind_from(std::uint32_t number) {
  if (number < 1 || number > 8) return std::nullopt;
  return static_cast<StreamKind>(number);
}

std::optional<OpClass> op_class_from(std::uint32_t number) {
  if (number < 1 || number > 6) return std::nullopt;
  return static_cast<OpClass>(number);
}

Bytes encode_head(const OpHead& head) {
  v1::OpHead out;
  out.set_format(head_format);
  out.set_number(head.number);
  out.set_author_clock(head.clock);
  out.set_wall_ms(head.wall.ms);
  out.set_kind(head.kind);
  out.set_op_class(head.op_class);
  out.set_subject(std::string(head.subject.view()));
  for (const OpRef& ref : head.replaces) {
    auto* reference = out.add_replaces();
    reference->set_writer(std::string(ref.id.writer.view()));
    reference->set_number(ref.id.number);
    reference->set_digest(std::string(ref.hash.view()));
  }
  out.set_prev(std::string(head.prev.view()));
  out.set_body_digest(std::string(head.body_digest.view()));
  out.set_body_bytes(head.body_size);
  return out.SerializeAsString();
}

Result<OpHead> decode_head(ByteView bytes) {
  if (bytes.size() > limits::head_bytes) return fail(Code::too_large, "head over its limit");
  v1::OpHead in;
  if (!in.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return fail(Code::malformed_body, "head isn't a protobuf message");
  }
  if (in.format() != head_format) {
    return fail(Code::unsupported_version, "head of an unknown format");
  }
  OpHead out;
  out.number = in.number();
  out.clock = in.author_clock();
  out.wall = Instant{in.wall_ms()};
  out.kind = in.kind();
  out.op_class = in.op_class();
  const auto subject = AnyId::from(in.subject());
  const auto prev = Hash::from(in.prev());
  const auto digest = Hash::from(in.body_digest());
  if (out.number == 0 || out.clock == 0 || !subject || !prev || !digest) {
    return fail(Code::malformed_body, "head lacks its number, clock, subject, prev or digest");
  }
  if (in.replaces_size() > static_cast<int>(limits::replaces_count)) {
    return fail(Code::too_large, "head names too many replaced writes");
  }
  out.subject = *subject;
  out.prev = *prev;
  out.body_digest = *digest;
  out.body_size = in.body_bytes();
  out.replaces.reserve(static_cast<std::size_t>(in.replaces_size()));
  for (const auto& reference : in.replaces()) {
    const auto writer = WriterId::from(reference.writer());
    const auto hash = Hash::from(reference.digest());
    if (!writer || !hash || reference.number() == 0) {
      return fail(Code::malformed_body, "head names a replaced write wrongly");
    }
    out.replaces.push_back({{*writer, reference.number()}, *hash});
  }
  return out;
}

Hash hash_of_head(ByteView head_bytes) {
  return Hasher("baraza op v1").add(head_bytes).finish();
}

Hash chain_start(const WriterId& writer, const StreamId& stream) {
  return Hasher("baraza chain v1").add(writer).add(stream).finish();
}

Hash digest_of_body(ByteView salted_body) {
  return Hasher("baraza body v1").add(salted_body).finish();
}

}  // namespace baraza
