// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>

#include "baraza/v1/head.pb.h"
#include "tests/shared/op/op_samples.h"

namespace baraza {
namespace {

TEST(Head, IsReadAsItWasWritten) {
  const OpHead in = sample_head();
  const auto out = decode_head(encode_head(in));
  ASSERT_TRUE(out.has_value());
  EXPECT_EQ(out->number, in.number);
  EXPECT_EQ(out->clock, in.clock);
  EXPECT_EQ(out->wall, in.wall);
  EXPECT_EQ(out->kind, in.kind);
  EXPECT_EQ(out->op_class, in.op_class);
  EXPECT_EQ(out->subject, in.subject);
  EXPECT_EQ(out->replaces, in.replaces);
  EXPECT_EQ(out->prev, in.prev);
  EXPECT_EQ(out->body_digest, in.body_digest);
  EXPECT_EQ(out->body_size, in.body_size);
  EXPECT_EQ(encode_head(*out), encode_head(in));
}

TEST(Head, KindsAndClassesOfANewerVersionAreRead) {
  OpHead head = sample_head();
  head.kind = 70'000;
  head.op_class = 99;
  EXPECT_TRUE(decode_head(encode_head(head)).has_value());
  v1::OpHead newer;
  ASSERT_TRUE(newer.ParseFromString(encode_head(head)));
  EXPECT_TRUE(decode_head(newer.SerializeAsString() + "\xa2\x06\x01x").has_value());
}

TEST(Head, EveryMalformedHeadIsRefused) {
  struct Case {
    std::string_view what;
    Code code;
    std::function<void(v1::OpHead&)> spoil;
  };
  const std::string short_id(15, 'x');
  const std::string short_hash(31, 'x');
  const Case cases[] = {
      {"no format", Code::unsupported_version, [](auto& h) { h.clear_format(); }},
      {"a later format", Code::unsupported_version, [](auto& h) { h.set_format(2); }},
      {"no number", Code::malformed_body, [](auto& h) { h.clear_number(); }},
      {"no clock", Code::malformed_body, [](auto& h) { h.clear_author_clock(); }},
      {"no subject", Code::malformed_body, [](auto& h) { h.clear_subject(); }},
      {"a short subject", Code::malformed_body, [&](auto& h) { h.set_subject(short_id); }},
      {"no prev", Code::malformed_body, [](auto& h) { h.clear_prev(); }},
      {"a short prev", Code::malformed_body, [&](auto& h) { h.set_prev(short_hash); }},
      {"no digest", Code::malformed_body, [](auto& h) { h.clear_body_digest(); }},
      {"a long digest", Code::malformed_body,
       [&](auto& h) { h.set_body_digest(short_hash + "xx"); }},
      {"a replaced write without writer", Code::malformed_body,
       [](auto& h) { h.mutable_replaces(0)->clear_writer(); }},
      {"a replaced write without number", Code::malformed_body,
       [](auto& h) { h.mutable_replaces(0)->clear_number(); }},
      {"a replaced write with a short digest", Code::malformed_body,
       [&](auto& h) { h.mutable_replaces(0)->set_digest(short_hash); }},
      {"too many replaced writes", Code::too_large,
       [](auto& h) {
         const v1::OpReference one = h.replaces(0);
         while (h.replaces_size() < 65) *h.add_replaces() = one;
       }},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.what);
    v1::OpHead head;
    ASSERT_TRUE(head.ParseFromString(encode_head(sample_head())));
    one.spoil(head);
    const auto out = decode_head(head.SerializeAsString());
    ASSERT_FALSE(out.has_value());
    EXPECT_EQ(out.error().code, one.code);
  }
  const auto no_message = decode_head("\xff\xff");
  ASSERT_FALSE(no_message.has_value());
  EXPECT_EQ(no_message.error().code, Code::malformed_body);
  const auto large = decode_head(Bytes(4097, 'x'));
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().code, Code::too_large);
}

TEST(Head, HoldsAsManyReplacedWritesAsTheLimitSays) {
  OpHead head = sample_head();
  // No writer gets to write more ops into one stream: numbers come without gaps.
  const OpNumber highest = (1U << 28) - 1;
  head.number = highest;
  head.clock = UINT64_MAX;
  head.wall = Instant{INT64_MIN};
  head.replaces.assign(64, {{filled<WriterId>(2), highest}, filled<Hash>(3)});
  EXPECT_TRUE(decode_head(encode_head(head)).has_value());
}

TEST(Kinds, OfStreamsAreNamedApart) {
  std::vector<std::string_view> names;
  for (std::uint32_t n = 1; n <= 8; ++n) {
    ASSERT_TRUE(stream_kind_from(n).has_value());
    names.push_back(stream_kind_name(*stream_kind_from(n)));
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::unique(names.begin(), names.end()), names.end());
  EXPECT_FALSE(stream_kind_from(0).has_value());
  EXPECT_FALSE(stream_kind_from(9).has_value());
  EXPECT_FALSE(op_class_from(0).has_value());
  EXPECT_TRUE(op_class_from(6).has_value());
  EXPECT_FALSE(op_class_from(7).has_value());
}

}  // namespace
}  // namespace baraza
