// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "baraza/v1/wire.pb.h"
#include "shared/base/limits.h"
#include "shared/sync/messages.h"

namespace baraza::sync {
namespace {

template <class Id>
Id id(std::uint8_t fill) {
  Id out;
  out.bytes.fill(fill);
  return out;
}

Entry entry(std::uint8_t writer, Bytes body) {
  Entry out;
  out.writer = id<WriterId>(writer);
  out.head = "head";
  out.body = std::move(body);
  out.signature = id<Signature>(9);
  out.received = Instant{1'700'000'000'000};
  out.commit = 7;
  return out;
}

template <class T>
T round_trip(const T& message) {
  const auto frame = encode(message);
  const auto back = decode(*frame);
  EXPECT_TRUE(back.has_value()) << (back ? "" : back.error().detail);
  return back ? std::get<T>(*back) : T{};
}

TEST(Codec, ops_share_one_table_of_writers) {
  Ops ops{
      id<StreamId>(1), id<Epoch>(2), 5, {entry(3, "a"), entry(4, "b"), entry(3, "c")}, id<Hash>(6)};
  ops.entries[1].verdict = Verdict::refused;
  ops.entries[1].body.clear();
  ops.entries[1].code = Code::not_allowed;
  ops.entries[2].chain_broken = true;
  ops.entries[2].signature.reset();
  const Ops back = round_trip(ops);
  EXPECT_EQ(back.entries, ops.entries);
  EXPECT_EQ(back.first, 5U);
  EXPECT_EQ(back.hash_after, ops.hash_after);
  v1::Frame frame;
  ASSERT_TRUE(frame.ParseFromString(*encode(ops)));
  EXPECT_EQ(frame.ops().writers_size(), 2);
}

TEST(Codec, push_keeps_runs_byte_for_byte) {
  const Push push{
      id<StreamId>(1),
      id<WriterId>(2),
      3,
      {{{{"h1", "b1"}, {"h2", "b2"}}, id<Signature>(3)}, {{{"h3", ""}}, id<Signature>(4)}}};
  const Push back = round_trip(push);
  EXPECT_EQ(back.runs, push.runs);
  EXPECT_EQ(back.first, 3U);
}

TEST(Codec, welcome_and_hello_keep_cursors_and_offers) {
  StreamOffer offer{
      id<StreamId>(1), StreamKind::alarm, id<AnyId>(2), id<Epoch>(3), 9, id<Hash>(4), 5,
      id<Hash>(6),     Follows::rewind,   true,         false};
  const Welcome welcome{Instant{-5}, 1, 1, Code::forked, {offer}};
  const Welcome back = round_trip(welcome);
  ASSERT_EQ(back.streams.size(), 1U);
  EXPECT_EQ(back.standing, Code::forked);
  EXPECT_EQ(back.server_time.ms, -5);
  EXPECT_EQ(back.streams[0].kind, StreamKind::alarm);
  EXPECT_EQ(back.streams[0].follows, Follows::rewind);
  EXPECT_TRUE(back.streams[0].writes);
  EXPECT_FALSE(back.streams[0].reads);
  Hello hello{1,
              1,
              "test",
              id<WriterId>(1),
              id<Signature>(2),
              {{id<StreamId>(1), id<Epoch>(2), 3, id<Hash>(4), 5}}};
  EXPECT_EQ(round_trip(hello).streams.at(0).next_number, 5U);
}

TEST(Codec, the_small_messages_come_back) {
  EXPECT_EQ(round_trip(Bye{Code::code_used, {"a"}, seconds(3)}).retry_after, seconds(3));
  EXPECT_EQ(round_trip(Gap{id<StreamId>(1), id<WriterId>(2), 3, Code::number_gap, {}}).expect, 3U);
  const Taken taken{id<StreamId>(1), id<WriterId>(2),          8,
                    id<Hash>(3),     {{4, Code::not_allowed}}, {id<Hash>(9)}};
  EXPECT_EQ(round_trip(taken).refusals.at(0).number, 4U);
  EXPECT_EQ(round_trip(taken).beside, taken.beside);
  EXPECT_TRUE(round_trip(Ping{5, Instant{6}, true}).answer);
  EXPECT_EQ(round_trip(Revoked{id<StreamId>(1), 4}).at, 4U);
  EXPECT_EQ(round_trip(Live{id<StreamId>(3)}).stream, id<StreamId>(3));
}

TEST(Codec, a_frame_over_its_limit_is_too_large) {
  const auto answer = decode(Bytes(limits::frame_bytes + 1, 'x'));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::too_large);
}

// A quarter of a megabyte of empty submessages would become tens of megabytes of heap.
TEST(Codec, a_small_frame_of_many_elements_is_too_large) {
  for (const int shape : {0, 1, 2}) {
    v1::Frame frame;
    for (int i = 0; i < 60'000; ++i) {
      if (shape == 0) frame.mutable_push()->add_runs();
      if (shape == 1) {
        auto* push = frame.mutable_push();
        (push->runs_size() == 0 ? push->add_runs() : push->mutable_runs(0))->add_ops();
      }
      if (shape == 2) frame.mutable_ops()->add_entries();
    }
    const auto bytes = frame.SerializeAsString();
    ASSERT_LT(bytes.size(), limits::frame_bytes);
    const auto answer = decode(bytes);
    ASSERT_FALSE(answer) << shape;
    EXPECT_EQ(answer.error().code, Code::too_large) << shape;
  }
}

TEST(Codec, large_bodies_are_not_taken_for_many_elements) {
  // Bytes that would read as thousands of tiny fields, inside a body.
  const Push push{id<StreamId>(1),
                  id<WriterId>(2),
                  1,
                  {{{{"h", Bytes(limits::op_bytes, '\x08')}}, id<Signature>(3)}}};
  EXPECT_TRUE(decode(*encode(push)).has_value());
}

TEST(Codec, fields_of_a_wrong_size_are_named) {
  v1::Frame frame;
  frame.mutable_live()->set_stream("seven b");
  const auto answer = decode(frame.SerializeAsString());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::protocol_error);
  EXPECT_NE(answer.error().detail.find("live stream"), std::string::npos);
}

TEST(Codec, an_entry_of_a_writer_outside_the_table_is_refused) {
  v1::Frame frame;
  frame.mutable_ops()->add_writers(std::string(16, 'w'));
  auto* bad = frame.mutable_ops()->add_entries();
  bad->set_writer(1);
  bad->set_verdict(v1::VERDICT_ACCEPTED);
  EXPECT_FALSE(decode(frame.SerializeAsString()));
}

TEST(Codec, garbage_and_cut_frames_never_decode_to_something_else) {
  std::mt19937_64 random(1);
  const Push push{id<StreamId>(1), id<WriterId>(2), 3, {{{{"h1", "b1"}}, id<Signature>(3)}}};
  const Bytes whole = *encode(push);
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    const auto answer = decode(whole.substr(0, cut));
    if (answer) {
      EXPECT_NE(std::get_if<Push>(&*answer) != nullptr && std::get<Push>(*answer).runs == push.runs,
                true)
          << cut;
    }
  }
  for (int i = 0; i < 20'000; ++i) {
    Bytes garbage(random() % 200, '\0');
    for (char& c : garbage) c = static_cast<char>(random());
    (void)decode(garbage);  // sanitizers see what it does; it must only not crash
  }
}

TEST(Codec, proofs_are_bound_to_connection_and_purpose) {
  const auto writer = id<WriterId>(1);
  EXPECT_NE(hello_message("n1", "e", writer), hello_message("n2", "e", writer));
  EXPECT_NE(hello_message("n", "e1", writer), hello_message("n", "e2", writer));
  EXPECT_NE(hello_message("ab", "c", writer), hello_message("a", "bc", writer));
}

}  // namespace
}  // namespace baraza::sync
