// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "client/core/replica.h"
#include "shared/model/apply.h"
#include "shared/model/kinds.h"
#include "shared/op/derive.h"

// What a replica answers; nothing here changes it.
namespace baraza::client {

bool Replica::wrote_here(const WriterId& writer) const {
  return writer == writer_ || retired(writer) != nullptr;
}

const RawOp* Replica::written(const StreamId& stream, const OpId& op) const {
  const auto at = written_.find({stream, op});
  return at == written_.end() ? nullptr : &at->second;
}

const Replica::Stream* Replica::find(const StreamId& id) const {
  const auto at = streams_.find(id);
  return at == streams_.end() ? nullptr : &at->second;
}

WriterPoint Replica::own_point(const StreamId& id) const {
  const Stream* stream = find(id);
  return stream == nullptr ? WriterPoint{0, chain_start(writer_, id)} : stream->own;
}

AuthorClock Replica::clock(const StreamId& id) const {
  const Stream* stream = find(id);
  return stream == nullptr ? 0 : model::basics_of(stream->state).clock;
}

template <class State, class Owner>
const State& Replica::state(StreamKind kind, const Owner& owner, const State& empty) const {
  const Stream* stream = find(stream_id(kind, owner));
  if (stream == nullptr || !stream->record.reads) return empty;
  const auto* out = std::get_if<State>(&stream->state);
  return out == nullptr ? empty : *out;
}

model::AlarmState Replica::own_alarms(const GroupId& group) const {
  model::AlarmState out;
  const Stream* stream = find(stream_id(StreamKind::alarm, group));
  if (stream == nullptr) return out;
  const auto raised = static_cast<std::uint32_t>(model::Kind::alarm_raised);
  const auto add = [&](const AuthoredOp& op) {
    if (op.head.kind == raised && !wrote_here(op.writer)) return;
    model::apply_alarm(out, op);
  };
  for (const Entry& entry : stream->entries) {
    if (const auto op = open_entry(entry)) add(*op);
  }
  for (const auto& [writer, raw] : stream->taken) {
    if (const auto op = open_op(writer, raw)) add(*op);
  }
  for (const Pending& pending : stream->pending) {
    for (const RawOp& raw : pending.run.run.ops) {
      if (const auto op = open_op(writer_, raw)) add(*op);
    }
  }
  return out;
}

const model::IntakeState& Replica::intake(const SiteId& site) const {
  return state(StreamKind::intake, site, no_intake_);
}
const model::PeopleState& Replica::people(const GroupId& group) const {
  return state(StreamKind::people, group, no_people_);
}
const model::AlarmState& Replica::alarm(const GroupId& group) const {
  return state(StreamKind::alarm, group, no_alarm_);
}
const model::MainState& Replica::main(const GroupId& group) const {
  return state(StreamKind::main, group, no_main_);
}
const model::WordsState& Replica::words(const GroupId& group) const {
  return state(StreamKind::words, group, no_words_);
}

const model::IntakeState* Replica::list(const GroupId& id) const {
  const SiteId site = model::site_of_list(id);
  return directory_.site(site) == nullptr ? nullptr : &intake(site);
}

Where Replica::where(const StreamId& id, const OpId& op) const {
  const Stream* stream = find(id);
  if (stream == nullptr || op.writer != writer_) return Where::on_the_server;
  if (op.number <= stream->own_through) return Where::on_the_server;
  return op.number <= stream->own_saved.last_number ? Where::on_this_laptop : Where::saving;
}

std::size_t Replica::unsent(const Stream& stream) {
  const OpNumber there = stream.own_through;
  std::size_t count = 0;
  for (const Pending& pending : stream.pending) {
    if (pending.run.last > there)
      count += pending.run.last - std::max(there, pending.run.first - 1);
  }
  return count;
}

}  // namespace baraza::client
