// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/projection/group_rows.h"
#include "tests/shared/model/author.h"

// One group as two laptops wrote it, with everything that goes wrong in a year. Told through
// model::make_*, signed, opened again and folded, like anything else.
namespace baraza::server::test {

template <class Id>
Id id_of(std::uint8_t n) {
  Id out;
  out.bytes.fill(n);
  return out;
}

// Digits are answers; r refused, n not asked, a not applicable, s skipped.
std::vector<model::Answer> answers_of(std::string_view text);

// The packs that come with Baraza.
content::PackLibrary shipped_library();

class GroupStory {
 public:
  static constexpr int members = 9;

  // Ids, names and words differ by `seed`; what happens doesn't.
  explicit GroupStory(std::uint8_t seed = 1);
  GroupStory(const GroupStory&) = delete;
  GroupStory& operator=(const GroupStory&) = delete;

  // Session 1 to 3 of the plan; `extra` outside it; `unopened`, of which only marks and a check-in
  // ever came.
  model::SessionKey first, second, third, extra, unopened;
  // Seats from 1. 8 came at the second session, 9 left after the first, 7 is in dispute there.
  static MemberId member(int seat) { return id_of<MemberId>(static_cast<std::uint8_t>(seat)); }

  // Hears all ops in the order in which they were written, or in another.
  model::MainState state() const;
  model::MainState state_in_order(const std::vector<std::size_t>& order) const;
  std::size_t op_count() const { return ops_.size(); }

  // The directory knows the first laptop's writer as account(), not the second's. Lives as long as
  // this.
  GroupContext context() const;
  static AccountId account() { return id_of<AccountId>(0xac); }

  const WriterId& first_writer() const { return first_writer_; }
  const WriterId& second_writer() const { return second_writer_; }

 private:
  using Author = model::Author;

  void tell_members();
  void tell_first_session();
  void tell_later_sessions();
  void tell_check_ins();
  void enrol(std::uint8_t seed);

  // One writes and the other hears it, unless it has no network.
  void write(Author& author, OpDraft draft);
  void write_apart(Author& author, OpDraft draft);
  void mark(Author& author, const model::SessionKey& session, int seat, model::Mark mark,
            std::uint32_t minutes = 0, std::string reason = "", bool apart = false);
  CheckInId check_in(Author& author, const model::SessionKey& session, int seat,
                     std::string_view instrument, std::string_view answers,
                     std::vector<CheckInId> supersedes = {}, std::uint32_t version = 1);

  GroupId group_;
  SiteId site_;
  Author one_, two_;
  WriterId first_writer_, second_writer_;
  std::vector<model::Stored> ops_;
  std::uint8_t last_check_in_ = 0;
  policy::Directory directory_;
};

}  // namespace baraza::server::test
