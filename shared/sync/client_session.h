// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <set>

#include "shared/base/clock.h"
#include "shared/sync/messages.h"

namespace baraza::sync {

// What a laptop holds of a stream when it connects.
struct LocalStream {
  StreamId stream;
  StreamKind kind = StreamKind::main;
  AnyId owner;
  Epoch epoch;
  Position position = 0;  // durable here
  Hash chain_hash;        // of the laptop's own log there
  WriterPoint own;        // the laptop's last op, sent or not
};

// Own ops that are durable here and have no verdict here yet.
struct PendingRun {
  OpNumber first = 0;
  OpNumber last = 0;
  SignedRun run;
};

// The client's side of the protocol, without IO. The owner feeds it what happens and carries out
// take_outputs(); everything it decides rests on what the owner said is durable. It lives as long
// as the program, through many connections. Used by one thread.
class ClientSession {
 public:
  // --- outputs ------------------------------------------------------------------------------
  struct SendFrame {
    FrameBytes frame;
  };
  // Entries that continue the stream, chain checked. The owner stores them with the cursor in one
  // transaction, then says stored().
  // Own ops through `own_through` are among them or were before: this laptop's own, by their hash,
  // not those of a copy of it.
  struct Received {
    Ops ops;
    OpNumber own_through = 0;
  };
  // Verdicts for ops in a stream that isn't read here.
  struct Resolved {
    StreamId stream;
    OpNumber through = 0;
    std::vector<Refusal> refusals;
  };
  // All streams of this person, after Welcome; or one that opened or changed.
  struct Offers {
    std::vector<StreamOffer> offers;
    bool complete = false;
  };
  struct Closed {
    StreamId stream;  // no longer this person's to read
  };
  struct EnrolledOutput {
    Enrolled enrolled;
  };
  // Everything the server had when this laptop logged in is here.
  struct CaughtUp {};
  // The link must go; `error` says why, `retry_after` the least to wait.
  struct Hangup {
    Error error;
    Duration retry_after;
  };
  // This folder's writer is unusable: a copy or a rolled-back folder. Ops wait; enrol anew.
  struct Frozen {};
  // Pushing in this stream stopped until the next login; ops are kept.
  struct Stuck {
    StreamId stream;
    Code code = Code::none;
  };
  struct ServerClock {
    Duration ahead;  // of this laptop's wall clock
  };
  using Output = std::variant<SendFrame, Received, Resolved, Offers, Closed, EnrolledOutput,
                              CaughtUp, Hangup, Frozen, Stuck, ServerClock>;

  ClientSession(const Signer& signer, std::string software);

  // --- what is durable here -----------------------------------------------------------------
  void load(LocalStream stream, std::vector<PendingRun> pending);
  // It was found frozen in an earlier life; nothing is said of it.
  void load_frozen() { frozen_ = true; }
  // A local commit is durable; a stream that isn't known yet waits for its offer.
  void add_pending(const StreamId& stream, PendingRun run);
  // Entries up to `position` are durable; own ops through `own_through` have a verdict here.
  void stored(const StreamId& stream, Position position, const Hash& chain_hash, const Epoch& epoch,
              OpNumber own_through);

  // --- the connection -----------------------------------------------------------------------
  // With a secret the session enrols first; without it says Hello at once.
  void connected(Bytes exporter, std::optional<Bytes> enrol_secret, std::string label, Now now);
  void disconnected();
  void on_frame(ByteView frame, Now now);

  // When on_deadline() wants to be called; empty if never.
  std::optional<Tick> next_deadline() const;
  void on_deadline(Now now);

  std::vector<Output> take_outputs();

  // --- for the words on the screen ----------------------------------------------------------
  bool online() const { return phase_ == Phase::live; }
  bool frozen() const { return frozen_; }
  // Everything that the server had at login was received, and every push was answered: what it has
  // of this writer is known.
  bool settled() const;
  // Own ops of a stream that the server is known to have.
  OpNumber server_has(const StreamId& stream) const;

 private:
  enum class Phase : std::uint8_t { offline, challenged_wait, enrolling, hello_sent, live };

  struct Stream {
    LocalStream local;
    Position incoming = 0;  // received in this connection, durable or not
    Hash incoming_hash;
    std::deque<PendingRun> pending;
    bool offered = false;
    bool reads = false;
    bool stuck = false;
    bool live_heard = false;
    OpNumber server_has = 0;
    OpNumber sent_through = 0;
    std::deque<OpNumber> in_flight;  // last number of each frame not answered yet
    std::optional<Tick> wait_until;
  };

  void send(const Message& message);
  void say_hello();
  void on_challenge(const Challenge& challenge);
  void on_welcome(const Welcome& welcome, Now now);
  void on_ops(Ops ops);
  void on_live(const Live& live);
  void on_gap(const Gap& gap, Now now);
  void on_taken(const Taken& taken);
  void on_granted(const Granted& granted);
  void on_revoked(const Revoked& revoked);
  void on_ping(const Ping& ping, Now now);
  void on_bye(const Bye& bye);
  void take_offer(const StreamOffer& offer);
  // True if the op with this number that this laptop wrote has this hash.
  static bool is_own(const Stream& stream, OpNumber number, const Hash& hash);
  void advance_server_has(Stream& stream, OpNumber through);
  // The numbers of pending ops that have one of these hashes.
  static std::set<OpNumber> entered_beside(const Stream& stream, const std::vector<Hash>& hashes);
  void push_all(Now now);
  void push(Stream& stream);
  void freeze();
  void check_caught_up();
  void hang_up(Code code, std::string detail, Duration retry_after = {});

  const Signer& signer_;
  WriterId writer_;
  std::string software_;
  Phase phase_ = Phase::offline;
  bool frozen_ = false;
  bool caught_up_said_ = false;
  Bytes exporter_;
  std::optional<Bytes> secret_;
  std::string label_;
  Bytes nonce_;
  Tick heard_;
  Tick pinged_;
  std::uint64_t ping_token_ = 0;
  std::map<StreamId, Stream> streams_;
  std::vector<Output> outputs_;
};

}  // namespace baraza::sync
