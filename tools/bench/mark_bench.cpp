// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "client/core/views/group_view.h"
#include "server/app/server.h"
#include "shared/op/derive.h"
#include "shared/system/zone.h"
#include "tools/bench/laptop.h"
#include "tools/bench/programme.h"
#include "tools/bench/samples.h"
#include "tools/bench/scratch_folder.h"

namespace baraza::bench {
namespace {

constexpr int kMembers = 9;

// The laptop that waits for marks, on a thread of its own as it has a processor of its own in the
// field. Notes when each op of the author came to be in its store.
class Receiver {
 public:
  struct Arrival {
    SteadyTime at;
    CommitNumber commit = 0;  // of the server
  };

  Receiver(Laptop& laptop, const StreamId& stream, const WriterId& author,
           std::function<void()> arrived)
      : laptop_(laptop), stream_(stream), author_(author), arrived_(std::move(arrived)) {
    thread_ = std::thread([this] { run(); });
  }
  ~Receiver() {
    stopping_ = true;
    laptop_.runtime().nudge();
    thread_.join();
  }

  // When the replica first showed this op of the author, which it does after the commit on disk.
  std::optional<Arrival> arrival_of(OpNumber number) {
    const std::lock_guard lock(mutex_);
    const auto found = arrivals_.find(number);
    if (found == arrivals_.end()) return std::nullopt;
    return found->second;
  }

 private:
  void run() {
    while (!stopping_) {
      laptop_.runtime().step(seconds(1));
      const SteadyTime now = steady_now();
      const auto* stream = laptop_.client().replica().find(stream_);
      if (stream == nullptr || stream->entries.size() == seen_) continue;
      for (; seen_ < stream->entries.size(); ++seen_) {
        const Entry& entry = stream->entries[seen_];
        const auto op = open_entry(entry);
        if (!op || entry.writer != author_) continue;
        const std::lock_guard lock(mutex_);
        arrivals_[op->head.number] = {now, entry.commit};
      }
      arrived_();
    }
  }

  Laptop& laptop_;
  StreamId stream_;
  WriterId author_;
  std::function<void()> arrived_;
  std::atomic<bool> stopping_ = false;
  std::size_t seen_ = 0;  // entries that run() has looked at
  std::mutex mutex_;
  std::map<OpNumber, Arrival> arrivals_;
  std::thread thread_;  // last: it uses everything above
};

}  // namespace

Result<Json> bench_mark(const MarkOptions& options) {
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return fail(packs.error());
  const auto scratch = ScratchFolder::make(options.scratch);
  if (!scratch) return fail(scratch.error());
  const auto today = civil_date(SystemClock().now().wall, "Africa/Kampala");
  if (!today) return fail(today.error());

  const auto folder = scratch->path() / "server";
  const auto programme = make_folder(folder, {1, 2, *today}, *packs);
  if (!programme) return fail(programme.error());
  const GroupId group = programme->groups[0];
  server::Journal journal;
  auto server = server::Server::start({folder.string(), "127.0.0.1", 0}, journal);
  if (!server) return fail(server.error());

  std::vector<std::unique_ptr<Laptop>> laptops;
  for (const Bytes& secret : programme->secrets[0]) {
    const auto code = code_for(folder, (*server)->port(), secret);
    if (!code) return fail(code.error());
    auto laptop =
        Laptop::open(scratch->path() / ("laptop-" + std::to_string(laptops.size())), *packs);
    if (!laptop) return fail(laptop.error());
    if (auto joined = (*laptop)->join(*code, group); !joined) return fail(joined.error());
    laptops.push_back(std::move(*laptop));
  }
  Laptop& author = *laptops[0];
  Laptop& other = *laptops[1];
  const StreamId stream = stream_id(StreamKind::main, group);
  for (int i = 0; i < kMembers; ++i) {
    client::AddMember member;
    member.group = group;
    member.name = "Member " + std::to_string(i + 1);
    member.from = *today;
    if (auto done = author.act(member); !done) return fail(done.error());
  }
  if (auto done = author.act(client::OpenTodaySession{group, *today}); !done) {
    return fail(done.error());
  }
  const auto stream_of = [&](Laptop& laptop) { return laptop.client().replica().find(stream); };
  auto ready = author.step_until(
      [&] { return stream_of(author)->own_through == stream_of(author)->own.last_number; },
      "the group is at the server and back");
  if (!ready) return fail(ready.error());
  ready = other.step_until(
      [&] {
        const auto* held = stream_of(other);
        return held != nullptr && held->record.position == stream_of(author)->record.position;
      },
      "both laptops hold the same");
  if (!ready) return fail(ready.error());
  const auto view = client::group_view(author.client().replica(), group);
  if (!view || view->members.size() != kMembers || view->sessions.empty()) {
    return fail(Code::internal, "the group isn't as it was made");
  }
  const model::SessionKey session = view->sessions.back().key;

  Samples saved;
  Samples arrived;
  Samples returned;
  std::set<CommitNumber> commits;
  {
    Receiver receiver(other, stream, author.client().replica().writer(),
                      [&] { author.runtime().nudge(); });
    const int all = options.warm_up + options.count;
    for (int i = 0; i < all; ++i) {
      // Each round gives every member another mark than the one that stands.
      constexpr std::array marks{model::Mark::present, model::Mark::absent_told,
                                 model::Mark::excused};
      client::MarkAttendance mark;
      mark.group = group;
      mark.key = {session, view->members[static_cast<std::size_t>(i % kMembers)].member};
      mark.mark = marks[static_cast<std::size_t>(i / kMembers) % marks.size()];
      std::optional<SteadyTime> on_disk;
      std::optional<SteadyTime> back;
      author.on_effect = [&](const client::Effect& effect) {
        if (std::holds_alternative<client::effect::Saved>(effect)) on_disk = steady_now();
      };
      const SteadyTime entered = steady_now();
      const auto act = author.client().act(mark, author.runtime().now());
      if (!act) return fail(act.error());
      const OpNumber number = stream_of(author)->own.last_number;
      const auto there = author.step_until(
          [&] {
            if (!back && stream_of(author)->own_through >= number) back = steady_now();
            return on_disk && back && receiver.arrival_of(number);
          },
          "mark " + std::to_string(i + 1) + " in the other laptop's store");
      author.on_effect = [](const client::Effect&) {};
      if (!there) return fail(there.error());
      if (i < options.warm_up) continue;
      const auto arrival = *receiver.arrival_of(number);
      saved.add(ms_between(entered, *on_disk));
      arrived.add(ms_between(entered, arrival.at));
      returned.add(ms_between(entered, *back));
      commits.insert(arrival.commit);
    }
  }
  return Json{{"marks", options.count},
              {"warm_up_marks", options.warm_up},
              {"entry_to_own_disk", saved.json()},
              {"entry_to_other_store", arrived.json()},
              {"entry_to_own_store_as_committed", returned.json()},
              {"server_commits", commits.size()}};
}

}  // namespace baraza::bench
