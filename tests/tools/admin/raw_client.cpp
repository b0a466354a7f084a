// SPDX-License-Identifier: Apache-2.0
#include "tests/tools/admin/raw_client.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <stdexcept>

#include "client/net/link.h"
#include "shared/op/derive.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"

namespace baraza {

struct RawClient::Parts final : client::LinkHandler {
  explicit Parts(const KeySigner& key) : signer(key), link(*this) {}

  void on_connected(client::LinkAttempt, Bytes bytes) override {
    const std::lock_guard lock(mutex);
    exporter = std::move(bytes);
  }
  void on_frame(client::LinkAttempt, Bytes frame) override {
    const std::lock_guard lock(mutex);
    frames.push_back(std::move(frame));
    changed.notify_all();
  }
  void on_disconnected(client::LinkAttempt, Error) override {
    const std::lock_guard lock(mutex);
    closed = true;
    changed.notify_all();
  }
  template <class Predicate>
  void wait(std::unique_lock<std::mutex>& lock, Predicate predicate) {
    if (!changed.wait_for(lock, std::chrono::seconds(10), predicate)) {
      throw std::runtime_error("the server said nothing");
    }
  }

  const KeySigner& signer;
  SystemRandom random;
  std::mutex mutex;
  std::condition_variable changed;
  Bytes exporter;
  std::deque<Bytes> frames;
  bool closed = false;
  Bytes nonce;
  std::map<StreamId, WriterPoint> points;
  AuthorClock clock = 0;
  client::Link link;  // last: its thread ends before the rest goes
};

RawClient::RawClient(const KeySigner& signer) : parts_(std::make_unique<Parts>(signer)) {}
RawClient::~RawClient() = default;

void RawClient::connect(std::uint16_t port, const Bytes& pin) {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->frames.clear();
    parts_->closed = false;
  }
  parts_->link.connect({"127.0.0.1", port, pin}, {});
  parts_->nonce = expect<sync::Challenge>().nonce;
}

void RawClient::send(const sync::Message& message) {
  parts_->link.send(sync::encode(message));
}

sync::Message RawClient::next() {
  std::unique_lock lock(parts_->mutex);
  parts_->wait(lock, [this] { return !parts_->frames.empty() || parts_->closed; });
  if (parts_->frames.empty()) throw std::runtime_error("the server closed the connection");
  const Bytes frame = std::move(parts_->frames.front());
  parts_->frames.pop_front();
  lock.unlock();
  auto message = sync::decode(frame);
  if (!message) throw std::runtime_error("the server's frame can't be read");
  return std::move(*message);
}

void RawClient::expect_closed() {
  std::unique_lock lock(parts_->mutex);
  parts_->wait(lock, [this] { return parts_->closed; });
}

Code RawClient::enrol(const std::string& text) {
  const auto code = sync::decode_enrolment_code(text);
  if (!code) return code.error().code;
  const PublicKey& key = parts_->signer.public_key();
  const Bytes message = sync::enrol_message(parts_->nonce, parts_->exporter, code->secret, key);
  send(sync::Enrol{code->secret, key, parts_->signer.sign(message), "raw"});
  while (true) {
    const sync::Message answer = next();
    if (std::holds_alternative<sync::Enrolled>(answer)) return Code::none;
    if (const auto* bye = std::get_if<sync::Bye>(&answer)) return bye->code;
  }
}

sync::Welcome RawClient::hello() {
  sync::Hello hello;
  hello.software = "raw";
  hello.writer = writer_id(parts_->signer.public_key());
  hello.proof =
      parts_->signer.sign(sync::hello_message(parts_->nonce, parts_->exporter, hello.writer));
  send(hello);
  sync::Welcome welcome = expect<sync::Welcome>();
  for (const sync::StreamOffer& offer : welcome.streams) {
    const Hash start = chain_start(hello.writer, offer.stream);
    parts_->points[offer.stream] = {offer.last_number,
                                    offer.last_number == 0 ? start : offer.last_hash};
  }
  return welcome;
}

void RawClient::push(OpDraft draft, const StreamId& stream) {
  WriterPoint& point = parts_->points.at(stream);
  const OpNumber first = point.last_number + 1;
  std::vector<OpDraft> drafts;
  drafts.push_back(std::move(draft));
  SignedRun run = sign_run(parts_->signer, stream, std::move(drafts), SystemClock().now().wall,
                           point, parts_->clock, parts_->random);
  send(sync::Push{stream, writer_id(parts_->signer.public_key()), first, {std::move(run)}});
}

}  // namespace baraza
