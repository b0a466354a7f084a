// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include "baraza/v1/wire.pb.h"
#include "shared/base/limits.h"
#include "shared/op/hash.h"
#include "shared/sync/codec_detail.h"
#include "shared/sync/messages.h"

namespace baraza::sync {
namespace {

constexpr std::uint32_t kPushField = 8;  // of Frame
constexpr std::uint32_t kRunsField = 4;  // of Push

// Counts the elements that parsing would allocate, before it does: every empty submessage costs two
// bytes on the wire and some sixty in memory. Looks into the frame's message, and in a Push into
// its runs; deeper there are only bytes and numbers.
class ElementCounter {
 public:
  explicit ElementCounter(ByteView frame)
      : in_(reinterpret_cast<const std::uint8_t*>(frame.data()), static_cast<int>(frame.size())) {}

  bool within_limit() { return scan(0, false); }

 private:
  // False once the count is over its limit. Malformed bytes are left to the parser proper.
  bool scan(int level, bool in_push) {
    while (const std::uint32_t tag = in_.ReadTag()) {
      if (++count_ > limits::repeated_count) return false;
      const std::uint32_t field = tag >> 3;
      std::uint64_t number = 0;
      std::uint32_t size = 0;
      switch (tag & 7U) {
        case 0:
          if (!in_.ReadVarint64(&number)) return true;
          continue;
        case 1:
          if (!in_.Skip(8)) return true;
          continue;
        case 5:
          if (!in_.Skip(4)) return true;
          continue;
        case 2: break;
        default: return true;
      }
      if (!in_.ReadVarint32(&size) || size > limits::frame_bytes) return true;
      if (level == 0 || (level == 1 && in_push && field == kRunsField)) {
        const auto outer = in_.PushLimit(static_cast<int>(size));
        if (!scan(level + 1, level == 0 ? field == kPushField : in_push)) return false;
        if (!in_.Skip(in_.BytesUntilLimit())) return true;
        in_.PopLimit(outer);
      } else if (!in_.Skip(static_cast<int>(size))) {
        return true;
      }
    }
    return true;
  }

  google::protobuf::io::CodedInputStream in_;
  std::size_t count_ = 0;
};

}  // namespace

FrameBytes encode(const Message& message) {
  v1::Frame frame;
  std::visit([&](const auto& value) { detail::write(value, frame); }, message);
  return std::make_shared<const Bytes>(frame.SerializeAsString());
}

Result<Message> decode(ByteView bytes) {
  if (bytes.size() > limits::frame_bytes) return fail(Code::too_large, "frame over its limit");
  if (!ElementCounter(bytes).within_limit())
    return fail(Code::too_large, "frame of too many elements");
  google::protobuf::io::ArrayInputStream array(bytes.data(), static_cast<int>(bytes.size()));
  google::protobuf::io::CodedInputStream in(&array);
  in.SetRecursionLimit(static_cast<int>(limits::proto_depth));
  v1::Frame frame;
  if (!frame.ParseFromCodedStream(&in) || !in.ConsumedEntireMessage()) {
    return fail(Code::protocol_error, "frame isn't a protobuf message");
  }
  return detail::read(frame);
}

Bytes hello_message(ByteView nonce, ByteView exporter, const WriterId& writer) {
  return Bytes(Hasher("baraza hello v1").add(nonce).add(exporter).add(writer).finish().view());
}

Bytes enrol_message(ByteView nonce, ByteView exporter, ByteView secret, const PublicKey& key) {
  return Bytes(
      Hasher("baraza enrol v1").add(nonce).add(exporter).add(secret).add(key).finish().view());
}

}  // namespace baraza::sync
