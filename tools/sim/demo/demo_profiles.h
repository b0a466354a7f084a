// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "client/profiles/profiles.h"
#include "tools/sim/demo/demo_story.h"

namespace baraza::sim {

// The staff of the demo as persons of one laptop, all with one passphrase, which everybody may
// know: so it costs little to try.
class DemoProfiles {
 public:
  DemoProfiles(std::filesystem::path base, std::string passphrase, Random& random)
      : base_(std::move(base)), passphrase_(std::move(passphrase)), random_(random) {}

  // Makes one. Returns the folder of their store.
  Result<std::filesystem::path> make(const DemoStaff& person);
  // Of somebody who was made.
  vault::Sealer& sealer(const DemoStaff& person) { return *made_.at(person.handle).sealer; }

 private:
  std::filesystem::path base_;
  std::string passphrase_;
  Random& random_;
  std::map<std::string, client::Unlocked> made_;
};

}  // namespace baraza::sim
