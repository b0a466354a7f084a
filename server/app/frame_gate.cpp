// SPDX-License-Identifier: Apache-2.0
#include "server/app/frame_gate.h"

namespace baraza::server {

void FrameGate::set_keys(std::shared_ptr<const sync::KeyTable> keys) {
  const std::lock_guard lock(mutex_);
  keys_ = std::move(keys);
}

std::shared_ptr<const sync::KeyTable> FrameGate::keys() {
  const std::lock_guard lock(mutex_);
  return keys_;
}

bool FrameGate::is_refused(ConnectionId connection) {
  const std::lock_guard lock(mutex_);
  return refused_.contains(connection);
}

void FrameGate::refuse(ConnectionId connection, Code code) {
  {
    const std::lock_guard lock(mutex_);
    if (!refused_.insert(connection).second) return;
  }
  inbox_.post(Inbox::Event(Inbox::BadFrame{connection, code}));
}

void FrameGate::on_open(ConnectionId connection, Bytes exporter) {
  inbox_.post(Inbox::Event(Inbox::Opened{connection, std::move(exporter)}));
}

void FrameGate::on_frame(ConnectionId connection, Bytes frame) {
  if (is_refused(connection)) return;
  auto message = sync::decode(frame);
  if (!message) return refuse(connection, message.error().code);
  Inbox::Arrived arrived{connection, std::move(*message), {}, frame.size()};
  if (const auto* push = std::get_if<sync::Push>(&arrived.message)) {
    arrived.signatures = sync::check_signatures(*push, *keys());
  }
  if (!inbox_.post(std::move(arrived))) refuse(connection, Code::too_fast);
}

void FrameGate::on_queued(ConnectionId connection, std::size_t bytes) {
  inbox_.note_queued(connection, bytes);
}

void FrameGate::on_closed(ConnectionId connection, Code) {
  {
    const std::lock_guard lock(mutex_);
    refused_.erase(connection);
  }
  inbox_.post(Inbox::Event(Inbox::Closed{connection}));
}

}  // namespace baraza::server
