// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tools/sim/world/workload.h"

namespace baraza::sim {

// Makes a world's people act and its parts fail, at the rates of its swarm, until it is told to
// stop. Lives as long as the world runs.
class Chaos {
 public:
  Chaos(World& world, Workload& workload);

  void start();
  void stop() { running_ = false; }

 private:
  // Calls `what` again and again, with random pauses of `mean` on average; never if it is zero.
  void repeat(Duration mean, std::function<void()> what);
  void cut();
  void go_offline();
  void crash_server();
  void crash_client();
  void fill_disk();
  void fail_commit();
  void change_grants();
  void settle();
  void copy_disk();
  void look();

  World& world_;
  Workload& workload_;
  SimRandom random_;
  bool running_ = false;
  int copies_ = 0;
};

}  // namespace baraza::sim
