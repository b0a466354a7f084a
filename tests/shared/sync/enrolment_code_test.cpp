// SPDX-License-Identifier: Apache-2.0
#include "shared/sync/enrolment_code.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "shared/base/limits.h"

namespace baraza::sync {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

EnrolmentCode sample(const std::string& host) {
  EnrolmentCode code;
  for (std::size_t i = 0; i < limits::enrol_secret_bytes; ++i) {
    code.secret.push_back(static_cast<char>(17 * i + 250));
  }
  for (std::size_t i = 0; i < limits::pin_bytes; ++i) {
    code.pin.push_back(static_cast<char>(29 * i + 3));
  }
  code.port = 65'400;
  code.host = host;
  return code;
}

std::string text_of(const EnrolmentCode& code) {
  return encode_enrolment_code(code).value();
}

TEST(EnrolmentCode, RoundTripsForHostsOfEveryLength) {
  for (std::size_t size = 1; size <= 253; ++size) {
    const EnrolmentCode code = sample(std::string(size, 'h'));
    const auto back = decode_enrolment_code(text_of(code));
    ASSERT_TRUE(back.has_value()) << size;
    EXPECT_EQ(*back, code);
  }
}

TEST(EnrolmentCode, IsWrittenInCapitalsWithADashEveryFour) {
  const std::string text = text_of(sample("clinic.example.org"));
  for (std::size_t i = 0; i < text.size(); ++i) {
    EXPECT_EQ(text[i] == '-', i % 5 == 4) << i;
    EXPECT_TRUE(text[i] == '-' || kDigits.find(text[i]) != std::string_view::npos) << i;
  }
}

TEST(EnrolmentCode, IsReadHoweverItIsTyped) {
  const EnrolmentCode code = sample("10.0.0.7");
  std::string text = text_of(code);
  ASSERT_NE(text.find('0'), std::string::npos);
  ASSERT_NE(text.find('1'), std::string::npos);
  std::replace(text.begin(), text.end(), '0', 'o');
  std::replace(text.begin(), text.end(), '1', 'L');
  std::replace(text.begin(), text.end(), '-', ' ');
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  EXPECT_EQ(decode_enrolment_code("  " + text + "\n").value(), code);
}

TEST(EnrolmentCode, EverySingleWrongMissingOrExtraCharacterIsCaught) {
  for (const char* host : {"h", "10.0.0.7", "clinic.example.org"}) {
    const std::string text = text_of(sample(host));
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '-') continue;
      for (const char other : kDigits) {
        if (other == text[at]) continue;
        std::string wrong = text;
        wrong[at] = other;
        EXPECT_FALSE(decode_enrolment_code(wrong).has_value()) << host << " " << at << other;
        wrong = text;
        wrong.insert(at, 1, other);
        EXPECT_FALSE(decode_enrolment_code(wrong).has_value()) << host << " " << at << other;
      }
      std::string shorter = text;
      shorter.erase(at, 1);
      EXPECT_FALSE(decode_enrolment_code(shorter).has_value()) << host << " " << at;
    }
  }
}

TEST(EnrolmentCode, TwoCharactersExchangedAreCaught) {
  const std::string text = text_of(sample("clinic.example.org"));
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    std::string wrong = text;
    std::swap(wrong[at], wrong[at + 1]);
    std::string plain = text;
    std::erase(plain, '-');
    std::string digits = wrong;
    std::erase(digits, '-');
    if (digits == plain) continue;
    EXPECT_FALSE(decode_enrolment_code(wrong).has_value()) << at;
  }
}

TEST(EnrolmentCode, WhatIsNoCodeIsRefusedWithoutRepeatingIt) {
  for (const char* text : {"", "-", "hello", "U", "0000-0000", "AAAA-\x01", "\xff\xfe"}) {
    const auto code = decode_enrolment_code(text);
    ASSERT_FALSE(code.has_value()) << text;
    EXPECT_EQ(code.error().code, Code::invalid_argument);
    EXPECT_EQ(code.error().detail.find("hello"), std::string::npos);
  }
}

TEST(EnrolmentCode, PartsOfTheWrongSizeAreNotEncoded) {
  EnrolmentCode code = sample("h");
  code.secret.pop_back();
  EXPECT_FALSE(encode_enrolment_code(code).has_value());
  code = sample("h");
  code.pin += 'x';
  EXPECT_FALSE(encode_enrolment_code(code).has_value());
  EXPECT_FALSE(encode_enrolment_code(sample("")).has_value());
  EXPECT_FALSE(encode_enrolment_code(sample(std::string(254, 'h'))).has_value());
  code = sample("h");
  code.port = 0;
  EXPECT_FALSE(encode_enrolment_code(code).has_value());
}

}  // namespace
}  // namespace baraza::sync
