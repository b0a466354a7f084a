// SPDX-License-Identifier: Apache-2.0
// What a mark costs the disks: one sync of the write-ahead log at its author's store, one at the
// server's, one at each other laptop's. The way back to its author costs none: until then the
// author's own run holds all that was written, so the commit that moves the cursor may be late.
#include <gtest/gtest.h>

#include "client/core/views/group_view.h"
#include "server/app/server.h"
#include "shared/op/derive.h"
#include "shared/system/zone.h"
#include "tests/shared/system/temporary_folder.h"
#include "tests/support/power_cut_vfs.h"
#include "tools/bench/laptop.h"
#include "tools/bench/programme.h"

namespace baraza::bench {
namespace {

using Counts = test::PowerCutVfs::Counts;

class WalSyncs : public testing::Test {
 protected:
  void SetUp() override {
    const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
    ASSERT_TRUE(packs);
    packs_ = std::make_unique<content::PackLibrary>(*packs);
    today_ = *civil_date(SystemClock().now().wall, "Africa/Kampala");
    const auto folder = folder_.path() / "server";
    const auto programme = make_folder(folder, {1, 2, today_}, *packs_);
    ASSERT_TRUE(programme) << programme.error().detail;
    group_ = programme->groups[0];
    stream_ = stream_id(StreamKind::main, group_);
    server::ServerOptions options{folder.string(), "127.0.0.1", 0, {}};
    options.log.vfs = at_server_.name();
    auto server = server::Server::start(options, journal_);
    ASSERT_TRUE(server) << server.error().detail;
    server_ = std::move(*server);
    author_ = join(folder, programme->secrets[0][0], "author", at_author_);
    reader_ = join(folder, programme->secrets[0][1], "reader", at_reader_);
    ASSERT_TRUE(author_ && reader_);
    client::AddMember member;
    member.group = group_;
    member.name = "Amina";
    member.from = today_;
    ASSERT_TRUE(author_->act(member));
    ASSERT_TRUE(author_->act(client::OpenTodaySession{group_, today_}));
    const auto view = client::group_view(author_->client().replica(), group_);
    key_ = {view->sessions.back().key, view->members.back().member};
    settle();
  }

  std::unique_ptr<Laptop> join(const std::filesystem::path& server, const Bytes& secret,
                               const std::string& name, const test::PowerCutVfs& vfs) {
    const auto code = code_for(server, server_->port(), secret);
    client::StoreOptions store;
    store.vfs = vfs.name();
    auto laptop = Laptop::open(folder_.path() / name, *packs_, store);
    if (!code || !laptop || !(*laptop)->join(*code, group_)) return nullptr;
    return std::move(*laptop);
  }

  const client::Replica::Stream& stream_at(Laptop& laptop) const {
    return *laptop.client().replica().find(stream_);
  }
  // The author's last op is back, and the reader holds as much as the author.
  void settle() {
    const auto back = author_->step_until(
        [&] {
          const auto& held = stream_at(*author_);
          return held.own_through == held.own.last_number &&
                 author_->client().badge().state == client::SyncBadge::State::on_the_server;
        },
        "the mark is back at its author");
    ASSERT_TRUE(back) << back.error().detail;
    const auto there = reader_->step_until(
        [&] { return stream_at(*reader_).record.position == stream_at(*author_).record.position; },
        "the mark is at the reader");
    ASSERT_TRUE(there) << there.error().detail;
  }

  test::PowerCutVfs at_server_{"wal-syncs-server"};
  test::PowerCutVfs at_author_{"wal-syncs-author"};
  test::PowerCutVfs at_reader_{"wal-syncs-reader"};
  TemporaryFolder folder_;
  std::unique_ptr<content::PackLibrary> packs_;
  server::Journal journal_;
  std::unique_ptr<server::Server> server_;
  std::unique_ptr<Laptop> author_;
  std::unique_ptr<Laptop> reader_;
  CivilDate today_;
  GroupId group_;
  StreamId stream_;
  model::AttendanceKey key_;
};

TEST_F(WalSyncs, one_wal_sync_per_mark) {
  for (int i = 0; i < 6; ++i) {
    for (auto* disk : {&at_server_, &at_author_, &at_reader_}) disk->reset_counts();
    client::MarkAttendance mark;
    mark.group = group_;
    mark.key = key_;
    mark.mark = i % 2 == 0 ? model::Mark::present : model::Mark::excused;
    ASSERT_TRUE(author_->act(mark));
    ASSERT_NO_FATAL_FAILURE(settle());
    for (const auto& [where, disk] :
         {std::pair{"author", &at_author_}, std::pair{"server", &at_server_},
          std::pair{"reader", &at_reader_}}) {
      const Counts counts = disk->counts();
      EXPECT_EQ(counts.log_syncs, 1U) << "mark " << i << " at the " << where;
      EXPECT_EQ(counts.syncs, counts.log_syncs) << "mark " << i << " at the " << where;
      EXPECT_GT(counts.writes, 0U);
    }
  }
}

}  // namespace
}  // namespace baraza::bench
