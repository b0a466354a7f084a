// SPDX-License-Identifier: Apache-2.0
#include "client/store/records.h"

#include <utility>

#include "client/core/record_bytes.h"

namespace baraza::client {
namespace {

template <class Enum>
std::uint64_t raw(Enum value) {
  return static_cast<std::uint64_t>(value);
}

std::optional<Verdict> verdict_from(std::uint64_t number) {
  if (number < raw(Verdict::accepted) || number > raw(Verdict::released)) return std::nullopt;
  return static_cast<Verdict>(number);
}

std::optional<StreamKind> kind_from(std::uint64_t number) {
  if (number > 0xff) return std::nullopt;
  return stream_kind_from(static_cast<std::uint32_t>(number));
}

}  // namespace

Bytes encode_identity(const Identity& identity) {
  return RecordWriter()
      .bytes(identity.host)
      .number(identity.port)
      .bytes(identity.pin)
      .id(identity.account)
      .id(identity.programme)
      .bytes(identity.name)
      .bytes(identity.label)
      .take();
}

std::optional<Identity> decode_identity(ByteView record) {
  RecordReader reader(record);
  Identity out;
  out.host = reader.bytes();
  const std::uint64_t port = reader.number();
  out.port = static_cast<std::uint16_t>(port);
  out.pin = reader.bytes();
  out.account = reader.id<AccountId>();
  out.programme = reader.id<ProgrammeId>();
  out.name = reader.bytes();
  out.label = reader.bytes();
  if (!reader.complete() || port > 0xffff) return std::nullopt;
  return out;
}

Bytes encode_stream(const StreamRecord& stream) {
  return RecordWriter()
      .id(stream.stream)
      .number(raw(stream.kind))
      .id(stream.owner)
      .id(stream.epoch)
      .number(stream.position)
      .id(stream.chain_hash)
      .number(stream.reads ? 1 : 0)
      .take();
}

std::optional<StreamRecord> decode_stream(ByteView record) {
  RecordReader reader(record);
  StreamRecord out;
  out.stream = reader.id<StreamId>();
  const auto kind = kind_from(reader.number());
  out.owner = reader.id<AnyId>();
  out.epoch = reader.id<Epoch>();
  out.position = reader.number();
  out.chain_hash = reader.id<Hash>();
  out.reads = reader.number() != 0;
  if (!reader.complete() || !kind) return std::nullopt;
  out.kind = *kind;
  return out;
}

Bytes encode_entry(const Entry& entry) {
  RecordWriter writer;
  writer.id(entry.writer).bytes(entry.head);
  writer.bytes(entry.signature ? entry.signature->view() : ByteView());
  return writer.bytes(entry.body)
      .number(raw(entry.verdict))
      .number(raw(entry.code))
      .number(entry.chain_broken ? 1 : 0)
      .number(static_cast<std::uint64_t>(entry.received.ms))
      .number(entry.commit)
      .take();
}

std::optional<Entry> decode_entry(ByteView record) {
  RecordReader reader(record);
  Entry out;
  out.writer = reader.id<WriterId>();
  out.head = reader.bytes();
  const Bytes signature = reader.bytes();
  out.signature = Signature::from(signature);
  out.body = reader.bytes();
  const auto verdict = verdict_from(reader.number());
  out.code = static_cast<Code>(reader.number());
  out.chain_broken = reader.number() != 0;
  out.received.ms = static_cast<std::int64_t>(reader.number());
  out.commit = reader.number();
  if (!reader.complete() || !verdict || (!signature.empty() && !out.signature)) {
    return std::nullopt;
  }
  out.verdict = *verdict;
  return out;
}

Bytes encode_pending(const sync::PendingRun& pending) {
  RecordWriter writer;
  writer.number(pending.first)
      .number(pending.last)
      .id(pending.run.signature)
      .number(pending.run.ops.size());
  for (const RawOp& op : pending.run.ops) writer.bytes(op.head).bytes(op.body);
  return writer.take();
}

std::optional<sync::PendingRun> decode_pending(ByteView record) {
  RecordReader reader(record);
  sync::PendingRun out;
  out.first = reader.number();
  out.last = reader.number();
  out.run.signature = reader.id<Signature>();
  out.run.ops.resize(reader.count());
  for (RawOp& op : out.run.ops) {
    op.head = reader.bytes();
    op.body = reader.bytes();
  }
  if (!reader.complete() || out.run.ops.empty() || out.last < out.first ||
      out.last - out.first != out.run.ops.size() - 1) {
    return std::nullopt;
  }
  return out;
}

Bytes encode_point(const WriterPoint& point) {
  return RecordWriter().number(point.last_number).id(point.last_hash).take();
}

std::optional<WriterPoint> decode_point(ByteView record) {
  RecordReader reader(record);
  WriterPoint out;
  out.last_number = reader.number();
  out.last_hash = reader.id<Hash>();
  if (!reader.complete()) return std::nullopt;
  return out;
}

Bytes encode_tray_item(const TrayItem& item) {
  return RecordWriter()
      .id(item.stream)
      .number(raw(item.kind))
      .number(item.number)
      .number(raw(item.code))
      .bytes(item.op.head)
      .bytes(item.op.body)
      .take();
}

std::optional<TrayItem> decode_tray_item(ByteView record) {
  RecordReader reader(record);
  TrayItem out;
  out.stream = reader.id<StreamId>();
  const auto kind = kind_from(reader.number());
  out.number = reader.number();
  out.code = static_cast<Code>(reader.number());
  out.op.head = reader.bytes();
  out.op.body = reader.bytes();
  if (!reader.complete() || !kind) return std::nullopt;
  out.kind = *kind;
  return out;
}

Bytes encode_retired_tray_item(const TrayItem& item) {
  return RecordWriter().id(item.writer).bytes(encode_tray_item(item)).take();
}

std::optional<TrayItem> decode_retired_tray_item(ByteView record) {
  RecordReader reader(record);
  const WriterId writer = reader.id<WriterId>();
  auto out = decode_tray_item(reader.bytes());
  if (!reader.complete() || !out) return std::nullopt;
  out->writer = writer;
  return out;
}

Bytes encode_retired(const RetiredWriter& retired) {
  RecordWriter writer;
  writer.id(retired.writer).number(retired.through.size());
  for (const auto& [stream, number] : retired.through) writer.id(stream).number(number);
  return writer.take();
}

std::optional<RetiredWriter> decode_retired(ByteView record) {
  RecordReader reader(record);
  RetiredWriter out;
  out.writer = reader.id<WriterId>();
  const std::size_t streams = reader.count();
  for (std::size_t i = 0; i < streams; ++i) {
    const StreamId stream = reader.id<StreamId>();
    out.through[stream] = reader.number();
  }
  if (!reader.complete()) return std::nullopt;
  return out;
}

Bytes encode_draft(const KeptDraft& draft) {
  return RecordWriter().bytes(draft.key).bytes(draft.bytes).take();
}

std::optional<KeptDraft> decode_draft(ByteView record) {
  RecordReader in(record);
  KeptDraft out;
  out.key = in.bytes();
  out.bytes = in.bytes();
  if (!in.complete()) return std::nullopt;
  return out;
}

std::optional<Bytes> decode_bytes(ByteView record) {
  return Bytes(record);
}

}  // namespace baraza::client
