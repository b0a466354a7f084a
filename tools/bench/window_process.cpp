// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/window_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <utility>

namespace baraza::bench {
namespace {

constexpr Duration kPatience = seconds(90);

std::string beside_this(const std::string& name) {
  std::error_code failed;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? name : (self.parent_path() / name).string();
}

}  // namespace

Result<ChildProcess> ChildProcess::start(std::vector<std::string> arguments) {
  ChildProcess out;
  out.name_ = arguments.front();
  arguments.front() = beside_this(arguments.front());
  std::array<int, 2> to{};
  std::array<int, 2> from{};
  if (::pipe2(to.data(), O_CLOEXEC) != 0) return fail(Code::unavailable, "no pipe can be made");
  if (::pipe2(from.data(), O_CLOEXEC) != 0) {
    ::close(to[0]);
    ::close(to[1]);
    return fail(Code::unavailable, "no pipe can be made");
  }
  posix_spawn_file_actions_t actions{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, to[0], 0);
  ::posix_spawn_file_actions_adddup2(&actions, from[1], 1);
  ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  std::vector<char*> words;
  for (std::string& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  const int error =
      ::posix_spawn(&out.pid_, arguments.front().c_str(), &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(to[0]);
  ::close(from[1]);
  out.in_ = to[1];
  out.out_ = from[0];
  if (error != 0) {
    out.pid_ = -1;
    return fail(Code::not_found, arguments.front() + " can't be started");
  }
  return out;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : name_(std::move(other.name_)),
      pid_(std::exchange(other.pid_, -1)),
      in_(std::exchange(other.in_, -1)),
      out_(std::exchange(other.out_, -1)),
      read_(std::move(other.read_)) {}

ChildProcess::~ChildProcess() {
  end();
}

void ChildProcess::end() {
  if (in_ >= 0) ::close(std::exchange(in_, -1));
  if (out_ >= 0) ::close(std::exchange(out_, -1));
  if (pid_ < 0) return;
  ::kill(pid_, SIGKILL);
  wait();
}

int ChildProcess::wait() {
  int status = 0;
  if (pid_ > 0) ::waitpid(std::exchange(pid_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

Result<void> ChildProcess::say(const std::string& line) {
  const std::string text = line + "\n";
  std::size_t written = 0;
  while (written < text.size()) {
    const auto more = ::write(in_, text.data() + written, text.size() - written);
    if (more <= 0) return fail(Code::unavailable, name_ + " has ended");
    written += static_cast<std::size_t>(more);
  }
  return {};
}

Result<std::string> ChildProcess::line(Duration patience) {
  while (true) {
    if (const auto end = read_.find('\n'); end != std::string::npos) {
      std::string line = read_.substr(0, end);
      read_.erase(0, end + 1);
      return line;
    }
    pollfd wanted{out_, POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(patience.ms)) <= 0) {
      return fail(Code::timed_out,
                  name_ + " said nothing for " + std::to_string(patience.ms) + " ms");
    }
    std::array<char, 65536> piece{};
    const auto got = ::read(out_, piece.data(), piece.size());
    if (got <= 0) return fail(Code::unavailable, name_ + " has ended");
    read_.append(piece.data(), static_cast<std::size_t>(got));
  }
}

Result<Json> WindowProcess::ask(const std::string& command) {
  if (auto said = child_.say(command); !said) return fail(said.error());
  const auto line = child_.line(kPatience);
  if (!line) return fail(line.error().code, command + ": " + line.error().detail);
  auto answer = Json::parse(*line, nullptr, false);
  if (answer.is_discarded()) return fail(Code::protocol_error, command + ": " + *line);
  if (answer.value("ok", false)) return answer;
  return fail(Code::unavailable, command + ": " + answer.value("error", "failed"));
}

Result<double> processor_s(pid_t pid) {
  // To the nanosecond, where the ticks of `stat` are too coarse for a window at rest.
  const std::string tasks = "/proc/" + std::to_string(pid) + "/task";
  std::error_code failed;
  double total_ns = 0;
  for (const auto& task : std::filesystem::directory_iterator(tasks, failed)) {
    double ns = 0;
    std::ifstream(task.path() / "schedstat") >> ns;
    total_ns += ns;
  }
  if (failed || total_ns == 0) return fail(Code::unavailable, "the process has ended");
  return total_ns / 1e9;
}

Result<Json> memory_of(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
  Json out;
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with("Rss:")) out["rss_kib"] = std::stol(line.substr(4));
    if (line.starts_with("Pss:")) out["pss_kib"] = std::stol(line.substr(4));
  }
  if (out.size() == 2) return out;
  return fail(Code::unavailable, "the memory of the process can't be read");
}

}  // namespace baraza::bench
