// SPDX-License-Identifier: Apache-2.0
#include "tests/server/core/hub_world.h"

namespace baraza::server {
namespace {

using model::Mark;

class HubPush : public HubWorld {
 protected:
  HubPush() : rose_(laptop_of("rose")), main_(stream(StreamKind::main)) {}

  std::optional<sync::Gap> gap_after(Laptop& laptop, const sync::Push& push) {
    heard(laptop.connection);
    say(laptop.connection, push);
    return find<sync::Gap>(heard(laptop.connection));
  }

  Laptop rose_;
  StreamId main_;
};

TEST_F(HubPush, the_author_and_everybody_entitled_are_handed_the_same_frame) {
  Laptop james = laptop_of("james");
  Laptop stranger = laptop_of("stranger");
  for (auto* laptop : {&rose_, &james, &stranger}) heard(laptop->connection);
  say(rose_.connection, push_of(rose_, main_, {mark(), mark()}));
  const auto& to_rose = outlet_.sent_[rose_.connection];
  const auto& to_james = outlet_.sent_[james.connection];
  ASSERT_EQ(to_rose.size(), 1U);
  ASSERT_EQ(to_james.size(), 1U);
  EXPECT_EQ(*to_rose[0], *to_james[0]);
  EXPECT_TRUE(outlet_.sent_[stranger.connection].empty());
  const auto ops = find<sync::Ops>(heard(rose_.connection));
  ASSERT_TRUE(ops);
  EXPECT_EQ(ops->first, 1U);
  ASSERT_EQ(ops->entries.size(), 2U);
  EXPECT_FALSE(ops->entries[0].signature);
  EXPECT_TRUE(ops->entries[1].signature);
}

TEST_F(HubPush, the_same_run_again_is_no_second_entry) {
  const auto push = push_of(rose_, main_, {mark()});
  say(rose_.connection, push);
  EXPECT_FALSE(gap_after(rose_, push));
  EXPECT_EQ(entries(main_).size(), 1U);
}

TEST_F(HubPush, a_gap_is_told_where_to_go_back_to_and_consumes_nothing) {
  const auto first = push_of(rose_, main_, {mark()});
  const auto second = push_of(rose_, main_, {mark()});
  const auto gap = gap_after(rose_, second);
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->code, Code::number_gap);
  EXPECT_EQ(gap->expect, 1U);
  say(rose_.connection, first);
  say(rose_.connection, second);
  EXPECT_EQ(entries(main_).size(), 2U);
}

TEST_F(HubPush, bad_bytes_are_the_carriers_fault_and_consume_nothing) {
  const auto good = push_of(rose_, main_, {mark()});
  auto forged = good;
  forged.runs[0].signature.bytes[5] ^= 1;
  auto spoilt = good;
  spoilt.runs[0].ops[0].body.back() ^= 1;
  auto stripped = good;
  stripped.runs[0].ops[0].body.clear();
  auto moved = good;
  moved.stream = stream(StreamKind::words);
  for (const auto& [push, code] : {std::pair{forged, Code::bad_signature},
                                   {spoilt, Code::bad_signature},
                                   {stripped, Code::malformed_body},
                                   {moved, Code::bad_signature}}) {
    const auto gap = gap_after(rose_, push);
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->code, code);
    EXPECT_EQ(gap->expect, 1U);
  }
  EXPECT_TRUE(entries(main_).empty());
  EXPECT_FALSE(gap_after(rose_, good));
  EXPECT_EQ(entries(main_).size(), 1U);
}

TEST_F(HubPush, a_carrier_cant_push_in_anothers_name) {
  Laptop james = laptop_of("james");
  const auto push = push_of(rose_, main_, {mark()});
  const auto gap = gap_after(james, push);
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->code, Code::turned_away);
  EXPECT_TRUE(entries(main_).empty());
}

TEST_F(HubPush, an_op_of_anothers_group_is_turned_away_and_kept_by_its_writer) {
  Laptop stranger = laptop_of("stranger");
  const auto gap = gap_after(stranger, push_of(stranger, main_, {mark()}));
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->code, Code::turned_away);
  EXPECT_TRUE(entries(main_).empty());
}

TEST_F(HubPush, an_unknown_stream_is_asked_to_wait) {
  const auto gap = gap_after(rose_, push_of(rose_, random_.id<StreamId>(), {mark()}));
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->code, Code::unknown_stream);
  EXPECT_GT(gap->retry_after, Duration{});
}

TEST_F(HubPush, a_kind_that_isnt_theirs_is_refused_and_what_follows_is_not) {
  Laptop james = laptop_of("james");
  const StreamId alarms = stream(StreamKind::alarm);
  say(james.connection,
      push_of(james, alarms,
              {model::make_risk_resolved({random_.id<MemberId>(), {random_.id<EvidenceId>()}}),
               alarm()}));
  const auto all = entries(alarms);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].verdict, Verdict::refused);
  EXPECT_EQ(all[0].code, Code::not_allowed);
  EXPECT_TRUE(all[0].body.empty());
  EXPECT_EQ(all[1].verdict, Verdict::accepted);
}

TEST_F(HubPush, a_body_that_breaks_its_rules_or_is_too_large_is_refused) {
  OpDraft broken = mark();
  broken.body = "not a message";
  OpDraft large = mark();
  large.body = Bytes(limits::op_bytes, 'x');
  say(rose_.connection, push_of(rose_, main_, {broken, large, mark()}));
  const auto all = entries(main_);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].code, Code::malformed_body);
  EXPECT_EQ(all[1].code, Code::too_large);
  EXPECT_EQ(all[2].verdict, Verdict::accepted);
}

TEST_F(HubPush, a_kind_of_a_newer_version_is_passed_on_by_its_class) {
  OpDraft newer = mark();
  newer.kind = 9999;
  say(rose_.connection, push_of(rose_, main_, {newer}));
  const auto all = entries(main_);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].verdict, Verdict::accepted);
  EXPECT_FALSE(all[0].body.empty());
}

TEST_F(HubPush, a_copied_folder_freezes_its_writer_and_consumes_nothing) {
  Laptop copy;
  copy.signer = std::make_unique<KeySigner>("0");  // replaced below
  const Bytes seed = "seed of a laptop that was copied";
  rose_.signer = std::make_unique<KeySigner>(seed);
  copy.signer = std::make_unique<KeySigner>(seed);
  const Bytes secret = new_code("rose");
  hub_->on_closed(rose_.connection);
  connect(rose_);
  say(rose_.connection, enrol_message_of(rose_, secret));
  say(rose_.connection, hello_of(rose_));
  say(rose_.connection, push_of(rose_, main_, {mark()}));
  connect(copy);
  say(copy.connection, hello_of(copy));
  heard(copy.connection);
  say(copy.connection, push_of(copy, main_, {mark(Mark::late)}));
  const auto bye = find<sync::Bye>(heard(copy.connection));
  ASSERT_TRUE(bye);
  EXPECT_EQ(bye->code, Code::forked);
  EXPECT_EQ(entries(main_).size(), 1U);
  EXPECT_TRUE(hub_->writer(rose_.writer())->frozen);
  // Its other connection is told as well.
  const auto other = find<sync::Bye>(heard(rose_.connection));
  ASSERT_TRUE(other);
  EXPECT_EQ(other->code, Code::forked);
}

TEST_F(HubPush, an_alarm_of_a_broken_chain_is_entered_and_marked) {
  const StreamId alarms = stream(StreamKind::alarm);
  say(rose_.connection, push_of(rose_, alarms, {alarm()}));
  rose_.points[alarms] = {};  // an older copy of the folder writes another first op
  const auto forked = push_of(rose_, alarms, {alarm()});
  say(rose_.connection, forked);
  auto all = entries(alarms);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[1].chain_broken);
  EXPECT_FALSE(all[1].body.empty());
  // Said again by the frozen writer, it is one alarm still; other streams take nothing from it.
  reconnect(rose_);
  const auto welcome = find<sync::Welcome>(heard(rose_.connection));
  ASSERT_TRUE(welcome);
  EXPECT_EQ(welcome->standing, Code::forked);
  say(rose_.connection, forked);
  EXPECT_EQ(entries(alarms).size(), 2U);
  const auto gap = gap_after(rose_, push_of(rose_, main_, {mark()}));
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->code, Code::forked);
}

TEST_F(HubPush, what_is_written_after_the_grant_ended_is_held_and_an_alarm_is_not) {
  Laptop james = laptop_of("james");
  const StreamId alarms = stream(StreamKind::alarm);
  const auto late_mark = push_of(james, main_, {mark()});
  const auto late_alarm = push_of(james, alarms, {alarm()});
  act([&](Hub& hub) { return void_of(end_grants(hub, asking(), "james", "Tuesday", "moved")); });
  const auto revoked = find<sync::Revoked>(heard(james.connection));
  EXPECT_TRUE(revoked);
  say(james.connection, late_mark);
  say(james.connection, late_alarm);
  const auto messages = heard(james.connection);
  EXPECT_FALSE(find<sync::Ops>(messages)) << "nothing of the stream reaches who lost it";
  std::map<StreamId, sync::Taken> taken;
  for (const auto& message : messages) {
    if (const auto* each = std::get_if<sync::Taken>(&message)) taken[each->stream] = *each;
  }
  ASSERT_TRUE(taken.contains(main_));
  EXPECT_EQ(taken[main_].through, 1U);
  ASSERT_EQ(taken[main_].refusals.size(), 1U);
  EXPECT_EQ(taken[main_].refusals[0].code, Code::authority_ended);
  ASSERT_EQ(entries(main_).size(), 1U);
  EXPECT_EQ(entries(main_)[0].verdict, Verdict::held);
  EXPECT_TRUE(entries(main_)[0].body.empty());
  ASSERT_EQ(entries(alarms).size(), 1U);
  EXPECT_EQ(entries(alarms)[0].verdict, Verdict::accepted);

  // A supervisor of the site looks and releases it; it enters again under its own id.
  std::vector<HoldView> holds;
  act([&](Hub& hub) -> Result<void> {
    auto listed = list_holds(hub, asking("josephine"));
    if (!listed) return fail(listed.error());
    holds = *listed;
    return {};
  });
  ASSERT_EQ(holds.size(), 1U);
  EXPECT_EQ(holds[0].kind_name, "AttendanceMarked");
  EXPECT_EQ(hold_from(hold_name(holds[0].key)), holds[0].key);
  act([&](Hub& hub) { return void_of(read_hold(hub, asking("josephine"), holds[0].key)); });
  act([&](Hub& hub) {
    return settle_hold(hub, asking("josephine"), holds[0].key, true, "she was there");
  });
  const auto all = entries(main_);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].verdict, Verdict::released);
  EXPECT_EQ(all[1].head, all[0].head);
  EXPECT_FALSE(all[1].body.empty());
  const auto again = hub_->run_alone(
      [&](Hub& hub) { return settle_hold(hub, asking("josephine"), holds[0].key, false, "no"); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Code::already_exists);
  EXPECT_EQ(entries(main_).size(), 2U);
}

TEST_F(HubPush, holds_are_settled_only_by_those_who_may) {
  Laptop james = laptop_of("james");
  const auto late = push_of(james, main_, {mark()});
  act([&](Hub& hub) { return void_of(end_grants(hub, asking(), "james", "", "left")); });
  say(james.connection, late);
  const model::HoldKey key{main_, james.writer(), 1};
  const auto by_rose =
      hub_->run_alone([&](Hub& hub) { return settle_hold(hub, asking("rose"), key, true, ""); });
  ASSERT_FALSE(by_rose);
  EXPECT_EQ(by_rose.error().code, Code::not_allowed);
  EXPECT_EQ(entries(main_).size(), 1U);
}

// Two ops of a batch, the second valid only by the first, and the commit fails: nothing of either
// is left, the writers are told where to go back to, and nobody saw anything.
TEST_F(HubPush, a_failed_commit_leaves_nothing_and_sends_the_writers_back) {
  Laptop james = laptop_of("james");
  heard(rose_.connection);
  const auto first = push_of(rose_, main_, {mark()});
  const auto second = push_of(rose_, main_, {mark()});
  const auto other = push_of(james, main_, {mark()});
  vfs_.fill_disk(0);
  hub_->on_message(rose_.connection, first, {}, now_);
  hub_->on_message(rose_.connection, second, {}, now_);
  hub_->on_message(james.connection, other, {}, now_);
  settle();
  const auto failure = hub_->take_failure();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->code, Code::storage_full);
  for (auto* laptop : {&rose_, &james}) {
    const auto messages = heard(laptop->connection);
    EXPECT_FALSE(find<sync::Ops>(messages));
    const auto gap = find<sync::Gap>(messages);
    ASSERT_TRUE(gap);
    EXPECT_EQ(gap->code, Code::unavailable);
    EXPECT_EQ(gap->expect, 1U);
  }
  EXPECT_TRUE(entries(main_).empty());
  vfs_.heal();
  say(rose_.connection, first);
  say(rose_.connection, second);
  say(james.connection, other);
  EXPECT_EQ(entries(main_).size(), 3U);
  EXPECT_FALSE(hub_->take_failure());
}

TEST_F(HubPush, one_batch_is_one_sync_however_many_pushed) {
  Laptop james = laptop_of("james");
  say(rose_.connection, push_of(rose_, main_, {mark()}));
  vfs_.reset_counts();
  for (int i = 0; i < 20; ++i) {
    hub_->on_message(rose_.connection, push_of(rose_, main_, {mark()}), {}, now_);
    hub_->on_message(james.connection, push_of(james, main_, {mark()}), {}, now_);
  }
  settle();
  EXPECT_EQ(vfs_.counts().log_syncs, 1U);
  EXPECT_EQ(entries(main_).size(), 41U);
}

TEST_F(HubPush, a_batch_that_only_reads_syncs_nothing) {
  say(rose_.connection, push_of(rose_, main_, {mark()}));
  vfs_.reset_counts();
  say(rose_.connection, sync::Ping{3, {}, false});
  reconnect(rose_);
  EXPECT_EQ(vfs_.counts().log_syncs, 0U);
  EXPECT_EQ(vfs_.counts().writes, 0U);
}

TEST_F(HubPush, a_connection_without_room_is_handed_nothing_and_later_everything) {
  Laptop james = laptop_of("james");
  heard(james.connection);
  hub_->on_queued(james.connection, limits::connection_queue_bytes);
  for (int i = 0; i < 5; ++i) say(rose_.connection, push_of(rose_, main_, {mark()}));
  EXPECT_TRUE(outlet_.sent_[james.connection].empty());
  hub_->on_queued(james.connection, 0);
  settle();
  const auto ops = find<sync::Ops>(heard(james.connection));
  ASSERT_TRUE(ops);
  EXPECT_EQ(ops->entries.size(), 5U);
}

TEST_F(HubPush, a_grant_opens_the_stream_from_its_beginning) {
  Laptop stranger = laptop_of("stranger");
  say(rose_.connection, push_of(rose_, main_, {mark()}));
  heard(stranger.connection);
  act([&](Hub& hub) {
    NewGrant grant;
    grant.account = "stranger";
    grant.group = "Tuesday";
    return void_of(give_grant(hub, asking(), grant, random_));
  });
  bool opened = false;
  for (const auto& message : heard(stranger.connection)) {
    const auto* granted = std::get_if<sync::Granted>(&message);
    if (granted != nullptr && granted->offer.stream == main_) opened = true;
  }
  ASSERT_TRUE(opened);
  say(stranger.connection, sync::Follow{{main_, hub_->ledger().epoch(), 0, {}, 1}});
  const auto ops = find<sync::Ops>(heard(stranger.connection));
  ASSERT_TRUE(ops);
  EXPECT_EQ(ops->first, 1U);
}

TEST_F(HubPush, following_what_isnt_theirs_gives_nothing) {
  Laptop stranger = laptop_of("stranger");
  say(rose_.connection, push_of(rose_, main_, {mark()}));
  heard(stranger.connection);
  say(stranger.connection, sync::Follow{{main_, hub_->ledger().epoch(), 0, {}, 1}});
  const auto messages = heard(stranger.connection);
  EXPECT_FALSE(find<sync::Ops>(messages));
  EXPECT_TRUE(find<sync::Revoked>(messages));
}

TEST_F(HubPush, a_cursor_of_another_log_is_told_to_rewind) {
  say(rose_.connection, push_of(rose_, main_, {mark()}));
  hub_->on_closed(rose_.connection);
  connect(rose_);
  sync::Hello hello = hello_of(rose_);
  hello.streams = {{main_, hub_->ledger().epoch(), 1, random_.id<Hash>(), 2}};
  say(rose_.connection, hello);
  const auto messages = heard(rose_.connection);
  const auto welcome = find<sync::Welcome>(messages);
  ASSERT_TRUE(welcome);
  for (const auto& offer : welcome->streams) {
    if (offer.stream != main_) continue;
    EXPECT_EQ(offer.follows, sync::Follows::rewind);
  }
  EXPECT_FALSE([&] {
    for (const auto& message : messages) {
      const auto* ops = std::get_if<sync::Ops>(&message);
      if (ops != nullptr && ops->stream == main_) return true;
    }
    return false;
  }());
}

}  // namespace
}  // namespace baraza::server
