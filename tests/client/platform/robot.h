// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace baraza::platform {

// Moves keyboard and pointer of the test's X display, as a person does: what it does reaches the
// window through the X server. One a thread.
class Robot {
 public:
  Robot();
  ~Robot();
  Robot(const Robot&) = delete;
  Robot& operator=(const Robot&) = delete;

  // By the X names of keys: "2", "Return", "KP_4". Each returns once the server has taken it.
  void press(const std::string& key);
  void release(const std::string& key);
  void tap(const std::string& key) {
    press(key);
    release(key);
  }
  // On the screen, in its pixels.
  void move(int x, int y);
  void button(int number, bool down);
  // Takes the keyboard away from every window.
  void take_focus();

 private:
  struct Display;
  std::unique_ptr<Display> display_;
};

}  // namespace baraza::platform
