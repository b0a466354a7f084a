// SPDX-License-Identifier: Apache-2.0
#include "client/app/arrival_hold.h"

namespace baraza::app {

ArrivalHold::ArrivalHold(client::Client& client) : client_(client) {
  client_.hold_arrivals(true);
}

ArrivalHold::~ArrivalHold() {
  client_.hold_arrivals(false);
}

bool ArrivalHold::settle(Tick now) {
  const bool waits = client_.arrivals_wait();
  if (!hold_.lets(waits, now) || !waits) return false;
  let_in();
  return true;
}

void ArrivalHold::moved() {
  hold_.moved();
  let_in();
}

void ArrivalHold::let_in() {
  client_.hold_arrivals(false);
  client_.hold_arrivals(true);
}

}  // namespace baraza::app
