// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "shared/base/time.h"
#include "tools/bench/benches.h"

namespace baraza::bench {

// A program of Baraza as a child process, its standard output read line by line. Ended at the end.
class ChildProcess {
 public:
  // The first argument is the program's name; it is looked for beside this one.
  static Result<ChildProcess> start(std::vector<std::string> arguments);
  ~ChildProcess();
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t pid() const { return pid_; }
  Result<void> say(const std::string& line);
  // The next line. timed_out if none comes, unavailable if the child has ended.
  Result<std::string> line(Duration patience);
  // Waits for its end; the exit status.
  int wait();

 private:
  ChildProcess() = default;
  void end();

  std::string name_;
  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
  std::string read_;
};

// The client's window, driven by its script.
class WindowProcess {
 public:
  explicit WindowProcess(ChildProcess child) : child_(std::move(child)) {}

  pid_t pid() const { return child_.pid(); }
  // Carries out a command of the script; its answer. Fails if the command does.
  Result<Json> ask(const std::string& command);

 private:
  ChildProcess child_;
};

// Processor time that the threads of a process, those that live, used so far, in seconds.
Result<double> processor_s(pid_t pid);
// {"rss_kib", "pss_kib"}: what it has in memory, and that with what it shares counted in parts.
Result<Json> memory_of(pid_t pid);

}  // namespace baraza::bench
