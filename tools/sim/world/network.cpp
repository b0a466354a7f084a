// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/network.h"

#include <algorithm>

#include "shared/base/limits.h"

namespace baraza::sim {

Network::Network(EventQueue& events, SimRandom random, Counts& counts, Findings& findings,
                 Trace& trace)
    : events_(events), random_(random), counts_(counts), findings_(findings), trace_(trace) {}

void Network::attach(int client, ClientEnd& end) {
  clients_[client] = &end;
}

void Network::set_offline(int client, bool offline) {
  offline_[client] = offline;
  if (!offline) return;
  for (const ConnectionId line : lines()) {
    if (lines_[line].client == client && !lines_[line].severed) cut(line, false);
  }
}

bool Network::offline(int client) const {
  const auto at = offline_.find(client);
  return at != offline_.end() && at->second;
}

Duration Network::delay() {
  return {random_.between(swarm_.latency.ms / 4, swarm_.latency.ms)};
}

Network::Line* Network::find(ConnectionId line) {
  const auto at = lines_.find(line);
  return at == lines_.end() ? nullptr : &at->second;
}

int Network::client_of(ConnectionId line) const {
  const auto at = lines_.find(line);
  return at == lines_.end() ? -1 : at->second.client;
}

std::vector<ConnectionId> Network::lines() const {
  std::vector<ConnectionId> out;
  for (const auto& [id, line] : lines_) out.push_back(id);
  return out;
}

std::optional<ConnectionId> Network::line_of(int client) const {
  for (const auto& [id, line] : lines_) {
    if (line.client == client && line.client_open) return id;
  }
  return std::nullopt;
}

// --- opening --------------------------------------------------------------------------------

ConnectionId Network::connect(int client) {
  const ConnectionId id = ++last_line_;
  Line& line = lines_[id];
  line.client = client;
  line.client_open = true;
  if (random_.chance(swarm_.slow_line)) line.bytes_a_second = random_.between(500, 20'000);
  events_.after(delay(), [this, id] {
    Line* here = find(id);
    if (here == nullptr || !here->client_open) return;
    if (here->severed || offline(here->client) || !server_->accepts()) {
      end_client(id);
      return;
    }
    ++counts_.connects;
    trace_.event(events_.now(), "line.up", static_cast<std::uint64_t>(here->client), id);
    here->server_open = true;
    here->opened = here->heard = here->progress = events_.now();
    here->last_up = here->last_down = events_.now();
    const Bytes exporter = random_.bytes(32);
    watch_deadlines(id);
    clients_.at(here->client)->on_line_up(id, exporter);
    server_->on_line_open(id, exporter);
  });
  return id;
}

// --- frames ---------------------------------------------------------------------------------

void Network::client_send(ConnectionId id, FrameBytes frame) {
  Line* line = find(id);
  if (line == nullptr || !line->client_open) return;
  if (client_watch_) client_watch_(id, line->client, frame);
  std::vector<FrameBytes> carried{frame};
  if (carrier_) carried = carrier_(line->client, frame);
  for (FrameBytes& each : carried) {
    line->last_up = std::max(line->last_up, events_.now() + delay());
    events_.at(line->last_up, [this, id, each = std::move(each)] {
      Line* here = find(id);
      if (here == nullptr || !here->server_open) return;
      if (here->severed) {
        ++counts_.frames_lost;
        return;
      }
      here->heard = events_.now();
      trace_.event(events_.now(), "frame.up", static_cast<std::uint64_t>(here->client),
                   each->size());
      server_->on_line_frame(id, each);
    });
  }
}

void Network::server_send(ConnectionId id, FrameBytes frame) {
  Line* line = find(id);
  if (line == nullptr || !line->server_open || line->closing) return;
  if (watch_) watch_(id, line->client, frame);
  if (line->outbox.empty()) line->progress = events_.now();
  line->queued += frame->size();
  most_queued_ = std::max(most_queued_, line->queued);
  findings_.require(line->queued <= limits::connection_queue_bytes + limits::frame_bytes,
                    "bounded_queue",
                    std::to_string(line->queued) + " bytes wait for one connection");
  line->outbox.push_back(std::move(frame));
  take_next(id);
}

void Network::take_next(ConnectionId id) {
  Line* line = find(id);
  if (line == nullptr || line->taking || line->stalled || line->outbox.empty()) return;
  line->taking = true;
  Duration takes{};
  if (line->bytes_a_second > 0) {
    // A socket takes a large frame bit by bit; what counts as progress is any of it.
    const auto size = static_cast<std::int64_t>(line->outbox.front()->size());
    takes = {size * 1000 / line->bytes_a_second};
  }
  events_.after(takes, [this, id] { taken(id); });
}

void Network::taken(ConnectionId id) {
  Line* line = find(id);
  if (line == nullptr || !line->server_open || line->outbox.empty()) return;
  line->taking = false;
  if (line->stalled) return;
  line->progress = events_.now();
  // What waits behind a frame without a pace of its own is taken with it.
  do {
    FrameBytes frame = std::move(line->outbox.front());
    line->outbox.pop_front();
    line->queued -= frame->size();
    line->last_down = std::max(line->last_down, events_.now() + delay());
    events_.at(line->last_down, [this, id, frame = std::move(frame)] {
      Line* here = find(id);
      if (here == nullptr || !here->client_open) return;
      if (here->severed) {
        ++counts_.frames_lost;
        return;
      }
      trace_.event(events_.now(), "frame.down", static_cast<std::uint64_t>(here->client),
                   frame->size());
      clients_.at(here->client)->on_line_frame(id, frame);
    });
  } while (line->bytes_a_second == 0 && !line->outbox.empty());
  const std::size_t queued = line->queued;
  const bool done = line->closing && line->outbox.empty();
  server_->on_line_queued(id, queued);
  if (done) {
    events_.at(find(id)->last_down, [this, id] { end_client(id); });
    end_server(id);
    return;
  }
  take_next(id);
}

void Network::authenticated(ConnectionId id) {
  if (Line* line = find(id)) line->authenticated = true;
}

// --- ends -----------------------------------------------------------------------------------

void Network::client_close(ConnectionId id) {
  Line* line = find(id);
  if (line == nullptr || !line->client_open) return;
  line->client_open = false;
  // What it sent before arrives before the end of the line does.
  if (!line->severed) events_.at(line->last_up + delay(), [this, id] { end_server(id); });
  forget_if_dead(id);
}

void Network::server_close(ConnectionId id) {
  Line* line = find(id);
  if (line == nullptr || !line->server_open || line->closing) return;
  line->closing = true;
  if (!line->outbox.empty()) return;  // taken() goes on
  events_.at(std::max(line->last_down, events_.now()), [this, id] { end_client(id); });
  events_.after({}, [this, id] { end_server(id); });
}

void Network::end_server(ConnectionId id) {
  Line* line = find(id);
  if (line == nullptr || !line->server_open) return;
  line->server_open = false;
  lose(*line);
  trace_.event(events_.now(), "line.server_end", id);
  server_->on_line_closed(id);
  forget_if_dead(id);
}

void Network::end_client(ConnectionId id) {
  Line* line = find(id);
  if (line == nullptr || !line->client_open) return;
  line->client_open = false;
  const int client = line->client;
  trace_.event(events_.now(), "line.client_end", static_cast<std::uint64_t>(client), id);
  clients_.at(client)->on_line_down(id);
  forget_if_dead(id);
}

void Network::lose(Line& line) {
  counts_.frames_lost += line.outbox.size();
  line.outbox.clear();
  line.queued = 0;
}

void Network::forget_if_dead(ConnectionId id) {
  const auto at = lines_.find(id);
  if (at == lines_.end() || at->second.client_open || at->second.server_open) return;
  lines_.erase(at);
}

void Network::watch_deadlines(ConnectionId id) {
  events_.after(seconds(5), [this, id] {
    Line* line = find(id);
    if (line == nullptr || !line->server_open) return;
    const Tick now = events_.now();
    const bool idle = now - line->heard > limits::idle_deadline;
    const bool no_progress = !line->outbox.empty() && line->bytes_a_second == 0 &&
                             now - line->progress > limits::progress_deadline;
    const bool late = !line->authenticated && now - line->opened > limits::handshake_deadline;
    if (!idle && !no_progress && !late) return watch_deadlines(id);
    if (!line->severed) events_.after(delay(), [this, id] { end_client(id); });
    end_server(id);
  });
}

// --- what goes wrong ------------------------------------------------------------------------

void Network::cut(ConnectionId id, bool half_open) {
  Line* line = find(id);
  if (line == nullptr || line->severed) return;
  line->severed = true;
  ++counts_.cuts;
  if (half_open) ++counts_.half_open;
  trace_.event(events_.now(), "line.cut", id, half_open ? 1 : 0);
  if (half_open) return;
  // Each end learns of it in its own time.
  events_.after(delay(), [this, id] { end_server(id); });
  events_.after(delay(), [this, id] { end_client(id); });
}

void Network::cut_all() {
  for (const ConnectionId line : lines()) cut(line, false);
}

void Network::stall(ConnectionId id, bool stalled) {
  Line* line = find(id);
  if (line == nullptr) return;
  line->stalled = stalled;
  line->taking = false;
  if (!stalled) take_next(id);
}

void Network::set_rate(ConnectionId id, std::int64_t bytes_a_second) {
  if (Line* line = find(id)) line->bytes_a_second = bytes_a_second;
}

void Network::server_gone() {
  for (const ConnectionId id : lines()) {
    Line& line = lines_[id];
    if (!line.server_open) continue;
    line.server_open = false;
    lose(line);
    ++counts_.cuts;
    if (!line.client_open) {
      forget_if_dead(id);
      continue;
    }
    // A machine without power says nothing; a process that died leaves a system that does.
    if (!line.severed && random_.chance(700)) {
      events_.after(delay(), [this, id] { end_client(id); });
    } else {
      line.severed = true;
    }
  }
}

void Network::client_gone(int client) {
  for (const ConnectionId id : lines()) {
    Line& line = lines_[id];
    if (line.client != client || !line.client_open) continue;
    line.client_open = false;
    if (line.server_open) ++counts_.cuts;
    if (!line.severed && random_.chance(700)) {
      events_.at(line.last_up + delay(), [this, id] { end_server(id); });
    } else if (!line.severed) {
      line.severed = true;
    }
    forget_if_dead(id);
  }
}

}  // namespace baraza::sim
