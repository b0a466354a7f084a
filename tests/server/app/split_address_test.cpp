// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/server.h"

namespace baraza::server {
namespace {

TEST(SplitAddress, TakesNamesAddressesAndBracketedIpv6) {
  EXPECT_EQ(split_address("127.0.0.1:0"), (std::pair<std::string, std::uint16_t>("127.0.0.1", 0)));
  EXPECT_EQ(split_address("example.org:65535"),
            (std::pair<std::string, std::uint16_t>("example.org", 65535)));
  EXPECT_EQ(split_address("[::1]:80"), (std::pair<std::string, std::uint16_t>("::1", 80)));
}

TEST(SplitAddress, RefusesAnythingElse) {
  for (const char* text : {"", ":", "host", "host:", ":80", "host:65536", "host:-1", "host:8a",
                           "::1:80", "[]:80", "host: 80"}) {
    const auto address = split_address(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(address.error().code, Code::invalid_argument);
  }
}

}  // namespace
}  // namespace baraza::server
