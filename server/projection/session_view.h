// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "server/projection/group_rows.h"

// What both tables ask of a group's state. Internal to this folder.
namespace baraza::server {

SessionColumns session_columns(const model::MainState& main, const model::SessionKey& key);

// The seat of the admission that is shown for the member; 0 if there is none.
std::uint32_t seat_of(const model::MainState& main, const MemberId& member);

bool is_member_on(const model::MainState& main, const MemberId& member, CivilDate date);

// The account of the writer if the directory knows one, else the writer.
AnyId author_of(const GroupContext& context, const WriterId& writer);

// The order of rows, before what tells two rows of one member at one session apart.
inline auto row_order(const SessionColumns& session, std::uint32_t seat, const MemberId& member) {
  constexpr std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
  return std::tuple(session.key.date, session.number.value_or(last), session.key.session,
                    seat == 0 ? last : seat, member);
}

}  // namespace baraza::server
