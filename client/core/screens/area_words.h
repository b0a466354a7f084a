// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/model/values.h"
#include "shared/text/catalogue.h"

// What a member works on, and why, as people call it. Pure.
namespace baraza::client {

// "Life changes"
std::string area_words(const text::Catalogue& words, model::FocalArea area);
// "Life changes, beside it grief"
std::string choice_words(const text::Catalogue& words, const model::FocalChoice& choice);
// "Something has happened"
std::string reason_words(const text::Catalogue& words, model::FocalReason reason);

}  // namespace baraza::client
