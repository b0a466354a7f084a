// SPDX-License-Identifier: Apache-2.0
#include "client/app/script_lines.h"

#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace baraza::app {

struct ScriptLines::Shared {
  std::mutex mutex;
  Taken taken;
  std::function<void()> arrived;

  void put(std::optional<std::string> line) {
    const std::lock_guard lock(mutex);
    if (line) {
      taken.lines.push_back(*std::move(line));
    } else {
      taken.ended = true;
    }
    if (arrived) arrived();
  }
};

ScriptLines::ScriptLines(std::shared_ptr<std::istream> script, std::function<void()> arrived)
    : shared_(std::make_shared<Shared>()) {
  shared_->arrived = std::move(arrived);
  std::thread([shared = shared_, script = std::move(script)] {
    std::string line;
    while (std::getline(*script, line)) shared->put(line);
    shared->put(std::nullopt);
  }).detach();
}

ScriptLines::~ScriptLines() {
  const std::lock_guard lock(shared_->mutex);
  shared_->arrived = nullptr;  // what it would wake is going
}

ScriptLines::Taken ScriptLines::take() {
  const std::lock_guard lock(shared_->mutex);
  return {std::exchange(shared_->taken.lines, {}), shared_->taken.ended};
}

}  // namespace baraza::app
