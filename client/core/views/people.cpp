// SPDX-License-Identifier: Apache-2.0
#include "client/core/views/people.h"

namespace baraza::client {

std::string member_name(const Replica& replica, const GroupId& group, const MemberId& member) {
  if (const auto* list = replica.list(group)) {
    const auto person = list->persons.find(model::person_on_list(member));
    if (person == list->persons.end()) return {};
    const auto* known = person->second.shown(list->basics.replaced);
    return known == nullptr ? std::string() : known->value.name;
  }
  const model::PeopleState& people = replica.people(group);
  const auto at = people.names.find(member);
  if (at == people.names.end()) return {};
  const auto* shown = at->second.shown(people.basics.replaced);
  return shown == nullptr ? std::string() : shown->value.name;
}

std::string staff_name(const Replica& replica, const WriterId& writer) {
  const auto* entry = replica.directory().writer(writer);
  if (entry == nullptr) return {};
  const auto* account = replica.directory().account(entry->account);
  return account == nullptr ? std::string() : account->account.name;
}

}  // namespace baraza::client
