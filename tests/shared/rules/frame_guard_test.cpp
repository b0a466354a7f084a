// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/frame_guard.h"

#include <gtest/gtest.h>

#include <array>

#include "shared/model/make.h"
#include "tests/shared/model/author.h"
#include "tests/shared/rules/packs.h"

// Each rule as a row: it speaks, it is silent where its cause isn't there, it is silent once
// somebody knows, and it speaks again when it rests on something new.
namespace baraza::rules {
namespace {

using namespace model;

template <class Id>
Id id_of(std::uint8_t tag) {
  Id out;
  out.bytes.fill(tag);
  return out;
}

// A group of one member with sessions on days 7 apart.
class Group {
 public:
  Group() { main.write(make_member_admitted({member, {20'000}, 1}, {})); }

  SessionKey open(std::uint32_t number) {
    const SessionKey key{id_of<SessionId>(static_cast<std::uint8_t>(0x40 + number)),
                         {20'000 + static_cast<std::int32_t>(7 * number)}};
    main.write(make_session_opened({key, number, 0, {}}));
    return key;
  }
  SessionKey hold(std::uint32_t number) {
    const SessionKey key = open(number);
    main.write(make_session_closed(key, {}));
    return key;
  }
  void use(const SessionKey& session, Technique technique) {
    main.write(make_technique_marked({{session, technique, {}}, true}, {}));
  }
  OpRef choose(FocalArea area, Replaces replaces = {}) {
    return main
        .write(make_focal_area_chosen({member, area, std::nullopt, FocalReason::first_talks},
                                      std::move(replaces)))
        .ref();
  }
  void tell(std::uint8_t tag) {
    InventoryPerson person;
    person.person = id_of<InventoryPersonId>(tag);
    person.member = member;
    person.called = "Mama";
    words.write(make_inventory_person_written(person, {}));
  }
  void write(SheetKind kind, std::uint8_t tag, std::optional<SessionKey> session = {}) {
    Sheet sheet;
    sheet.entry = id_of<SheetId>(tag);
    sheet.member = member;
    sheet.kind = kind;
    sheet.session = session;
    sheet.filled = {{0, 1, "Something", {}, {}}};
    words.write(make_sheet_written(sheet, {}));
  }
  void check_in(const SessionKey& session, std::uint8_t tag, AnswerState item9) {
    CheckIn check;
    check.check_in = id_of<CheckInId>(tag);
    check.session = session;
    check.member = member;
    check.instrument = {"phq9", 1, id_of<Hash>(9)};
    check.answers.assign(9, answered(0));
    check.answers.back() = {item9, 0};
    main.write(make_check_in_recorded(check));
  }
  void agree(const SessionKey& session, std::uint8_t tag) {
    main.write(make_step_agreed({id_of<StepId>(tag), member, session, false}, {}));
  }
  void review(const SessionKey& session, std::uint8_t tag) {
    main.write(make_step_reviewed({id_of<StepId>(tag), session, StepOutcome::done}, {}));
  }

  std::vector<QuietWord> all() {
    const auto& course = *packs.find_course("who8", 1);
    return frame_guard(
        {std::get<MainState>(main.state()), &std::get<WordsState>(words.state()), &course, packs});
  }
  std::optional<QuietWord> of(Whisper rule) {
    for (const QuietWord& word : all()) {
      if (word.rule == rule) return word;
    }
    return std::nullopt;
  }
  void know(const QuietWord& word) {
    main.write(make_whisper_known({std::string(whisper_name(word.rule)), word.member, word.basis}));
  }

  MemberId member = id_of<MemberId>(0x11);
  content::PackLibrary packs =
      content::PackLibrary::from(content::shipped_packs(), rules::pack_hash).value();
  Author main{1, StreamKind::main, id_of<StreamId>(1)};
  Author words{2, StreamKind::words, id_of<StreamId>(2)};
};

struct Row {
  Whisper rule;
  void (*speaks)(Group&);  // brings about what it speaks of
  void (*silent)(Group&);  // something like it that is as it should be
  void (*again)(Group&);   // after `speaks`: something new of the same kind
};

constexpr std::array rows = {
    Row{Whisper::item9_not_asked,
        [](Group& g) { g.check_in(g.hold(1), 1, AnswerState::not_asked); },
        [](Group& g) { g.check_in(g.hold(1), 1, AnswerState::refused); },
        [](Group& g) { g.check_in(g.hold(2), 2, AnswerState::skipped); }},
    Row{Whisper::ending_not_named,
        [](Group& g) {
          for (std::uint32_t n = 1; n <= 6; ++n) g.hold(n);
        },
        [](Group& g) {
          for (std::uint32_t n = 1; n <= 6; ++n) {
            const SessionKey key = g.hold(n);
            if (n == 5) g.use(key, Technique::ending_work);
          }
        },
        [](Group& g) { g.hold(7); }},
    Row{Whisper::step_not_reviewed,
        [](Group& g) {
          g.agree(g.hold(1), 1);
          g.open(2);
        },
        [](Group& g) {
          g.agree(g.hold(1), 1);
          g.review(g.open(2), 1);
        },
        [](Group& g) { g.open(3); }},
    Row{Whisper::inventory_missing, [](Group& g) { g.choose(FocalArea::grief); },
        [](Group& g) {
          g.tell(1);
          g.choose(FocalArea::grief);
        },
        [](Group& g) {
          const auto& main = std::get<MainState>(g.main.state());
          g.choose(FocalArea::loneliness, main.areas.at(g.member).refs(main.basics.replaced));
        }},
    Row{Whisper::several_areas,
        [](Group& g) {
          g.choose(FocalArea::grief);
          g.write(SheetKind::change_work, 1);
        },
        [](Group& g) {
          g.choose(FocalArea::grief);
          g.write(SheetKind::grief_work, 1);
        },
        [](Group& g) { g.write(SheetKind::loneliness_work, 2); }},
    Row{Whisper::event_not_linked,
        [](Group& g) { g.check_in(g.hold(1), 1, AnswerState::answered); },
        [](Group& g) {
          const SessionKey session = g.hold(1);
          g.check_in(session, 1, AnswerState::answered);
          g.write(SheetKind::event, 1, session);
        },
        [](Group& g) { g.check_in(g.hold(2), 2, AnswerState::answered); }},
    Row{Whisper::role_play_missing,
        [](Group& g) {
          for (std::uint32_t n = 1; n <= 3; ++n) g.hold(n);
        },
        [](Group& g) {
          g.use(g.hold(1), Technique::role_play);
          g.hold(2);
          g.hold(3);
        },
        [](Group& g) { g.hold(4); }},
    Row{Whisper::focus_drifting,
        [](Group& g) {
          g.choose(FocalArea::grief);
          g.use(g.hold(1), Technique::disputes);
          g.use(g.hold(2), Technique::transitions);
        },
        [](Group& g) {
          g.choose(FocalArea::grief);
          g.use(g.hold(1), Technique::disputes);
          g.use(g.hold(2), Technique::grief_work);
        },
        [](Group& g) { g.use(g.hold(3), Technique::disputes); }},
};

// A rule without a row, or out of its place, doesn't compile.
static_assert(rows.size() == whisper_count);
constexpr bool each_in_its_place() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].rule) != i) return false;
    if (rows[i].speaks == nullptr || rows[i].silent == nullptr || rows[i].again == nullptr) {
      return false;
    }
  }
  return true;
}
static_assert(each_in_its_place());

TEST(FrameGuard, EachRuleSpeaksIsSilentIsKnownAndSpeaksAgain) {
  for (const Row& row : rows) {
    SCOPED_TRACE(whisper_name(row.rule));
    Group quiet;
    row.silent(quiet);
    EXPECT_FALSE(quiet.of(row.rule));

    Group group;
    EXPECT_FALSE(group.of(row.rule)) << "there is nothing yet";
    row.speaks(group);
    const auto word = group.of(row.rule);
    ASSERT_TRUE(word);
    EXPECT_EQ(group.of(row.rule), word) << "the same for the same record";
    group.know(*word);
    EXPECT_FALSE(group.of(row.rule)) << "somebody knows";
    row.again(group);
    const auto next = group.of(row.rule);
    ASSERT_TRUE(next) << "it rests on something new";
    EXPECT_NE(next->basis, word->basis);
  }
}

TEST(FrameGuard, TheMostImportantComesFirstAndWhoeverLeftIsNotSpokenOf) {
  Group group;
  group.choose(FocalArea::grief);
  group.check_in(group.hold(1), 1, AnswerState::not_asked);
  const auto all = group.all();
  ASSERT_GE(all.size(), 3U);
  EXPECT_EQ(all.front().rule, Whisper::item9_not_asked);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const QuietWord& a, const QuietWord& b) {
    return a.rule < b.rule;
  }));
  group.main.write(make_member_left({group.member, {20'010}, "moved"}));
  EXPECT_FALSE(group.of(Whisper::item9_not_asked));
  EXPECT_FALSE(group.of(Whisper::inventory_missing));
}

}  // namespace
}  // namespace baraza::rules
