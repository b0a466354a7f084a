// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "shared/base/result.h"
#include "tools/sim/world/sim_random.h"

namespace baraza::sim {

// Thrown by the simulated disk at the moment the power goes: not one instruction of the code above
// it may run any more, which no return value can say. Caught by the server node alone, which then
// throws the whole hub away.
struct PowerCut {};

// What a disk does at each step. Faults are armed by a count of steps, so that over many seeds they
// fall on every step there is.
class DiskFaults {
 public:
  enum class Step : std::uint8_t {
    read,
    write,         // into the batch
    commit_write,  // the batch goes to the file
    commit_sync,   // written, not yet synced
    commit_done,   // synced; the caller doesn't know yet
  };

  void arm_power_cut(std::uint64_t steps) { cut_in_ = steps; }
  void arm_power_cut_at(Step step) { cut_at_ = step; }
  void arm_error(std::uint64_t writes) { error_in_ = writes; }
  void fail_next_commit() { fail_commit_ = true; }
  void set_full(bool full) { full_ = full; }
  bool full() const { return full_; }
  void heal() { *this = {}; }

  // Throws PowerCut, or says why the step failed.
  Result<void> step(Step step) {
    if (cut_at_ == step || (cut_in_ && --*cut_in_ == 0)) {
      cut_at_.reset();
      cut_in_.reset();
      throw PowerCut{};
    }
    if (step == Step::read || step == Step::commit_done) return {};
    if (full_) return fail(Code::storage_full, "the disk is full");
    if (step == Step::commit_sync && std::exchange(fail_commit_, false)) {
      return fail(Code::storage_failed, "the disk refused to sync");
    }
    if (error_in_ && --*error_in_ == 0) {
      error_in_.reset();
      return fail(Code::storage_failed, "the disk refused a write");
    }
    return {};
  }

 private:
  std::optional<std::uint64_t> cut_in_;
  std::optional<Step> cut_at_;
  std::optional<std::uint64_t> error_in_;
  bool fail_commit_ = false;
  bool full_ = false;
};

}  // namespace baraza::sim
