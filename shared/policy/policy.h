// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/kinds.h"
#include "shared/policy/directory.h"

namespace baraza::policy {

// A set of roles; the table is written in it.
class Roles {
 public:
  constexpr Roles() = default;
  template <class... R>
  constexpr explicit Roles(R... roles) : bits_((0U | ... | bit(roles))) {}
  constexpr bool has(model::Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool meets(Roles other) const { return (bits_ & other.bits_) != 0; }
  constexpr void add(model::Role role) { bits_ |= bit(role); }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  static constexpr unsigned bit(model::Role role) { return 1U << static_cast<unsigned>(role); }
  unsigned bits_ = 0;
};

// Who may append ops of a kind, given that they work on the stream. A switch without a default: a
// kind without a row doesn't compile. The server alone writes what has an empty row.
Roles writers_of(model::Kind kind);
// The same for kinds that this version doesn't know.
Roles writers_of(OpClass op_class);

// A stream by what it is of.
struct StreamOf {
  StreamKind kind = StreamKind::main;
  AnyId owner;
};

enum class When : std::uint8_t { now, ever };

// Does this person read the stream, today or at any time?
bool reads(const Directory& directory, const AccountId& account, const StreamOf& stream, When when);
// Does this person append anything at all to the stream?
bool appends(const Directory& directory, const AccountId& account, const StreamOf& stream,
             When when);
// All streams that this person reads today, and those to which they ever appended.
std::vector<StreamOf> streams_of(const Directory& directory, const AccountId& account, When when);

enum class Decision : std::uint8_t {
  allow,
  refuse,     // works here, but this kind isn't theirs to write
  hold,       // once had the right; a person settles it
  turn_away,  // never had the right
};

// May this writer append an op of this kind and class to the stream? The one place that decides.
// In alarm streams nobody who was ever entitled is held.
Decision decide(const Directory& directory, const WriterId& writer, const StreamOf& stream,
                std::uint32_t kind, std::uint32_t op_class);
// The same by the person: a laptop knows whose it is before its key stands in the directory.
Decision decide(const Directory& directory, const AccountId& account, const StreamOf& stream,
                std::uint32_t kind, std::uint32_t op_class);

// --- what administrators do -----------------------------------------------------------------

enum class AdminAct : std::uint8_t {
  add_programme,
  add_site,
  add_account,
  add_group,
  enrol_device,
  change_grants,
  list,
  export_data,
  settle_holds,
};

// May this account do this in the programme, or at the site (zero: anywhere in the programme)?
bool may(const Directory& directory, const AccountId& account, AdminAct act,
         const ProgrammeId& programme, const SiteId& site);

}  // namespace baraza::policy
