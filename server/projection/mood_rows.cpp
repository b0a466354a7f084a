// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/projection/group_rows.h"
#include "server/projection/session_view.h"
#include "shared/rules/mean.h"

namespace baraza::server {
namespace {

// Which check-ins are what.
class Statuses {
 public:
  explicit Statuses(const model::MainState& main) {
    for (const auto& [ref, write] : main.withdrawals) withdrawn_.insert(write.value.check_in);
    std::vector<const model::CheckIn*> current;
    for (const auto* write : model::current_check_ins(main)) {
      current.push_back(&write->value);
      current_.insert(write->ref);
    }
    conflicted_ = rules::conflicted_check_ins(current);
  }

  CheckInStatus of(const model::Write<model::CheckIn>& write) const {
    if (withdrawn_.contains(write.value.check_in)) return CheckInStatus::withdrawn;
    if (!current_.contains(write.ref)) return CheckInStatus::superseded;
    if (conflicted_.contains(write.value.check_in)) return CheckInStatus::duplicate;
    return CheckInStatus::current;
  }

 private:
  std::set<CheckInId> withdrawn_;
  std::set<OpRef> current_;
  std::set<CheckInId> conflicted_;
};

}  // namespace

std::string_view check_in_status_name(CheckInStatus status) {
  switch (status) {
    case CheckInStatus::current: return "current";
    case CheckInStatus::superseded: return "superseded";
    case CheckInStatus::withdrawn: return "withdrawn";
    case CheckInStatus::duplicate: return "duplicate";
  }
  return "unknown";
}

std::vector<MoodRow> mood_rows(const GroupContext& context, const model::MainState& main,
                               const content::PackLibrary& packs) {
  const Statuses statuses(main);
  std::vector<const model::Write<model::CheckIn>*> writes;
  for (const auto& [ref, write] : main.check_ins) writes.push_back(&write);
  // Author order first; the sort below keeps it between equal rows.
  std::sort(writes.begin(), writes.end(),
            [](const auto* a, const auto* b) { return a->order() < b->order(); });
  std::vector<MoodRow> out;
  for (const auto* write : writes) {
    MoodRow row;
    row.group = context.group;
    row.session = session_columns(main, write->value.session);
    row.seat = seat_of(main, write->value.member);
    row.check_in = write->value;
    row.status = statuses.of(*write);
    const model::PackRef& instrument = write->value.instrument;
    row.instrument = packs.find_instrument(instrument.id, instrument.version);
    if (row.instrument != nullptr) row.score = rules::score(*row.instrument, row.check_in.answers);
    row.recorded_by = author_of(context, write->ref.id.writer);
    row.clock = write->clock;
    row.recorded_clock_time = write->wall;
    row.entries_by_newer_version = main.basics.from_newer;
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), [](const MoodRow& a, const MoodRow& b) {
    return row_order(a.session, a.seat, a.check_in.member) <
           row_order(b.session, b.seat, b.check_in.member);
  });
  return out;
}

}  // namespace baraza::server
