// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/course_year.h"

#include <array>

#include "shared/model/make.h"
#include "shared/op/derive.h"

namespace baraza::bench {
namespace {

constexpr std::size_t kMembers = 9;
constexpr CivilDate kFirstDay{20'000};
constexpr Instant kFirstInstant{std::int64_t{20'000} * 24 * 3'600'000};

// Writes one group's entries, until there are enough.
class Writing {
 public:
  Writing(std::size_t ops, const content::PackLibrary& packs, Random& random)
      : ops_(ops), packs_(packs), random_(random), group_(random.id<GroupId>()) {
    for (auto& signer : signers_) signer = KeySigner::generate(random);
    for (auto& member : members_) member = random.id<MemberId>();
  }

  std::vector<Entry> all() {
    for (std::size_t i = 0; i < kMembers; ++i) {
      add(model::make_member_admitted({members_[i], kFirstDay, static_cast<std::uint32_t>(i + 1)},
                                      {}));
    }
    for (std::uint32_t number = 1; !full(); ++number) session(number);
    return std::move(entries_);
  }

 private:
  bool full() const { return entries_.size() >= ops_; }

  // Null once there are enough.
  std::optional<OpRef> add(OpDraft draft) {
    if (full()) return std::nullopt;
    const std::size_t turn = entries_.size() % signers_.size();
    const KeySigner& signer = *signers_[turn];
    std::vector<OpDraft> drafts;
    drafts.push_back(std::move(draft));
    wall_ = wall_ + seconds(30);
    SignedRun run = sign_run(signer, stream_id(StreamKind::main, group_), std::move(drafts), wall_,
                             points_[turn], clock_, random_);
    Entry entry;
    entry.writer = writer_id(signer.public_key());
    entry.head = std::move(run.ops[0].head);
    entry.body = std::move(run.ops[0].body);
    entry.signature = run.signature;
    entry.received = wall_;
    entry.commit = entries_.size() + 1;
    entries_.push_back(std::move(entry));
    return OpRef{{entries_.back().writer, points_[turn].last_number}, points_[turn].last_hash};
  }

  void check_in(const model::SessionKey& session, const MemberId& member, const char* instrument) {
    const auto* pack = packs_.find_instrument(instrument, 1);
    if (pack == nullptr) return;
    model::CheckIn value;
    value.check_in = random_.id<CheckInId>();
    value.session = session;
    value.member = member;
    value.instrument = {pack->id, pack->version, pack->version_hash};
    // Everything but the risk item: a risk is told in another stream.
    for (std::size_t i = 0; i < pack->items.size(); ++i) {
      const bool last = i + 1 == pack->items.size();
      value.answers.push_back({model::AnswerState::answered,
                               last && pack->items.size() > 1
                                   ? 0U
                                   : static_cast<std::uint32_t>((entries_.size() + i) % 4)});
    }
    value.language = "en";
    add(model::make_check_in_recorded(value));
  }

  void session(std::uint32_t number) {
    const model::SessionKey key{planned_session_id(group_, number, 0),
                                kFirstDay + static_cast<int>(7 * (number - 1))};
    add(model::make_session_opened({key, number, 0}));
    for (std::size_t i = 0; i < kMembers; ++i) {
      const model::AttendanceKey seat{key, members_[i]};
      const auto first =
          add(model::make_attendance_marked({seat, model::Mark::present, 0, ""}, {}));
      if (first && (i + number) % kMembers == 0) {
        add(model::make_attendance_marked({seat, model::Mark::late, 10, "rain"}, {*first}));
      }
    }
    for (const MemberId& member : members_) {
      check_in(key, member, "phq9");
      check_in(key, member, "mood10");
    }
    add(model::make_session_closed(key, {}));
  }

  std::size_t ops_;
  const content::PackLibrary& packs_;
  Random& random_;
  GroupId group_;
  std::array<std::unique_ptr<KeySigner>, 2> signers_;
  std::array<WriterPoint, 2> points_;
  std::array<MemberId, kMembers> members_;
  AuthorClock clock_ = 0;
  Instant wall_ = kFirstInstant;
  std::vector<Entry> entries_;
};

}  // namespace

std::vector<Entry> course_year(std::size_t ops, const content::PackLibrary& packs, Random& random) {
  return Writing(ops, packs, random).all();
}

}  // namespace baraza::bench
