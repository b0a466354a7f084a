// SPDX-License-Identifier: Apache-2.0
#include "baraza/v1/wire.pb.h"
#include "shared/base/limits.h"
#include "shared/sync/codec_detail.h"

namespace baraza::sync::detail {
namespace {

// Reads fields into fixed sizes and remembers the first that didn't fit.
class Reader {
 public:
  // An empty field is a zero id.
  template <std::size_t N, class Tag>
  void take(const std::string& from, FixedBytes<N, Tag>& to, const char* name) {
    if (from.empty()) return;
    const auto value = FixedBytes<N, Tag>::from(from);
    if (value) {
      to = *value;
    } else {
      wrong(name);
    }
  }
  void wrong(const char* name) {
    if (wrong_ == nullptr) wrong_ = name;
  }
  Result<Message> done(Message message) const {
    if (wrong_ != nullptr) {
      return fail(Code::protocol_error, std::string("field of a wrong size or value: ") + wrong_);
    }
    return message;
  }

 private:
  const char* wrong_ = nullptr;
};

Code code_from(std::uint32_t number) {
  return static_cast<Code>(number);
}

StreamCursor read_cursor(const v1::StreamCursor& in, Reader& reader) {
  StreamCursor out;
  reader.take(in.stream(), out.stream, "cursor stream");
  reader.take(in.epoch(), out.epoch, "cursor epoch");
  reader.take(in.chain_hash(), out.chain_hash, "cursor chain_hash");
  out.position = in.position();
  out.next_number = in.next_number();
  return out;
}

StreamOffer read_offer(const v1::StreamOffer& in, Reader& reader) {
  StreamOffer out;
  reader.take(in.stream(), out.stream, "offer stream");
  reader.take(in.owner(), out.owner, "offer owner");
  reader.take(in.epoch(), out.epoch, "offer epoch");
  reader.take(in.chain_hash(), out.chain_hash, "offer chain_hash");
  reader.take(in.last_hash(), out.last_hash, "offer last_hash");
  const auto kind = stream_kind_from(static_cast<std::uint32_t>(in.kind()));
  if (kind) {
    out.kind = *kind;
  } else {
    reader.wrong("offer kind");
  }
  out.head = in.head();
  out.last_number = in.last_number();
  out.follows = in.follows() == v1::FOLLOWS_REWIND ? Follows::rewind : Follows::tail;
  out.writes = in.writes();
  out.reads = in.reads();
  return out;
}

Message read_ops(const v1::Ops& in, Reader& reader) {
  Ops out;
  reader.take(in.stream(), out.stream, "ops stream");
  reader.take(in.epoch(), out.epoch, "ops epoch");
  reader.take(in.hash_after(), out.hash_after, "ops hash_after");
  out.first = in.first();
  std::vector<WriterId> writers(static_cast<std::size_t>(in.writers_size()));
  for (int i = 0; i < in.writers_size(); ++i) {
    reader.take(in.writers(i), writers[static_cast<std::size_t>(i)], "ops writer");
  }
  out.entries.reserve(static_cast<std::size_t>(in.entries_size()));
  for (const auto& from : in.entries()) {
    Entry entry;
    if (from.writer() >= writers.size()) {
      reader.wrong("entry writer");
      break;
    }
    entry.writer = writers[from.writer()];
    entry.head = from.head();
    if (!from.signature().empty()) {
      reader.take(from.signature(), entry.signature.emplace(), "entry signature");
    }
    entry.body = from.body();
    if (from.has_body() == entry.body.empty()) reader.wrong("entry body");
    if (from.verdict() < v1::VERDICT_ACCEPTED || from.verdict() > v1::VERDICT_RELEASED) {
      reader.wrong("entry verdict");
    }
    entry.verdict = static_cast<Verdict>(from.verdict());
    entry.code = code_from(from.code());
    entry.chain_broken = from.chain_broken();
    entry.received = Instant{from.received_ms()};
    entry.commit = from.commit();
    out.entries.push_back(std::move(entry));
  }
  return out;
}

Message read_push(const v1::Push& in, Reader& reader) {
  Push out;
  reader.take(in.stream(), out.stream, "push stream");
  reader.take(in.writer(), out.writer, "push writer");
  out.first = in.first();
  std::size_t ops = 0;
  for (const auto& from : in.runs()) {
    SignedRun run;
    ops += static_cast<std::size_t>(from.ops_size());
    for (const auto& op : from.ops()) run.ops.push_back({op.head(), op.body()});
    reader.take(from.signature(), run.signature, "run signature");
    out.runs.push_back(std::move(run));
  }
  if (out.runs.empty() || ops > limits::push_ops) reader.wrong("push runs");
  return out;
}

Message read_taken(const v1::Taken& in, Reader& reader) {
  Taken out;
  reader.take(in.stream(), out.stream, "taken stream");
  reader.take(in.writer(), out.writer, "taken writer");
  reader.take(in.last_hash(), out.last_hash, "taken last_hash");
  out.through = in.through();
  if (in.refused_numbers_size() != in.refused_codes_size()) reader.wrong("taken refusals");
  for (int i = 0; i < std::min(in.refused_numbers_size(), in.refused_codes_size()); ++i) {
    out.refusals.push_back({in.refused_numbers(i), code_from(in.refused_codes(i))});
  }
  out.beside.resize(static_cast<std::size_t>(in.beside_size()));
  for (int i = 0; i < in.beside_size(); ++i) {
    reader.take(in.beside(i), out.beside[static_cast<std::size_t>(i)], "taken beside");
  }
  return out;
}

Message read_hello(const v1::Hello& in, Reader& reader) {
  Hello out;
  out.protocol_min = in.protocol_min();
  out.protocol_max = in.protocol_max();
  out.software = in.software().substr(0, limits::name_bytes);
  reader.take(in.writer(), out.writer, "hello writer");
  reader.take(in.proof(), out.proof, "hello proof");
  if (in.streams_size() > static_cast<int>(limits::streams_per_hello)) {
    reader.wrong("hello streams");
    return out;
  }
  for (const auto& cursor : in.streams()) out.streams.push_back(read_cursor(cursor, reader));
  return out;
}

Message read_enrol(const v1::Enrol& in, Reader& reader) {
  Enrol out;
  out.secret = in.secret();
  reader.take(in.public_key(), out.public_key, "enrol public_key");
  reader.take(in.proof(), out.proof, "enrol proof");
  out.label = in.label().substr(0, limits::name_bytes);
  out.protocol = in.protocol();
  return out;
}

Message read_welcome(const v1::Welcome& in, Reader& reader) {
  Welcome out;
  out.server_time = Instant{in.server_time_ms()};
  out.min_client = in.min_client();
  out.protocol = in.protocol();
  out.standing = code_from(in.standing());
  for (const auto& offer : in.streams()) out.streams.push_back(read_offer(offer, reader));
  return out;
}

}  // namespace

Result<Message> read(const v1::Frame& frame) {
  Reader reader;
  switch (frame.message_case()) {
    case v1::Frame::kChallenge:
      return Challenge{frame.challenge().nonce(), frame.challenge().protocol()};
    case v1::Frame::kEnrol: return reader.done(read_enrol(frame.enrol(), reader));
    case v1::Frame::kEnrolled: {
      Enrolled out;
      reader.take(frame.enrolled().account_id(), out.account, "enrolled account");
      reader.take(frame.enrolled().programme_id(), out.programme, "enrolled programme");
      out.name = frame.enrolled().name();
      return reader.done(out);
    }
    case v1::Frame::kHello: return reader.done(read_hello(frame.hello(), reader));
    case v1::Frame::kWelcome: return reader.done(read_welcome(frame.welcome(), reader));
    case v1::Frame::kOps: return reader.done(read_ops(frame.ops(), reader));
    case v1::Frame::kLive: {
      Live out;
      reader.take(frame.live().stream(), out.stream, "live stream");
      return reader.done(out);
    }
    case v1::Frame::kPush: return reader.done(read_push(frame.push(), reader));
    case v1::Frame::kGap: {
      Gap out;
      reader.take(frame.gap().stream(), out.stream, "gap stream");
      reader.take(frame.gap().writer(), out.writer, "gap writer");
      out.expect = frame.gap().expect();
      out.code = code_from(frame.gap().code());
      out.retry_after = milliseconds(frame.gap().retry_after_ms());
      return reader.done(out);
    }
    case v1::Frame::kTaken: return reader.done(read_taken(frame.taken(), reader));
    case v1::Frame::kGranted:
      return reader.done(Granted{read_offer(frame.granted().offer(), reader)});
    case v1::Frame::kFollow:
      return reader.done(Follow{read_cursor(frame.follow().cursor(), reader)});
    case v1::Frame::kRevoked: {
      Revoked out;
      reader.take(frame.revoked().stream(), out.stream, "revoked stream");
      out.at = frame.revoked().at();
      return reader.done(out);
    }
    case v1::Frame::kPing:
      return Ping{frame.ping().token(), Instant{frame.ping().wall_ms()}, frame.ping().answer()};
    case v1::Frame::kBye: {
      Bye out;
      out.code = code_from(frame.bye().code());
      for (const auto& parameter : frame.bye().parameters()) {
        out.parameters.push_back(parameter.substr(0, limits::name_bytes));
      }
      out.retry_after = milliseconds(frame.bye().retry_after_ms());
      return reader.done(out);
    }
    case v1::Frame::MESSAGE_NOT_SET: break;
  }
  return fail(Code::protocol_error, "frame without a message that this version knows");
}

}  // namespace baraza::sync::detail
