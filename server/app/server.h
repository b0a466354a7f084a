// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "server/app/journal.h"
#include "server/store/sqlite_log.h"
#include "shared/base/result.h"

namespace baraza::server {

struct ServerOptions {
  std::string data;  // folder made by init
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  SqliteLog::Options log = {};
};

// A whole server: log, store thread, network, admin socket. Ready when start() returns.
class Server {
 public:
  // locked, saying who, if another process has the folder; not_found if it wasn't made by init;
  // address_in_use. The journal outlives the server.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Journal& journal);
  // Says goodbye, sends what is queued, commits what is staged, and closes. Blocks up to the drain
  // deadline.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// "HOST:PORT", an IPv6 address in brackets. invalid_argument for anything else.
Result<std::pair<std::string, std::uint16_t>> split_address(const std::string& text);

}  // namespace baraza::server
