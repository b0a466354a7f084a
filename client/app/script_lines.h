// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>

namespace baraza::app {

// The lines of a script, read on a thread of their own: a pipe may keep its reader waiting, and the
// window doesn't wait for anybody.
class ScriptLines {
 public:
  // `arrived` is called on the reading thread after each line and at the end. The thread ends with
  // the stream; one that waits in a pipe at exit is left behind with what it uses.
  ScriptLines(std::shared_ptr<std::istream> script, std::function<void()> arrived);
  ~ScriptLines();
  ScriptLines(const ScriptLines&) = delete;
  ScriptLines& operator=(const ScriptLines&) = delete;

  struct Taken {
    std::vector<std::string> lines;
    bool ended = false;  // nothing follows
  };
  // What has arrived since the last call. The window's thread.
  Taken take();

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

}  // namespace baraza::app
