// SPDX-License-Identifier: Apache-2.0
#include "client/net/lookup.h"

#include <boost/asio/post.hpp>
#include <system_error>
#include <thread>
#include <utility>

namespace baraza::client {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

Lookup::Found search(const std::string& host, std::uint16_t port) {
  asio::io_context context;
  tcp::resolver resolver(context);
  error_code error;
  const auto results = resolver.resolve(host, std::to_string(port), error);
  if (error) return fail(Code::unavailable, "no host named " + host + ": " + error.message());
  std::vector<tcp::endpoint> out;
  for (const auto& result : results) out.push_back(result.endpoint());
  return out;
}

}  // namespace

std::shared_ptr<Lookup> Lookup::start(asio::io_context& context, const std::string& host,
                                      std::uint16_t port, std::function<void(Found)> done) {
  auto lookup = std::make_shared<Lookup>();
  lookup->context_ = &context;
  lookup->done_ = std::move(done);
  error_code error;
  const auto address = asio::ip::make_address(host, error);
  if (!error) {
    lookup->finish(std::vector{tcp::endpoint(address, port)});
    return lookup;
  }
  try {
    std::thread([lookup, host, port] { lookup->finish(search(host, port)); }).detach();
  } catch (const std::system_error&) {
    lookup->finish(fail(Code::unavailable, "the system gives no thread"));
  }
  return lookup;
}

void Lookup::abandon() {
  std::function<void(Found)> let_go;
  const std::lock_guard lock(mutex_);
  context_ = nullptr;
  let_go.swap(done_);
}

void Lookup::finish(Found found) {
  const std::lock_guard lock(mutex_);
  if (context_ == nullptr || !done_) return;
  asio::post(*context_, [done = std::exchange(done_, {}), found = std::move(found)]() mutable {
    done(std::move(found));
  });
}

}  // namespace baraza::client
