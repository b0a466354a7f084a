// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace baraza {

// How a program that has ended went.
struct Ran {
  int status = -1;  // exit status; 128 + signal if one ended it
  std::string out;
  std::string err;
};

Ran run_program(const std::vector<std::string>& arguments);  // the first is the program
std::string barazad_program();
std::string admin_program();

// baraza-admin --data FOLDER ARGUMENTS...
Ran admin(const std::filesystem::path& folder, const std::vector<std::string>& arguments);
// The same, as the account `rose`, expected to go well: its output without the line end.
std::string as_rose(const std::filesystem::path& folder, std::vector<std::string> arguments);

// The day in UTC, as an option takes it.
std::string today_text();

// A server's folder with a programme, a site, the accounts fay (facilitator), wim (worker) and sue
// (supervisor), and their group "Tuesday".
void make_demo(const std::filesystem::path& folder);

// A barazad on a free port of 127.0.0.1, ready when it is made. Killed at the end if it still runs.
class ServerProcess {
 public:
  explicit ServerProcess(const std::filesystem::path& folder);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  std::uint16_t port() const { return port_; }
  pid_t pid() const { return pid_; }
  // Sends the signal and waits. The exit status.
  int stop(int signal);
  std::string log() const;  // what it wrote to stderr

 private:
  pid_t pid_ = -1;
  std::uint16_t port_ = 0;
  std::filesystem::path log_;
};

}  // namespace baraza
