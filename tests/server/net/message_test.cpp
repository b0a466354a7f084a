// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/server/net/echo_server.h"
#include "tests/server/net/raw_client.h"

namespace baraza::server {
namespace {

// Close codes of RFC 6455.
constexpr int kProtocolError = 1002;
constexpr int kUnknownData = 1003;
constexpr int kTooBig = 1009;

TEST(MessageTest, FramesGoBothWaysUnchanged) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  Bytes every_byte;
  for (int i = 0; i < 256; ++i) every_byte += static_cast<char>(i);
  for (const Bytes& sent : {Bytes("one"), every_byte, Bytes(70'000, 'x'), Bytes()}) {
    ASSERT_TRUE(client.send_frame(Opcode::binary, sent));
    const auto got = client.read_frame();
    ASSERT_TRUE(got);
    EXPECT_EQ(got->opcode, Opcode::binary);
    EXPECT_EQ(got->payload, sent);
  }
}

TEST(MessageTest, BothEndsExportTheSameChannelBinding) {
  EchoServer server;
  RawClient one(server.port());
  RawClient two(server.port());
  ASSERT_EQ(one.open(), 101);
  ASSERT_TRUE(server.wait([](const auto& seen) { return seen.opened.size() == 1; }));
  ASSERT_EQ(two.open(), 101);
  ASSERT_TRUE(server.wait([](const auto& seen) { return seen.opened.size() == 2; }));
  const auto seen = server.seen();
  EXPECT_EQ(seen.exporters.at(seen.opened[0]), one.exporter());
  EXPECT_EQ(seen.exporters.at(seen.opened[1]), two.exporter());
  EXPECT_NE(one.exporter(), two.exporter());
}

TEST(MessageTest, CompressionIsNotOffered) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open("Sec-WebSocket-Extensions: permessage-deflate\r\n"), 101);
  // A compressed frame has the first reserved bit set.
  Bytes frame = frame_head(Opcode::binary, 1) + "x";
  frame[0] = static_cast<char>(static_cast<unsigned char>(frame[0]) | 0x40U);
  client.send(frame);
  EXPECT_EQ(client.read_close().value_or(RawClient::Frame{}).close_code(), kProtocolError);
}

TEST(MessageTest, AMessageInPiecesArrivesWholeWithPingsAnsweredBetween) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  client.send_frame(Opcode::binary, "ab", false);
  client.send_frame(Opcode::ping, "are you there");
  client.send_frame(Opcode::more, "cd", false);
  client.send_frame(Opcode::more, "ef");
  const auto pong = client.read_frame();
  ASSERT_TRUE(pong);
  EXPECT_EQ(pong->opcode, Opcode::pong);
  EXPECT_EQ(pong->payload, "are you there");
  const auto echo = client.read_frame();
  ASSERT_TRUE(echo);
  EXPECT_EQ(echo->payload, "abcdef");
}

TEST(MessageTest, AMessageOfExactlyTheLimitPasses) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  const Bytes sent(limits::frame_bytes, 'x');
  ASSERT_TRUE(client.send_frame(Opcode::binary, sent));
  const auto got = client.read_frame();
  ASSERT_TRUE(got);
  EXPECT_EQ(got->payload, sent);
}

TEST(MessageTest, AMessageOverTheLimitIsRefusedAndClosed) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  client.send_frame(Opcode::binary, Bytes(limits::frame_bytes + 1, 'x'));
  const auto close = client.read_close();
  ASSERT_TRUE(close) << "closed without a word";
  EXPECT_EQ(close->close_code(), kTooBig);
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::too_large);
  EXPECT_TRUE(server.seen().frames.empty());
}

TEST(MessageTest, AMessageOverTheLimitInPiecesIsRefusedToo) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  const Bytes half(limits::frame_bytes / 2, 'x');
  client.send_frame(Opcode::binary, half, false);
  client.send_frame(Opcode::more, half, false);
  client.send_frame(Opcode::more, "x");
  const auto close = client.read_close();
  ASSERT_TRUE(close) << "closed without a word";
  EXPECT_EQ(close->close_code(), kTooBig);
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::too_large);
}

TEST(MessageTest, ALengthThatNobodyCanMeanIsRefused) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  client.send(frame_head(Opcode::binary, std::uint64_t{1} << 62));
  EXPECT_EQ(client.read_close().value_or(RawClient::Frame{}).close_code(), kTooBig);
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::too_large);
}

TEST(MessageTest, TextIsRefused) {
  EchoServer server;
  RawClient client(server.port());
  ASSERT_EQ(client.open(), 101);
  client.send_frame(Opcode::text, "hello");
  EXPECT_EQ(client.read_close().value_or(RawClient::Frame{}).close_code(), kUnknownData);
  client.send_frame(Opcode::close, "");
  EXPECT_TRUE(client.is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::protocol_error);
  EXPECT_TRUE(server.seen().frames.empty());
}

struct BadFrame {
  const char* name;
  Bytes bytes;
};

class BadFrameTest : public ::testing::TestWithParam<BadFrame> {};

TEST_P(BadFrameTest, IsRefusedAndDisturbsNobody) {
  EchoServer server;
  RawClient good(server.port());
  ASSERT_EQ(good.open(), 101);
  ASSERT_TRUE(server.wait([](const auto& seen) { return seen.opened.size() == 1; }));
  RawClient bad(server.port());
  ASSERT_EQ(bad.open(), 101);
  bad.send(GetParam().bytes);
  const auto close = bad.read_close();
  ASSERT_TRUE(close) << "closed without a word";
  EXPECT_EQ(close->close_code(), kProtocolError);
  EXPECT_TRUE(bad.is_closed_by_server());
  EXPECT_EQ(server.first_closed(), Code::protocol_error);
  good.send_frame(Opcode::binary, "still here");
  EXPECT_EQ(good.read_frame().value_or(RawClient::Frame{}).payload, "still here");
  EXPECT_EQ(server.seen().frames.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Rfc6455, BadFrameTest,
    ::testing::Values(
        BadFrame{"Unmasked", frame_head(Opcode::binary, 1, true, false) + "x"},
        BadFrame{"UnknownKind", frame_head(static_cast<Opcode>(3), 1) + "x"},
        BadFrame{"ContinuationOfNothing", frame_head(Opcode::more, 1) + "x"},
        BadFrame{"NewMessageInsideAnother",
                 frame_head(Opcode::binary, 1, false) + "x" + frame_head(Opcode::binary, 1) + "x"},
        BadFrame{"PingInPieces", frame_head(Opcode::ping, 1, false) + "x"},
        BadFrame{"LongPing", frame_head(Opcode::ping, 126) + Bytes(126, 'x')},
        BadFrame{"CloseOfOneByte", frame_head(Opcode::close, 1) + "x"},
        BadFrame{"CloseWithACodeForNobody", frame_head(Opcode::close, 2) + "\x03\xed"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace baraza::server
