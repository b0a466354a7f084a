// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/verify_command.h"

#include <algorithm>
#include <map>
#include <set>

#include "baraza/v1/admin.pb.h"
#include "server/app/admin_answers.h"
#include "shared/base/limits.h"
#include "shared/system/files.h"
#include "shared/vault/sealer.h"
#include "tools/admin/client_check.h"
#include "tools/admin/request_runner.h"

namespace baraza::admin {
namespace {

// What the server's log comes to, as its answers say.
class ServerSide final : public server::AdminSink {
 public:
  struct Stream {
    StreamKind kind = StreamKind::main;
    AnyId owner;
    server::StreamAt end;
    std::map<Position, server::StreamAt> points;
    bool whole = false;  // it was gone through to its end
  };

  explicit ServerSide(Printer& printer) : printer_(printer) {}

  Result<void> answer(const v1::AdminAnswer& answer) override {
    if (answer.has_stream()) return take_stream(answer.stream());
    if (answer.has_entitled()) {
      const auto account = AccountId::from(answer.entitled().account());
      for (const auto& bytes : answer.entitled().streams()) {
        const auto stream = StreamId::from(bytes);
        if (account && stream) entitled_[*account].insert(*stream);
      }
      return {};
    }
    return printer_.answer(answer);
  }

  const std::map<StreamId, Stream>& streams() const { return streams_; }
  const std::map<AccountId, std::set<StreamId>>& entitled() const { return entitled_; }

 private:
  Result<void> take_stream(const v1::StreamCheck& check) {
    const auto id = StreamId::from(check.stream());
    const auto kind = stream_kind_from(check.kind());
    const auto owner = AnyId::from(check.owner());
    const auto hash = Hash::from(check.chain_hash());
    const auto digest = Hash::from(check.state_digest());
    if (!id || !kind || !owner || !hash || !digest) {
      return fail(Code::protocol_error, "the server's answer can't be read");
    }
    Stream& stream = streams_[*id];
    const server::StreamAt at{check.position(), *hash, *digest};
    if (!check.end()) {
      stream.points[at.position] = at;
      return {};
    }
    stream.kind = *kind;
    stream.owner = *owner;
    stream.end = at;
    stream.points[at.position] = at;
    stream.whole = true;
    return {};
  }

  Printer& printer_;
  std::map<StreamId, Stream> streams_;
  std::map<AccountId, std::set<StreamId>> entitled_;
};

Result<void> print_stream(Printer& printer, const std::string& where, const StreamId& stream,
                          StreamKind kind, const AnyId& owner, const server::StreamAt& at) {
  return server::answer_row(printer, {{"where", where},
                                      {"kind", std::string(stream_kind_name(kind))},
                                      {"owner", to_hex(owner)},
                                      {"positions", static_cast<std::int64_t>(at.position)},
                                      {"chain_hash", to_hex(at.chain_hash)},
                                      {"state_digest", to_hex(at.state_digest)},
                                      {"fold_version", std::int64_t{model::fold_version}},
                                      {"stream", to_hex(stream)}});
}

// By kind and owner; below each stream of the server what the clients' copies come to.
Result<void> print_streams(Printer& printer, const ServerSide& server,
                           const std::vector<ClientCheck>& clients) {
  std::map<std::tuple<StreamKind, AnyId, StreamId>, bool> order;
  for (const auto& [id, stream] : server.streams()) {
    if (stream.whole) order[{stream.kind, stream.owner, id}] = true;
  }
  for (const ClientCheck& client : clients) {
    for (const auto& [id, stream] : client.streams) order[{stream.kind, stream.owner, id}];
  }
  for (const auto& [key, on_server] : order) {
    const auto& [kind, owner, id] = key;
    if (on_server) {
      const auto& at = server.streams().at(id).end;
      if (auto told = print_stream(printer, "server", id, kind, owner, at); !told) return told;
    }
    for (const ClientCheck& client : clients) {
      const auto mine = client.streams.find(id);
      if (mine == client.streams.end()) continue;
      auto told = print_stream(printer, client.name, id, kind, owner, mine->second.at);
      if (!told) return told;
    }
  }
  return {};
}

std::string name_of(StreamKind kind, const StreamId& stream) {
  return std::string(stream_kind_name(kind)) + " stream " + to_hex(stream);
}

// What is wrong with one stream of a client, as against the server's; empty if nothing.
std::string difference(const StreamId& id, const ClientCheck::Stream& mine,
                       const ServerSide& server) {
  const std::string name = name_of(mine.kind, id);
  const auto at = server.streams().find(id);
  if (at == server.streams().end() || !at->second.whole) {
    return name + ", position 1: the server's log has no such whole stream";
  }
  const ServerSide::Stream& theirs = at->second;
  const Position position = mine.at.position;
  const std::string counts = " (it has " + std::to_string(position) + ", the server " +
                             std::to_string(theirs.end.position) + ")";
  if (position > theirs.end.position) {
    return name + ", position " + std::to_string(theirs.end.position + 1) +
           ": the server doesn't have it" + counts;
  }
  const auto point = theirs.points.find(position);
  if (position > 0) {
    if (point == theirs.points.end() || point->second.chain_hash != mine.at.chain_hash) {
      return name + ", at or before position " + std::to_string(position) +
             ": another history than the server's";
    }
    if (point->second.state_digest != mine.at.state_digest) {
      return name + ", position " + std::to_string(position) +
             ": the same history comes to another state";
    }
  }
  if (mine.reads && position < theirs.end.position) {
    return name + ", position " + std::to_string(position + 1) + ": not here yet" + counts;
  }
  return {};
}

void compare(const ClientCheck& client, const ServerSide& server,
             std::vector<std::string>& differences) {
  for (const auto& [id, stream] : client.streams) {
    const std::string what = difference(id, stream, server);
    if (!what.empty()) differences.push_back(client.name + ": " + what);
  }
  if (!client.account) return;
  const auto entitled = server.entitled().find(*client.account);
  if (entitled == server.entitled().end()) {
    differences.push_back(client.name + ": its account isn't known to this server");
    return;
  }
  for (const StreamId& id : entitled->second) {
    const auto theirs = server.streams().find(id);
    const bool has_entries = theirs != server.streams().end() && theirs->second.end.position > 0;
    // A damaged one was named already.
    const bool named = !client.faults.empty();
    if (!has_entries || client.streams.contains(id) || named) continue;
    differences.push_back(client.name + ": " + name_of(theirs->second.kind, id) +
                          ", position 1: not here yet");
  }
}

Result<void> tell(Printer& printer, const std::string& words) {
  return server::answer_words(printer, words);
}

Result<Bytes> read_passphrase(const std::filesystem::path& file) {
  if (file.empty()) return Bytes();
  auto text = read_file(file, limits::passphrase_bytes + 2);
  if (!text) return fail(text.error());
  text->resize(std::min(text->find('\n'), text->size()));
  if (text->ends_with('\r')) text->pop_back();
  if (text->empty()) {
    return fail(Code::invalid_argument, file.string() + ": its first line is empty");
  }
  return text;
}

}  // namespace

Result<void> verify(const std::filesystem::path& data, const std::vector<std::string>& clients,
                    const std::filesystem::path& passphrase_file, Printer& printer) {
  auto passphrase = read_passphrase(passphrase_file);
  if (!passphrase) return fail(passphrase.error());
  std::vector<ClientCheck> checks;
  v1::AdminRequest request;
  request.mutable_verify();
  for (const std::string& folder : clients) {
    auto check = check_client(folder, *passphrase);
    if (!check) {
      const Code code = check.error().code;
      const bool damaged = code == Code::storage_damaged || code == Code::malformed_body;
      if (!damaged) return fail(code, folder + ": " + check.error().detail);
      ClientCheck unreadable;
      unreadable.name = folder;
      unreadable.faults.push_back(folder + ": " + check.error().detail);
      checks.push_back(std::move(unreadable));
      continue;
    }
    for (const auto& [id, stream] : check->streams) {
      auto& point = *request.mutable_verify()->add_points();
      point.set_stream(Bytes(id.view()));
      point.set_position(stream.at.position);
    }
    if (check->account) request.mutable_verify()->add_accounts(Bytes(check->account->view()));
    checks.push_back(std::move(*check));
  }
  vault::wipe(*passphrase);

  ServerSide server(printer);
  const auto done = run_request(data, request, server);
  if (!done && done.error().code != Code::verification_failed) return done;

  if (auto told = print_streams(printer, server, checks); !told) return told;
  std::vector<std::string> differences;
  for (const ClientCheck& check : checks) {
    if (check.waiting_ops > 0) {
      auto told = tell(printer, check.name + ": " + std::to_string(check.waiting_ops) +
                                    " entries wait there to be sent");
      if (!told) return told;
    }
    differences.insert(differences.end(), check.faults.begin(), check.faults.end());
    compare(check, server, differences);
  }
  for (const std::string& difference : differences) {
    if (auto told = tell(printer, difference); !told) return told;
  }
  if (!done) return done;
  if (differences.empty() && server.streams().empty()) {
    return tell(printer, "no streams yet: nothing was written here, so nothing can differ");
  }
  if (differences.empty()) return {};
  return fail(Code::verification_failed,
              std::to_string(differences.size()) + " differences; the first: " + differences[0]);
}

}  // namespace baraza::admin
