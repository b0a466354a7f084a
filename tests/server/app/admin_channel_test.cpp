// SPDX-License-Identifier: Apache-2.0
#include "server/app/admin_channel.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <thread>

#include "tests/shared/system/temporary_folder.h"

namespace baraza::server {
namespace {

AdminChannel accept_one(const UnixFile& listening) {
  pollfd waiting{listening.descriptor(), POLLIN, 0};
  ::poll(&waiting, 1, 5000);
  return AdminChannel(UnixFile(::accept(listening.descriptor(), nullptr, nullptr)));
}

TEST(AdminChannel, CarriesMessagesBothWaysAlsoWhereThePathIsLong) {
  TemporaryFolder folder;
  const auto deep = folder.path() / std::string(120, 'd');
  std::filesystem::create_directory(deep);
  const auto path = deep / "admin.sock";
  const auto listening = listen_for_admins(path);
  ASSERT_TRUE(listening);
  struct stat what {};
  ASSERT_EQ(::stat(path.c_str(), &what), 0);
  EXPECT_EQ(what.st_mode & 0777U, 0600U);
  auto client = AdminChannel::connect(path);
  ASSERT_TRUE(client);
  AdminChannel server = accept_one(*listening);
  const Bytes large(300'000, 'x');
  std::thread sender([&] { EXPECT_TRUE(client->send(large)); });
  EXPECT_EQ(*server.receive(admin_request_bytes, seconds(5)), large);
  sender.join();
  EXPECT_TRUE(server.send(""));
  EXPECT_EQ(*client->receive(10, seconds(5)), "");
}

TEST(AdminChannel, RefusesALengthOverTheLimitBeforeItMakesRoom) {
  TemporaryFolder folder;
  const auto path = folder.path() / "admin.sock";
  const auto listening = listen_for_admins(path);
  ASSERT_TRUE(listening);
  auto client = AdminChannel::connect(path);
  ASSERT_TRUE(client);
  AdminChannel server = accept_one(*listening);
  ASSERT_TRUE(client->send(Bytes(11, 'x')));
  EXPECT_EQ(server.receive(10, seconds(5)).error().code, Code::too_large);
}

TEST(AdminChannel, TellsADeadEndFromASlowOne) {
  TemporaryFolder folder;
  const auto path = folder.path() / "admin.sock";
  EXPECT_EQ(AdminChannel::connect(path).error().code, Code::unavailable);
  {
    const auto listening = listen_for_admins(path);
    ASSERT_TRUE(listening);
    auto client = AdminChannel::connect(path);
    ASSERT_TRUE(client);
    EXPECT_EQ(client->receive(10, milliseconds(20)).error().code, Code::timed_out);
    static_cast<void>(accept_one(*listening));  // and hangs up
    EXPECT_EQ(client->receive(10, seconds(5)).error().code, Code::unavailable);
  }
  // What a killed server left behind.
  EXPECT_TRUE(std::filesystem::exists(path));
  EXPECT_EQ(AdminChannel::connect(path).error().code, Code::unavailable);
  EXPECT_TRUE(listen_for_admins(path));
}

}  // namespace
}  // namespace baraza::server
