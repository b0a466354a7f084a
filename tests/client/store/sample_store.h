// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <random>

#include "client/core/store_port.h"
#include "shared/op/derive.h"
#include "shared/op/run.h"

namespace baraza::client {

// Random bytes by a seed, so that a failing run can be run again.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(engine_());
  }
  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

 private:
  std::mt19937_64 engine_;
};

// Makes the commits of one laptop as its core would, and keeps what the store must then hold. A
// copy is what it must hold if a commit came through.
class SampleLaptop {
 public:
  SampleLaptop(ByteView key_seed, Random& random)
      : random_(&random),
        signer_(std::make_shared<KeySigner>(key_seed)),
        other_(std::make_shared<KeySigner>(random.bytes(KeySigner::seed_bytes))) {
    expected_.key_seed = key_seed;
  }

  const Loaded& expected() const { return expected_; }

  static StreamRecord record(std::uint8_t name, StreamKind kind = StreamKind::main) {
    StreamRecord out;
    out.owner.bytes[0] = name;
    out.kind = kind;
    out.stream = stream_id(kind, out.owner);
    out.chain_hash = stream_chain_start(out.stream);
    return out;
  }

  bool waits(const StreamRecord& record) const {
    return std::any_of(expected_.streams.begin(), expected_.streams.end(), [&](const auto& stream) {
      return stream.record.stream == record.stream && !stream.pending.empty();
    });
  }

  // One run of `ops` in each of the streams, as one act.
  LocalCommit write(const std::vector<StreamRecord>& streams, int ops, const std::string& words) {
    LocalCommit out;
    for (const StreamRecord& record : streams) {
      Loaded::Stream& stream = expected_stream(record);
      WriterPoint& point = expected_.own[record.stream];
      const OpNumber first = point.last_number + 1;
      std::vector<OpDraft> drafts(static_cast<std::size_t>(ops));
      for (OpDraft& draft : drafts) {
        draft.kind = 1;
        draft.op_class = 1;
        draft.body = words;
      }
      sync::PendingRun run{first, 0, {}};
      run.run = sign_run(*signer_, record.stream, drafts, Instant{1}, point, clock_, *random_);
      run.last = point.last_number;
      stream.pending.push_back(run);
      out.runs.push_back({record.stream, record.kind, record.owner, run});
    }
    return out;
  }

  // Somebody else's ops arrive.
  RemoteCommit hear(const StreamRecord& record, int ops, const std::string& words) {
    Loaded::Stream& stream = expected_stream(record);
    std::vector<OpDraft> drafts(static_cast<std::size_t>(ops));
    for (OpDraft& draft : drafts) draft.body = words;
    const SignedRun run = sign_run(*other_, record.stream, drafts, Instant{1},
                                   other_points_[record.stream], clock_, *random_);
    return enter(stream, writer_id(other_->public_key()), {run}, 0);
  }

  // Own ops come back entered: the first `runs` of those waiting in the stream.
  RemoteCommit hear_own(const StreamRecord& record, std::size_t runs) {
    Loaded::Stream& stream = expected_stream(record);
    std::vector<SignedRun> entered;
    OpNumber through = 0;
    for (; runs > 0 && !stream.pending.empty(); --runs) {
      through = stream.pending.front().last;
      entered.push_back(stream.pending.front().run);
      stream.pending.erase(stream.pending.begin());
    }
    RemoteCommit out = enter(stream, writer_id(signer_->public_key()), entered, through);
    out.may_be_late = through != 0;
    return out;
  }

  // The server has the first waiting run of a stream that isn't read here, and refuses its first
  // op.
  ResolvedCommit resolve(const StreamRecord& record) {
    Loaded::Stream& stream = expected_stream(record);
    ResolvedCommit out{record.stream, 0, {}};
    if (stream.pending.empty()) return out;
    const sync::PendingRun run = stream.pending.front();
    stream.pending.erase(stream.pending.begin());
    out.through = run.last;
    out.refusals = {{run.first, Code::not_allowed}};
    expected_.tray.push_back(
        {record.stream, record.kind, run.first, Code::not_allowed, run.run.ops.front()});
    // Alarms that were taken stay with their author: nothing of them comes back.
    for (std::size_t i = 1; i < run.run.ops.size() && record.kind == StreamKind::alarm; ++i) {
      expected_.tray.push_back(
          {record.stream, record.kind, run.first + i, Code::none, run.run.ops[i]});
    }
    return out;
  }

  // Something is begun, changed or, without words, given up.
  DraftCommit keep(const std::string& key, const std::string& words) {
    expect(key, words);
    return {{key, words}};
  }
  // An act that makes an entry of one draft and leaves another behind.
  LocalCommit finish(const StreamRecord& stream, const std::string& done, const std::string& left,
                     const std::string& words) {
    LocalCommit out = write({stream}, 1, words);
    out.drafts = {{done, {}}, {left, words}};
    expect(done, {});
    expect(left, words);
    return out;
  }

  FrozenCommit freeze() {
    expected_.frozen = true;
    return {};
  }

  NextKeyCommit keep_next_key() {
    expected_.next_key = NextKey{random_->bytes(KeySigner::seed_bytes), random_->bytes(10)};
    return {expected_.next_key};
  }

  // Enrolled anew by the next key, after keep_next_key(): everything that waits is signed again.
  RenewalCommit renew() {
    RenewalCommit out;
    out.retired.writer = writer_id(signer_->public_key());
    expected_.key_seed = expected_.next_key->seed;
    expected_.next_key.reset();
    expected_.frozen = false;
    signer_ = std::make_shared<KeySigner>(expected_.key_seed);
    expected_.own.clear();
    for (Loaded::Stream& stream : expected_.streams) {
      out.retired.through[stream.record.stream] = 7;
      const std::vector<sync::PendingRun> waited = std::exchange(stream.pending, {});
      for (const sync::PendingRun& run : waited) {
        WriterPoint& point = expected_.own[stream.record.stream];
        sync::PendingRun again{point.last_number + 1, 0, {}};
        std::vector<OpDraft> drafts(run.run.ops.size());
        for (std::size_t i = 0; i < drafts.size(); ++i) {
          drafts[i].body = run.run.ops[i].body.substr(salt_bytes);
        }
        again.run =
            sign_run(*signer_, stream.record.stream, drafts, Instant{1}, point, clock_, *random_);
        again.last = point.last_number;
        stream.pending.push_back(again);
        out.runs.push_back({stream.record.stream, stream.record.kind, stream.record.owner, again});
      }
    }
    for (TrayItem& item : expected_.tray) {
      if (item.writer.is_zero()) item.writer = out.retired.writer;
    }
    out.identity = enrol("Amina, anew").identity;
    expected_.retired.push_back(out.retired);
    return out;
  }

  IdentityCommit enrol(const std::string& name) {
    Identity identity;
    identity.host = "server.example";
    identity.port = 4433;
    identity.pin = random_->bytes(16);
    identity.account = random_->id<AccountId>();
    identity.programme = random_->id<ProgrammeId>();
    identity.name = name;
    identity.label = "laptop of " + name;
    expected_.identity = identity;
    return {identity};
  }

  RecordsCommit set_reads(StreamRecord record, bool reads) {
    Loaded::Stream& stream = expected_stream(record);
    stream.record.reads = reads;
    record.reads = reads;
    return {{record}};
  }

 private:
  void expect(const std::string& key, const std::string& words) {
    if (words.empty()) {
      expected_.drafts.erase(key);
    } else {
      expected_.drafts[key] = words;
    }
  }
  Loaded::Stream& expected_stream(const StreamRecord& record) {
    for (Loaded::Stream& stream : expected_.streams) {
      if (stream.record.stream == record.stream) return stream;
    }
    expected_.streams.push_back({record, {}, {}});
    return expected_.streams.back();
  }

  RemoteCommit enter(Loaded::Stream& stream, const WriterId& writer,
                     const std::vector<SignedRun>& runs, OpNumber own_through) {
    RemoteCommit out;
    out.first = stream.record.position + 1;
    for (const SignedRun& run : runs) {
      for (const RawOp& op : run.ops) {
        std::optional<Signature> signature;
        if (&op == &run.ops.back()) signature = run.signature;
        stream.entries.push_back({writer, op.head, signature, op.body, Verdict::accepted,
                                  Code::none, false, Instant{2}, ++commit_});
        const Entry& entry = stream.entries.back();
        stream.record.chain_hash = stream_chain_next(stream.record.chain_hash, entry);
        ++stream.record.position;
        out.entries.push_back(entry);
      }
    }
    stream.record.epoch.bytes[0] = 7;
    out.after = stream.record;
    out.own_through = own_through;
    return out;
  }

  Random* random_;
  std::shared_ptr<const KeySigner> signer_;
  std::shared_ptr<const KeySigner> other_;
  std::map<StreamId, WriterPoint> other_points_;
  AuthorClock clock_ = 0;
  CommitNumber commit_ = 0;
  Loaded expected_;
};

// Empty if both are the same; else what differs. The order of streams and tray is the store's own.
inline std::string difference(const Loaded& a, const Loaded& b) {
  const auto sorted = [](const Loaded& loaded) {
    std::map<StreamId, const Loaded::Stream*> out;
    for (const Loaded::Stream& stream : loaded.streams) out[stream.record.stream] = &stream;
    return out;
  };
  const auto refused = [](const Loaded& loaded) {
    std::map<std::tuple<StreamId, WriterId, OpNumber>, TrayItem> out;
    for (const TrayItem& item : loaded.tray) out[{item.stream, item.writer, item.number}] = item;
    return out;
  };
  if (a.key_seed != b.key_seed) return "key seed";
  if (a.frozen != b.frozen) return "frozen";
  if (a.next_key.has_value() != b.next_key.has_value() ||
      (a.next_key &&
       (a.next_key->seed != b.next_key->seed || a.next_key->secret != b.next_key->secret))) {
    return "next key";
  }
  const auto same_retired = [](const RetiredWriter& p, const RetiredWriter& q) {
    return p.writer == q.writer && p.through == q.through;
  };
  if (!std::equal(a.retired.begin(), a.retired.end(), b.retired.begin(), b.retired.end(),
                  same_retired)) {
    return "retired writers";
  }
  if (a.identity.has_value() != b.identity.has_value()) return "identity";
  if (a.identity &&
      (a.identity->name != b.identity->name || a.identity->pin != b.identity->pin ||
       a.identity->host != b.identity->host || a.identity->port != b.identity->port ||
       a.identity->account != b.identity->account ||
       a.identity->programme != b.identity->programme || a.identity->label != b.identity->label)) {
    return "identity";
  }
  const auto left = sorted(a);
  const auto right = sorted(b);
  if (left.size() != right.size()) return "number of streams";
  for (const auto& [id, one] : left) {
    const auto at = right.find(id);
    if (at == right.end()) return "streams";
    const Loaded::Stream& other = *at->second;
    const StreamRecord& r = one->record;
    const StreamRecord& s = other.record;
    if (r.kind != s.kind || r.owner != s.owner || r.epoch != s.epoch || r.reads != s.reads) {
      return "stream record";
    }
    if (r.position != s.position || r.chain_hash != s.chain_hash) return "cursor";
    if (one->entries != other.entries) return "entries";
    const bool same_pending =
        std::equal(one->pending.begin(), one->pending.end(), other.pending.begin(),
                   other.pending.end(), [](const auto& p, const auto& q) {
                     return p.first == q.first && p.last == q.last && p.run == q.run;
                   });
    if (!same_pending) return "pending runs";
  }
  const auto same_point = [](const auto& p, const auto& q) {
    return p.first == q.first && p.second.last_number == q.second.last_number &&
           p.second.last_hash == q.second.last_hash;
  };
  if (!std::equal(a.own.begin(), a.own.end(), b.own.begin(), b.own.end(), same_point)) {
    return "own points";
  }
  if (a.drafts != b.drafts) return "drafts";
  const auto same_item = [](const auto& p, const auto& q) {
    return p.first == q.first && p.second.kind == q.second.kind && p.second.code == q.second.code &&
           p.second.op == q.second.op;
  };
  const auto mine = refused(a);
  const auto theirs = refused(b);
  if (!std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end(), same_item)) return "tray";
  return {};
}

}  // namespace baraza::client
