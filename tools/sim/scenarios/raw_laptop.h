// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/sync/client_session.h"
#include "tools/sim/world/world.h"

namespace baraza::sim {

// A laptop with another version of the client: it speaks the protocol as ours does, and writes
// whatever it is told to. Its disk never fails.
class RawLaptop final : public ClientEnd {
 public:
  // Enrols for the account and connects. The world outlives it.
  RawLaptop(World& world, const std::string& handle);
  ~RawLaptop() override;
  RawLaptop(const RawLaptop&) = delete;
  RawLaptop& operator=(const RawLaptop&) = delete;

  const WriterId& writer() const { return writer_; }
  // Signs the drafts as one run of a stream and pushes it. The refs name what was written.
  std::vector<OpRef> write(StreamKind kind, const GroupId& group, std::vector<OpDraft> drafts);
  OpNumber server_has(const StreamId& stream) const { return session_.server_has(stream); }

  void on_line_up(ConnectionId line, Bytes exporter) override;
  void on_line_frame(ConnectionId line, FrameBytes frame) override;
  void on_line_down(ConnectionId line) override;

 private:
  void carry_out();

  World& world_;
  int index_;
  SimRandom random_;
  std::unique_ptr<Signer> signer_;
  WriterId writer_;
  sync::ClientSession session_;
  std::optional<Bytes> secret_;
  std::optional<ConnectionId> line_;
  std::map<StreamId, WriterPoint> points_;
  std::map<StreamId, AuthorClock> clocks_;
};

}  // namespace baraza::sim
