// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "shared/base/bytes.h"
#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/content/course.h"
#include "shared/content/instrument.h"

// Packs: instruments, courses and the words of their steps as data, in protobuf's text format
// (proto/baraza/v1/content.proto).
namespace baraza::content {

using Pack = std::variant<InstrumentPack, CoursePack, StepPack>;

// A pack's bytes and the name by which faults in it are reported. Both views must outlive the call
// that they are passed to; nothing here keeps them.
struct PackSource {
  std::string_view name;
  ByteView bytes;
};

// BLAKE2b-256 over bytes. Passed in, because hashing belongs to shared/op, which this layer doesn't
// use.
using HashFunction = Hash (*)(ByteView);

// A larger pack isn't read at all.
inline constexpr std::size_t pack_bytes_max = 256 * 1024;

// Reads one pack and checks what the text parser lets through: that strings are UTF-8 without
// control characters, that enum values are known, and that the pack makes sense (the promises at
// InstrumentPack and CoursePack; what a course names in other packs
// is looked at by PackLibrary).
//
// Fails with Code::invalid_argument; the detail has a line for every fault, in the order of the
// file, each as `name:line:column: what is wrong`. A fault of syntax ends the reading, so what
// comes after it isn't looked at. A pack over pack_bytes_max fails with Code::too_large.
// Safe to call from any thread.
Result<Pack> parse_pack(std::string_view name, ByteView bytes, HashFunction hash);

// The packs that come with Baraza, embedded at build time, in the order of their names.
std::span<const PackSource> shipped_packs();

}  // namespace baraza::content
