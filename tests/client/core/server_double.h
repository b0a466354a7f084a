// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>

#include "shared/op/entry.h"
#include "shared/sync/messages.h"

namespace baraza::client {

// A server that takes everything it is pushed, with the verdict that the test wants, and hands it
// to every connection. Speaks in real frames.
class ServerDouble {
 public:
  using Connection = int;
  struct Ruling {
    Verdict verdict = Verdict::accepted;
    Code code = Code::none;
  };
  std::function<Ruling(const OpHead&)> ruling = [](const OpHead&) { return Ruling{}; };
  std::set<StreamId> unread;  // written but not read by anybody here
  Code standing = Code::none;
  std::vector<std::pair<Connection, sync::FrameBytes>> out;  // frames to deliver

  void add(const StreamId& stream, StreamKind kind, const AnyId& owner) {
    logs_[stream] = {kind, owner, {}, stream_chain_start(stream), {}, {}};
  }

  void enter(const StreamId& stream, const WriterId& writer, const SignedRun& run) {
    Log& log = logs_.at(stream);
    for (const RawOp& raw : run.ops) {
      const OpHead head = decode_head(raw.head).value();
      if (head.number <= log.points[writer].last_number) continue;  // had already
      const Ruling by = ruling(head);
      Entry entry{writer, raw.head, std::nullopt, raw.body, by.verdict, by.code, false, {}, 0};
      if (by.verdict != Verdict::accepted) {
        entry.body.clear();
        log.refusals[writer].push_back({head.number, by.code});
      }
      append(log, std::move(entry));
      log.points[writer] = {head.number, hash_of_head(raw.head)};
    }
    pump();
  }
  // A held op enters again, with its body.
  void release(const StreamId& stream, const WriterId& writer, const RawOp& raw) {
    append(logs_.at(stream),
           {writer, raw.head, std::nullopt, raw.body, Verdict::released, Code::none, false, {}, 0});
    pump();
  }

  void connect(Connection connection) {
    connections_[connection] = {};
    say(connection, sync::Challenge{Bytes(32, 'n')});
  }
  void disconnect(Connection connection) { connections_.erase(connection); }

  void on_frame(Connection connection, const sync::FrameBytes& frame) {
    const auto message = sync::decode(*frame).value();
    if (const auto* hello = std::get_if<sync::Hello>(&message)) {
      log_in(connection, *hello);
    } else if (std::holds_alternative<sync::Enrol>(message)) {
      if (refuse_codes) return say(connection, sync::Bye{Code::code_used, {}, {}});
      say(connection, enrolled);
    } else if (const auto* push = std::get_if<sync::Push>(&message)) {
      for (const SignedRun& run : push->runs) enter(push->stream, push->writer, run);
      if (unread.contains(push->stream)) {
        const Log& log = logs_.at(push->stream);
        sync::Taken taken;
        taken.stream = push->stream;
        taken.writer = push->writer;
        taken.through = log.points.at(push->writer).last_number;
        taken.last_hash = log.points.at(push->writer).last_hash;
        const auto refused = log.refusals.find(push->writer);
        if (refused != log.refusals.end()) taken.refusals = refused->second;
        say(connection, taken);
      }
    }
  }
  void say(Connection connection, const sync::Message& message) {
    out.emplace_back(connection, sync::encode(message));
  }
  std::size_t count(const StreamId& stream) const { return logs_.at(stream).entries.size(); }
  const Entry& entry(const StreamId& stream, Position position) const {
    return logs_.at(stream).entries.at(position - 1);
  }

  sync::Enrolled enrolled;
  bool refuse_codes = false;

 private:
  struct Log {
    StreamKind kind;
    AnyId owner;
    std::vector<Entry> entries;
    Hash hash;
    std::map<WriterId, WriterPoint> points;
    std::map<WriterId, std::vector<sync::Refusal>> refusals;
  };
  struct State {
    std::map<StreamId, Position> cursors;  // of a connection that is logged in
    std::map<StreamId, Hash> hashes;
  };

  void append(Log& log, Entry entry) {
    log.hash = stream_chain_next(log.hash, entry);
    log.entries.push_back(std::move(entry));
  }

  void log_in(Connection connection, const sync::Hello& hello) {
    sync::Welcome welcome;
    welcome.standing = standing;
    for (const auto& [id, log] : logs_) {
      sync::StreamOffer offer;
      offer.stream = id;
      offer.kind = log.kind;
      offer.owner = log.owner;
      offer.head = log.entries.size();
      offer.chain_hash = log.hash;
      offer.epoch = epoch;
      offer.writes = true;
      offer.reads = !unread.contains(id);
      const auto point = log.points.find(hello.writer);
      if (point != log.points.end()) {
        offer.last_number = point->second.last_number;
        offer.last_hash = point->second.last_hash;
      }
      welcome.streams.push_back(offer);
      if (offer.reads) connections_[connection].cursors[id] = 0;
    }
    for (const auto& cursor : hello.streams) {
      const auto at = connections_[connection].cursors.find(cursor.stream);
      if (at != connections_[connection].cursors.end()) at->second = cursor.position;
    }
    say(connection, welcome);
    pump();
    for (const auto& [id, position] : connections_[connection].cursors) {
      say(connection, sync::Live{id});
    }
  }

  void pump() {
    for (auto& [connection, state] : connections_) {
      for (auto& [id, position] : state.cursors) {
        const Log& log = logs_.at(id);
        if (position == log.entries.size()) continue;
        sync::Ops ops;
        ops.stream = id;
        ops.epoch = epoch;
        ops.first = position + 1;
        Hash hash = stream_chain_start(id);
        for (std::size_t i = 0; i < log.entries.size(); ++i) {
          hash = stream_chain_next(hash, log.entries[i]);
          if (i >= position) ops.entries.push_back(log.entries[i]);
        }
        ops.hash_after = hash;
        position = log.entries.size();
        say(connection, ops);
      }
    }
  }

  const Epoch epoch = *Epoch::from(Bytes(16, 'e'));
  std::map<StreamId, Log> logs_;
  std::map<Connection, State> connections_;
};

}  // namespace baraza::client
