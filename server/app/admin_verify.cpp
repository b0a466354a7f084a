// SPDX-License-Identifier: Apache-2.0
// Recomputes the whole log and says what each stream comes to.
#include <algorithm>
#include <set>

#include "baraza/v1/admin.pb.h"
#include "server/app/admin_answers.h"
#include "server/app/admin_executor.h"
#include "server/app/directory_reading.h"
#include "server/app/stream_verifier.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

using Points = std::map<StreamId, std::set<Position>>;

Result<Points> points_of(const v1::Verify& command) {
  Points out;
  for (const auto& point : command.points()) {
    const auto stream = StreamId::from(point.stream());
    if (!stream) return fail(Code::invalid_argument, "a point without its stream");
    out[*stream].insert(point.position());
  }
  return out;
}

Result<void> answer_stream(AdminSink& sink, const StreamInfo& info, const StreamAt& at, bool end) {
  v1::AdminAnswer answer;
  auto& check = *answer.mutable_stream();
  check.set_stream(Bytes(info.stream.view()));
  check.set_kind(static_cast<std::uint32_t>(info.kind));
  check.set_owner(Bytes(info.owner.view()));
  check.set_position(at.position);
  check.set_chain_hash(Bytes(at.chain_hash.view()));
  check.set_state_digest(Bytes(at.state_digest.view()));
  check.set_fold_version(model::fold_version);
  check.set_end(end);
  return sink.answer(answer);
}

// Held ops are kept whole beside the log: each must be the one that its entry names.
Result<void> check_held(const StreamVerifier& verifier, const StreamId& stream,
                        const std::vector<HeldOp>& held, const policy::Directory& directory) {
  for (const auto& [id, hashes] : verifier.held()) {
    const model::HoldKey key{stream, id.writer, id.number};
    const auto at =
        std::find_if(held.begin(), held.end(), [&](const HeldOp& each) { return each.key == key; });
    const std::string name = "held op " + std::to_string(id.number) + " of " + to_hex(id.writer);
    if (at == held.end()) {
      return fail(verifier.fault(verifier.position(), name + " isn't kept any more"));
    }
    const auto* writer = directory.writer(id.writer);
    const bool vouched =
        !at->signature ||
        (writer != nullptr &&
         verify_signature(writer->key, run_message(id.writer, stream, hashes.op), *at->signature));
    if (hash_of_head(at->op.head) != hashes.op || !vouched) {
      return fail(verifier.fault(verifier.position(),
                                 "the head or signature kept of " + name + " is damaged"));
    }
    if (digest_of_body(at->op.body) != hashes.body_digest) {
      return fail(verifier.fault(verifier.position(), "the body of " + name + " is damaged"));
    }
    if (at->settled != (directory.settlement(key) != nullptr)) {
      return fail(verifier.fault(verifier.position(), name + " is settled in one place only"));
    }
  }
  return {};
}

Error fault_of(StreamKind kind, const StreamId& stream, const AnyId& owner, std::string_view what) {
  return {Code::verification_failed, std::string(stream_kind_name(kind)) + " stream " +
                                         to_hex(stream) + " (of " + to_hex(owner) +
                                         "): " + std::string(what)};
}

class LogVerification {
 public:
  LogVerification(LogReader& reader, AdminSink& sink, const DirectorySnapshot& snapshot)
      : reader_(reader), sink_(sink), snapshot_(snapshot) {}

  Result<void> load() {
    auto held = reader_.all_held();
    if (!held) return fail(held.error());
    held_ = std::move(*held);
    const auto commit = reader_.commit_number();
    if (!commit) return fail(commit.error());
    commit_ = *commit;
    return {};
  }

  Result<void> note(Error why) {
    why.code = Code::verification_failed;
    if (!first_fault_) first_fault_ = why;
    return answer_words(sink_, why.detail);
  }

  // A stream that is gone with all its entries leaves no gap: the directory says which there are.
  Result<void> check_all_there(const std::vector<StreamInfo>& streams) {
    std::map<StreamId, std::pair<StreamKind, AnyId>> wanted;
    const auto want = [&](StreamKind kind, const AnyId& owner) {
      wanted[stream_id(kind, owner)] = {kind, owner};
    };
    for (const auto& [id, programme] : snapshot_.directory.programmes()) {
      want(StreamKind::programme, id_cast<AnyId>(id));
    }
    for (const auto& [id, site] : snapshot_.directory.sites()) {
      for (const StreamKind kind : site_stream_kinds) want(kind, id_cast<AnyId>(id));
      want(StreamKind::programme, id_cast<AnyId>(site.programme));
    }
    for (const auto& [id, group] : snapshot_.directory.groups()) {
      for (const StreamKind kind : group_stream_kinds) want(kind, id_cast<AnyId>(id));
    }
    std::map<StreamId, std::pair<StreamKind, AnyId>> gone = wanted;
    for (const StreamInfo& info : streams) {
      gone.erase(info.stream);
      if (wanted.contains(info.stream)) continue;
      auto told = note(fault_of(info.kind, info.stream, info.owner,
                                "the directory knows no such owner; what opened it is gone"));
      if (!told) return told;
    }
    for (const auto& [stream, what] : gone) {
      auto told = note(fault_of(what.first, stream, what.second, "the whole stream is gone"));
      if (!told) return told;
    }
    return {};
  }

  // Duplicates are told by where a writer stands: it must be where its entries end, no row more.
  Result<void> check_points() {
    const auto stored = reader_.writer_points();
    if (!stored) return note(stored.error());
    std::map<std::pair<StreamId, WriterId>, WriterPoint> rest = computed_points_;
    for (const StoredPoint& row : *stored) {
      const auto at = rest.find({row.stream, row.writer});
      if (at != rest.end() && at->second == row.point) {
        rest.erase(at);
        continue;
      }
      if (faulty_.contains(row.stream)) continue;  // its entries couldn't be followed to their end
      auto told =
          note({Code::verification_failed,
                "stream " + to_hex(row.stream) + ": writer " + to_hex(row.writer) +
                    " stands at op " + std::to_string(row.point.last_number) + " beside the log, " +
                    (at == rest.end() ? "and has no entry in it"
                                      : "and at op " + std::to_string(at->second.last_number) +
                                            ", or at another one of that number, in it")});
      if (!told) return told;
      if (at != rest.end()) rest.erase(at);
    }
    for (const auto& [place, point] : rest) {
      if (faulty_.contains(place.first)) continue;
      auto told =
          note({Code::verification_failed,
                "stream " + to_hex(place.first) + ": nothing says that writer " +
                    to_hex(place.second) + " stands at op " + std::to_string(point.last_number)});
      if (!told) return told;
    }
    return {};
  }

  // Whom an enrolment code is for, and whose laptop used it, stand in the directory.
  Result<void> check_codes() {
    const auto codes = reader_.codes();
    if (!codes) return note(codes.error());
    for (const EnrolCode& code : *codes) {
      if (snapshot_.directory.account(code.account) == nullptr) {
        auto told = note({Code::verification_failed, "an enrolment code is for account " +
                                                         to_hex(code.account) +
                                                         ", which the directory doesn't know"});
        if (!told) return told;
      }
      if (!code.used_by || snapshot_.directory.writer(writer_id(*code.used_by)) != nullptr)
        continue;
      auto told = note({Code::verification_failed, "an enrolment code was used by laptop " +
                                                       to_hex(writer_id(*code.used_by)) +
                                                       ", which the directory doesn't know"});
      if (!told) return told;
    }
    return {};
  }

  // One stream's fault ends that stream, not the verification.
  Result<void> check(const StreamInfo& info, const std::set<Position>& points) {
    StreamVerifier verifier(info.stream, info.kind, info.owner, snapshot_.directory);
    std::optional<Error> answer_failed;
    auto done = go_through(info, points, verifier, answer_failed);
    if (answer_failed) return fail(*answer_failed);
    if (!done) {
      Error why = done.error();
      if (why.code != Code::verification_failed) {
        why = verifier.fault(verifier.position() + 1, why.detail);
      }
      faulty_.insert(info.stream);
      return note(why);
    }
    for (const auto& [writer, point] : verifier.points()) {
      computed_points_[{info.stream, writer}] = point;
    }
    return answer_stream(sink_, info, verifier.at(), true);
  }

  const std::optional<Error>& first_fault() const { return first_fault_; }

 private:
  Result<void> go_through(const StreamInfo& info, const std::set<Position>& points,
                          StreamVerifier& verifier, std::optional<Error>& answer_failed) {
    CommitNumber last_commit = 0;
    auto done = reader_.for_each_entry(
        info.stream, 0,
        [&](Position position, const Entry& entry, const Hash& stored) -> Result<void> {
          auto added = verifier.add(position, entry, stored);
          if (!added) return added;
          if (entry.commit < last_commit || entry.commit > commit_) {
            return fail(verifier.fault(position, "the commit number is out of order"));
          }
          last_commit = entry.commit;
          if (!points.contains(position)) return {};
          auto told = answer_stream(sink_, info, verifier.at(), false);
          if (!told) answer_failed = told.error();
          return told;
        });
    if (!done) return done;
    if (auto ended = verifier.finish(); !ended) return ended;
    if (verifier.position() != info.head) {
      return fail(verifier.fault(std::min(verifier.position(), info.head) + 1,
                                 "the log has " + std::to_string(verifier.position()) +
                                     " entries, its head says " + std::to_string(info.head)));
    }
    if (verifier.chain_hash() != info.chain_hash) {
      return fail(verifier.fault(info.head, "the head's chain hash isn't the log's"));
    }
    return check_held(verifier, info.stream, held_, snapshot_.directory);
  }

  LogReader& reader_;
  AdminSink& sink_;
  const DirectorySnapshot& snapshot_;
  std::vector<HeldOp> held_;
  CommitNumber commit_ = 0;
  std::map<std::pair<StreamId, WriterId>, WriterPoint> computed_points_;
  std::set<StreamId> faulty_;
  std::optional<Error> first_fault_;
};

Result<void> answer_entitled(AdminSink& sink, const policy::Directory& directory,
                             const AccountId& account) {
  v1::AdminAnswer answer;
  auto& entitled = *answer.mutable_entitled();
  entitled.set_account(Bytes(account.view()));
  for (const auto& stream : policy::streams_of(directory, account, policy::When::now)) {
    if (!policy::reads(directory, account, stream, policy::When::now)) continue;
    entitled.add_streams(Bytes(stream_id(stream.kind, stream.owner).view()));
  }
  return sink.answer(answer);
}

}  // namespace

Result<void> AdminExecutor::verify(const v1::AdminRequest& request, AdminSink& sink) {
  const auto points = points_of(request.verify());
  if (!points) return fail(points.error());
  auto reader = LogReader::open(parts_.folder);
  if (!reader) return fail(reader.error());
  std::optional<Error> first_fault;
  const auto note = [&](Error why) -> Result<void> {
    why.code = Code::verification_failed;
    if (!first_fault) first_fault = why;
    return answer_words(sink, why.detail);
  };
  if (auto whole = (*reader)->check_file(); !whole) {
    if (auto told = note(whole.error()); !told) return told;
  }
  const auto snapshot = read_directory(**reader);
  if (!snapshot) {
    return fail(Code::verification_failed, snapshot.error().detail);
  }
  auto vouched = verify_introductions(snapshot->programmes, parts_.keys.programme->public_key());
  if (!vouched) {
    if (auto told = note(vouched.error()); !told) return told;
  }
  const auto streams = (*reader)->streams();
  if (!streams) return fail(Code::verification_failed, streams.error().detail);
  LogVerification verification(**reader, sink, *snapshot);
  if (auto loaded = verification.load(); !loaded) return loaded;
  for (const StreamInfo& info : *streams) {
    const auto at = points->find(info.stream);
    auto done = verification.check(info, at == points->end() ? std::set<Position>{} : at->second);
    if (!done) return done;
  }
  for (const auto check : {&LogVerification::check_points, &LogVerification::check_codes}) {
    if (auto done = (verification.*check)(); !done) return done;
  }
  if (auto done = verification.check_all_there(*streams); !done) return done;
  for (const Bytes& bytes : request.verify().accounts()) {
    const auto account = AccountId::from(bytes);
    if (!account) return fail(Code::invalid_argument, "an account's id that is none");
    if (snapshot->directory.account(*account) == nullptr) continue;
    if (auto told = answer_entitled(sink, snapshot->directory, *account); !told) return told;
  }
  if (!first_fault) first_fault = verification.first_fault();
  if (first_fault) return fail(*first_fault);
  return {};
}

}  // namespace baraza::server
