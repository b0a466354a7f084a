// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/client_check.h"

#include "client/profiles/profiles.h"
#include "client/store/sqlite_store.h"
#include "shared/model/apply.h"
#include "shared/system/random.h"
#include "shared/vault/null_sealer.h"

namespace baraza::admin {
namespace {

using Stream = client::Loaded::Stream;

struct Directory {
  std::map<ProgrammeId, model::ProgrammeState> programmes;
  std::map<SiteId, model::SiteState> sites;
  policy::Directory directory;
};

Directory directory_of(const client::Loaded& loaded) {
  Directory out;
  for (const Stream& stream : loaded.streams) {
    for (const Entry& entry : stream.entries) {
      const auto op = open_entry(entry);
      if (!op) continue;  // named when its stream is gone through
      if (stream.record.kind == StreamKind::programme) {
        model::apply_programme(out.programmes[id_cast<ProgrammeId>(stream.record.owner)], *op);
      } else if (stream.record.kind == StreamKind::site) {
        model::apply_site(out.sites[id_cast<SiteId>(stream.record.owner)], *op);
      }
    }
  }
  std::map<ProgrammeId, const model::ProgrammeState*> programmes;
  std::map<SiteId, const model::SiteState*> sites;
  for (const auto& [id, state] : out.programmes) programmes[id] = &state;
  for (const auto& [id, state] : out.sites) sites[id] = &state;
  out.directory = policy::Directory(programmes, sites);
  return out;
}

Result<server::StreamAt> check_stream(const Stream& stream, const policy::Directory& directory) {
  const client::StreamRecord& record = stream.record;
  server::StreamVerifier verifier(record.stream, record.kind, record.owner, directory);
  Position position = 0;
  for (const Entry& entry : stream.entries) {
    if (auto added = verifier.add(++position, entry, std::nullopt); !added) {
      return fail(added.error());
    }
  }
  if (position != record.position) {
    return fail(verifier.fault(std::min(position, record.position) + 1,
                               "the copy has " + std::to_string(position) +
                                   " entries, its cursor says " + std::to_string(record.position)));
  }
  // A laptop that follows nothing yet has no hash to compare with.
  if (position > 0 && verifier.chain_hash() != record.chain_hash) {
    return fail(verifier.fault(position, "the cursor's chain hash isn't that of the entries"));
  }
  return verifier.at();
}

Result<client::Loaded> load(const std::filesystem::path& folder, std::string_view passphrase) {
  if (!client::is_locked(folder)) {
    vault::NullSealer sealer;
    return client::open_for_verification(folder, sealer);
  }
  if (passphrase.empty()) {
    return fail(Code::invalid_argument,
                "it is locked with a passphrase: put that in a file and give --passphrase-file "
                "FILE");
  }
  SystemRandom random;
  const auto sealer = client::open_sealer(folder, passphrase, random);
  if (!sealer) return fail(sealer.error());
  return client::open_for_verification(folder, **sealer);
}

}  // namespace

Result<ClientCheck> check_client(const std::filesystem::path& folder, std::string_view passphrase) {
  const auto loaded = load(folder, passphrase);
  if (!loaded && loaded.error().code == Code::not_found) {
    return fail(Code::not_found,
                folder.string() + " isn't a laptop's folder: there is no client.db in it");
  }
  if (!loaded) return fail(loaded.error());
  ClientCheck out;
  out.name = folder.string();
  if (loaded->frozen) {
    out.faults.push_back(
        out.name +
        ": this laptop is frozen: its folder was copied or put back. Enrol it anew "
        "with a new code; nothing that waits in it is lost");
  }
  if (loaded->identity) out.account = loaded->identity->account;
  const Directory known = directory_of(*loaded);
  if (auto vouched = server::verify_introductions(known.programmes, std::nullopt); !vouched) {
    out.faults.push_back(out.name + ": " + vouched.error().detail);
  }
  for (const Stream& stream : loaded->streams) {
    for (const auto& run : stream.pending) out.waiting_ops += run.run.ops.size();
    const auto at = check_stream(stream, known.directory);
    if (!at) {
      out.faults.push_back(out.name + ": " + at.error().detail);
      continue;
    }
    out.streams[stream.record.stream] = {stream.record.kind, stream.record.owner,
                                         stream.record.reads, *at};
  }
  return out;
}

}  // namespace baraza::admin
