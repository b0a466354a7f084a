// SPDX-License-Identifier: Apache-2.0
#include "server/net/identity.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "shared/base/limits.h"
#include "tests/server/net/echo_server.h"

namespace baraza::server {
namespace {

TEST(IdentityTest, IsMadeAtTheFirstStartAndKeptAfter) {
  const ScratchFolder folder;
  const auto first = TlsIdentity::load_or_create(folder.path());
  ASSERT_TRUE(first) << first.error().detail;
  EXPECT_EQ(first->pin.size(), limits::pin_bytes);
  const auto second = TlsIdentity::load_or_create(folder.path());
  ASSERT_TRUE(second) << second.error().detail;
  EXPECT_EQ(second->key_pem, first->key_pem);
  EXPECT_EQ(second->certificate_pem, first->certificate_pem);
  EXPECT_EQ(second->pin, first->pin);
}

TEST(IdentityTest, TwoServersHaveTwoKeys) {
  const ScratchFolder one;
  const ScratchFolder two;
  EXPECT_NE(TlsIdentity::load_or_create(one.path())->pin,
            TlsIdentity::load_or_create(two.path())->pin);
}

TEST(IdentityTest, OnlyTheOwnerReadsTheKey) {
  const ScratchFolder folder;
  ASSERT_TRUE(TlsIdentity::load_or_create(folder.path()));
  EXPECT_EQ(std::filesystem::status(folder.path() + "/key.pem").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(IdentityTest, ALostCertificateIsMadeAgainUnderTheSamePin) {
  const ScratchFolder folder;
  const auto before = TlsIdentity::load_or_create(folder.path());
  ASSERT_TRUE(before);
  std::filesystem::remove(folder.path() + "/certificate.pem");
  const auto after = TlsIdentity::load_or_create(folder.path());
  ASSERT_TRUE(after) << after.error().detail;
  EXPECT_EQ(after->pin, before->pin);
}

TEST(IdentityTest, ALostKeyIsNotReplacedBehindTheLaptopsBacks) {
  const ScratchFolder folder;
  ASSERT_TRUE(TlsIdentity::load_or_create(folder.path()));
  std::filesystem::remove(folder.path() + "/key.pem");
  const auto after = TlsIdentity::load_or_create(folder.path());
  ASSERT_FALSE(after);
  EXPECT_EQ(after.error().code, Code::storage_damaged);
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/key.pem"));
}

TEST(IdentityTest, ADamagedCertificateIsNamed) {
  const ScratchFolder folder;
  ASSERT_TRUE(TlsIdentity::load_or_create(folder.path()));
  std::ofstream(folder.path() + "/certificate.pem") << "not a certificate";
  const auto after = TlsIdentity::load_or_create(folder.path());
  ASSERT_FALSE(after);
  EXPECT_EQ(after.error().code, Code::storage_damaged);
}

TEST(IdentityTest, ACertificateOfAnotherKeyDoesNotServe) {
  const ScratchFolder one;
  const ScratchFolder two;
  ASSERT_TRUE(TlsIdentity::load_or_create(one.path()));
  ASSERT_TRUE(TlsIdentity::load_or_create(two.path()));
  std::filesystem::copy_file(one.path() + "/certificate.pem", two.path() + "/certificate.pem",
                             std::filesystem::copy_options::overwrite_existing);
  const auto mixed = TlsIdentity::load_or_create(two.path());
  ASSERT_FALSE(mixed);
  EXPECT_EQ(mixed.error().code, Code::storage_damaged);
}

}  // namespace
}  // namespace baraza::server
