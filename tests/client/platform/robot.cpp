// SPDX-License-Identifier: Apache-2.0
#include "robot.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#include <stdexcept>

namespace baraza::platform {

struct Robot::Display {
  ::Display* x = nullptr;
};

Robot::Robot() : display_(std::make_unique<Display>()) {
  display_->x = XOpenDisplay(nullptr);
  if (display_->x == nullptr) throw std::runtime_error("no X display");
}

Robot::~Robot() {
  XCloseDisplay(display_->x);
}

namespace {

void key(::Display* x, const std::string& name, bool down) {
  const KeySym symbol = XStringToKeysym(name.c_str());
  const KeyCode code = symbol == NoSymbol ? KeyCode{0} : XKeysymToKeycode(x, symbol);
  if (code == 0) throw std::runtime_error("no key " + name);
  XTestFakeKeyEvent(x, code, down ? True : False, CurrentTime);
  XSync(x, False);
}

}  // namespace

void Robot::press(const std::string& name) {
  key(display_->x, name, true);
}

void Robot::release(const std::string& name) {
  key(display_->x, name, false);
}

void Robot::move(int x, int y) {
  XTestFakeMotionEvent(display_->x, -1, x, y, CurrentTime);
  XSync(display_->x, False);
}

void Robot::button(int number, bool down) {
  XTestFakeButtonEvent(display_->x, static_cast<unsigned>(number), down ? True : False,
                       CurrentTime);
  XSync(display_->x, False);
}

void Robot::take_focus() {
  XSetInputFocus(display_->x, None, RevertToNone, CurrentTime);
  XSync(display_->x, False);
}

}  // namespace baraza::platform
