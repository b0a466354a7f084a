// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/inventory_words.h"

namespace baraza::client {

std::string relationship_words(const text::Catalogue& words, model::Relationship relationship) {
  using enum model::Relationship;
  switch (relationship) {
    case partner: return words.translate("Husband, wife or partner");
    case parent: return words.translate("Mother or father");
    case child: return words.translate("Son or daughter");
    case sibling: return words.translate("Sister or brother");
    case in_law: return words.translate("By marriage");
    case other_family: return words.translate("Other family");
    case friend_: return words.translate("Friend");
    case neighbour: return words.translate("Neighbour");
    case work: return words.translate("From work");
    case faith: return words.translate("From church, mosque or temple");
    case care: return words.translate("Health worker or teacher");
    case other: break;
  }
  return words.translate("Somebody else");
}

std::string closeness_words(const text::Catalogue& words, int closeness) {
  if (closeness == 0) return words.translate("close");
  return closeness == 1 ? words.translate("some") : words.translate("far");
}

std::string support_words(const text::Catalogue& words, model::SupportLevel support) {
  switch (support) {
    case model::SupportLevel::unknown: return {};
    case model::SupportLevel::none: return words.translate("No support");
    case model::SupportLevel::little: return words.translate("Little support");
    case model::SupportLevel::some: return words.translate("Some support");
    case model::SupportLevel::strong: break;
  }
  return words.translate("Strong support");
}

std::string contact_words(const text::Catalogue& words, model::ContactLevel contact) {
  switch (contact) {
    case model::ContactLevel::unknown: return {};
    case model::ContactLevel::daily: return words.translate("Every day");
    case model::ContactLevel::weekly: return words.translate("Every week");
    case model::ContactLevel::monthly: return words.translate("Every month");
    case model::ContactLevel::rarely: return words.translate("Rarely");
    case model::ContactLevel::never: break;
  }
  return words.translate("No contact");
}

std::string inventory_words(const text::Catalogue& words, const model::InventoryPerson& person) {
  std::string out = relationship_words(words, person.relationship);
  const auto add = [&](const std::string& more) {
    if (!more.empty()) out += " · " + more;
  };
  add(closeness_words(words, person.closeness));
  add(support_words(words, person.support));
  if (person.strain) add(words.translate("Strain between them"));
  if (person.lost) add(words.translate("Lost"));
  add(contact_words(words, person.contact));
  return out;
}

}  // namespace baraza::client
