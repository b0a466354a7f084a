// SPDX-License-Identifier: Apache-2.0
#include "server/app/admin_channel.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace baraza::server {
namespace {

// An address holds 107 bytes, paths of data folders may be longer: the folder is named by an open
// descriptor instead.
struct Place {
  UnixFile folder{-1};
  sockaddr_un address{};
};

Result<Place> place_of(const std::filesystem::path& path) {
  Place out;
  const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  out.folder = UnixFile(::open(parent.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!out.folder.is_open()) return fail(disk_error(errno, "open", parent));
  const std::string name =
      "/proc/self/fd/" + std::to_string(out.folder.descriptor()) + "/" + path.filename().string();
  if (name.size() >= sizeof out.address.sun_path) {
    return fail(Code::invalid_argument, "the socket's file name is too long: " + path.string());
  }
  out.address.sun_family = AF_UNIX;
  std::memcpy(out.address.sun_path, name.c_str(), name.size() + 1);
  return out;
}

const sockaddr* as_address(const Place& place) {
  return reinterpret_cast<const sockaddr*>(&place.address);
}

void set_deadline(int socket, int option, Duration deadline) {
  timeval value{};
  value.tv_sec = deadline.ms / 1000;
  value.tv_usec = (deadline.ms % 1000) * 1000;
  ::setsockopt(socket, SOL_SOCKET, option, &value, sizeof value);
}

Error gone(int error_number) {
  if (error_number == EAGAIN || error_number == EWOULDBLOCK) {
    return {Code::timed_out, "the other end of admin.sock took too long"};
  }
  return {Code::unavailable, "the other end of admin.sock went away"};
}

}  // namespace

Result<AdminChannel> AdminChannel::connect(const std::filesystem::path& path) {
  auto place = place_of(path);
  if (!place) return fail(place.error());
  UnixFile socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket.is_open()) return fail(disk_error(errno, "make a socket for", path));
  if (::connect(socket.descriptor(), as_address(*place), sizeof place->address) != 0) {
    if (errno == ENOENT || errno == ECONNREFUSED || errno == EAGAIN) {
      return fail(Code::unavailable, "no server listens at " + path.string());
    }
    return fail(disk_error(errno, "connect to", path));
  }
  return AdminChannel(std::move(socket));
}

Result<void> AdminChannel::send(ByteView message) {
  set_deadline(socket_.descriptor(), SO_SNDTIMEO, admin_transfer_deadline);
  Bytes frame;
  frame.reserve(message.size() + 4);
  for (int shift = 0; shift < 32; shift += 8) {
    frame.push_back(static_cast<char>((message.size() >> shift) & 0xFFU));
  }
  frame.append(message);
  for (std::size_t sent = 0; sent < frame.size();) {
    const ssize_t n =
        ::send(socket_.descriptor(), frame.data() + sent, frame.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return fail(gone(errno));
    sent += static_cast<std::size_t>(n);
  }
  return {};
}

Result<void> AdminChannel::read_all(char* out, std::size_t size) {
  for (std::size_t got = 0; got < size;) {
    const ssize_t n = ::recv(socket_.descriptor(), out + got, size - got, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return fail(gone(n == 0 ? 0 : errno));
    got += static_cast<std::size_t>(n);
  }
  return {};
}

Result<Bytes> AdminChannel::receive(std::size_t limit_bytes, Duration deadline) {
  std::array<char, 4> length{};
  set_deadline(socket_.descriptor(), SO_RCVTIMEO, deadline);
  if (auto got = read_all(length.data(), 1); !got) return fail(got.error());
  set_deadline(socket_.descriptor(), SO_RCVTIMEO, admin_transfer_deadline);
  if (auto got = read_all(length.data() + 1, 3); !got) return fail(got.error());
  std::size_t size = 0;
  for (std::size_t i = 0; i < length.size(); ++i) {
    size |= std::size_t{static_cast<unsigned char>(length[i])} << (8 * i);
  }
  if (size > limit_bytes) return fail(Code::too_large, "a message over its limit on admin.sock");
  Bytes message(size, '\0');
  if (auto got = read_all(message.data(), size); !got) return fail(got.error());
  return message;
}

Result<UnixFile> listen_for_admins(const std::filesystem::path& path) {
  auto place = place_of(path);
  if (!place) return fail(place.error());
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  UnixFile socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!socket.is_open()) return fail(disk_error(errno, "make a socket for", path));
  // Nobody can connect between bind and listen, so the mode stands before it matters.
  if (::bind(socket.descriptor(), as_address(*place), sizeof place->address) != 0 ||
      ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(socket.descriptor(), 64) != 0) {
    return fail(disk_error(errno, "listen at", path));
  }
  return socket;
}

}  // namespace baraza::server
