// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "shared/model/make.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/random.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"
#include "tests/tools/admin/raw_client.h"

namespace baraza {
namespace {

// Pushes one op after the other and waits for each to come back, until told to stop.
void write_until(const std::atomic<bool>& stop, std::atomic<int>& written, std::uint16_t port,
                 const std::string& code) {
  SystemRandom random;
  const auto key = KeySigner::generate(random);
  RawClient client(*key);
  client.connect(port, sync::decode_enrolment_code(code)->pin);
  ASSERT_EQ(client.enrol(code), Code::none);
  StreamId main;
  for (const auto& offer : client.hello().streams) {
    if (offer.kind == StreamKind::main) main = offer.stream;
  }
  const WriterId me = writer_id(key->public_key());
  for (std::uint32_t seat = 1; !stop; ++seat) {
    client.push(model::make_member_admitted({random.id<MemberId>(), CivilDate{20000}, seat}, {}),
                main);
    for (bool mine = false; !mine;) {
      const auto ops = client.expect<sync::Ops>();
      for (const Entry& entry : ops.entries)
        mine = mine || (ops.stream == main && entry.writer == me);
    }
    ++written;
  }
}

TEST(Load, TwoHundredAdminCommandsBesideWritersLeaveAWholeLog) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  ServerProcess server(data);
  std::atomic<bool> stop = false;
  std::atomic<int> written = 0;
  std::vector<std::thread> writers;
  for (int i = 0; i < 3; ++i) {
    const auto code = as_rose(data, {"device", "enrol", "fay", "--server", "127.0.0.1:1"});
    writers.emplace_back([&, code] { write_until(stop, written, server.port(), code); });
  }
  std::atomic<int> done = 0;
  std::vector<std::thread> admins;
  for (int a = 0; a < 4; ++a) {
    admins.emplace_back([&, a] {
      for (int i = 0; i < 50; ++i) {
        const std::string handle = "h" + std::to_string(a) + "-" + std::to_string(i);
        const Ran ran = i % 5 == 4
                            ? admin(data, {"--as", "rose", "list", "grants"})
                            : admin(data, {"--as", "rose", "account", "add", handle, "--name",
                                           handle, "--role", "worker", "--site", "Kitgum"});
        EXPECT_EQ(ran.status, 0) << ran.err;
        if (ran.status == 0) ++done;
      }
    });
  }
  for (std::thread& thread : admins) thread.join();
  const Ran beside = admin(data, {"verify"});
  EXPECT_EQ(beside.status, 0) << beside.err;
  stop = true;
  for (std::thread& thread : writers) thread.join();
  EXPECT_EQ(done, 200);
  EXPECT_GT(written, 0);
  EXPECT_EQ(server.stop(SIGTERM), 0);
  const Ran after = admin(data, {"verify"});
  EXPECT_EQ(after.status, 0) << after.err;
  const std::string accounts = as_rose(data, {"list", "accounts"});
  // A line of headings, four people of the demo, and all that were added.
  EXPECT_EQ(std::count(accounts.begin(), accounts.end(), '\n') + 1, 1 + 4 + 160);
}

}  // namespace
}  // namespace baraza
