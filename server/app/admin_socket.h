// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <thread>
#include <vector>

#include "server/app/admin_channel.h"
#include "server/app/admin_executor.h"

namespace baraza::server {

// Serves admin.sock on a few threads of its own, so that a long export keeps nobody else waiting.
// One request a connection.
class AdminSocket {
 public:
  // The caller holds the folder's lock; the executor outlives it.
  static Result<std::unique_ptr<AdminSocket>> open(const std::filesystem::path& path,
                                                   AdminExecutor& executor);
  // Takes no more requests, lets commands that run finish, removes the socket.
  ~AdminSocket();
  AdminSocket(const AdminSocket&) = delete;
  AdminSocket& operator=(const AdminSocket&) = delete;

 private:
  AdminSocket(std::filesystem::path path, UnixFile listening, UnixFile stop,
              AdminExecutor& executor);
  void work();
  void serve(AdminChannel channel);

  const std::filesystem::path path_;
  UnixFile listening_;
  UnixFile stop_;  // readable when it is time to go
  AdminExecutor& executor_;
  std::vector<std::thread> threads_;
};

}  // namespace baraza::server
