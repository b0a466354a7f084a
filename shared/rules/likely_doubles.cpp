// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "shared/rules/intake.h"

// Who may stand on the list twice. Names are written as they are heard, and years are guessed.
namespace baraza::rules {
namespace {

constexpr std::size_t phone_digits = 8;  // from the right: with or without the country's prefix
constexpr int years_apart = 2;

struct Key {
  std::vector<std::string> names;  // small letters
  std::string village;
  std::string phone;  // its last digits; empty if there are too few
};

// Letters of ASCII made small, everything but letters and bytes of other scripts a gap.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out(1);
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each);
    if (byte >= 0x80 || std::isalpha(byte) != 0) {
      out.back() += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    } else if (each != '\'' && !out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

Key key_of(const model::Person& person) {
  Key out;
  out.names = words_of(person.name);
  for (const std::string& word : words_of(person.village)) out.village += word;
  for (const char each : person.phone) {
    if (std::isdigit(static_cast<unsigned char>(each)) != 0) out.phone += each;
  }
  out.phone = out.phone.size() < phone_digits ? std::string()
                                              : out.phone.substr(out.phone.size() - phone_digits);
  return out;
}

bool could_be(const std::string& one, const std::string& other) {
  constexpr std::size_t short_name = 3;  // of these a letter more is likely, another letter isn't
  constexpr std::size_t long_name = 7;
  const std::size_t shorter = std::min(one.size(), other.size());
  if (shorter < short_name) return one == other;
  if (shorter == short_name && one.size() == other.size()) return one == other;
  return letters_apart(one, other) <= (shorter >= long_name ? 2U : 1U);
}

// How many names of the shorter one have their like in the longer; 0 unless all have.
std::size_t names_in_common(const Key& one, const Key& other) {
  const auto& fewer = one.names.size() <= other.names.size() ? one.names : other.names;
  std::vector<std::string> more = &fewer == &one.names ? other.names : one.names;
  for (const std::string& name : fewer) {
    const auto like = std::find_if(more.begin(), more.end(),
                                   [&](const auto& each) { return could_be(name, each); });
    if (like == more.end()) return 0;
    more.erase(like);
  }
  return fewer.size();
}

std::optional<LikelyDouble> compare(const model::Person& one, const Key& a,
                                    const model::Person& other, const Key& b) {
  LikelyDouble out{one.person, other.person, false, false, false};
  out.phone = !a.phone.empty() && a.phone == b.phone;
  out.village = !a.village.empty() && could_be(a.village, b.village);
  const bool years = one.birth_year != 0 && other.birth_year != 0;
  const int apart = std::abs(static_cast<int>(one.birth_year) - static_cast<int>(other.birth_year));
  out.birth_year = years && apart <= years_apart;
  if (years && !out.birth_year) return std::nullopt;
  const bool sexes = one.sex != model::Sex::unknown && other.sex != model::Sex::unknown;
  if (sexes && one.sex != other.sex) return std::nullopt;
  const std::size_t common = names_in_common(a, b);
  const bool speaks =
      common >= 2 || (common == 1 && out.phone) || (common == 1 && out.birth_year && out.village);
  return speaks ? std::optional(out) : std::nullopt;
}

// Somebody said that this entry is somebody else after all.
bool told_apart(const model::IntakeState& intake, const PersonId& person) {
  const auto join = intake.joins.find(person);
  if (join == intake.joins.end()) return false;
  const auto* shown = join->second.shown(intake.basics.replaced);
  return shown != nullptr && shown->value.same_as.is_zero();
}

}  // namespace

std::size_t letters_apart(std::string_view one, std::string_view other) {
  const std::size_t width = other.size() + 1;
  std::vector<std::size_t> table((one.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return table[i * width + j];
  };
  for (std::size_t i = 0; i <= one.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= other.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
      at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change});
      const bool swapped =
          i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (swapped) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  }
  return at(one.size(), other.size());
}

std::optional<LikelyDouble> compare(const model::Person& one, const model::Person& other) {
  return compare(one, key_of(one), other, key_of(other));
}

std::vector<LikelyDouble> likely_doubles(const model::IntakeState& intake) {
  struct Entry {
    const model::Person* person;
    Key key;
    bool apart;
  };
  std::vector<Entry> entries;
  for (const auto& [id, person] : intake.persons) {
    const auto* shown = person.shown(intake.basics.replaced);
    if (shown == nullptr || same_person(intake, id) != id) continue;
    entries.push_back({&shown->value, key_of(shown->value), told_apart(intake, id)});
  }
  std::vector<LikelyDouble> out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (std::size_t j = i + 1; j < entries.size(); ++j) {
      const Entry& a = entries[i];
      const Entry& b = entries[j];
      if (a.apart || b.apart) continue;
      if (const auto pair = compare(*a.person, a.key, *b.person, b.key)) out.push_back(*pair);
    }
  }
  return out;
}

}  // namespace baraza::rules
