// SPDX-License-Identifier: Apache-2.0
#include "server/app/stream_verifier.h"

#include "shared/model/apply.h"
#include "shared/op/derive.h"

namespace baraza::server {

StreamVerifier::StreamVerifier(const StreamId& stream, StreamKind kind, const AnyId& owner,
                               const policy::Directory& directory)
    : stream_(stream),
      kind_(kind),
      owner_(owner),
      directory_(directory),
      chain_hash_(stream_chain_start(stream)),
      state_(model::empty_state(kind)) {}

Error StreamVerifier::fault(Position position, std::string_view what) const {
  return {Code::verification_failed, std::string(stream_kind_name(kind_)) + " stream " +
                                         to_hex(stream_) + " (of " + to_hex(owner_) +
                                         "), position " + std::to_string(position) + ": " +
                                         std::string(what)};
}

Result<void> StreamVerifier::add(Position position, const Entry& entry,
                                 const std::optional<Hash>& stored_chain_hash) {
  if (position != position_ + 1) {
    return fail(fault(position_ + 1,
                      "there is no entry; the next is at position " + std::to_string(position)));
  }
  const Hash chain_hash = stream_chain_next(chain_hash_, entry);
  if (stored_chain_hash && *stored_chain_hash != chain_hash) {
    return fail(fault(position,
                      "the stream's chain doesn't come to the hash stored there: head, "
                      "writer or verdict isn't what was entered"));
  }
  // Also where the body isn't the one that the head names.
  const auto op = open_entry(entry);
  if (!op) return fail(fault(position, op.error().detail));
  if (auto done = check_place(*op, entry); !done) return fail(fault(position, done.error().detail));
  if (auto done = check_signature(*op, entry); !done) {
    return fail(fault(position, done.error().detail));
  }
  if (auto done = check_body(*op, entry); !done) return fail(fault(position, done.error().detail));
  model::apply(state_, *op);
  position_ = position;
  chain_hash_ = chain_hash;
  return {};
}

Result<void> StreamVerifier::check_place(const AuthoredOp& op, const Entry& entry) {
  const auto wrong = [](std::string what) { return fail(Code::verification_failed, what); };
  if (entry.verdict == Verdict::released) {
    const auto at = held_.find(op.id());
    if (at == held_.end() || at->second.op != op.hash) {
      return wrong("an op is released that isn't held");
    }
    held_.erase(at);
    return {};
  }
  if (entry.verdict == Verdict::held) {
    held_[op.id()] = {op.hash, op.head.body_digest};
  }
  if (entry.chain_broken) {
    if (kind_ == StreamKind::alarm) return {};
    return wrong("an op of a broken chain stands outside an alarm stream");
  }
  WriterPoint& point =
      points_.try_emplace(op.writer, WriterPoint{0, chain_start(op.writer, stream_)}).first->second;
  if (op.head.number != point.last_number + 1) {
    return wrong("op " + std::to_string(op.head.number) + " of its writer follows op " +
                 std::to_string(point.last_number));
  }
  if (op.head.prev != point.last_hash) {
    return wrong("the op's prev isn't the op before it of its writer");
  }
  point = {op.head.number, op.hash};
  return {};
}

Result<void> StreamVerifier::check_signature(const AuthoredOp& op, const Entry& entry) {
  const auto* writer = directory_.writer(op.writer);
  if (writer == nullptr || writer_id(writer->key) != op.writer) {
    return fail(Code::verification_failed, "the directory knows no key of the op's writer");
  }
  // The directory is the server's own; everywhere else it has no say.
  const bool of_directory = kind_ == StreamKind::programme || kind_ == StreamKind::site;
  if (writer->account.is_zero() != of_directory) {
    return fail(Code::verification_failed, "the op's writer doesn't write in this kind of stream");
  }
  // What is released was signed, with its run, where it was held.
  if (entry.verdict == Verdict::released && !entry.signature) return {};
  if (!entry.signature) {
    unsigned_since_.try_emplace(op.writer, position_ + 1);
    return {};
  }
  if (!verify_signature(writer->key, run_message(op.writer, stream_, op.hash), *entry.signature)) {
    return fail(Code::verification_failed, "the signature isn't that of the op's writer");
  }
  if (entry.verdict != Verdict::released) unsigned_since_.erase(op.writer);
  return {};
}

Result<void> StreamVerifier::check_body(const AuthoredOp& op, const Entry& entry) const {
  const bool expected = entry.verdict == Verdict::accepted || entry.verdict == Verdict::released;
  if (op.body.has_value() == expected) return {};
  return fail(Code::verification_failed,
              expected ? "the body is gone" : "a body stands where the verdict allows none");
}

Result<void> StreamVerifier::finish() const {
  // Who may read a stream is asked by its owner, of an empty one too.
  if (stream_id(kind_, owner_) != stream_) {
    return fail(fault(0, "the stream's id isn't that of its kind and owner"));
  }
  if (unsigned_since_.empty()) return {};
  return fail(fault(unsigned_since_.begin()->second, "no signature covers the op"));
}

StreamAt StreamVerifier::at() const {
  return {position_, chain_hash_, model::digest_of(state_)};
}

Result<void> verify_introductions(const std::map<ProgrammeId, model::ProgrammeState>& programmes,
                                  const std::optional<PublicKey>& known_key) {
  for (const auto& [id, state] : programmes) {
    const auto wrong = [&](std::string_view what) {
      return fail(Code::verification_failed, "programme stream " +
                                                 to_hex(stream_id(StreamKind::programme, id)) +
                                                 " (of " + to_hex(id) + "): " + std::string(what));
    };
    if (state.founded.size() != 1) return wrong("it isn't founded exactly once");
    const PublicKey& key = state.founded.begin()->second.value.programme_key;
    if (known_key && *known_key != key) {
      return wrong("the programme key isn't the one in this folder");
    }
    for (const auto& [ref, write] : state.server_writers) {
      const model::ServerWriter& writer = write.value;
      if (!verify_signature(key, model::introduction_message(writer), writer.signature)) {
        return wrong("the programme key doesn't vouch for a server writer");
      }
    }
  }
  return {};
}

}  // namespace baraza::server
