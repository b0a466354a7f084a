// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>

#include "client/profiles/profiles.h"
#include "client/runtime/runtime.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::client {
namespace {

// The least that Argon2id allows: what is tried here isn't what it costs.
constexpr vault::PassphraseCost cheap{1, 8 * 1024};
constexpr const char* passphrase = "three quiet trees";
constexpr const char* key = "note/of a member";
// What the specification promises somebody who types.
constexpr std::chrono::milliseconds durable_within{250};

// A process of its own that opens a profile, types without a pause, and is killed.
class Typist {
 public:
  Typist(const std::filesystem::path& base, const std::string& id) {
    if (::pipe(pipe_) != 0) throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) run(base, id);
    ::close(pipe_[1]);
  }
  ~Typist() { ::close(pipe_[0]); }

  // Waits until so many letters were typed since it was last asked.
  void wait_for(std::size_t letters) {
    char told = 0;
    for (std::size_t i = 0; i < letters; ++i) {
      if (::read(pipe_[0], &told, 1) != 1) throw std::runtime_error("the process ended");
    }
  }
  void kill() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

 private:
  [[noreturn]] void run(const std::filesystem::path& base, const std::string& id) {
    SystemRandom random;
    const SystemClock clock;
    const auto packs = content::PackLibrary::from({}, [](ByteView) { return Hash{}; });
    auto unlocked = open_profile(base, id, passphrase, random);
    if (!packs || !unlocked) ::_exit(1);
    Runtime::Options options;
    options.folder = unlocked->profile.folder;
    options.software = "test";
    auto runtime = Runtime::open(std::move(options), *unlocked->sealer, clock, random, *packs);
    if (!runtime) ::_exit(1);
    std::string words;
    for (;;) {
      words += 'a';
      (*runtime)->client().keep_draft({key, words});
      if (::write(pipe_[1], "x", 1) != 1) ::_exit(1);
      // One pass of the window.
      (*runtime)->step(milliseconds(16));
    }
  }

  int pipe_[2] = {-1, -1};
  pid_t process_ = -1;
};

TEST(KilledClientTest, WhatWasTypedAQuarterOfASecondAgoIsThere) {
  for (const std::size_t letters : {1U, 2U, 7U, 25U, 60U}) {
    TemporaryFolder folder;
    SystemRandom random;
    const auto made = make_profile(folder.path(), passphrase, cheap, random);
    ASSERT_TRUE(made) << made.error().detail;
    Typist typist(folder.path(), made->profile.id);
    typist.wait_for(letters);
    std::this_thread::sleep_for(durable_within);  // more is typed meanwhile
    typist.kill();

    const auto opened = open_profile(folder.path(), made->profile.id, passphrase, random);
    ASSERT_TRUE(opened) << opened.error().detail;
    auto store = SqliteStore::open(opened->profile.folder, *opened->sealer, random);
    ASSERT_TRUE(store) << store.error().detail;
    const auto loaded = (*store)->load();
    ASSERT_TRUE(loaded) << loaded.error().detail;
    ASSERT_TRUE(loaded->drafts.contains(key)) << letters;
    const Bytes& kept = loaded->drafts.at(key);
    EXPECT_GE(kept.size(), letters);
    EXPECT_EQ(kept, Bytes(kept.size(), 'a'));
  }
}

TEST(KilledClientTest, ASecondProcessIsRefusedInWordsUntilTheFirstIsGone) {
  TemporaryFolder folder;
  SystemRandom random;
  const auto made = make_profile(folder.path(), passphrase, cheap, random);
  ASSERT_TRUE(made) << made.error().detail;
  Typist typist(folder.path(), made->profile.id);
  typist.wait_for(1);
  const auto open = [&] { return SqliteStore::open(made->profile.folder, *made->sealer, random); };
  const auto refused = open();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::locked);
  EXPECT_FALSE(refused.error().detail.empty());
  typist.wait_for(1);  // goes on as if nobody had asked
  typist.kill();
  EXPECT_TRUE(open());
}

}  // namespace
}  // namespace baraza::client
