// SPDX-License-Identifier: Apache-2.0
#include "server/app/store_thread.h"

#include <future>

#include "shared/base/limits.h"

namespace baraza::server {

StoreThread::StoreThread(Hub& hub, Inbox& inbox, const Clock& clock, Journal& journal)
    : hub_(hub), inbox_(inbox), clock_(clock), journal_(journal), thread_([this] { work(); }) {}

StoreThread::~StoreThread() {
  inbox_.close();
  thread_.join();
}

void StoreThread::work() {
  bool more = false;
  while (true) {
    Inbox::Batch batch = inbox_.take(limits::commit_ops, !more);
    for (Inbox::Event& event : batch.events) handle(event);
    for (const auto& [connection, bytes] : batch.queued) hub_.on_queued(connection, bytes);
    more = hub_.end_batch();
    tell_failure();
    // What is left to hand out then, each client fetches again when it comes back.
    if (batch.closed) return;
  }
}

void StoreThread::handle(Inbox::Event& event) {
  if (auto* opened = std::get_if<Inbox::Opened>(&event)) {
    hub_.on_open(opened->connection, std::move(opened->exporter));
  } else if (auto* arrived = std::get_if<Inbox::Arrived>(&event)) {
    hub_.on_message(arrived->connection, arrived->message, arrived->signatures, clock_.now());
  } else if (const auto* bad = std::get_if<Inbox::BadFrame>(&event)) {
    hub_.on_bad_frame(bad->connection, bad->code);
  } else if (const auto* closed = std::get_if<Inbox::Closed>(&event)) {
    hub_.on_closed(closed->connection);
  } else if (auto* act = std::get_if<Inbox::Act>(&event)) {
    // Ends the batch so far, so that its failure isn't taken for the act's.
    hub_.end_batch();
    tell_failure();
    act->run(hub_);
  }
}

void StoreThread::tell_failure() {
  const CommitNumber committed = hub_.ledger().commit_number();
  if (told_ != Code::none && committed > told_at_) {
    told_ = Code::none;
    journal_.info("batches are being committed again");
  }
  const auto failure = hub_.take_failure();
  if (!failure || failure->code == told_) return;
  told_ = failure->code;
  told_at_ = committed;
  journal_.error("a batch was not committed, and nobody was told that it was", *failure);
}

Result<void> StoreThread::run(const Hub::Act& act) {
  // Shared: the act may still be finishing its set_value when the waiter has gone on.
  auto done = std::make_shared<std::promise<Result<void>>>();
  auto result = done->get_future();
  const bool posted = inbox_.post(
      Inbox::Event(Inbox::Act{[&act, done](Hub& hub) { done->set_value(hub.run_alone(act)); }}));
  if (!posted) return fail(Code::unavailable, "the server is stopping; try again in a while");
  return result.get();
}

void StoreThread::say_goodbye(Code code, Duration retry_after) {
  auto done = std::make_shared<std::promise<void>>();
  auto told = done->get_future();
  const bool posted = inbox_.post(Inbox::Event(Inbox::Act{[=](Hub& hub) {
    hub.say_goodbye(code, retry_after);
    done->set_value();
  }}));
  if (posted) told.get();
}

}  // namespace baraza::server
