// SPDX-License-Identifier: Apache-2.0
#include "tests/server/projection/group_story.h"

#include <stdexcept>

#include "shared/model/make.h"
#include "shared/op/hash.h"

namespace baraza::server::test {
namespace {

using model::Mark;

constexpr CivilDate kFirstDay{20'514};  // 2026-03-02

PublicKey key_of_author(std::uint64_t seed) {
  model::SeededRandom random(seed);
  return KeySigner::generate(random)->public_key();
}

template <class T>
void add_fact(model::Facts<T>& facts, T value) {
  const auto clock = static_cast<AuthorClock>(facts.size() + 1);
  const OpRef ref{{id_of<WriterId>(200), clock}, {}};
  facts[ref] = {ref, clock, {}, std::move(value)};
}

}  // namespace

std::vector<model::Answer> answers_of(std::string_view text) {
  using enum model::AnswerState;
  std::vector<model::Answer> out;
  for (const char c : text) {
    switch (c) {
      case 'r': out.push_back({refused, 0}); break;
      case 'n': out.push_back({not_asked, 0}); break;
      case 'a': out.push_back({not_applicable, 0}); break;
      case 's': out.push_back({skipped, 0}); break;
      default: out.push_back({answered, static_cast<std::uint32_t>(c - '0')}); break;
    }
  }
  return out;
}

content::PackLibrary shipped_library() {
  auto library = content::PackLibrary::from(
      content::shipped_packs(), [](ByteView bytes) { return Hasher("pack").add(bytes).finish(); });
  if (!library) throw std::runtime_error(library.error().detail);
  return std::move(*library);
}

GroupStory::GroupStory(std::uint8_t seed)
    : group_(id_of<GroupId>(static_cast<std::uint8_t>(0x60 + seed))),
      site_(id_of<SiteId>(0x51)),
      one_(seed * 2U, StreamKind::main, stream_id(StreamKind::main, group_)),
      two_(seed * 2U + 1, StreamKind::main, stream_id(StreamKind::main, group_)),
      first_writer_(writer_id(key_of_author(seed * 2U))),
      second_writer_(writer_id(key_of_author(seed * 2U + 1))) {
  first = {planned_session_id(group_, 1, 0), kFirstDay};
  second = {planned_session_id(group_, 2, 0), kFirstDay + 7};
  third = {planned_session_id(group_, 3, 0), kFirstDay + 14};
  extra = {id_of<SessionId>(0xee), kFirstDay + 14};
  unopened = {id_of<SessionId>(0xdd), kFirstDay + 21};
  enrol(seed);
  tell_members();
  tell_first_session();
  tell_later_sessions();
  tell_check_ins();
  // Something that a newer version wrote.
  OpDraft unknown;
  unknown.kind = 999;
  unknown.op_class = static_cast<std::uint32_t>(OpClass::plan);
  unknown.body = "whatever it says";
  write(two_, unknown);
}

void GroupStory::enrol(std::uint8_t seed) {
  model::ProgrammeState programme;
  model::SiteState site;
  add_fact(programme.sites, model::Site{site_, "Mbale, \"east\"", "Africa/Kampala", {}});
  add_fact(site.groups, model::Group{group_,
                                     "=Upendo " + std::to_string(seed),
                                     {"who8", 1, id_of<Hash>(0x08)},
                                     kFirstDay,
                                     7,
                                     {}});
  add_fact(site.writers, model::EnrolledWriter{account(), key_of_author(seed * 2U), "blue laptop"});
  directory_ = policy::Directory({{id_of<ProgrammeId>(0x50), &programme}}, {{site_, &site}});
}

void GroupStory::tell_members() {
  for (int seat = 1; seat <= members; ++seat) {
    const CivilDate from = seat == 8 ? second.date : first.date;
    write(one_,
          model::make_member_admitted({member(seat), from, static_cast<std::uint32_t>(seat)}, {}));
  }
}

void GroupStory::tell_first_session() {
  write(one_, model::make_session_opened({first, 1, 0}));
  mark(one_, first, 1, Mark::present);
  mark(one_, first, 1, Mark::late, 5);  // corrected
  mark(one_, first, 2, Mark::late, 15);
  mark(two_, first, 3, Mark::absent_told, 0, "funeral");
  mark(two_, first, 4, Mark::left_early, 10);
  mark(one_, first, 5, Mark::absent_unknown);
  mark(one_, first, 7, Mark::present, 0, "", true);         // neither knows of the other:
  mark(two_, first, 7, Mark::absent_told, 0, "ill", true);  // in dispute
  mark(one_, first, 9, Mark::present, 0, "", true);         // the same twice:
  mark(two_, first, 9, Mark::present, 0, "", true);         // none
  write(one_, model::make_session_closed(first, {}));
  mark(two_, first, 6, Mark::excused, 0, "-illness");  // after closing
  write(two_, model::make_member_left({member(9), first.date, "moved away"}));
}

void GroupStory::tell_later_sessions() {
  write(two_, model::make_session_opened({second, 2, 0}));
  write_apart(one_, model::make_session_opened({second, 2, 0}));
  for (int seat = 1; seat <= 8; ++seat) mark(two_, second, seat, Mark::present);
  write(two_, model::make_session_closed(second, {}));
  write(two_, model::make_session_amended({second, "counted again"}));
  write(one_, model::make_session_opened({third, 3, 0}));
  mark(one_, third, 1, Mark::present);
  mark(one_, third, 9, Mark::present);  // left before, and came all the same
  write(two_, model::make_session_opened({extra, 0, 0}));
  mark(two_, extra, 2, Mark::excused, 0, "travel");
  mark(two_, unopened, 3, Mark::present);
}

void GroupStory::tell_check_ins() {
  check_in(one_, first, 1, "phq9", "000000000");
  check_in(one_, first, 2, "phq9", "1r21s0110");  // seven answers: prorated
  check_in(one_, first, 3, "phq9", "11111111n");  // item 9 not asked
  const CheckInId wrong = check_in(one_, first, 4, "phq9", "333333333");
  check_in(two_, first, 4, "phq9", "222222221", {wrong});
  const CheckInId mixed_up = check_in(one_, first, 5, "phq9", "333333330");
  write(two_, model::make_check_in_withdrawn({mixed_up, "another member's"}));
  check_in(one_, first, 6, "phq9", "111111110");
  check_in(two_, first, 6, "phq9", "122111110");  // nobody knows which is meant
  check_in(two_, first, 7, "phq9", "rrra11110");  // too few answers
  check_in(one_, second, 1, "mood10", "0");
  check_in(one_, second, 2, "mood10", "r");
  check_in(one_, second, 3, "phq9", "00000000", {}, 1);   // one answer short
  check_in(one_, second, 4, "phq9", "000000005", {}, 1);  // no such answer
  check_in(one_, second, 5, "phq9", "100000000", {}, 7);  // a version that the server hasn't
  check_in(one_, second, 6, "sleep5", "01r20");
  check_in(two_, unopened, 3, "mood10", "7");
}

void GroupStory::write(Author& author, OpDraft draft) {
  const model::Stored op = author.write(std::move(draft));
  (&author == &one_ ? two_ : one_).hear(op);
  ops_.push_back(op);
}

void GroupStory::write_apart(Author& author, OpDraft draft) {
  ops_.push_back(author.write(std::move(draft)));
}

void GroupStory::mark(Author& author, const model::SessionKey& session, int seat, Mark mark,
                      std::uint32_t minutes, std::string reason, bool apart) {
  const auto& known = std::get<model::MainState>(author.state());
  const model::AttendanceKey key{session, member(seat)};
  std::vector<OpRef> replaces;
  if (const auto found = known.attendance.find(key); found != known.attendance.end()) {
    replaces = found->second.refs(known.basics.replaced);
  }
  OpDraft draft =
      model::make_attendance_marked({key, mark, minutes, std::move(reason)}, std::move(replaces));
  apart ? write_apart(author, std::move(draft)) : write(author, std::move(draft));
}

CheckInId GroupStory::check_in(Author& author, const model::SessionKey& session, int seat,
                               std::string_view instrument, std::string_view answers,
                               std::vector<CheckInId> supersedes, std::uint32_t version) {
  model::CheckIn value;
  value.check_in = id_of<CheckInId>(++last_check_in_);
  value.session = session;
  value.member = member(seat);
  value.instrument = {std::string(instrument), version, id_of<Hash>(0x09)};
  value.answers = answers_of(answers);
  value.language = "sw";
  value.mode = seat == 1 ? model::AnswerMode::self : model::AnswerMode::interview;
  value.supersedes = std::move(supersedes);
  write(author, model::make_check_in_recorded(value));
  return value.check_in;
}

model::MainState GroupStory::state() const {
  model::MainState out;
  for (const model::Stored& op : ops_) model::apply_main(out, op.open());
  return out;
}

model::MainState GroupStory::state_in_order(const std::vector<std::size_t>& order) const {
  model::MainState out;
  for (const std::size_t i : order) model::apply_main(out, ops_.at(i).open());
  return out;
}

GroupContext GroupStory::context() const {
  auto out = group_context(directory_, group_);
  if (!out) throw std::runtime_error(out.error().detail);
  return *out;
}

}  // namespace baraza::server::test
