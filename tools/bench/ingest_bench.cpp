// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ctime>
#include <deque>

#include "server/core/founding.h"
#include "server/store/sqlite_log.h"
#include "shared/base/limits.h"
#include "shared/model/make.h"
#include "shared/op/derive.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"
#include "tools/bench/programme.h"
#include "tools/bench/samples.h"
#include "tools/bench/scratch_folder.h"

namespace baraza::bench {
namespace {

using server::ConnectionId;
using server::FrameBytes;

// Sockets that take everything at once. Keeps what it is asked to keep: the challenges of logins.
class TakingOutlet final : public server::Outlet {
 public:
  void send(ConnectionId connection, FrameBytes frame) override {
    ++frames;
    bytes += frame->size();
    if (keep) kept[connection].push_back(std::move(frame));
  }
  void close(ConnectionId connection) override { closed.push_back(connection); }
  void mark_authenticated(ConnectionId) override {}
  void publish_keys(std::shared_ptr<const sync::KeyTable> table) override {
    keys = std::move(table);
  }

  bool keep = true;
  std::map<ConnectionId, std::deque<FrameBytes>> kept;
  std::vector<ConnectionId> closed;
  std::shared_ptr<const sync::KeyTable> keys;
  std::size_t frames = 0;
  std::size_t bytes = 0;
};

// A logged-in laptop as the hub sees it, without a store.
struct Writer {
  ConnectionId connection = 0;
  std::unique_ptr<KeySigner> signer;
  StreamId stream;
  WriterPoint point;
  AuthorClock clock = 0;
};

class Ingest {
 public:
  Ingest(server::Hub& hub, TakingOutlet& outlet, Random& random)
      : hub_(hub), outlet_(outlet), random_(random) {}

  void settle() {
    while (hub_.end_batch()) {
    }
  }

  Result<Writer> log_in(ConnectionId connection, const GroupId& group, const Bytes& secret) {
    Writer writer{connection, KeySigner::generate(random_), stream_id(StreamKind::main, group), {}};
    const Bytes exporter = "exporter " + std::to_string(connection);
    hub_.on_open(connection, exporter);
    settle();
    if (outlet_.kept[connection].empty()) return fail(Code::internal, "no challenge came");
    const auto challenge = sync::decode(*outlet_.kept[connection].front());
    if (!challenge) return fail(challenge.error());
    const Bytes nonce = std::get<sync::Challenge>(*challenge).nonce;
    sync::Enrol enrol;
    enrol.secret = secret;
    enrol.public_key = writer.signer->public_key();
    enrol.proof = writer.signer->sign(
        sync::enrol_message(nonce, exporter, secret, writer.signer->public_key()));
    hear(connection, enrol, {});
    settle();
    sync::Hello hello;
    hello.writer = writer_id(writer.signer->public_key());
    hello.proof = writer.signer->sign(sync::hello_message(nonce, exporter, hello.writer));
    hear(connection, hello, {});
    settle();
    if (!outlet_.closed.empty()) return fail(Code::internal, "the hub turned a writer away");
    return writer;
  }

  // Marks as a client would push them, a run each.
  sync::Push push_of(Writer& writer, std::size_t runs, Instant wall) {
    sync::Push push{
        writer.stream, writer_id(writer.signer->public_key()), writer.point.last_number + 1, {}};
    for (std::size_t i = 0; i < runs; ++i) {
      const model::AttendanceKey key{{session_, CivilDate{20'000}}, random_.id<MemberId>()};
      std::vector<OpDraft> drafts;
      drafts.push_back(model::make_attendance_marked({key, model::Mark::present, 0, ""}, {}));
      push.runs.push_back(sign_run(*writer.signer, writer.stream, std::move(drafts), wall,
                                   writer.point, writer.clock, random_));
    }
    return push;
  }

  void hear(ConnectionId connection, const sync::Message& message,
            const std::vector<sync::SignatureState>& signatures) {
    hub_.on_message(connection, message, signatures, clock_.now());
  }

 private:
  server::Hub& hub_;
  TakingOutlet& outlet_;
  Random& random_;
  SystemClock clock_;
  SessionId session_ = random_.id<SessionId>();
};

}  // namespace

Result<Json> bench_ingest(const IngestOptions& options) {
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return fail(packs.error());
  const auto scratch = ScratchFolder::make(options.scratch);
  if (!scratch) return fail(scratch.error());
  SystemRandom random;
  const SystemClock clock;
  auto log = server::SqliteLog::open(scratch->path());
  if (!log) return fail(log.error());
  auto founded = server::found(**log, {random.id<AccountId>(), administrator, "Neema"}, random);
  if (!founded) return fail(founded.error());
  const auto server_writer = KeySigner::generate(random);
  const auto programme_key = KeySigner::generate(random);
  TakingOutlet outlet;
  auto hub = server::Hub::open(**log, outlet, *server_writer, random);
  if (!hub) return fail(hub.error());
  const auto programme =
      stage_programme(**hub, {options.writers, 1, CivilDate{20'000}}, *programme_key,
                      server_writer->public_key(), *packs, clock.now(), random);
  if (!programme) return fail(programme.error());

  Ingest ingest(**hub, outlet, random);
  std::vector<Writer> writers;
  for (std::size_t i = 0; i < programme->groups.size(); ++i) {
    auto writer = ingest.log_in(i + 1, programme->groups[i], programme->secrets[i][0]);
    if (!writer) return fail(writer.error());
    writers.push_back(std::move(*writer));
  }
  outlet.keep = false;
  outlet.kept.clear();
  outlet.frames = 0;
  outlet.bytes = 0;

  const auto share = static_cast<std::size_t>(options.ops_per_commit / options.writers);
  const CommitNumber commits_before = (*hub)->ledger().commit_number();
  Samples commits;
  double checking_ms = 0;
  double storing_ms = 0;
  double storing_processor_ms = 0;
  std::size_t ops = 0;
  while (ops < static_cast<std::size_t>(options.ops)) {
    // What laptops and network threads do on other processors isn't the store thread's time.
    std::vector<sync::Push> pushes;
    std::vector<std::vector<sync::SignatureState>> signatures;
    for (Writer& writer : writers) {
      pushes.push_back(ingest.push_of(writer, share, clock.now().wall));
    }
    const SteadyTime began = steady_now();
    for (const sync::Push& push : pushes) {
      signatures.push_back(sync::check_signatures(push, *outlet.keys));
    }
    const std::clock_t processor_before = std::clock();
    const SteadyTime checked = steady_now();
    for (std::size_t i = 0; i < writers.size(); ++i) {
      ingest.hear(writers[i].connection, pushes[i], signatures[i]);
    }
    ingest.settle();
    const double took_ms = ms_between(checked, steady_now());
    checking_ms += ms_between(began, checked);
    storing_ms += took_ms;
    storing_processor_ms +=
        1000.0 * static_cast<double>(std::clock() - processor_before) / CLOCKS_PER_SEC;
    commits.add(took_ms);
    ops += share * writers.size();
    for (const Writer& writer : writers) (*hub)->on_queued(writer.connection, 0);
  }
  // Durable means in the log: ask the log, not the hub.
  std::size_t durable = 0;
  for (const Writer& writer : writers) {
    const auto point = (*log)->writer_point(writer.stream, writer_id(writer.signer->public_key()));
    if (!point) return fail(point.error());
    durable += point->last_number;
  }
  if (durable != ops || !outlet.closed.empty()) {
    return fail(Code::internal,
                std::to_string(durable) + " of " + std::to_string(ops) + " ops are in the log");
  }
  const auto a_second = [&](double ms) {
    return static_cast<std::int64_t>(static_cast<double>(ops) / ms * 1000);
  };
  return Json{{"ops", ops},
              {"writers", options.writers},
              {"ops_per_commit", share * writers.size()},
              {"commits", (*hub)->ledger().commit_number() - commits_before},
              {"batch", commits.json()},
              {"frames_handed_out", outlet.frames},
              {"durable_ops_per_s", a_second(storing_ms)},
              {"ops_per_processor_s", a_second(storing_processor_ms)},
              {"processor_share", storing_processor_ms / storing_ms},
              {"signature_checks_per_s", a_second(checking_ms)}};
}

}  // namespace baraza::bench
