// SPDX-License-Identifier: Apache-2.0
#include "shared/policy/policy.h"

#include <gtest/gtest.h>

#include "shared/op/derive.h"

namespace baraza::policy {
namespace {

using model::Kind;
using model::Role;

template <class Id>
Id id(std::uint8_t fill) {
  Id out;
  out.bytes.fill(fill);
  return out;
}

template <class T>
void add_fact(model::Facts<T>& facts, T value) {
  const auto clock = static_cast<AuthorClock>(facts.size() + 1);
  OpRef ref{{id<WriterId>(200), clock}, {}};
  facts[ref] = {ref, clock, {}, std::move(value)};
}

// One programme, two sites, a group at each; one account of each role at site 1.
class PolicyTest : public ::testing::Test {
 protected:
  PolicyTest() {
    add_fact(programme_.sites, model::Site{id<SiteId>(1), "one", "Africa/Nairobi", {}});
    add_fact(programme_.sites, model::Site{id<SiteId>(2), "two", "Africa/Nairobi", {}});
    account(programme_.accounts, programme_.writers, 50, {Role::administrator});
    account(programme_.accounts, programme_.writers, 51, {Role::manager});
    account(one_.accounts, one_.writers, 10, {Role::facilitator});
    account(one_.accounts, one_.writers, 11, {Role::worker});
    account(one_.accounts, one_.writers, 12, {Role::supervisor});
    account(one_.accounts, one_.writers, 13, {Role::facilitator});  // without a grant
    account(two_.accounts, two_.writers, 20, {Role::facilitator});
    add_fact(one_.groups, model::Group{id<GroupId>(101), "g1", {}, {}, 7, {}});
    add_fact(two_.groups, model::Group{id<GroupId>(102), "g2", {}, {}, 7, {}});
    grant(one_, 10, Role::facilitator, 101);
    grant(one_, 11, Role::worker, 101);
    grant(one_, 12, Role::supervisor, 101);
    grant(two_, 20, Role::facilitator, 102);
  }

  void account(model::Facts<model::Account>& accounts, model::Facts<model::EnrolledWriter>& writers,
               std::uint8_t n, std::vector<Role> roles) {
    add_fact(accounts,
             model::Account{id<AccountId>(n), "h" + std::to_string(n), "N", "", roles, {}});
    add_fact(writers, model::EnrolledWriter{id<AccountId>(n), key(n), ""});
  }
  static PublicKey key(std::uint8_t n) { return id<PublicKey>(n); }
  static WriterId writer(std::uint8_t n) { return writer_id(key(n)); }

  void grant(model::SiteState& site, std::uint8_t account, Role role, std::uint8_t group,
             bool people = false, bool words = false) {
    model::Grant value{id<GrantId>(account), id<AccountId>(account), role, {}, people, words, {}};
    if (group != 0) value.group = id<GroupId>(group);
    add_fact(site.grants, value);
  }
  void end_grant(model::SiteState& site, std::uint8_t account) {
    add_fact(site.grant_ends, model::GrantEnd{id<GrantId>(account), "left", {}});
  }
  Directory directory() const {
    return Directory({{id<ProgrammeId>(1), &programme_}},
                     {{id<SiteId>(1), &one_}, {id<SiteId>(2), &two_}});
  }
  static StreamOf of_group(StreamKind kind, std::uint8_t group) {
    return {kind, id_cast<AnyId>(id<GroupId>(group))};
  }
  static Decision decide_kind(const Directory& directory, std::uint8_t who, const StreamOf& stream,
                              Kind kind) {
    return decide(directory, writer(who), stream, static_cast<std::uint32_t>(kind),
                  static_cast<std::uint32_t>(model::kind_row(kind).op_class));
  }

  model::ProgrammeState programme_;
  model::SiteState one_;
  model::SiteState two_;
};

// Every kind against every account, in its own group and in another's: the whole table.
TEST_F(PolicyTest, every_kind_and_every_role_own_group_and_another) {
  const Directory all = directory();
  int cells = 0;
  for (const Kind kind : model::all_kinds()) {
    const auto row = model::kind_row(kind);
    const bool of_site = row.stream == StreamKind::intake;
    const bool of_directory = row.stream == StreamKind::programme || row.stream == StreamKind::site;
    for (const auto& [who, role] : std::map<std::uint8_t, Role>{{10, Role::facilitator},
                                                                {11, Role::worker},
                                                                {12, Role::supervisor},
                                                                {50, Role::administrator},
                                                                {51, Role::manager}}) {
      const StreamOf own =
          of_site ? StreamOf{row.stream, id_cast<AnyId>(id<SiteId>(1))} : of_group(row.stream, 101);
      const StreamOf other =
          of_site ? StreamOf{row.stream, id_cast<AnyId>(id<SiteId>(2))} : of_group(row.stream, 102);
      const bool may = writers_of(kind).has(role) && !of_directory;
      EXPECT_EQ(decide_kind(all, who, own, kind) == Decision::allow, may)
          << row.name << " by " << role_name(role);
      EXPECT_EQ(decide_kind(all, who, other, kind), Decision::turn_away)
          << row.name << " by " << role_name(role) << " elsewhere";
      // A kind has one stream: in any other it is refused or turned away.
      for (const StreamKind wrong : {StreamKind::main, StreamKind::alarm, StreamKind::words}) {
        if (wrong == row.stream) continue;
        EXPECT_NE(decide_kind(all, who, of_group(wrong, 101), kind), Decision::allow) << row.name;
        ++cells;
      }
      cells += 2;
    }
  }
  EXPECT_GT(cells, 500);
}

TEST_F(PolicyTest, staff_without_a_grant_neither_reads_nor_writes_the_group) {
  const Directory all = directory();
  for (const StreamKind kind : {StreamKind::alarm, StreamKind::people, StreamKind::main,
                                StreamKind::words, StreamKind::clinical}) {
    EXPECT_FALSE(reads(all, id<AccountId>(13), of_group(kind, 101), When::ever));
    EXPECT_FALSE(reads(all, id<AccountId>(50), of_group(kind, 101), When::ever)) << "administrator";
    EXPECT_FALSE(reads(all, id<AccountId>(51), of_group(kind, 101), When::ever)) << "manager";
    EXPECT_FALSE(reads(all, id<AccountId>(20), of_group(kind, 101), When::ever)) << "other site";
  }
  EXPECT_EQ(decide_kind(all, 13, of_group(StreamKind::main, 101), Kind::attendance_marked),
            Decision::turn_away);
}

TEST_F(PolicyTest, a_supervisor_reads_people_and_words_only_by_grant) {
  const Directory before = directory();
  EXPECT_TRUE(reads(before, id<AccountId>(12), of_group(StreamKind::main, 101), When::now));
  EXPECT_TRUE(reads(before, id<AccountId>(12), of_group(StreamKind::alarm, 101), When::now));
  EXPECT_FALSE(reads(before, id<AccountId>(12), of_group(StreamKind::words, 101), When::now));
  EXPECT_FALSE(reads(before, id<AccountId>(12), of_group(StreamKind::people, 101), When::now));
  one_.grants.clear();
  grant(one_, 12, Role::supervisor, 101, false, true);
  const Directory after = directory();
  EXPECT_TRUE(reads(after, id<AccountId>(12), of_group(StreamKind::words, 101), When::now));
  EXPECT_FALSE(reads(after, id<AccountId>(12), of_group(StreamKind::people, 101), When::now));
}

// Names stand in intake as they do in people: neither may outlast the grant, or go round it.
TEST_F(PolicyTest, intake_ends_with_the_last_grant_and_is_a_supervisors_by_grant_alone) {
  const StreamOf intake{StreamKind::intake, id_cast<AnyId>(id<SiteId>(1))};
  const Directory before = directory();
  EXPECT_TRUE(reads(before, id<AccountId>(11), intake, When::now));
  EXPECT_TRUE(reads(before, id<AccountId>(13), intake, When::now)) << "screens, has no group yet";
  EXPECT_FALSE(reads(before, id<AccountId>(12), intake, When::now)) << "no grant to read people";
  end_grant(one_, 11);
  const Directory after = directory();
  EXPECT_FALSE(reads(after, id<AccountId>(11), intake, When::now));
  EXPECT_EQ(decide_kind(after, 11, intake, Kind::person_registered), Decision::hold);
}

TEST_F(PolicyTest, who_had_the_right_is_held_and_never_in_alarm) {
  end_grant(one_, 11);
  const Directory all = directory();
  EXPECT_EQ(decide_kind(all, 11, of_group(StreamKind::main, 101), Kind::attendance_marked),
            Decision::hold);
  EXPECT_EQ(decide_kind(all, 11, of_group(StreamKind::alarm, 101), Kind::alarm_raised),
            Decision::allow);
  EXPECT_FALSE(reads(all, id<AccountId>(11), of_group(StreamKind::main, 101), When::now));
  EXPECT_TRUE(appends(all, id<AccountId>(11), of_group(StreamKind::main, 101), When::ever));
}

TEST_F(PolicyTest, a_right_never_held_is_refused_to_those_who_work_there) {
  const Directory all = directory();
  EXPECT_EQ(decide_kind(all, 11, of_group(StreamKind::alarm, 101), Kind::risk_resolved),
            Decision::refuse);
  EXPECT_EQ(decide_kind(all, 12, of_group(StreamKind::main, 101), Kind::attendance_marked),
            Decision::refuse);
}

TEST_F(PolicyTest, kinds_of_a_newer_version_go_by_class) {
  const Directory all = directory();
  const auto main = of_group(StreamKind::main, 101);
  const auto measure = static_cast<std::uint32_t>(OpClass::measure);
  EXPECT_EQ(decide(all, writer(10), main, 9999, measure), Decision::allow);
  EXPECT_EQ(decide(all, writer(12), main, 9999, measure), Decision::refuse);
  EXPECT_EQ(decide(all, writer(20), main, 9999, measure), Decision::turn_away);
  EXPECT_EQ(decide(all, writer(10), main, 9999, static_cast<std::uint32_t>(OpClass::admin)),
            Decision::refuse);
  EXPECT_EQ(decide(all, writer(10), main, 9999, 77), Decision::refuse);
  EXPECT_EQ(decide(all, writer(77), main, 9999, measure), Decision::turn_away) << "unknown writer";
}

TEST_F(PolicyTest, nobody_pushes_into_the_directory) {
  const Directory all = directory();
  const StreamOf site{StreamKind::site, id_cast<AnyId>(id<SiteId>(1))};
  EXPECT_EQ(decide_kind(all, 50, site, Kind::grant_given), Decision::turn_away);
  EXPECT_EQ(decide_kind(all, 10, site, Kind::grant_given), Decision::turn_away);
}

TEST_F(PolicyTest, a_grant_for_the_whole_site_covers_each_of_its_groups_and_no_other) {
  one_.grants.clear();
  grant(one_, 13, Role::facilitator, 0);
  const Directory all = directory();
  EXPECT_TRUE(reads(all, id<AccountId>(13), of_group(StreamKind::main, 101), When::now));
  EXPECT_FALSE(reads(all, id<AccountId>(13), of_group(StreamKind::main, 102), When::now));
}

TEST_F(PolicyTest, streams_of_lists_exactly_what_reads_and_appends_say) {
  end_grant(one_, 10);
  const Directory all = directory();
  for (const std::uint8_t who : {10, 11, 12, 13, 20, 50, 51}) {
    for (const When when : {When::now, When::ever}) {
      std::set<std::pair<StreamKind, AnyId>> listed;
      for (const StreamOf& stream : streams_of(all, id<AccountId>(who), when)) {
        EXPECT_TRUE(listed.insert({stream.kind, stream.owner}).second) << "listed twice";
      }
      for (int kind = 1; kind <= 8; ++kind) {
        const auto stream_kind = *stream_kind_from(static_cast<std::uint32_t>(kind));
        std::vector<AnyId> owners{id_cast<AnyId>(id<GroupId>(101)),
                                  id_cast<AnyId>(id<GroupId>(102))};
        if (stream_kind == StreamKind::programme) owners = {id_cast<AnyId>(id<ProgrammeId>(1))};
        if (stream_kind == StreamKind::site || stream_kind == StreamKind::intake) {
          owners = {id_cast<AnyId>(id<SiteId>(1)), id_cast<AnyId>(id<SiteId>(2))};
        }
        for (const AnyId& owner : owners) {
          const StreamOf stream{stream_kind, owner};
          const bool theirs = reads(all, id<AccountId>(who), stream, when) ||
                              appends(all, id<AccountId>(who), stream, when);
          EXPECT_EQ(listed.contains({stream_kind, owner}), theirs)
              << int{who} << " " << stream_kind_name(stream_kind);
        }
      }
    }
  }
}

TEST_F(PolicyTest, frozen_writers_are_known_and_the_first_settlement_counts) {
  add_fact(one_.frozen, model::FrozenWriter{writer(10), {}, 3});
  const model::HoldKey key{id<StreamId>(1), writer(11), 4};
  add_fact(one_.settlements, model::HoldSettlement{key, true, "first", {}});
  add_fact(one_.settlements, model::HoldSettlement{key, false, "second", {}});
  const Directory all = directory();
  EXPECT_TRUE(all.writer(writer(10))->frozen);
  EXPECT_FALSE(all.writer(writer(11))->frozen);
  ASSERT_NE(all.settlement(key), nullptr);
  EXPECT_EQ(all.settlement(key)->reason, "first");
}

TEST_F(PolicyTest, administrators_act_managers_look_supervisors_settle) {
  const Directory all = directory();
  const auto programme = id<ProgrammeId>(1);
  const auto site = id<SiteId>(1);
  EXPECT_TRUE(may(all, id<AccountId>(50), AdminAct::add_site, programme, {}));
  EXPECT_FALSE(may(all, id<AccountId>(51), AdminAct::add_site, programme, {}));
  EXPECT_TRUE(may(all, id<AccountId>(51), AdminAct::export_data, programme, {}));
  EXPECT_TRUE(may(all, id<AccountId>(12), AdminAct::settle_holds, programme, site));
  EXPECT_FALSE(may(all, id<AccountId>(12), AdminAct::settle_holds, programme, id<SiteId>(2)));
  EXPECT_FALSE(may(all, id<AccountId>(12), AdminAct::export_data, programme, site));
  EXPECT_FALSE(may(all, id<AccountId>(10), AdminAct::list, programme, site));
  EXPECT_FALSE(may(all, id<AccountId>(50), AdminAct::add_site, id<ProgrammeId>(9), {}));
}

TEST_F(PolicyTest, AdministratorsOfSeveralProgrammesWorkInEach) {
  model::ProgrammeState second;
  add_fact(second.founded, model::Founding{id<ProgrammeId>(77), "second", {}});
  add_fact(second.sites, model::Site{id<SiteId>(3), "three", "Africa/Nairobi", {}});
  account(second.accounts, second.writers, 50, {Role::administrator});
  add_fact(programme_.founded, model::Founding{id<ProgrammeId>(8), "first", {}});
  const model::SiteState three;
  const Directory both({{id<ProgrammeId>(8), &programme_}, {id<ProgrammeId>(77), &second}},
                       {{id<SiteId>(1), &one_}, {id<SiteId>(2), &two_}, {id<SiteId>(3), &three}});
  for (const std::uint8_t programme : {8, 77}) {
    EXPECT_TRUE(may(both, id<AccountId>(50), AdminAct::add_site, id<ProgrammeId>(programme), {}));
    const StreamOf stream{StreamKind::programme, id_cast<AnyId>(id<ProgrammeId>(programme))};
    EXPECT_TRUE(reads(both, id<AccountId>(50), stream, When::now));
  }
  for (const std::uint8_t site : {1, 3}) {
    const StreamOf stream{StreamKind::site, id_cast<AnyId>(id<SiteId>(site))};
    EXPECT_TRUE(reads(both, id<AccountId>(50), stream, When::now));
  }
  // The manager of the first programme stays out of the second.
  EXPECT_FALSE(may(both, id<AccountId>(51), AdminAct::list, id<ProgrammeId>(77), {}));
  const StreamOf third{StreamKind::site, id_cast<AnyId>(id<SiteId>(3))};
  EXPECT_FALSE(reads(both, id<AccountId>(51), third, When::now));
  // A supervisor's site counts for the programme that it is in.
  EXPECT_FALSE(may(both, id<AccountId>(12), AdminAct::list, id<ProgrammeId>(77), id<SiteId>(1)));
}

}  // namespace
}  // namespace baraza::policy
