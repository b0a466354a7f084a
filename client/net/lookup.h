// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace baraza::client {

// The search for a host's addresses. The system's own can't be called off, and without a network it
// may take half a minute; so it runs on a thread that nobody waits for, and somebody who closes the
// program in the meantime isn't held up.
class Lookup {
 public:
  using Found = Result<std::vector<boost::asio::ip::tcp::endpoint>>;

  // `done` is run once by the context, unless the search is abandoned before. unavailable if there
  // is no such host.
  static std::shared_ptr<Lookup> start(boost::asio::io_context& context, const std::string& host,
                                       std::uint16_t port, std::function<void(Found)> done);

  // To be called before the context goes. `done` and what it holds are let go of.
  void abandon();

 private:
  void finish(Found found);

  std::mutex mutex_;  // guards what follows
  boost::asio::io_context* context_ = nullptr;
  std::function<void(Found)> done_;
};

}  // namespace baraza::client
