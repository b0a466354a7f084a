// SPDX-License-Identifier: Apache-2.0
// What init leaves when it can't come to its end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"

namespace baraza {
namespace {

using testing::HasSubstr;

const std::vector<std::string> kInit{"init", "--administrator", "rose", "--name", "Rose"};

// init by way of a shell that runs `before` first, then what it is given.
Ran init_after(const std::string& before, const std::filesystem::path& data) {
  std::vector<std::string> all{"/bin/sh", "-c", before + " \"$@\"", "sh", admin_program(),
                               "--data",  data};
  all.insert(all.end(), kInit.begin(), kInit.end());
  return run_program(all);
}

void expect_works(const std::filesystem::path& data) {
  as_rose(data, {"programme", "add", "Demo"});
  const Ran verify = admin(data, {"verify"});
  EXPECT_EQ(verify.status, 0) << verify.err;
}

// No file may grow past some size, as on a full disk; small ones come to be, and large ones don't.
TEST(Init, ThatFindsNoRoomLeavesNothingAndCanBeRunAgain) {
  for (const int blocks : {0, 1, 8, 16, 64}) {  // of 512 bytes
    TemporaryFolder folder;
    const auto data = folder.path() / "data";
    const Ran failed =
        init_after("trap '' XFSZ; ulimit -f " + std::to_string(blocks) + "; exec", data);
    ASSERT_EQ(failed.status, 1) << blocks << failed.err;
    EXPECT_FALSE(std::filesystem::exists(data / "baraza.db")) << blocks;
    EXPECT_FALSE(std::filesystem::exists(data / "keys")) << blocks;
    const Ran again = admin(data, kInit);
    EXPECT_EQ(again.status, 0) << blocks << again.err;
    expect_works(data);
  }
}

TEST(Init, KilledAtAnyMomentCanBeRunAgain) {
  int killed = 0;
  for (int i = 1; i <= 40; ++i) {
    TemporaryFolder folder;
    const auto data = folder.path() / "data";
    const std::string delay = std::to_string(0.001 * i);
    if (init_after("exec timeout -s KILL " + delay, data).status != 0) ++killed;
    // Who was killed may still be on the way out, above all on a busy machine: the folder is in use
    // until then, and says so.
    Ran again = admin(data, kInit);
    while (again.err.find("is in use by process") != std::string::npos) again = admin(data, kInit);
    if (again.status != 0) {
      EXPECT_THAT(again.err, HasSubstr("holds a server already")) << delay;
    }
    expect_works(data);
  }
  EXPECT_GT(killed, 0);
}

TEST(Init, ThatWasCutOffIsNoServersFolderAndKeepsWhatIsNotItsOwn) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  ASSERT_EQ(admin(data, kInit).status, 0);
  std::ofstream(data / "init.unfinished").put('x');
  std::ofstream(data / "notes.txt") << "mine";
  const Ran used = admin(data, {"--as", "rose", "programme", "add", "Demo"});
  EXPECT_EQ(used.status, 1);
  EXPECT_THAT(used.err, HasSubstr("Run init again"));
  EXPECT_EQ(admin(data, kInit).status, 0);
  EXPECT_TRUE(std::filesystem::exists(data / "notes.txt"));
  expect_works(data);
}

TEST(Init, LeavesALogOfWhichVerifySaysThatItIsEmpty) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  ASSERT_EQ(admin(data, kInit).status, 0);
  const Ran verify = admin(data, {"verify"});
  EXPECT_EQ(verify.status, 0);
  EXPECT_THAT(verify.err, HasSubstr("no streams yet"));
}

TEST(Init, RefusesAFolderOfOtherThingsAndTouchesNothing) {
  TemporaryFolder folder;
  std::ofstream(folder.path() / "letter.txt") << "mine";
  const Ran ran = admin(folder.path(), kInit);
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("isn't empty"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "lock"));
}

}  // namespace
}  // namespace baraza
