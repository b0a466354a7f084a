// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace baraza::test {

// A disk under SQLite that can lose power, refuse and fill up, by the seeds and counts it is given.
// It lies over the system's real files, so paths stay ordinary; what is durable is its own account
// (power_cut_model.h), and the real disk is never waited for. Lock files and the -shm file are the
// real ones, and the model has no lost directory entries: a file that was made or removed stays so.
//
// Registered with SQLite under its name as long as it lives; every connection opened on it must be
// closed before. Several may live side by side. Safe to use from any thread.
class PowerCutVfs {
 public:
  explicit PowerCutVfs(const std::string& name);
  ~PowerCutVfs();
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;

  // For sqlite::Options::vfs.
  const std::string& name() const;

  // The power goes: what was written and not synced is partly lost, the same for the same seed and
  // history. Everything fails from then on, until restore().
  void cut(std::uint64_t seed);
  // The power goes at the nth write, sync or truncation from now, while it is under way.
  void cut_at(std::uint64_t nth, std::uint64_t seed);
  bool is_cut() const;
  // The power is back and the files hold what was left of them. Also heals. False, and nothing
  // done, while a connection is still open: close what ran when the power went, first.
  [[nodiscard]] bool restore();

  enum class Operation { read, write, sync, truncate };
  // The nth such operation from now fails with an I/O error (half of a write arrives); with
  // `for_good` all after it too. Doesn't count operations on the -shm file.
  void fail(Operation operation, std::uint64_t nth, bool for_good = false);
  // After this many more writes each one fails because the disk is full, overwriting included.
  void fill_disk(std::uint64_t after_writes = 0);
  // No fault is left waiting or in force; a power cut stays.
  void heal();

  struct Counts {
    std::uint64_t reads = 0;
    std::uint64_t writes = 0;
    std::uint64_t truncations = 0;
    std::uint64_t syncs = 0;      // of all files
    std::uint64_t log_syncs = 0;  // of write-ahead logs: with synchronous=FULL one a commit, and
                                  // one more when a log begins anew and when it is checkpointed
    std::uint64_t faults = 0;     // operations that failed by request
  };
  Counts counts() const;
  void reset_counts();

  struct Disk;  // of the source file

 private:
  std::unique_ptr<Disk> disk_;
};

}  // namespace baraza::test
