// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/model/work_values.h"
#include "shared/text/catalogue.h"

// How the people in a member's life are spoken of. Pure.
namespace baraza::client {

std::string relationship_words(const text::Catalogue& words, model::Relationship relationship);
std::string closeness_words(const text::Catalogue& words, int closeness);
std::string support_words(const text::Catalogue& words, model::SupportLevel support);
std::string contact_words(const text::Catalogue& words, model::ContactLevel contact);
// "Mother · close · strong support · strain"
std::string inventory_words(const text::Catalogue& words, const model::InventoryPerson& person);

}  // namespace baraza::client
