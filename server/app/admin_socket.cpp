// SPDX-License-Identifier: Apache-2.0
#include "server/app/admin_socket.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

#include "baraza/v1/admin.pb.h"

namespace baraza::server {
namespace {

constexpr int kThreads = 4;

class ChannelSink final : public AdminSink {
 public:
  explicit ChannelSink(AdminChannel& channel) : channel_(channel) {}
  Result<void> answer(const v1::AdminAnswer& answer) override {
    return channel_.send(answer.SerializeAsString());
  }

 private:
  AdminChannel& channel_;
};

}  // namespace

Result<std::unique_ptr<AdminSocket>> AdminSocket::open(const std::filesystem::path& path,
                                                       AdminExecutor& executor) {
  auto listening = listen_for_admins(path);
  if (!listening) return fail(listening.error());
  UnixFile stop(::eventfd(0, EFD_CLOEXEC));
  if (!stop.is_open()) return fail(disk_error(errno, "make an event for", path));
  return std::unique_ptr<AdminSocket>(
      new AdminSocket(path, std::move(*listening), std::move(stop), executor));
}

AdminSocket::AdminSocket(std::filesystem::path path, UnixFile listening, UnixFile stop,
                         AdminExecutor& executor)
    : path_(std::move(path)),
      listening_(std::move(listening)),
      stop_(std::move(stop)),
      executor_(executor) {
  for (int i = 0; i < kThreads; ++i) threads_.emplace_back([this] { work(); });
}

AdminSocket::~AdminSocket() {
  // Never read, so every thread sees it.
  const std::uint64_t one = 1;
  while (::write(stop_.descriptor(), &one, sizeof one) < 0 && errno == EINTR) {
  }
  for (std::thread& thread : threads_) thread.join();
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void AdminSocket::work() {
  while (true) {
    std::array<pollfd, 2> waiting{pollfd{stop_.descriptor(), POLLIN, 0},
                                  pollfd{listening_.descriptor(), POLLIN, 0}};
    if (::poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    if (waiting[0].revents != 0) return;
    // Several threads may wake for one connection; the others find nothing and wait on.
    UnixFile socket(::accept4(listening_.descriptor(), nullptr, nullptr, SOCK_CLOEXEC));
    if (socket.is_open()) serve(AdminChannel(std::move(socket)));
  }
}

void AdminSocket::serve(AdminChannel channel) {
  const auto bytes = channel.receive(admin_request_bytes, admin_transfer_deadline);
  if (!bytes) return;
  v1::AdminRequest request;
  Result<void> done;
  ChannelSink sink(channel);
  if (request.ParseFromString(*bytes)) {
    done = executor_.execute(request, sink);
  } else {
    done = fail(Code::protocol_error, "a request that can't be read");
  }
  v1::AdminAnswer last;
  last.mutable_outcome()->set_code(done ? 0 : static_cast<std::uint32_t>(done.error().code));
  if (!done) last.mutable_outcome()->set_detail(done.error().detail);
  // Whoever asked may be gone; what was done is done.
  static_cast<void>(sink.answer(last));
}

}  // namespace baraza::server
