// SPDX-License-Identifier: Apache-2.0
#include "shared/system/folder_lock.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

#include "tests/shared/system/temporary_folder.h"

namespace baraza {
namespace {

// A process of its own that takes the folder and holds it until it is killed.
class Holder {
 public:
  explicit Holder(const std::filesystem::path& folder) {
    int ready[2];
    if (::pipe(ready) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) {
      const auto lock = FolderLock::acquire(folder);
      const char answer = lock ? 'y' : 'n';
      if (::write(ready[1], &answer, 1) != 1) ::_exit(1);
      for (;;) ::pause();
    }
    ::close(ready[1]);
    char answer = 'n';
    holds_ = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
    ::close(ready[0]);
  }
  ~Holder() { kill(); }

  void kill() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
    pid_ = -1;
  }
  bool holds() const { return holds_; }
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  bool holds_ = false;
};

TEST(FolderLock, ASecondProcessIsToldWhoHoldsTheFolder) {
  const TemporaryFolder folder;
  const Holder holder(folder.path());
  ASSERT_TRUE(holder.holds());
  const auto lock = FolderLock::acquire(folder.path());
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, Code::locked);
  EXPECT_NE(lock.error().detail.find("process " + std::to_string(holder.pid()) + ";"),
            std::string::npos)
      << lock.error().detail;
}

TEST(FolderLock, EndsWithAKilledProcess) {
  const TemporaryFolder folder;
  Holder holder(folder.path());
  ASSERT_TRUE(holder.holds());
  holder.kill();
  EXPECT_TRUE(FolderLock::acquire(folder.path()));
}

TEST(FolderLock, IsTakenOnceInOneProcessToo) {
  const TemporaryFolder folder;
  const auto lock = FolderLock::acquire(folder.path());
  ASSERT_TRUE(lock);
  EXPECT_EQ(FolderLock::acquire(folder.path()).error().code, Code::locked);
}

TEST(FolderLock, MovesAndEndsWithItsObject) {
  const TemporaryFolder folder;
  {
    auto first = FolderLock::acquire(folder.path());
    ASSERT_TRUE(first);
    const std::optional<FolderLock> kept(std::move(*first));
    EXPECT_FALSE(FolderLock::acquire(folder.path()));
  }
  EXPECT_TRUE(FolderLock::acquire(folder.path()));
}

TEST(FolderLock, AMissingFolderIsNotFound) {
  const TemporaryFolder folder;
  const auto lock = FolderLock::acquire(folder.path() / "absent");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().code, Code::not_found);
}

}  // namespace
}  // namespace baraza
