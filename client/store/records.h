// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/store_port.h"

namespace baraza::client {

// The stored form of what the store keeps, before it is sealed. Each decode fails, empty, for bytes
// that its encode didn't write.

Bytes encode_identity(const Identity& identity);
std::optional<Identity> decode_identity(ByteView record);

Bytes encode_stream(const StreamRecord& stream);
std::optional<StreamRecord> decode_stream(ByteView record);

Bytes encode_entry(const Entry& entry);
std::optional<Entry> decode_entry(ByteView record);

Bytes encode_pending(const sync::PendingRun& pending);
std::optional<sync::PendingRun> decode_pending(ByteView record);

Bytes encode_point(const WriterPoint& point);
std::optional<WriterPoint> decode_point(ByteView record);

Bytes encode_tray_item(const TrayItem& item);
std::optional<TrayItem> decode_tray_item(ByteView record);

// With the writer, which encode_tray_item() leaves out.
Bytes encode_retired_tray_item(const TrayItem& item);
std::optional<TrayItem> decode_retired_tray_item(ByteView record);

Bytes encode_retired(const RetiredWriter& retired);
std::optional<RetiredWriter> decode_retired(ByteView record);

Bytes encode_draft(const KeptDraft& draft);
std::optional<KeptDraft> decode_draft(ByteView record);

// Bytes as they are.
std::optional<Bytes> decode_bytes(ByteView record);

}  // namespace baraza::client
