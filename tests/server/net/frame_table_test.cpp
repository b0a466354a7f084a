// SPDX-License-Identifier: Apache-2.0
// RFC 6455 framing, row by row: the bytes that come in and the frames that must go out. What isn't
// the protocol is answered with the close code of section 7.4.1 and the connection ends; sections
// are named in the rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "tests/server/net/echo_server.h"
#include "tests/server/net/raw_client.h"

namespace baraza::server {
namespace {

using ::testing::ElementsAreArray;

// One frame as bytes, with every rule open to be broken. The mask is real, so that unmasking is
// part of what is tested.
struct Frame {
  unsigned opcode = 2;
  Bytes payload = {};
  bool is_last = true;
  bool is_masked = true;
  unsigned reserved_bits = 0;      // 1, 2, 4: RSV3, RSV2, RSV1
  int length_bytes = 0;            // 0: the shortest form
  std::uint64_t claimed_size = 0;  // 0: the payload's own

  Bytes bytes() const {
    const std::uint64_t size = claimed_size != 0 ? claimed_size : payload.size();
    Bytes out;
    out += static_cast<char>((is_last ? 0x80U : 0U) | (reserved_bits << 4U) | opcode);
    const unsigned mask_bit = is_masked ? 0x80U : 0U;
    int length = length_bytes;
    if (length == 0) length = size < 126 ? 1 : size < 65536 ? 2 : 8;
    if (length == 1) {
      out += static_cast<char>(mask_bit | size);
    } else {
      out += static_cast<char>(mask_bit | (length == 2 ? 126U : 127U));
      for (int i = length - 1; i >= 0; --i) out += static_cast<char>((size >> (8 * i)) & 0xffU);
    }
    const Bytes mask = "\x37\xfa\x21\x3d";
    if (is_masked) out += mask;
    for (std::size_t i = 0; i < payload.size(); ++i) {
      out += is_masked ? static_cast<char>(payload[i] ^ mask[i % 4]) : payload[i];
    }
    return out;
  }
};

Bytes close_payload(unsigned code, const Bytes& reason = "") {
  return Bytes{static_cast<char>(code >> 8U), static_cast<char>(code & 0xffU)} + reason;
}

// A frame that must come back: "binary:...", "pong:...", "close:1002", "close:" without a code.
std::string shown(const RawClient::Frame& frame) {
  switch (frame.opcode) {
    case Opcode::binary: return "binary:" + frame.payload;
    case Opcode::pong: return "pong:" + frame.payload;
    case Opcode::close:
      return frame.payload.empty() ? "close:" : "close:" + std::to_string(frame.close_code());
    default: return "unexpected";
  }
}

struct Row {
  std::string name;
  std::vector<Frame> sent;
  std::vector<std::string> answered;  // until the close; one without a close is closed with 1000
  // Each frame is sent when the one before is answered: a close overtakes the answers that wait.
  bool is_in_turn = false;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.name;
}

std::vector<Row> rows() {
  const Bytes one_hundred(100, 'p');
  const Bytes largest(limits::frame_bytes, 'L');
  const std::vector<Row> fixed = {
      // 5.2, base framing
      {"binary", {{.payload = "hello"}}, {"binary:hello"}},
      {"zero_length", {{.payload = ""}}, {"binary:"}},
      {"zero_bytes_in_payload", {{.payload = Bytes(3, '\0')}}, {"binary:" + Bytes(3, '\0')}},
      {"length_125", {{.payload = Bytes(125, 'a')}}, {"binary:" + Bytes(125, 'a')}},
      {"length_126", {{.payload = Bytes(126, 'b')}}, {"binary:" + Bytes(126, 'b')}},
      {"length_65535", {{.payload = Bytes(65535, 'c')}}, {"binary:" + Bytes(65535, 'c')}},
      {"length_65536", {{.payload = Bytes(65536, 'd')}}, {"binary:" + Bytes(65536, 'd')}},
      {"length_at_the_limit", {{.payload = largest}}, {"binary:" + largest}},
      {"length_over_the_limit", {{.payload = largest + "x"}}, {"close:1009"}},
      {"length_far_over_the_limit_claimed",
       {{.payload = "x", .length_bytes = 8, .claimed_size = 1ULL << 40U}},
       {"close:1009"}},
      {"unmasked", {{.payload = "hello", .is_masked = false}}, {"close:1002"}},
      {"unmasked_empty", {{.payload = "", .is_masked = false}}, {"close:1002"}},
      {"unmasked_ping", {{.opcode = 9, .is_masked = false}}, {"close:1002"}},
      {"reserved_bit_1", {{.payload = "x", .reserved_bits = 4}}, {"close:1002"}},
      {"reserved_bit_2", {{.payload = "x", .reserved_bits = 2}}, {"close:1002"}},
      {"reserved_bit_3", {{.payload = "x", .reserved_bits = 1}}, {"close:1002"}},
      {"reserved_bits_all", {{.payload = "x", .reserved_bits = 7}}, {"close:1002"}},
      {"reserved_bit_on_ping", {{.opcode = 9, .reserved_bits = 4}}, {"close:1002"}},
      {"reserved_bit_on_close",
       {{.opcode = 8, .payload = close_payload(1000), .reserved_bits = 4}},
       {"close:1002"}},
      {"reserved_bit_on_continuation",
       {{.payload = "a", .is_last = false}, {.opcode = 0, .payload = "b", .reserved_bits = 4}},
       {"close:1002"}},
      {"length_16_bits_for_a_short_one", {{.payload = "short", .length_bytes = 2}}, {"close:1002"}},
      {"length_64_bits_for_a_short_one", {{.payload = "short", .length_bytes = 8}}, {"close:1002"}},
      {"length_64_bits_for_a_middle_one",
       {{.payload = Bytes(300, 'm'), .length_bytes = 8}},
       {"close:1002"}},
      // Beast takes it for a length, of which it is far too much.
      {"length_with_the_highest_bit",
       {{.payload = "x", .length_bytes = 8, .claimed_size = (1ULL << 63U) + 1}},
       {"close:1009"}},
      // 5.4, fragmentation
      {"two_fragments",
       {{.payload = "one ", .is_last = false}, {.opcode = 0, .payload = "two"}},
       {"binary:one two"}},
      {"three_fragments_with_empty_ones",
       {{.payload = "", .is_last = false},
        {.opcode = 0, .payload = "mid", .is_last = false},
        {.opcode = 0, .payload = ""}},
       {"binary:mid"}},
      {"fragments_all_empty",
       {{.payload = "", .is_last = false}, {.opcode = 0, .payload = ""}},
       {"binary:"}},
      {"ping_between_fragments",
       {{.payload = "one ", .is_last = false},
        {.opcode = 9, .payload = "p"},
        {.opcode = 0, .payload = "two"}},
       {"pong:p", "binary:one two"}},
      {"fragments_over_the_limit_together",
       {{.payload = largest, .is_last = false}, {.opcode = 0, .payload = "x"}},
       {"close:1009"}},
      {"orphan_continuation", {{.opcode = 0, .payload = "x"}}, {"close:1002"}},
      {"orphan_continuation_not_last",
       {{.opcode = 0, .payload = "x", .is_last = false}},
       {"close:1002"}},
      {"continuation_after_a_whole_message",
       {{.payload = "whole"}, {.opcode = 0, .payload = "x"}},
       {"binary:whole", "close:1002"},
       true},
      {"new_message_inside_a_fragmented_one",
       {{.payload = "one", .is_last = false}, {.payload = "two"}},
       {"close:1002"}},
      // 5.5, control frames
      {"ping_empty", {{.opcode = 9}}, {"pong:"}},
      {"ping_with_payload", {{.opcode = 9, .payload = "are you there"}}, {"pong:are you there"}},
      {"ping_125", {{.opcode = 9, .payload = Bytes(125, 'q')}}, {"pong:" + Bytes(125, 'q')}},
      {"ping_126", {{.opcode = 9, .payload = Bytes(126, 'q')}}, {"close:1002"}},
      {"ping_fragmented",
       {{.opcode = 9, .payload = "x", .is_last = false}, {.opcode = 0, .payload = "y"}},
       {"close:1002"}},
      {"pong_unasked", {{.opcode = 10, .payload = "x"}, {.payload = "on"}}, {"binary:on"}},
      {"pong_126", {{.opcode = 10, .payload = Bytes(126, 'q')}}, {"close:1002"}},
      {"pong_fragmented", {{.opcode = 10, .is_last = false}}, {"close:1002"}},
      {"close_fragmented",
       {{.opcode = 8, .payload = close_payload(1000), .is_last = false}},
       {"close:1002"}},
      {"close_too_long",
       {{.opcode = 8, .payload = close_payload(1000, Bytes(124, 'r'))}},
       {"close:1002"}},
      {"close_of_one_byte", {{.opcode = 8, .payload = "\x03"}}, {"close:1002"}},
      {"close_reason_at_the_limit",
       {{.opcode = 8, .payload = close_payload(1000, Bytes(123, 'r'))}},
       {"close:1000"}},
      {"close_reason_that_is_no_utf8",
       {{.opcode = 8, .payload = close_payload(1000, "\xff\xfe")}},
       {"close:1002"}},
      {"close_reason_with_half_a_character",
       {{.opcode = 8, .payload = close_payload(1000, "na\xc3")}},
       {"close:1002"}},
      {"close_inside_a_fragmented_message",
       {{.payload = "one", .is_last = false}, {.opcode = 8, .payload = close_payload(1001)}},
       {"close:1001"}},
      {"frames_after_close",
       {{.opcode = 8, .payload = close_payload(1000)}, {.payload = "late"}},
       {"close:1000"}},
      // 5.6, data frames: ours are binary
      {"text", {{.opcode = 1, .payload = "words"}}, {"close:1003"}},
      {"text_empty", {{.opcode = 1}}, {"close:1003"}},
      {"text_fragmented",
       {{.opcode = 1, .payload = "wo", .is_last = false}, {.opcode = 0, .payload = "rds"}},
       {"close:1003"}},
      {"text_that_is_no_utf8", {{.opcode = 1, .payload = "\xff"}}, {"close:1007"}},
      {"text_after_binary",
       {{.payload = "good"}, {.opcode = 1, .payload = "words"}},
       {"binary:good", "close:1003"},
       true},
      {"many_at_once",
       {{.payload = "1"}, {.opcode = 9, .payload = "2"}, {.payload = one_hundred}},
       {"binary:1", "pong:2", "binary:" + one_hundred}},
  };
  std::vector<Row> out = fixed;
  for (const unsigned opcode : {3U, 4U, 5U, 6U, 7U, 11U, 12U, 13U, 14U, 15U}) {
    out.push_back(
        {"opcode_" + std::to_string(opcode), {{.opcode = opcode, .payload = "x"}}, {"close:1002"}});
  }
  // 7.4, close codes
  for (const unsigned code : {1000U, 1001U, 1002U, 1003U, 1007U, 1008U, 1009U, 1010U, 1011U, 3000U,
                              3999U, 4000U, 4999U}) {
    out.push_back({"close_code_" + std::to_string(code),
                   {{.opcode = 8, .payload = close_payload(code)}},
                   {"close:" + std::to_string(code)}});
  }
  // Beast 1.81 takes 5000 and above, which stand in no range of 7.4.2, as it takes private ones.
  for (const unsigned code : {0U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 1100U, 2000U, 2999U}) {
    out.push_back({"close_code_" + std::to_string(code),
                   {{.opcode = 8, .payload = close_payload(code)}},
                   {"close:1002"}});
  }
  return out;
}

// Frames may pass one another: pongs and echoes are written by different hands.
std::vector<std::string> sorted(std::vector<std::string> frames) {
  std::sort(frames.begin(), frames.end());
  return frames;
}

class FrameTableTest : public ::testing::TestWithParam<Row> {};

TEST_P(FrameTableTest, IsAnsweredByTheBook) {
  const Row& row = GetParam();
  std::vector<std::string> expected = row.answered;
  const bool ends = expected.back().starts_with("close:");
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  std::vector<std::string> answered;
  const auto take = [&] {
    const auto frame = client.read_frame();
    answered.push_back(frame ? shown(*frame) : "gone");
  };
  Bytes bytes;
  for (const Frame& frame : row.sent) {
    bytes += frame.bytes();
    if (!row.is_in_turn) continue;
    ASSERT_TRUE(client.send(std::exchange(bytes, {})));
    take();
  }
  if (!bytes.empty()) {
    ASSERT_TRUE(client.send(bytes));
  }
  while (answered.size() < expected.size() && (answered.empty() || answered.back() != "gone")) {
    take();
  }
  if (!ends) {
    client.send(Frame{.opcode = 8, .payload = close_payload(1000)}.bytes());
    expected.emplace_back("close:1000");
    take();
  }
  // What a polite client does; if the server has failed the connection, nobody hears it.
  if (ends) client.send(Frame{.opcode = 8, .payload = close_payload(1000)}.bytes());
  EXPECT_THAT(sorted(answered), ElementsAreArray(sorted(expected)));
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_TRUE(server.first_closed());
}

INSTANTIATE_TEST_SUITE_P(Rfc6455, FrameTableTest, ::testing::ValuesIn(rows()),
                         [](const auto& row) { return row.param.name; });

TEST(FrameTest, EveryCutOfTheBytesIsReadTheSame) {
  const Bytes bytes = Frame{.payload = "first", .is_last = false}.bytes() +
                      Frame{.opcode = 9, .payload = "p"}.bytes() +
                      Frame{.opcode = 0, .payload = Bytes(200, 's')}.bytes();
  EchoServer server;
  for (std::size_t cut = 1; cut < bytes.size(); cut += 7) {
    RawClient client(server.port());
    ASSERT_EQ(client.open(), 101);
    ASSERT_TRUE(client.send(bytes.substr(0, cut)));
    ASSERT_TRUE(client.send(bytes.substr(cut)));
    EXPECT_EQ(shown(*client.read_frame()), "pong:p") << cut;
    EXPECT_EQ(shown(*client.read_frame()), "binary:first" + Bytes(200, 's')) << cut;
  }
}

}  // namespace
}  // namespace baraza::server
