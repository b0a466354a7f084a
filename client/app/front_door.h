// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/app/holding.h"
#include "client/app/surroundings.h"
#include "client/core/screens/unlock_model.h"
#include "client/ui/screens/unlock_screen.h"

namespace baraza::app {

// A person of this laptop as the list before unlocking needs it. Blocks on the disk.
struct Person {
  client::Profile profile;
  std::size_t unsent = 0;
};
std::vector<Person> read_persons(const std::filesystem::path& folder);

// The screens before unlocking: who is here, and joining with a code. What takes the passphrase or
// the disk runs on the worker. The window's thread.
class FrontDoor {
 public:
  FrontDoor(const Surroundings& around, std::vector<Person> persons);

  // Takes in how far joining is.
  void update();
  std::optional<Tick> next_change() const;
  void draw(ui::Ui& ui, const Telling& telling, Now now, ui::Requests& requests);

  void unlock(const ui::request::Unlock& request);
  void enrol(const ui::request::Enrol& request);
  void go(const ui::Place& place);
  void back();
  // Somebody locked the laptop: their part is closed, and the list is read anew.
  void locked(std::unique_ptr<Holding> holding);

  // Whoever came in by the last passphrase or code, once.
  std::unique_ptr<Holding> take_entered() { return std::move(entered_); }

 private:
  client::UnlockContext context(const Telling& telling, Now now) const;
  // Asks the server, with what was opened to join.
  void join(std::string code);
  void settle(std::vector<Person> persons);

  const Surroundings& around_;
  std::vector<Person> persons_;
  std::string unjoined_;  // id of who was made and hasn't joined; empty: nobody
  bool enrolling_ = false;
  client::EntryState state_;
  ui::UnlockState unlock_;
  ui::EnrolState enrol_;
  std::unique_ptr<Holding> joining_;
  std::string joining_passphrase_;
  std::unique_ptr<Holding> entered_;
};

}  // namespace baraza::app
