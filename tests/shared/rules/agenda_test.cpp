// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/agenda.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "shared/model/make.h"
#include "tests/shared/model/author.h"
#include "tests/shared/rules/packs.h"

namespace baraza::rules {
namespace {

using model::FocalArea;

template <class Id>
Id id_of(std::uint8_t number) {
  Id out;
  out.bytes.fill(number);
  return out;
}

class Agenda : public testing::Test {
 protected:
  Agenda() {
    for (std::uint8_t i = 1; i <= 4; ++i) {
      members.push_back({id_of<MemberId>(i), static_cast<FocalArea>(i), false});
    }
  }
  const model::MainState& main() { return std::get<model::MainState>(author.state()); }
  std::vector<AgendaItem> made(std::uint32_t number = 3) {
    return agenda(packs.find_course("who8", 1), packs, number, session, members, main());
  }
  std::vector<std::string> steps(std::uint32_t number = 3) {
    std::vector<std::string> out;
    for (const AgendaItem& each : made(number)) out.push_back(each.step);
    return out;
  }
  void put(const AgendaItem& item, std::string order, bool removed = false,
           std::uint32_t minutes = 7) {
    author.write(model::make_agenda_placed(
        {item.key, item.step, item.member, std::move(order), minutes, removed}, {}));
  }

  content::PackLibrary packs =
      content::PackLibrary::from(content::shipped_packs(), pack_hash).value();
  model::SessionKey session{id_of<SessionId>(9), {20'000}};
  std::vector<AgendaMember> members;
  model::Author author{5, StreamKind::main, stream_id(StreamKind::main, id_of<GroupId>(8))};
};

TEST_F(Agenda, IsThePlanOfThePhase) {
  EXPECT_EQ(steps(3), (std::vector<std::string>{"arrive", "mood_check", "week", "last_steps",
                                                "in_depth", "next_step", "close"}));
  EXPECT_EQ(steps(6)[5], "ending_ahead") << "the ending is spoken of two sessions before";
  EXPECT_TRUE(steps(0).empty()) << "an extra session has what people put on it";
}

// The bar of the issue: for every session, every member and every change of an area.
TEST_F(Agenda, TwoGroupsThatDifferInOneMembersAreaDifferInExactlyThatAreasPrompts) {
  std::size_t compared = 0;
  for (std::uint32_t number = 1; number <= 8; ++number) {
    const auto one = made(number);
    for (std::size_t who = 0; who < members.size(); ++who) {
      for (int area = 1; area <= 4; ++area) {
        const auto before = members[who].area;
        members[who].area = static_cast<FocalArea>(area);
        const auto other = made(number);
        ASSERT_EQ(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
          AgendaItem a = one[i];
          AgendaItem b = other[i];
          const auto takes_out = [&](AgendaItem& item) {
            std::erase_if(item.area_prompts, [&](const AgendaPrompt& each) {
              return each.area == before || each.area == members[who].area;
            });
          };
          takes_out(a);
          takes_out(b);
          EXPECT_EQ(a, b) << "other areas' prompts are as they were";
          ++compared;
        }
        members[who].area = before;
      }
    }
  }
  EXPECT_GT(compared, 800U);
  const auto week = made()[2];
  ASSERT_EQ(week.area_prompts.size(), 4U);
  members[0].area = FocalArea::disagreements;
  ASSERT_EQ(made()[2].area_prompts.size(), 3U) << "nobody works on grief any more";
  EXPECT_EQ(made()[2].area_prompts[0].members.size(), 2U);
}

TEST_F(Agenda, WhoeverIsWorriedAboutComesFirst) {
  members[2].risk_open = members[1].risk_open = true;
  const auto items = made();
  ASSERT_EQ(items.size(), 9U);
  EXPECT_EQ(items[0].step, risk_step);
  EXPECT_EQ(items[0].member, members[1].member);
  EXPECT_EQ(items[1].member, members[2].member);
}

TEST_F(Agenda, ItemsAreMovedAddedTimedAndTakenOff) {
  auto items = made();
  put(items[4], order_between("", items[0].order));
  EXPECT_EQ(steps().front(), "in_depth");
  EXPECT_EQ(made().front().minutes, 7U);
  put(items[3], items[3].order, true);
  EXPECT_EQ(steps().size(), 6U);
  const auto* course = packs.find_course("who8", 1);
  const auto more = steps_to_add(*course, packs, made());
  ASSERT_FALSE(more.empty());
  AgendaItem added;
  added.key = model::agenda_key(session, "rules", {});
  added.step = "rules";
  put(added, "zz");
  EXPECT_EQ(steps().back(), "rules");
  EXPECT_FALSE(made().back().title.empty());
  EXPECT_FALSE(made().back().planned);
}

TEST_F(Agenda, WhatWasDoneStaysThoughSomebodyTookItOff) {
  const auto items = made();
  put(items[3], items[3].order, true);
  author.write(model::make_agenda_marked(
      {items[3].key, model::AgendaState::done, model::SkipReason::none, 12}, {}));
  EXPECT_EQ(steps().size(), 7U);
  EXPECT_EQ(made()[3].state, model::AgendaState::done);
  EXPECT_EQ(made()[3].spent_minutes, 12U);
}

TEST(OrderBetween, AlwaysFindsRoom) {
  std::mt19937 random(3);
  std::vector<std::string> texts{"b", "c", "d"};
  for (int i = 0; i < 2000; ++i) {
    const std::size_t at = random() % (texts.size() + 1);
    const std::string before = at == 0 ? std::string() : texts[at - 1];
    const std::string after = at == texts.size() ? std::string() : texts[at];
    const std::string between = order_between(before, after);
    EXPECT_LT(before, between);
    if (!after.empty()) {
      EXPECT_LT(between, after);
    }
    texts.insert(texts.begin() + static_cast<std::ptrdiff_t>(at), between);
  }
  EXPECT_TRUE(std::is_sorted(texts.begin(), texts.end()));
  EXPECT_LT(std::string("b"), order_between("b", "b"));
}

}  // namespace
}  // namespace baraza::rules
