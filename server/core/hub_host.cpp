// SPDX-License-Identifier: Apache-2.0
// What the hub answers to the machines of its connections.
#include "server/core/enrolment.h"
#include "server/core/hub.h"
#include "shared/base/limits.h"
#include "shared/op/derive.h"

namespace baraza::server {

std::optional<PublicKey> Hub::key_of(const WriterId& writer) {
  const auto* entry = directory().writer(writer);
  // The server's own writer never logs in.
  if (entry == nullptr || entry->account.is_zero()) return std::nullopt;
  return entry->key;
}

Code Hub::standing(const WriterId& writer) {
  const auto* entry = directory().writer(writer);
  return entry != nullptr && entry->frozen ? Code::forked : Code::none;
}

Result<std::vector<sync::StreamOffer>> Hub::offers(const WriterId& writer) {
  const auto* entry = directory().writer(writer);
  if (entry == nullptr) return fail(Code::unauthenticated, "an unknown writer");
  std::vector<sync::StreamOffer> out;
  for (const auto& stream : policy::streams_of(directory(), entry->account, policy::When::ever)) {
    const StreamInfo* info = ledger_.find(stream_id(stream.kind, stream.owner));
    if (info == nullptr) continue;
    sync::StreamOffer offer;
    offer.reads = policy::reads(directory(), entry->account, stream, policy::When::now);
    // A frozen writer writes nothing but alarms. It goes on reading: of two copies of a folder one
    // is in the hands of somebody who runs a group.
    offer.writes = (!entry->frozen || stream.kind == StreamKind::alarm) &&
                   policy::appends(directory(), entry->account, stream, policy::When::now);
    const bool wrote = policy::appends(directory(), entry->account, stream, policy::When::ever);
    // A stream that this person read once but never wrote to is none of theirs any more.
    if (!offer.reads && !wrote) continue;
    const auto point = ledger_.point(info->stream, writer);
    if (!point) return fail(point.error());
    offer.stream = info->stream;
    offer.kind = info->kind;
    offer.owner = info->owner;
    offer.epoch = ledger_.epoch();
    if (offer.reads) {
      offer.head = info->head;
      offer.chain_hash = info->chain_hash;
    }
    offer.last_number = point->last_number;
    if (point->last_number > 0) offer.last_hash = point->last_hash;
    out.push_back(offer);
  }
  return out;
}

Result<Hash> Hub::chain_hash_at(const StreamId& stream, Position position) {
  return ledger_.store().chain_hash_at(stream, position);
}

Result<sync::ServerHost::OpsFrame> Hub::ops_after(const StreamId& stream, Position position) {
  const StreamInfo* info = ledger_.find(stream);
  if (info == nullptr || info->head <= position) return OpsFrame{};
  const auto key = std::make_pair(stream, position);
  // Many connections stand at the same place: the same bytes for everybody.
  if (const auto at = frames_.find(key); at != frames_.end()) return at->second;
  auto entries = ledger_.store().read_after(stream, position, limits::ops_frame_bytes);
  if (!entries) return fail(entries.error());
  if (entries->empty()) return fail(Code::storage_damaged, "entries below the head are gone");
  OpsFrame out;
  out.last = position + entries->size();
  const auto hash = ledger_.store().chain_hash_at(stream, out.last);
  if (!hash) return fail(hash.error());
  out.frame =
      sync::encode(sync::Ops{stream, ledger_.epoch(), position + 1, std::move(*entries), *hash});
  frames_[key] = out;
  return out;
}

sync::ServerHost::PushAnswer Hub::push(const WriterId& by, const sync::Push& push,
                                       const std::vector<sync::SignatureState>& signatures,
                                       Now now) {
  auto answer = decider_.push(by, push, signatures, now);
  if (answer) return *answer;
  // The batch is lost; end_batch() tells everybody who took part in it.
  broken_ = true;
  failure_ = answer.error();
  return {};
}

Result<sync::Taken> Hub::taken(const StreamId& stream, const WriterId& writer) {
  const auto point = ledger_.point(stream, writer);
  if (!point) return fail(point.error());
  const auto verdicts = ledger_.store().verdicts_of(stream, writer);
  if (!verdicts) return fail(verdicts.error());
  sync::Taken out{stream, writer, point->last_number, point->last_hash, {}, {}};
  for (const auto& verdict : *verdicts) {
    // Newest last; what a client has forgotten since is not worth a frame over its limit.
    if (verdict.verdict != Verdict::released)
      out.refusals.push_back({verdict.number, verdict.code});
  }
  constexpr std::size_t kMost = limits::repeated_count / 4;
  if (out.refusals.size() > kMost) {
    out.refusals.erase(out.refusals.begin(),
                       out.refusals.end() - static_cast<std::ptrdiff_t>(kMost));
  }
  const StreamInfo* info = ledger_.find(stream);
  if (info != nullptr && info->kind == StreamKind::alarm) {
    auto beside = ledger_.store().beside_of(stream, writer, kMost);
    if (!beside) return fail(beside.error());
    out.beside = std::move(*beside);
  }
  return out;
}

Result<sync::Enrolled> Hub::enrol(const sync::Enrol& request, Now now) {
  if (now.tick - wrong_codes_since_ > minutes(1)) {
    wrong_codes_since_ = now.tick;
    wrong_codes_ = 0;
  }
  if (wrong_codes_ >= limits::enrol_tries_per_minute) {
    return fail(Code::too_fast, "too many wrong enrolment codes; wait a minute");
  }
  const auto code = ledger_.store().code(enrol_secret_hash(request.secret));
  if (!code) return fail(code.error());
  if (!code->has_value()) {
    ++wrong_codes_;
    return fail(Code::code_wrong, "no such enrolment code");
  }
  const EnrolCode& known = **code;
  const auto* account = directory().account(known.account);
  if (account == nullptr) return fail(Code::code_wrong, "the code's account is gone");
  const sync::Enrolled answer{known.account, account->programme, account->account.name};
  if (known.used_by == request.public_key) return answer;
  if (known.used_by) return fail(Code::code_used, "this code has enrolled another laptop");
  if (now.wall > known.expires) return fail(Code::code_expired, "this code is too old");
  if (directory().writer(writer_id(request.public_key)) != nullptr) {
    return fail(Code::already_exists, "this key is enrolled already");
  }
  if (auto done = enrol_writer(known.account, request, now); !done) {
    broken_ = true;
    failure_ = done.error();
    return fail(Code::unavailable, "the log can't be written now");
  }
  return answer;
}

Result<void> Hub::enrol_writer(const AccountId& account, const sync::Enrol& request, Now now) {
  if (auto ready = ledger_.stage(); !ready) return ready;
  auto used = ledger_.store().use_code(enrol_secret_hash(request.secret), request.public_key);
  if (!used) return used;
  const auto* entry = directory().account(account);
  if (entry == nullptr) return fail(Code::not_found, "no such account");
  const model::EnrolledWriter writer{account, request.public_key, request.label};
  // Copied first: appending builds the directory anew. The key goes wherever the person works.
  const std::vector<SiteId> sites = entry->sites;
  const auto programmes = entry->programme_roles;
  for (const auto& [programme, roles] : programmes) {
    auto done = keeper_.append(stream_id(StreamKind::programme, programme),
                               {model::make_programme_writer_enrolled(writer)}, now);
    if (!done) return done;
  }
  for (const SiteId& site : sites) {
    auto done = keeper_.append(stream_id(StreamKind::site, site),
                               {model::make_site_writer_enrolled(writer)}, now);
    if (!done) return done;
  }
  return {};
}

}  // namespace baraza::server
