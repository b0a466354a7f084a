// SPDX-License-Identifier: Apache-2.0
#include "server/core/holds.h"

#include <algorithm>
#include <charconv>

#include "shared/model/kinds.h"
#include "shared/op/derive.h"

namespace baraza::server {
namespace {

using policy::AdminAct;

struct Place {
  StreamInfo stream;
  GroupId group;
  SiteId site;
  ProgrammeId programme;
};

Result<Place> place_of(const Hub& hub, Ledger& ledger, const StreamId& stream) {
  const StreamInfo* info = ledger.find(stream);
  if (info == nullptr) return fail(Code::not_found, "the hold's stream isn't known");
  Place out{*info, {}, {}, {}};
  if (info->kind == StreamKind::intake) {
    out.site = id_cast<SiteId>(info->owner);
  } else {
    out.group = id_cast<GroupId>(info->owner);
    const auto* group = hub.directory().group(out.group);
    if (group == nullptr) return fail(Code::not_found, "the hold's group isn't known");
    out.site = group->site;
  }
  const auto* site = hub.directory().site(out.site);
  if (site == nullptr) return fail(Code::not_found, "the hold's site isn't known");
  out.programme = site->programme;
  return out;
}

Result<HeldOp> find_held(Hub& hub, const model::HoldKey& key) {
  auto held = hub.ledger().store().held(key);
  if (!held) return fail(held.error());
  if (!held->has_value()) {
    return fail(Code::not_found, "no held op " + hold_name(key) + "; see: hold list");
  }
  return std::move(**held);
}

}  // namespace

Result<std::vector<HoldView>> list_holds(Hub& hub, const Asking& asking) {
  const auto all = hub.ledger().store().all_held();
  if (!all) return fail(all.error());
  if (const auto who = find_account(hub.directory(), asking.as); !who) return fail(who.error());
  std::vector<HoldView> out;
  for (const HeldOp& held : *all) {
    const auto place = place_of(hub, hub.ledger(), held.key.stream);
    if (!place) continue;
    if (!require(hub, asking, AdminAct::settle_holds, place->programme, place->site)) continue;
    HoldView view{held.key, place->stream.kind, place->group, {}, {}, held.received, held.settled};
    if (const auto* writer = hub.writer(held.key.writer)) view.author = writer->account;
    const auto head = decode_head(held.op.head);
    const auto kind = head ? model::kind_from(head->kind) : std::nullopt;
    view.kind_name = kind ? std::string(model::kind_row(*kind).name) : "made by a newer version";
    out.push_back(std::move(view));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.received < b.received; });
  return out;
}

Result<Bytes> read_hold(Hub& hub, const Asking& asking, const model::HoldKey& key) {
  const auto held = find_held(hub, key);
  if (!held) return fail(held.error());
  const auto place = place_of(hub, hub.ledger(), key.stream);
  if (!place) return fail(place.error());
  const auto by = require(hub, asking, AdminAct::settle_holds, place->programme, place->site);
  if (!by) return fail(by.error());
  auto recorded = hub.keeper().append(stream_id(StreamKind::site, place->site),
                                      {model::make_hold_read(key, *by)}, asking.now);
  if (!recorded) return fail(recorded.error());
  return Bytes(body_without_salt(held->op.body));
}

Result<void> settle_hold(Hub& hub, const Asking& asking, const model::HoldKey& key, bool release,
                         const std::string& reason) {
  const auto held = find_held(hub, key);
  if (!held) return fail(held.error());
  if (held->settled) return fail(Code::already_exists, "this op was settled before");
  const auto place = place_of(hub, hub.ledger(), key.stream);
  if (!place) return fail(place.error());
  const auto by = require(hub, asking, AdminAct::settle_holds, place->programme, place->site);
  if (!by) return fail(by.error());
  auto recorded =
      hub.keeper().append(stream_id(StreamKind::site, place->site),
                          {model::make_hold_settled({key, release, reason, *by})}, asking.now);
  if (!recorded) return recorded;
  if (release) {
    const auto op = open_op(key.writer, held->op);
    if (!op) return fail(op.error());
    Entry entry;
    entry.writer = key.writer;
    entry.head = held->op.head;
    entry.body = held->op.body;
    entry.signature = held->signature;
    entry.verdict = Verdict::released;
    entry.received = asking.now.wall;
    const auto entered = hub.ledger().append(key.stream, std::move(entry), op->ref());
    if (!entered) return fail(entered.error());
  }
  return hub.ledger().store().settle_held(key);
}

std::string hold_name(const model::HoldKey& key) {
  return to_hex(key.stream) + "/" + to_hex(key.writer) + "/" + std::to_string(key.number);
}

std::optional<model::HoldKey> hold_from(std::string_view name) {
  const auto first = name.find('/');
  const auto second = first == std::string_view::npos ? first : name.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto stream = from_hex(name.substr(0, first));
  const auto writer = from_hex(name.substr(first + 1, second - first - 1));
  if (!stream || !writer) return std::nullopt;
  const auto stream_id = StreamId::from(*stream);
  const auto writer_id = WriterId::from(*writer);
  const std::string_view digits = name.substr(second + 1);
  OpNumber number = 0;
  const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
  if (!stream_id || !writer_id || error != std::errc() || end != digits.end() || number == 0) {
    return std::nullopt;
  }
  return model::HoldKey{*stream_id, *writer_id, number};
}

}  // namespace baraza::server
