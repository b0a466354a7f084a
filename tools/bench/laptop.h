// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "client/runtime/runtime.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"
#include "shared/vault/null_sealer.h"

namespace baraza::bench {

// A whole client in this process with a folder of its own. One thread.
class Laptop {
 public:
  static Result<std::unique_ptr<Laptop>> open(const std::filesystem::path& folder,
                                              const content::PackLibrary& packs,
                                              const client::StoreOptions& store = {});

  client::Client& client() { return runtime_->client(); }
  client::Runtime& runtime() { return *runtime_; }

  // Joins the server by the code; done when the group is here.
  Result<void> join(const std::string& code, const GroupId& group);
  // Writes the intent and waits until it is on disk here.
  Result<void> act(const client::Intent& intent);
  // Steps until it is so; timed_out, naming `what`, if that takes over half a minute.
  Result<void> step_until(const std::function<bool()>& is_so, const std::string& what);

  // Called with each effect there is to tell.
  std::function<void(const client::Effect&)> on_effect = [](const client::Effect&) {};

 private:
  Laptop() = default;

  SystemClock clock_;
  SystemRandom random_;
  vault::NullSealer sealer_;
  std::unique_ptr<client::Runtime> runtime_;
};

}  // namespace baraza::bench
