// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "client/app/rest_hold.h"
#include "client/core/client.h"

namespace baraza::app {

// Keeps what others wrote from moving anything under a hand that is at work, on every screen alike:
// what arrives is stored at once and taken into the view when the hand rests. So the person's own
// deeds also build on exactly what was to be seen. The client shows at once again when this goes.
class ArrivalHold {
 public:
  // `client` outlives it.
  explicit ArrivalHold(client::Client& client);
  ~ArrivalHold();
  ArrivalHold(const ArrivalHold&) = delete;
  ArrivalHold& operator=(const ArrivalHold&) = delete;

  // A key, or the pointer.
  void touched(Tick now) { hold_.touched(now); }
  // Lets in what waits if the hand rests. Called when nothing that was done is still to be
  // answered: a press that is on its way meets what its person saw. True if it let in something.
  bool settle(Tick now);
  // Lets in what waits: another screen opens, and nobody has seen where anything stands on it.
  void moved();
  // When what waits is due, if the person does nothing until then.
  std::optional<Tick> next_change() const { return hold_.next_change(); }

 private:
  void let_in();

  client::Client& client_;
  RestHold hold_;
};

}  // namespace baraza::app
