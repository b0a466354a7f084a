// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

#include "shared/base/bytes.h"

namespace baraza {

// Names of things, 16 bytes each, random or derived (shared/op/derive.h). An id says nothing about
// what it names.
using ProgrammeId = FixedBytes<16, struct ProgrammeTag>;
using SiteId = FixedBytes<16, struct SiteTag>;
using GroupId = FixedBytes<16, struct GroupTag>;
using AccountId = FixedBytes<16, struct AccountTag>;  // a person of the staff
using WriterId = FixedBytes<16, struct WriterTag>;    // one person's vault on one laptop
using StreamId = FixedBytes<16, struct StreamTag>;
using PersonId = FixedBytes<16, struct PersonTag>;  // somebody who was screened, at a site
using MemberId = FixedBytes<16, struct MemberTag>;  // that person's seat in one group
using SessionId = FixedBytes<16, struct SessionTag>;
using CheckInId = FixedBytes<16, struct CheckInTag>;
using EvidenceId = FixedBytes<16, struct EvidenceTag>;  // one piece of evidence of a risk
using NoteId = FixedBytes<16, struct NoteTag>;
using ScreeningId = FixedBytes<16, struct ScreeningTag>;
using AgendaItemId = FixedBytes<16, struct AgendaItemTag>;  // a step of one session's agenda
using StepId = FixedBytes<16, struct StepTag>;              // what a member does until next time
using SheetId = FixedBytes<16, struct SheetTag>;            // one sheet of written work
using InventoryPersonId = FixedBytes<16, struct InventoryPersonTag>;  // in a member's life
using GrantId = FixedBytes<16, struct GrantTag>;
using AnyId = FixedBytes<16, struct AnyTag>;    // the subject of an op, whatever it is
using Epoch = FixedBytes<16, struct EpochTag>;  // names a history of the server

using Hash = FixedBytes<32, struct HashTag>;            // BLAKE2b-256
using PublicKey = FixedBytes<32, struct PublicKeyTag>;  // Ed25519
using Signature = FixedBytes<64, struct SignatureTag>;  // Ed25519

// Counts that must not be mixed up. All start at 1; 0 means "none yet".
using OpNumber = std::uint64_t;      // of a writer in a stream, without gaps
using Position = std::uint64_t;      // of an entry in a stream, given by the server, without gaps
using CommitNumber = std::uint64_t;  // of a transaction in a history
using AuthorClock = std::uint64_t;   // Lamport counter of a stream; no time at all

template <class To, class From>
To id_cast(const From& from) {
  static_assert(To::size == From::size);
  To out;
  out.bytes = from.bytes;
  return out;
}

}  // namespace baraza

template <std::size_t N, class Tag>
struct std::hash<baraza::FixedBytes<N, Tag>> {
  std::size_t operator()(const baraza::FixedBytes<N, Tag>& value) const noexcept {
    // Ids are hashes or random: any eight bytes of them are spread well.
    std::size_t out = 0;
    std::memcpy(&out, value.bytes.data(), sizeof out);
    return out;
  }
};
