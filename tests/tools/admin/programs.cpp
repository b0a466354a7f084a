// SPDX-License-Identifier: Apache-2.0
#include "tests/tools/admin/programs.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "shared/system/clock.h"

extern char** environ;  // NOLINT: what posix_spawn wants

namespace baraza {
namespace {

std::filesystem::path new_file() {
  std::string name = (std::filesystem::temp_directory_path() / "baraza-out-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  if (file < 0) throw std::runtime_error("no temporary file");
  ::close(file);
  return name;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string take(const std::filesystem::path& path) {
  std::string out = content_of(path);
  std::filesystem::remove(path);
  return out;
}

pid_t start(const std::vector<std::string>& arguments, const std::filesystem::path& out,
            const std::filesystem::path& err) {
  std::vector<char*> argv;
  std::vector<std::string> copies = arguments;
  for (std::string& each : copies) argv.push_back(each.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_TRUNC, 0600);
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("can't start " + arguments[0]);
  return pid;
}

int status_of(int waited) {
  return WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited);
}

}  // namespace

std::string barazad_program() {
  return BARAZAD_PROGRAM;
}

std::string admin_program() {
  return ADMIN_PROGRAM;
}

Ran run_program(const std::vector<std::string>& arguments) {
  const auto out = new_file();
  const auto err = new_file();
  const pid_t pid = start(arguments, out, err);
  int waited = 0;
  ::waitpid(pid, &waited, 0);
  Ran ran;
  ran.status = status_of(waited);
  ran.out = take(out);
  ran.err = take(err);
  return ran;
}

Ran admin(const std::filesystem::path& folder, const std::vector<std::string>& arguments) {
  std::vector<std::string> all{ADMIN_PROGRAM, "--data", folder.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_program(all);
}

std::string as_rose(const std::filesystem::path& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--as", "rose"});
  Ran ran = admin(folder, arguments);
  if (ran.status != 0) throw std::runtime_error(arguments[2] + " failed: " + ran.err);
  while (!ran.out.empty() && ran.out.back() == '\n') ran.out.pop_back();
  return ran.out;
}

std::string today_text() {
  return to_text(SystemClock().now().wall).substr(0, 10);
}

void make_demo(const std::filesystem::path& folder) {
  const Ran init = admin(folder, {"init", "--administrator", "rose", "--name", "Rose"});
  if (init.status != 0) throw std::runtime_error("init failed: " + init.err);
  as_rose(folder, {"programme", "add", "Demo"});
  as_rose(folder, {"site", "add", "Kitgum", "--zone", "Africa/Kampala"});
  for (const auto& [handle, role] : {std::pair{"fay", "facilitator"}, std::pair{"wim", "worker"},
                                     std::pair{"sue", "supervisor"}}) {
    as_rose(folder,
            {"account", "add", handle, "--name", handle, "--role", role, "--site", "Kitgum"});
  }
  as_rose(folder, {"group", "add", "Tuesday", "--site", "Kitgum", "--first-session", today_text(),
                   "--facilitator", "fay", "--worker", "wim", "--supervisor", "sue"});
}

ServerProcess::ServerProcess(const std::filesystem::path& folder) : log_(new_file()) {
  const auto out = new_file();
  pid_ = start({BARAZAD_PROGRAM, "--data", folder.string(), "--listen", "127.0.0.1:0"}, out, log_);
  const std::string ready = "listening on 127.0.0.1:";
  // Ends when it is ready or gone; CTest's timeout bounds the rest.
  while (true) {
    const std::string said = content_of(out);
    if (said.starts_with(ready) && said.back() == '\n') {
      port_ = static_cast<std::uint16_t>(std::stoi(said.substr(ready.size())));
      break;
    }
    int waited = 0;
    if (::waitpid(pid_, &waited, WNOHANG) == pid_) {
      pid_ = -1;
      throw std::runtime_error("barazad didn't start: " + content_of(log_));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::filesystem::remove(out);
}

ServerProcess::~ServerProcess() {
  if (pid_ > 0) stop(SIGKILL);
  std::filesystem::remove(log_);
}

int ServerProcess::stop(int signal) {
  ::kill(pid_, signal);
  int waited = 0;
  ::waitpid(pid_, &waited, 0);
  pid_ = -1;
  return status_of(waited);
}

std::string ServerProcess::log() const {
  return content_of(log_);
}

}  // namespace baraza
