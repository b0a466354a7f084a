// SPDX-License-Identifier: Apache-2.0
#include "tests/server/core/hub_world.h"

namespace baraza::server {
namespace {

class HubLogin : public HubWorld {
 protected:
  Laptop fresh() {
    Laptop laptop;
    laptop.signer = KeySigner::generate(random_);
    connect(laptop);
    return laptop;
  }
  Code bye_code(ConnectionId connection) {
    const auto bye = find<sync::Bye>(heard(connection));
    return bye ? bye->code : Code::none;
  }
};

TEST_F(HubLogin, a_code_enrols_one_key_and_answers_the_same_key_again) {
  const Bytes secret = new_code("rose");
  Laptop rose = fresh();
  say(rose.connection, enrol_message_of(rose, secret));
  EXPECT_TRUE(find<sync::Enrolled>(heard(rose.connection)));
  // The answer was lost with the connection: asked again, it is the same.
  Laptop again;
  again.signer = std::move(rose.signer);
  connect(again);
  say(again.connection, enrol_message_of(again, secret));
  EXPECT_TRUE(find<sync::Enrolled>(heard(again.connection)));
  Laptop other = fresh();
  say(other.connection, enrol_message_of(other, secret));
  EXPECT_EQ(bye_code(other.connection), Code::code_used);
}

TEST_F(HubLogin, wrong_and_stale_codes_are_told_apart) {
  const Bytes secret = new_code("rose", minutes(1));
  Laptop rose = fresh();
  say(rose.connection, enrol_message_of(rose, "0123456789"));
  EXPECT_EQ(bye_code(rose.connection), Code::code_wrong);
  now_.wall = now_.wall + minutes(2);
  Laptop late = fresh();
  say(late.connection, enrol_message_of(late, secret));
  EXPECT_EQ(bye_code(late.connection), Code::code_expired);
}

TEST_F(HubLogin, guessing_codes_is_slowed_down) {
  for (int i = 0; i < limits::enrol_tries_per_minute; ++i) {
    Laptop guess = fresh();
    say(guess.connection, enrol_message_of(guess, "guess" + std::to_string(i)));
    EXPECT_EQ(bye_code(guess.connection), Code::code_wrong);
  }
  Laptop honest = fresh();
  const Bytes secret = new_code("rose");
  say(honest.connection, enrol_message_of(honest, secret));
  EXPECT_EQ(bye_code(honest.connection), Code::too_fast);
  now_.tick = now_.tick + minutes(2);
  Laptop later = fresh();
  say(later.connection, enrol_message_of(later, secret));
  EXPECT_TRUE(find<sync::Enrolled>(heard(later.connection)));
}

TEST_F(HubLogin, only_the_hash_of_a_code_is_stored) {
  const Bytes secret = new_code("rose");
  const auto stored = log_->code(enrol_secret_hash(secret));
  ASSERT_TRUE(stored && *stored);
  EXPECT_EQ((*stored)->secret_hash.view().find(secret), ByteView::npos);
}

TEST_F(HubLogin, a_proof_of_another_connection_is_worth_nothing) {
  Laptop rose = laptop_of("rose");
  const sync::Hello stolen = hello_of(rose);
  Laptop thief = fresh();
  say(thief.connection, stolen);
  EXPECT_EQ(bye_code(thief.connection), Code::unauthenticated);
  Laptop unknown = fresh();
  say(unknown.connection, hello_of(unknown));
  EXPECT_EQ(bye_code(unknown.connection), Code::unauthenticated);
}

TEST_F(HubLogin, another_protocol_version_is_told_which_one_is_spoken) {
  Laptop rose = laptop_of("rose");
  hub_->on_closed(rose.connection);
  connect(rose);
  sync::Hello hello = hello_of(rose);
  hello.protocol_min = hello.protocol_max = sync::protocol_version + 1;
  say(rose.connection, hello);
  const auto bye = find<sync::Bye>(heard(rose.connection));
  ASSERT_TRUE(bye);
  EXPECT_EQ(bye->code, Code::unsupported_version);
  EXPECT_EQ(bye->parameters, std::vector<std::string>{std::to_string(sync::protocol_version)});
}

TEST_F(HubLogin, nothing_but_login_is_heard_before_login) {
  Laptop rose = fresh();
  say(rose.connection, sync::Ping{1, {}, false});
  EXPECT_EQ(bye_code(rose.connection), Code::protocol_error);
  EXPECT_TRUE(outlet_.closed_.contains(rose.connection));
  EXPECT_FALSE(outlet_.authenticated_.contains(rose.connection));
}

TEST_F(HubLogin, welcome_lists_exactly_what_policy_says) {
  Laptop josephine = laptop_of("josephine");
  reconnect(josephine);
  const auto welcome = find<sync::Welcome>(heard(josephine.connection));
  ASSERT_TRUE(welcome);
  std::set<StreamKind> read;
  for (const auto& offer : welcome->streams) {
    if (offer.reads) read.insert(offer.kind);
  }
  // Without a grant for them, the names and the words stay with those who run the group.
  EXPECT_EQ(read, (std::set<StreamKind>{StreamKind::programme, StreamKind::site, StreamKind::alarm,
                                        StreamKind::main, StreamKind::clinical}));
  Laptop stranger = laptop_of("stranger");
  reconnect(stranger);
  const auto narrow = find<sync::Welcome>(heard(stranger.connection));
  ASSERT_TRUE(narrow);
  for (const auto& offer : narrow->streams) {
    const bool of_a_site = offer.kind == StreamKind::alarm &&
                           hub_->directory().site(id_cast<SiteId>(offer.owner)) != nullptr;
    EXPECT_TRUE(offer.kind == StreamKind::programme || offer.kind == StreamKind::site ||
                offer.kind == StreamKind::intake || of_a_site)
        << stream_kind_name(offer.kind);
  }
}

TEST_F(HubLogin, a_bad_frame_ends_the_connection_with_its_code) {
  Laptop rose = laptop_of("rose");
  hub_->on_bad_frame(rose.connection, Code::too_large);
  settle();
  EXPECT_EQ(bye_code(rose.connection), Code::too_large);
  EXPECT_TRUE(outlet_.closed_.contains(rose.connection));
}

TEST_F(HubLogin, everything_is_there_after_a_restart) {
  Laptop rose = laptop_of("rose");
  say(rose.connection, push_of(rose, stream(StreamKind::main), {mark()}));
  const auto before = entries(stream(StreamKind::main));
  restart();
  EXPECT_EQ(entries(stream(StreamKind::main)), before);
  reconnect(rose);
  const auto welcome = find<sync::Welcome>(heard(rose.connection));
  ASSERT_TRUE(welcome);
  for (const auto& offer : welcome->streams) {
    if (offer.stream != stream(StreamKind::main)) continue;
    EXPECT_EQ(offer.last_number, 1U);
  }
}

}  // namespace
}  // namespace baraza::server
