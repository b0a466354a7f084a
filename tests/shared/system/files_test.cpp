// SPDX-License-Identifier: Apache-2.0
#include "shared/system/files.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "shared/system/unix_file.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza {
namespace {

namespace fs = std::filesystem;

unsigned mode_of(const fs::path& path) {
  struct stat about {};
  EXPECT_EQ(::stat(path.c_str(), &about), 0);
  return about.st_mode & 07777;
}

std::ptrdiff_t entries_of(const fs::path& path) {
  return std::distance(fs::directory_iterator(path), fs::directory_iterator());
}

TEST(Files, WhatIsWrittenIsReadBack) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "key";
  const Bytes bytes("a\0b\n\xff", 5);
  ASSERT_TRUE(write_atomically(path, bytes));
  EXPECT_EQ(read_file(path).value(), bytes);
  EXPECT_EQ(mode_of(path), 0600u);
  EXPECT_EQ(entries_of(folder.path()), 1);
}

TEST(Files, WritingReplacesContentAndMode) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "attendance.csv";
  ASSERT_TRUE(write_atomically(path, "long old content"));
  ASSERT_TRUE(write_atomically(path, "new", 0644));
  EXPECT_EQ(read_file(path).value(), "new");
  EXPECT_EQ(mode_of(path), 0644u);
}

TEST(Files, AReaderHoldsTheOldContentWhole) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "manifest.json";
  ASSERT_TRUE(write_atomically(path, "old"));
  std::ifstream reader(path);
  ASSERT_TRUE(write_atomically(path, "new"));
  std::string seen;
  reader >> seen;
  EXPECT_EQ(seen, "old");
}

TEST(Files, AFailedWriteLeavesNothingBehind) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "taken";
  fs::create_directories(path / "inside");  // a folder with content can't be replaced by a file
  const auto written = write_atomically(path, "x");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, Code::storage_failed);
  EXPECT_NE(written.error().detail.find(path.string()), std::string::npos);
  EXPECT_EQ(entries_of(folder.path()), 1);
}

TEST(Files, AWriteCutShortKeepsTheOldContent) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "manifest.json";
  ASSERT_TRUE(write_atomically(path, "old"));
  // A child that may write 4 KiB into a file and no more, so that only its own limit changes.
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
    ::_exit(write_atomically(path, Bytes(10'000, 'x')) ? 1 : 0);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(read_file(path).value(), "old");
  EXPECT_EQ(entries_of(folder.path()), 1);
}

TEST(Files, AFullDiskHasACodeOfItsOwn) {
  EXPECT_EQ(disk_error(ENOSPC, "write", "x").code, Code::storage_full);
  EXPECT_EQ(disk_error(EDQUOT, "write", "x").code, Code::storage_full);
  EXPECT_EQ(disk_error(EIO, "write", "x").code, Code::storage_failed);
  EXPECT_EQ(disk_error(EIO, "write", "data/key").detail,
            "can't write data/key: Input/output error");
}

TEST(Files, AMissingFileIsNotFound) {
  const TemporaryFolder folder;
  const auto read = read_file(folder.path() / "absent");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::not_found);
  EXPECT_FALSE(write_atomically(folder.path() / "no" / "folder", "x"));
}

TEST(Files, TheLimitCountsWholeBytes) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "big";
  ASSERT_TRUE(write_atomically(path, Bytes(100'000, 'x')));
  EXPECT_TRUE(read_file(path, 100'000));
  const auto read = read_file(path, 99'999);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::too_large);
}

TEST(Files, ANewPrivateFolderIsForItsOwnerOnly) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "data" / "server";
  ASSERT_TRUE(make_private_folder(path));
  EXPECT_EQ(mode_of(path), 0700u);
}

TEST(Files, AnEmptyFolderIsTakenOverAndMadePrivate) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "data";
  fs::create_directory(path);
  ::chmod(path.c_str(), 0755);
  ASSERT_TRUE(make_private_folder(path));
  EXPECT_EQ(mode_of(path), 0700u);
}

TEST(Files, AFolderWithContentOrAFileIsLeftAlone) {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "somebody's") << "x";
  for (const fs::path& path : {folder.path(), folder.path() / "somebody's"}) {
    const auto made = make_private_folder(path);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, Code::already_exists);
  }
}

}  // namespace
}  // namespace baraza
