// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "client/core/screens/context.h"

// How people are called on a screen. Pure.
namespace baraza::client {

struct MemberWords {
  std::string name;     // "Meena"; "Member 4" with privacy on and where the names aren't read
  std::string letters;  // for the disc: the first two of the name, three where two are the same;
                        // the seat's number where the name isn't shown
  std::uint32_t seat = 0;
  bool left = false;
};

// Everybody who has or had a seat in the group.
std::map<MemberId, MemberWords> member_words(const ScreenContext& context, const GroupId& group);
// One of them; "Member" alone for somebody whose admission isn't here.
std::string member_called(const ScreenContext& context, const GroupId& group,
                          const MemberId& member);

// A group by its name; "List of Mwembe" for a site's list. Empty if neither is known here.
std::string place_called(const ScreenContext& context, const GroupId& group);

// A person of the staff by the first name; empty if not known here.
std::string staff_called(const ScreenContext& context, const AccountId& account);
AccountId account_of(const Replica& replica, const WriterId& writer);
std::string first_name(std::string_view full);
std::string initials(std::string_view full);  // "RA"
// The tint of a person's disc: always the same for the same person, and means nothing.
std::uint32_t tint_of(const AccountId& account);

// "Meena", "Meena and Esther", "Meena, Esther and Halima", "Meena, Esther and 3 others".
std::string names_words(const text::Catalogue& words, const std::vector<std::string>& names);

// Somebody to call.
struct CallWords {
  AccountId account;
  std::string name;   // full
  std::string phone;  // empty if not known
};
// Who supervises the group, by name; without a group, whoever supervises anything at a site where
// the person works.
std::vector<CallWords> supervisors(const ScreenContext& context,
                                   const std::optional<GroupId>& group);

// What the person is in a group, by grants that stand.
bool facilitates_group(const Replica& replica, const AccountId& account, const GroupId& group);
bool runs_group(const Replica& replica, const AccountId& account, const GroupId& group);
bool supervises_group(const Replica& replica, const AccountId& account, const GroupId& group);
// Who else runs it, by first name.
std::vector<std::string> run_with(const ScreenContext& context, const GroupId& group);

}  // namespace baraza::client
