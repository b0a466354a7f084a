// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/person_words.h"

#include <algorithm>
#include <set>

#include "client/core/views/people.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

// The first `count` characters of UTF-8.
std::string_view first_letters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    --count;
  }
  return text.substr(0, at);
}

std::string member_number(const text::Catalogue& words, std::uint32_t seat) {
  if (seat == 0) return words.translate("Member");
  const std::string number = std::to_string(seat);
  return text::fill(words.translate("Member {seat}"), {{"seat", number}});
}

bool has_grant(const Replica& replica, const AccountId& account, const GroupId& group,
               std::initializer_list<model::Role> roles) {
  const auto* entry = replica.directory().group(group);
  const bool is_list = entry == nullptr && replica.list(group) != nullptr;
  if (entry == nullptr && !is_list) return false;
  const SiteId site = is_list ? model::site_of_list(group) : entry->site;
  for (const auto* grant : replica.directory().grants_of(account)) {
    if (grant->ended || grant->site != site) continue;
    const model::Grant& given = grant->grant;
    // Whoever does anything at a site has to do with its list.
    const bool here = is_list || given.group.is_zero() || given.group == group;
    if (here && std::find(roles.begin(), roles.end(), given.role) != roles.end()) return true;
  }
  return false;
}

// Sites where the person has a grant that stands.
std::set<SiteId> sites_of(const Replica& replica, const AccountId& account) {
  std::set<SiteId> out;
  for (const auto* grant : replica.directory().grants_of(account)) {
    if (!grant->ended) out.insert(grant->site);
  }
  return out;
}

}  // namespace

std::map<MemberId, MemberWords> member_words(const ScreenContext& context, const GroupId& group) {
  std::map<MemberId, MemberWords> out;
  std::map<std::string, int, std::less<>> starts;
  const model::MainState& main = context.replica.main(group);
  for (const auto& [member, admissions] : main.admissions) {
    const auto* shown = admissions.shown(main.basics.replaced);
    if (shown == nullptr) continue;
    MemberWords& words = out[member];
    words.seat = shown->value.seat;
    words.left = std::any_of(main.leavings.begin(), main.leavings.end(),
                             [&](const auto& each) { return each.second.value.member == member; });
    if (!context.privacy) words.name = member_name(context.replica, group, member);
    if (!words.name.empty()) ++starts[std::string(first_letters(words.name, 2))];
  }
  for (auto& [member, words] : out) {
    if (words.name.empty()) {
      words.name = member_number(context.words, words.seat);
      words.letters = std::to_string(words.seat);
      continue;
    }
    const std::string_view two = first_letters(words.name, 2);
    const bool shared = starts.find(two)->second > 1;
    words.letters = shared ? std::string(first_letters(words.name, 3)) : std::string(two);
  }
  return out;
}

std::string member_called(const ScreenContext& context, const GroupId& group,
                          const MemberId& member) {
  std::string name;
  if (!context.privacy) name = member_name(context.replica, group, member);
  if (!name.empty()) return name;
  if (context.replica.list(group) != nullptr) return context.words.translate("Somebody");
  const model::MainState& main = context.replica.main(group);
  const auto at = main.admissions.find(member);
  const auto* shown =
      at == main.admissions.end() ? nullptr : at->second.shown(main.basics.replaced);
  return member_number(context.words, shown == nullptr ? 0 : shown->value.seat);
}

std::string place_called(const ScreenContext& context, const GroupId& group) {
  const policy::Directory& directory = context.replica.directory();
  if (const auto* entry = directory.group(group)) return entry->group.name;
  const auto* site = directory.site(model::site_of_list(group));
  if (site == nullptr) return {};
  return text::fill(context.words.translate("List of {site}"), {{"site", site->site.name}});
}

std::string first_name(std::string_view full) {
  return std::string(full.substr(0, full.find(' ')));
}

std::string initials(std::string_view full) {
  const auto space = full.rfind(' ');
  std::string out(first_letters(full, 1));
  if (space == std::string_view::npos) return std::string(first_letters(full, 2));
  return out + std::string(first_letters(full.substr(space + 1), 1));
}

std::string staff_called(const ScreenContext& context, const AccountId& account) {
  const auto* entry = context.replica.directory().account(account);
  return entry == nullptr ? std::string() : first_name(entry->account.name);
}

AccountId account_of(const Replica& replica, const WriterId& writer) {
  const auto* entry = replica.directory().writer(writer);
  return entry == nullptr ? AccountId{} : entry->account;
}

std::uint32_t tint_of(const AccountId& account) {
  return account.bytes[0];
}

std::string names_words(const text::Catalogue& words, const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  if (names.empty()) return {};
  if (names.size() == 1) return names.front();
  const std::size_t listed = names.size() <= most ? names.size() - 1 : most - 1;
  std::string first = names.front();
  for (std::size_t i = 1; i < listed; ++i) {
    first = text::fill(words.translate("{names}, {name}"), {{"names", first}, {"name", names[i]}});
  }
  if (names.size() <= most) {
    return text::fill(words.translate("{names} and {name}"),
                      {{"names", first}, {"name", names.back()}});
  }
  const std::size_t others = names.size() - listed;
  const std::string count = std::to_string(others);
  return text::fill(
      words.translate("{names} and {count} other", "{names} and {count} others", others),
      {{"names", first}, {"count", count}});
}

std::vector<CallWords> supervisors(const ScreenContext& context,
                                   const std::optional<GroupId>& group) {
  const policy::Directory& directory = context.replica.directory();
  const std::set<SiteId> own = sites_of(context.replica, context.self);
  std::vector<CallWords> out;
  for (const auto& [id, entry] : directory.accounts()) {
    if (id == context.self) continue;
    bool found = group && supervises_group(context.replica, id, *group);
    if (!group) {
      for (const auto* grant : directory.grants_of(id)) {
        found = found || (!grant->ended && grant->grant.role == model::Role::supervisor &&
                          own.contains(grant->site));
      }
    }
    if (found) out.push_back({id, entry.account.name, entry.account.phone});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const CallWords& a, const CallWords& b) { return a.name < b.name; });
  return out;
}

bool facilitates_group(const Replica& replica, const AccountId& account, const GroupId& group) {
  return has_grant(replica, account, group, {model::Role::facilitator});
}

bool runs_group(const Replica& replica, const AccountId& account, const GroupId& group) {
  return has_grant(replica, account, group, {model::Role::facilitator, model::Role::worker});
}

bool supervises_group(const Replica& replica, const AccountId& account, const GroupId& group) {
  return has_grant(replica, account, group, {model::Role::supervisor});
}

std::vector<std::string> run_with(const ScreenContext& context, const GroupId& group) {
  std::vector<std::string> out;
  for (const auto& [id, entry] : context.replica.directory().accounts()) {
    if (id != context.self && runs_group(context.replica, id, group)) {
      out.push_back(first_name(entry.account.name));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace baraza::client
