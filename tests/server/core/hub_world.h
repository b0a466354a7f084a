// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <deque>

#include "server/core/admin_acts.h"
#include "server/core/enrolment.h"
#include "server/core/founding.h"
#include "server/core/holds.h"
#include "server/store/sqlite_log.h"
#include "shared/base/limits.h"
#include "shared/model/make.h"
#include "shared/op/derive.h"
#include "tests/shared/model/author.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/power_cut_vfs.h"

namespace baraza::server {

// Keeps what the hub sends, a queue a connection.
class RecordingOutlet final : public Outlet {
 public:
  void send(ConnectionId connection, FrameBytes frame) override {
    sent_[connection].push_back(std::move(frame));
  }
  void close(ConnectionId connection) override { closed_.insert(connection); }
  void mark_authenticated(ConnectionId connection) override { authenticated_.insert(connection); }
  void publish_keys(std::shared_ptr<const sync::KeyTable> keys) override {
    keys_ = std::move(keys);
  }

  std::map<ConnectionId, std::deque<FrameBytes>> sent_;
  std::set<ConnectionId> closed_;
  std::set<ConnectionId> authenticated_;
  std::shared_ptr<const sync::KeyTable> keys_;
};

// A real log on a real file, a hub over it, and a programme with a site, a group and its staff.
class HubWorld : public ::testing::Test {
 protected:
  HubWorld() : random_(7), vfs_("hub-world") {
    server_writer_ = KeySigner::generate(random_);
    programme_key_ = KeySigner::generate(random_);
    open_log();
    EXPECT_TRUE(found(*log_, {random_.id<AccountId>(), "neema", "Neema"}, random_));
    open_hub();
    act([&](Hub& hub) {
      return void_of(add_programme(hub, asking(), "Lake", *programme_key_,
                                   server_writer_->public_key(), random_));
    });
    act([&](Hub& hub) {
      return void_of(add_site(hub, asking(), "Lake", "Shore", "Africa/Kampala", random_));
    });
    for (const auto& [handle, role] :
         std::map<std::string, model::Role>{{"rose", model::Role::facilitator},
                                            {"james", model::Role::worker},
                                            {"josephine", model::Role::supervisor},
                                            {"stranger", model::Role::facilitator}}) {
      act([&, who = handle, as = role](Hub& hub) {
        return void_of(add_account(hub, asking(), {"Shore", "", who, who, "", {as}}, random_));
      });
    }
    add_group_named("Tuesday", {"rose"});
  }

  void add_group_named(const std::string& name, std::vector<std::string> facilitators) {
    act([&](Hub& hub) -> Result<void> {
      NewGroup group;
      group.site = "Shore";
      group.name = name;
      group.course = {"who8", 1, random_.id<Hash>()};
      group.first_session = CivilDate{20'000};
      group.facilitators = std::move(facilitators);
      group.workers = {"james"};
      group.supervisors = {"josephine"};
      return void_of(add_group(hub, asking(), group, random_));
    });
  }

  template <class T>
  static Result<void> void_of(const Result<T>& result) {
    if (!result) return fail(result.error());
    return {};
  }

  void open_log() {
    SqliteLog::Options options;
    options.vfs = "hub-world";
    auto log = SqliteLog::open(folder_.path(), options);
    ASSERT_TRUE(log) << log.error().detail;
    log_ = std::move(*log);
  }
  void open_hub() {
    auto hub = Hub::open(*log_, outlet_, *server_writer_, random_);
    ASSERT_TRUE(hub) << hub.error().detail;
    hub_ = std::move(*hub);
  }
  void restart() {
    hub_.reset();
    log_.reset();
    open_log();
    open_hub();
  }

  Asking asking(std::string as = "neema") { return {std::move(as), now_}; }
  void act(const Hub::Act& act) {
    const auto done = hub_->run_alone(act);
    ASSERT_TRUE(done) << done.error().detail;
  }

  StreamId stream(StreamKind kind, const std::string& group = "Tuesday") {
    return stream_id(kind, *find_group(hub_->directory(), group));
  }

  // All frames that wait for the connection, decoded.
  std::vector<sync::Message> heard(ConnectionId connection) {
    std::vector<sync::Message> out;
    for (const auto& frame : std::exchange(outlet_.sent_[connection], {})) {
      auto message = sync::decode(*frame);
      EXPECT_TRUE(message);
      if (message) out.push_back(std::move(*message));
    }
    hub_->on_queued(connection, 0);
    return out;
  }
  void settle() {
    while (hub_->end_batch()) {
    }
  }
  void say(ConnectionId connection, const sync::Message& message) {
    hub_->on_message(connection, message, {}, now_);
    settle();
  }

  // One laptop without a store: a key, a chain a stream, and the connection it has.
  struct Laptop {
    std::unique_ptr<KeySigner> signer;
    std::map<StreamId, WriterPoint> points;
    std::map<StreamId, AuthorClock> clocks;
    ConnectionId connection = 0;
    Bytes nonce;
    WriterId writer() const { return writer_id(signer->public_key()); }
  };

  void connect(Laptop& laptop) {
    laptop.connection = ++last_connection_;
    hub_->on_open(laptop.connection, exporter(laptop));
    settle();
    const auto messages = heard(laptop.connection);
    ASSERT_EQ(messages.size(), 1U);
    laptop.nonce = std::get<sync::Challenge>(messages[0]).nonce;
  }
  static Bytes exporter(const Laptop& laptop) {
    return "exporter " + std::to_string(laptop.connection);
  }

  Bytes new_code(const std::string& handle, Duration life = minutes(15)) {
    Bytes secret;
    act([&](Hub& hub) -> Result<void> {
      auto made = make_enrol_secret(hub, asking(), handle, life, random_);
      if (!made) return fail(made.error());
      secret = *made;
      return {};
    });
    return secret;
  }
  sync::Enrol enrol_message_of(const Laptop& laptop, const Bytes& secret) {
    sync::Enrol enrol;
    enrol.secret = secret;
    enrol.public_key = laptop.signer->public_key();
    enrol.proof = laptop.signer->sign(
        sync::enrol_message(laptop.nonce, exporter(laptop), secret, enrol.public_key));
    return enrol;
  }
  sync::Hello hello_of(const Laptop& laptop) {
    sync::Hello hello;
    hello.writer = laptop.writer();
    hello.proof =
        laptop.signer->sign(sync::hello_message(laptop.nonce, exporter(laptop), hello.writer));
    return hello;
  }
  // Enrolled, logged in, and with what it was sent taken off the queue.
  Laptop laptop_of(const std::string& handle) {
    Laptop laptop;
    laptop.signer = KeySigner::generate(random_);
    const Bytes secret = new_code(handle);
    connect(laptop);
    say(laptop.connection, enrol_message_of(laptop, secret));
    say(laptop.connection, hello_of(laptop));
    heard(laptop.connection);
    return laptop;
  }
  void reconnect(Laptop& laptop) {
    hub_->on_closed(laptop.connection);
    connect(laptop);
    say(laptop.connection, hello_of(laptop));
  }

  SignedRun run_of(Laptop& laptop, const StreamId& stream, std::vector<OpDraft> drafts) {
    return sign_run(*laptop.signer, stream, std::move(drafts), now_.wall, laptop.points[stream],
                    laptop.clocks[stream], random_);
  }
  sync::Push push_of(Laptop& laptop, const StreamId& stream, std::vector<OpDraft> drafts) {
    const OpNumber first = laptop.points[stream].last_number + 1;
    return {stream, laptop.writer(), first, {run_of(laptop, stream, std::move(drafts))}};
  }
  OpDraft mark(model::Mark mark = model::Mark::present) {
    return model::make_attendance_marked(
        {{{random_.id<SessionId>(), CivilDate{20'000}}, random_.id<MemberId>()}, mark, 0, ""}, {});
  }
  OpDraft alarm() {
    model::Alarm alarm;
    alarm.evidence = random_.id<EvidenceId>();
    alarm.member = random_.id<MemberId>();
    return model::make_alarm_raised(alarm);
  }

  std::vector<Entry> entries(const StreamId& stream) {
    auto all = log_->read_after(stream, 0, 1U << 30);
    EXPECT_TRUE(all);
    return all ? *all : std::vector<Entry>{};
  }

  template <class T>
  static std::optional<T> find(const std::vector<sync::Message>& messages) {
    for (const auto& message : messages) {
      if (const auto* found = std::get_if<T>(&message)) return *found;
    }
    return std::nullopt;
  }

  TemporaryFolder folder_;
  model::SeededRandom random_;
  test::PowerCutVfs vfs_;
  Now now_{Instant{1'790'000'000'000}, Tick{1000}};
  RecordingOutlet outlet_;
  std::unique_ptr<KeySigner> server_writer_;
  std::unique_ptr<KeySigner> programme_key_;
  std::unique_ptr<SqliteLog> log_;
  std::unique_ptr<Hub> hub_;
  ConnectionId last_connection_ = 0;
};

}  // namespace baraza::server
