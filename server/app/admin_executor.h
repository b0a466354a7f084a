// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/app/server_keys.h"
#include "server/core/hub.h"
#include "shared/content/library.h"

namespace baraza::v1 {
class AdminAnswer;
class AdminRequest;
}  // namespace baraza::v1

namespace baraza::server {

// Runs acts where the log is written: on the store thread of a running server, or here where
// nothing else holds the folder.
class ActRunner {
 public:
  virtual ~ActRunner() = default;
  virtual Result<void> run(const Hub::Act& act) = 0;
};

// Where the answers of a command go, in order. An error ends the command.
class AdminSink {
 public:
  virtual ~AdminSink() = default;
  virtual Result<void> answer(const v1::AdminAnswer& answer) = 0;
};

// Does what an AdminRequest asks, the same way whoever runs it. Acts go through the runner; reading
// commands read a snapshot of the log on the calling thread. Any thread may call execute(), several
// at once, if `random` allows it.
class AdminExecutor {
 public:
  struct Parts {
    std::filesystem::path folder;
    ActRunner& runner;
    const ServerKeys& keys;
    const content::PackLibrary& packs;
    const Clock& clock;
    Random& random;
  };
  explicit AdminExecutor(Parts parts) : parts_(std::move(parts)) {}

  // Everything but the Outcome goes to the sink; the result says how it ended.
  Result<void> execute(const v1::AdminRequest& request, AdminSink& sink);

 private:
  Result<void> act(const v1::AdminRequest& request, AdminSink& sink);
  Result<void> enrol_device(const v1::AdminRequest& request, AdminSink& sink);
  Result<void> list_holds(const v1::AdminRequest& request, AdminSink& sink);
  Result<void> show_hold(const v1::AdminRequest& request, AdminSink& sink);
  Result<void> list(const v1::AdminRequest& request, AdminSink& sink);
  Result<void> export_rows(const v1::AdminRequest& request, AdminSink& sink);
  Result<void> verify(const v1::AdminRequest& request, AdminSink& sink);

  Parts parts_;
};

}  // namespace baraza::server
