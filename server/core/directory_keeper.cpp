// SPDX-License-Identifier: Apache-2.0
#include "server/core/directory_keeper.h"

#include "shared/base/limits.h"
#include "shared/model/apply.h"

namespace baraza::server {

DirectoryKeeper::DirectoryKeeper(Ledger& ledger, const Signer& server_writer, Random& random)
    : ledger_(ledger),
      server_writer_(server_writer),
      random_(random),
      directory_(std::make_shared<policy::Directory>()) {}

Result<void> DirectoryKeeper::reload() {
  programmes_.clear();
  sites_.clear();
  for (const auto& [id, info] : ledger_.streams()) {
    if (info.kind != StreamKind::programme && info.kind != StreamKind::site) continue;
    for (Position at = 0; at < info.head;) {
      const auto entries = ledger_.store().read_after(id, at, limits::ops_frame_bytes);
      if (!entries) return fail(entries.error());
      if (entries->empty()) return fail(Code::storage_damaged, "entries of the directory are gone");
      for (const Entry& entry : *entries) fold(info, entry);
      at += entries->size();
    }
  }
  rebuild();
  return {};
}

void DirectoryKeeper::fold(const StreamInfo& info, const Entry& entry) {
  const auto op = open_entry(entry);
  if (!op) return;  // verify names damaged entries; the directory goes on without them
  if (info.kind == StreamKind::programme) {
    model::apply_programme(programmes_[id_cast<ProgrammeId>(info.owner)], *op);
  } else {
    model::apply_site(sites_[id_cast<SiteId>(info.owner)], *op);
  }
}

void DirectoryKeeper::rebuild() {
  std::map<ProgrammeId, const model::ProgrammeState*> programmes;
  std::map<SiteId, const model::SiteState*> sites;
  for (const auto& [id, state] : programmes_) programmes[id] = &state;
  for (const auto& [id, state] : sites_) sites[id] = &state;
  directory_ = std::make_shared<policy::Directory>(programmes, sites);
  changed_ = true;
}

std::shared_ptr<const sync::KeyTable> DirectoryKeeper::keys() const {
  auto keys = std::make_shared<sync::KeyTable>();
  for (const auto& [id, writer] : directory_->writers()) (*keys)[id] = writer.key;
  return keys;
}

Result<void> DirectoryKeeper::append(const StreamId& stream, std::vector<OpDraft> drafts, Now now) {
  const StreamInfo* info = ledger_.find(stream);
  if (info == nullptr) return fail(Code::unknown_stream, "no such part of the directory");
  const StreamInfo place = *info;
  const WriterId writer = writer_id(server_writer_.public_key());
  auto point = ledger_.point(stream, writer);
  if (!point) return fail(point.error());
  // The server is the only author here: its own numbers serve as the stream's author clock.
  AuthorClock clock = point->last_number;
  const SignedRun run =
      sign_run(server_writer_, stream, std::move(drafts), now.wall, *point, clock, random_);
  for (std::size_t i = 0; i < run.ops.size(); ++i) {
    const auto op = open_op(writer, run.ops[i]);
    if (!op) return fail(op.error());
    if (auto fits = model::check_body(place.kind, *op); !fits) return fits;
    Entry entry;
    entry.writer = writer;
    entry.head = run.ops[i].head;
    entry.body = run.ops[i].body;
    if (i + 1 == run.ops.size()) entry.signature = run.signature;
    entry.received = now.wall;
    const auto entered = ledger_.append(stream, std::move(entry), op->ref());
    if (!entered) return fail(entered.error());
    fold(place, *entered);
  }
  rebuild();
  return {};
}

}  // namespace baraza::server
