// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "client/profiles/profiles.h"
#include "client/runtime/runtime.h"
#include "shared/op/signer.h"
#include "shared/sync/enrolment_code.h"
#include "shared/sync/messages.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"
#include "tests/server/net/echo_server.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::client {
namespace {

using server::EchoServer;

constexpr vault::PassphraseCost cheap{1, 8 * 1024};

std::string code_of(EchoServer& server, char secret) {
  return *sync::encode_enrolment_code(
      {Bytes(limits::enrol_secret_bytes, secret), server.pin(), server.port(), "127.0.0.1"});
}

// Counts what woke the owner of a runtime: nothing of it is taken in before step().
class Woken {
 public:
  void tell() {
    const std::lock_guard lock(mutex_);
    ++times_;
    changed_.notify_all();
  }
  bool wait() {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(60), [this] { return times_ > 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int times_ = 0;
};

// The first connection was reported, and before anybody looked, another code was entered. Taken for
// the connection to the second server, it had the laptop prove itself there by the first one's
// channel, which no server believes.
TEST(AnotherCodeTest, AConnectionOfTheFormerCodeIsNotTakenForTheNewOne) {
  EchoServer first({}, {true, false});
  EchoServer second({}, {true, false});
  TemporaryFolder folder;
  SystemRandom random;
  const SystemClock clock;
  const auto packs = content::PackLibrary::from({}, [](ByteView) { return Hash{}; });
  ASSERT_TRUE(packs);
  const auto made = make_profile(folder.path(), "three quiet trees", cheap, random);
  ASSERT_TRUE(made);
  Woken woken;
  Runtime::Options options;
  options.folder = made->profile.folder;
  options.software = "test";
  options.wake = [&] { woken.tell(); };
  auto opened = Runtime::open(std::move(options), *made->sealer, clock, random, *packs);
  ASSERT_TRUE(opened);
  Runtime& runtime = **opened;

  ASSERT_TRUE(runtime.client().enrol(code_of(first, 'f'), "laptop"));
  runtime.step({});
  ASSERT_TRUE(woken.wait()) << "nothing but the connection wakes this laptop";
  ASSERT_TRUE(runtime.client().enrol(code_of(second, 's'), "laptop"));

  const auto step_until = [&](auto is_so) {
    for (int i = 0; i < 6000; ++i) {
      runtime.step(milliseconds(10));
      if (is_so()) return true;
    }
    return false;
  };
  ASSERT_TRUE(step_until([&] { return !second.seen().opened.empty(); }));
  const auto connection = second.seen().opened.front();
  const Bytes nonce(32, 'n');
  second.listener().send(connection, sync::encode(sync::Challenge{nonce}));
  ASSERT_TRUE(step_until([&] { return !second.seen().frames.empty(); }));

  const auto said = sync::decode(second.seen().frames.front());
  ASSERT_TRUE(said);
  const auto* enrol = std::get_if<sync::Enrol>(&*said);
  ASSERT_NE(enrol, nullptr);
  EXPECT_EQ(enrol->secret, Bytes(limits::enrol_secret_bytes, 's'));
  EXPECT_TRUE(verify_signature(enrol->public_key,
                               sync::enrol_message(nonce, second.seen().exporters.at(connection),
                                                   enrol->secret, enrol->public_key),
                               enrol->proof));
  EXPECT_TRUE(first.seen().frames.empty()) << "nothing of the second code went to the first server";
}

}  // namespace
}  // namespace baraza::client
