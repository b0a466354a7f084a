// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "baraza/v1/wire.pb.h"
#include "shared/sync/codec_detail.h"

namespace baraza::sync::detail {
namespace {

template <std::size_t N, class Tag>
std::string text(const FixedBytes<N, Tag>& id) {
  return id.is_zero() ? std::string() : std::string(id.view());
}

void write_cursor(const StreamCursor& value, v1::StreamCursor& out) {
  out.set_stream(text(value.stream));
  out.set_epoch(text(value.epoch));
  out.set_position(value.position);
  out.set_chain_hash(text(value.chain_hash));
  out.set_next_number(value.next_number);
}

void write_offer(const StreamOffer& value, v1::StreamOffer& out) {
  out.set_stream(text(value.stream));
  out.set_kind(static_cast<v1::StreamKind>(value.kind));
  out.set_owner(text(value.owner));
  out.set_epoch(text(value.epoch));
  out.set_head(value.head);
  out.set_chain_hash(text(value.chain_hash));
  out.set_last_number(value.last_number);
  out.set_last_hash(text(value.last_hash));
  out.set_follows(static_cast<v1::Follows>(value.follows));
  out.set_writes(value.writes);
  out.set_reads(value.reads);
}

std::uint32_t number(Code code) {
  return static_cast<std::uint32_t>(code);
}

std::uint32_t wait_ms(Duration wait) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(wait.ms, 0, 86'400'000));
}

}  // namespace

void write(const Challenge& value, v1::Frame& frame) {
  auto& out = *frame.mutable_challenge();
  out.set_nonce(value.nonce);
  out.set_protocol(value.protocol);
}

void write(const Enrol& value, v1::Frame& frame) {
  auto& out = *frame.mutable_enrol();
  out.set_secret(value.secret);
  out.set_public_key(text(value.public_key));
  out.set_proof(text(value.proof));
  out.set_label(value.label);
  out.set_protocol(value.protocol);
}

void write(const Enrolled& value, v1::Frame& frame) {
  auto& out = *frame.mutable_enrolled();
  out.set_account_id(text(value.account));
  out.set_programme_id(text(value.programme));
  out.set_name(value.name);
}

void write(const Hello& value, v1::Frame& frame) {
  auto& out = *frame.mutable_hello();
  out.set_protocol_min(value.protocol_min);
  out.set_protocol_max(value.protocol_max);
  out.set_software(value.software);
  out.set_writer(text(value.writer));
  out.set_proof(text(value.proof));
  for (const auto& cursor : value.streams) write_cursor(cursor, *out.add_streams());
}

void write(const Welcome& value, v1::Frame& frame) {
  auto& out = *frame.mutable_welcome();
  out.set_server_time_ms(value.server_time.ms);
  out.set_min_client(value.min_client);
  out.set_protocol(value.protocol);
  out.set_standing(number(value.standing));
  for (const auto& offer : value.streams) write_offer(offer, *out.add_streams());
}

void write(const Ops& value, v1::Frame& frame) {
  auto& out = *frame.mutable_ops();
  out.set_stream(text(value.stream));
  out.set_epoch(text(value.epoch));
  out.set_first(value.first);
  out.set_hash_after(text(value.hash_after));
  std::vector<WriterId> writers;
  for (const Entry& entry : value.entries) {
    auto at = std::find(writers.begin(), writers.end(), entry.writer);
    if (at == writers.end()) {
      out.add_writers(text(entry.writer));
      at = writers.insert(writers.end(), entry.writer);
    }
    auto& to = *out.add_entries();
    to.set_writer(static_cast<std::uint32_t>(at - writers.begin()));
    to.set_head(entry.head);
    if (entry.signature) to.set_signature(std::string(entry.signature->view()));
    to.set_body(entry.body);
    to.set_has_body(!entry.body.empty());
    to.set_verdict(static_cast<v1::Verdict>(entry.verdict));
    to.set_code(number(entry.code));
    to.set_chain_broken(entry.chain_broken);
    to.set_received_ms(entry.received.ms);
    to.set_commit(entry.commit);
  }
}

void write(const Live& value, v1::Frame& frame) {
  frame.mutable_live()->set_stream(text(value.stream));
}

void write(const Push& value, v1::Frame& frame) {
  auto& out = *frame.mutable_push();
  out.set_stream(text(value.stream));
  out.set_writer(text(value.writer));
  out.set_first(value.first);
  for (const SignedRun& run : value.runs) {
    auto& to = *out.add_runs();
    for (const RawOp& op : run.ops) {
      auto& raw = *to.add_ops();
      raw.set_head(op.head);
      raw.set_body(op.body);
    }
    to.set_signature(std::string(run.signature.view()));
  }
}

void write(const Gap& value, v1::Frame& frame) {
  auto& out = *frame.mutable_gap();
  out.set_stream(text(value.stream));
  out.set_writer(text(value.writer));
  out.set_expect(value.expect);
  out.set_code(number(value.code));
  out.set_retry_after_ms(wait_ms(value.retry_after));
}

void write(const Taken& value, v1::Frame& frame) {
  auto& out = *frame.mutable_taken();
  out.set_stream(text(value.stream));
  out.set_writer(text(value.writer));
  out.set_through(value.through);
  out.set_last_hash(text(value.last_hash));
  for (const Refusal& refusal : value.refusals) {
    out.add_refused_numbers(refusal.number);
    out.add_refused_codes(number(refusal.code));
  }
  for (const Hash& hash : value.beside) out.add_beside(text(hash));
}

void write(const Granted& value, v1::Frame& frame) {
  write_offer(value.offer, *frame.mutable_granted()->mutable_offer());
}

void write(const Follow& value, v1::Frame& frame) {
  write_cursor(value.cursor, *frame.mutable_follow()->mutable_cursor());
}

void write(const Revoked& value, v1::Frame& frame) {
  auto& out = *frame.mutable_revoked();
  out.set_stream(text(value.stream));
  out.set_at(value.at);
}

void write(const Ping& value, v1::Frame& frame) {
  auto& out = *frame.mutable_ping();
  out.set_token(value.token);
  out.set_wall_ms(value.wall.ms);
  out.set_answer(value.answer);
}

void write(const Bye& value, v1::Frame& frame) {
  auto& out = *frame.mutable_bye();
  out.set_code(number(value.code));
  for (const auto& parameter : value.parameters) out.add_parameters(parameter);
  out.set_retry_after_ms(wait_ms(value.retry_after));
}

}  // namespace baraza::sync::detail
