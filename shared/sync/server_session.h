// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>

#include "shared/sync/signature_check.h"

namespace baraza::sync {

using ConnectionId = std::uint64_t;

// What the server's core does for the machine of one connection. Called on the store thread.
class ServerHost {
 public:
  virtual ~ServerHost() = default;

  virtual std::optional<PublicKey> key_of(const WriterId& writer) = 0;

  // Binds the key to the account of the code, staged in the batch that runs. The proof holds
  // already. code_wrong, code_used, code_expired, too_fast.
  virtual Result<Enrolled> enrol(const Enrol& request, Now now) = 0;

  // Every stream this writer may read or may still push to, as things stand in the batch that
  // runs; `follows` is left at tail. The error is a standing that ends the connection.
  virtual Result<std::vector<StreamOffer>> offers(const WriterId& writer) = 0;
  virtual Code standing(const WriterId& writer) = 0;  // none or forked

  virtual Result<Hash> chain_hash_at(const StreamId& stream, Position position) = 0;

  // One encoded Ops frame of committed entries after `position`; null if there are none. `last` is
  // the position of its last entry.
  struct OpsFrame {
    FrameBytes frame;
    Position last = 0;
  };
  virtual Result<OpsFrame> ops_after(const StreamId& stream, Position position) = 0;

  // Decides a push by the writer of the connection and stages its entries. A Gap is the answer if
  // nothing more of it was taken than the Gap says; standing forked means that it froze the writer.
  struct PushAnswer {
    std::optional<Gap> gap;
    bool froze_writer = false;
  };
  virtual PushAnswer push(const WriterId& by, const Push& push,
                          const std::vector<SignatureState>& signatures, Now now) = 0;

  // All verdicts on this writer's ops in a stream that it doesn't read.
  virtual Result<Taken> taken(const StreamId& stream, const WriterId& writer) = 0;
};

// The server's side of one connection, without IO. Works inside batches: on_message() calls come
// between begin and end of a transaction; the frames it wants to send wait in take_frames() until
// the transaction is durable. If it fails, abandon_batch() says so to the client instead.
class ServerSession {
 public:
  // `exporter` is the TLS channel binding of the connection, `nonce` 32 random bytes.
  ServerSession(Bytes exporter, Bytes nonce, ServerHost& host);

  void on_message(const Message& message, const std::vector<SignatureState>& signatures, Now now);
  void abandon_batch();

  // Offers were given or ended since: sends Granted and Revoked.
  void entitlement_changed();
  // Adds at most one frame of entries if `room_bytes` of the connection's queue are free. False if
  // there is nothing to send, or no room.
  bool pump(std::size_t room_bytes);

  bool authenticated() const { return authenticated_; }
  const WriterId& writer() const { return writer_; }
  bool follows(const StreamId& stream) const { return follows_.contains(stream); }

  // What to send, in order. After a Bye the connection is to be closed.
  std::vector<FrameBytes> take_frames();
  bool closing() const { return closing_; }
  void bye(Code code, std::vector<std::string> parameters = {}, Duration retry_after = {});

 private:
  struct FollowState {
    StreamKind kind = StreamKind::main;
    Position cursor = 0;
    bool live_said = false;
  };

  void send(const Message& message);
  void on_enrol(const Enrol& enrol, Now now);
  void on_hello(const Hello& hello, Now now);
  void on_follow(const Follow& follow);
  void on_push(const Push& push, const std::vector<SignatureState>& signatures, Now now);
  void on_ping(const Ping& ping, Now now);
  void say_taken(const StreamId& stream);
  Result<bool> continues(const StreamCursor& cursor, const StreamOffer& offer);

  Bytes exporter_;
  Bytes nonce_;
  ServerHost& host_;
  bool authenticated_ = false;
  Code standing_ = Code::none;  // as said in Welcome
  bool closing_ = false;
  WriterId writer_;
  std::map<StreamId, StreamOffer> offered_;
  std::map<StreamId, FollowState> follows_;
  std::vector<FrameBytes> frames_;
  std::set<StreamId> pushed_in_batch_;
  bool logged_in_in_batch_ = false;
};

}  // namespace baraza::sync
