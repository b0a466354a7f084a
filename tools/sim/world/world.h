// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/world/client_node.h"
#include "tools/sim/world/server_node.h"

namespace baraza::sim {

// A programme with one site, its groups and staff, simulated from a seed: one server, some laptops,
// a network, disks, clocks. One thread; the same seed and swarm give the same run.
class World {
 public:
  World(std::uint64_t seed, const Swarm& swarm, bool verbose, bool check_signatures);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  // Makes programme, site, accounts, groups and codes, and starts the laptops. Nothing fails here.
  // Without `roles`, the laptops' people are drawn: facilitators, workers, supervisors.
  void set_up(std::vector<model::Role> roles = {});
  // Runs everything that happens in `time`, or until something is found wrong.
  void run_for(Duration time);
  // Runs until `done` says so, looking twice a second. False if it took longer than `patience`.
  bool run_until(const std::function<bool()>& done, Duration patience);
  // No fault any more: lines are fast, everybody is online, disks have room, processes run. Lines
  // are cut once, as a network that comes back makes everybody log in again.
  void heal();
  // Every laptop runs, is logged in, has nothing unsent and every entry it is entitled to.
  bool converged() const;

  EventQueue& events() { return events_; }
  SimRandom& random() { return random_; }
  const Swarm& swarm() const { return swarm_; }
  Network& network() { return network_; }
  ServerNode& server() { return server_; }
  LogBook& book() { return book_; }
  const LogBook& book() const { return book_; }
  std::vector<std::unique_ptr<ClientNode>>& laptops() { return laptops_; }
  const std::vector<std::unique_ptr<ClientNode>>& laptops() const { return laptops_; }
  ClientNode& laptop(std::size_t index) { return *laptops_[index]; }
  // Frozen laptops are enrolled anew, with a fresh code each.
  void enrol_frozen();
  // A laptop with a copy of the other's folder and key, not started yet.
  ClientNode& copy_laptop(std::size_t index);
  // A group more, with everybody in it. False if it couldn't be added now.
  bool add_group();
  std::vector<GroupId> groups() const;  // in the durable log
  const SiteId& site() const { return site_; }
  const content::PackLibrary& packs() const { return packs_; }
  Findings& findings() { return findings_; }
  Counts& counts() { return counts_; }
  Trace& trace() { return trace_; }
  // Frames with entries or pushes that were on a line so far: a quiet world has no more of them.
  std::uint64_t op_frames() const { return op_frames_; }

 private:
  void add_account(const std::string& handle, model::Role role);
  ClientNode& make_laptop(const std::string& handle, model::Role role, Bytes key_seed);
  bool enrol(ClientNode& laptop);
  std::optional<Bytes> make_code(const ClientNode& laptop);
  void enrol_later(ClientNode& laptop, Duration when);
  void watch_down(ConnectionId line, int client, const FrameBytes& frame);
  void watch_up(int client, const FrameBytes& frame);
  std::vector<FrameBytes> carry(int client, const FrameBytes& frame);

  Swarm swarm_;
  SimRandom random_;
  Counts counts_;
  Findings findings_;
  Trace trace_;
  EventQueue events_;
  const content::PackLibrary& packs_;
  LogBook book_;
  Network network_;
  ServerNode server_;
  std::vector<std::unique_ptr<ClientNode>> laptops_;
  SiteId site_;
  std::uint64_t op_frames_ = 0;
  SimRandom carrier_random_;
  std::map<int, std::vector<FrameBytes>> seen_pushes_;  // that a carrier may replay
};

}  // namespace baraza::sim
