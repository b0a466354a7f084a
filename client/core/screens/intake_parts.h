// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "shared/rules/intake.h"

// What the models of a site's list share; for client/core/screens's own sources.
namespace baraza::client::intake_parts {

// The course by which people of this site are screened: that of its newest group; before it has
// one, the first for groups that is known here. Null if none screens.
const content::CoursePack* screening_course(const ScreenContext& context, const SiteId& site);

std::vector<rules::IntakePerson> list_of(const ScreenContext& context, const SiteId& site);

// Whether this person writes in the site's list.
bool screens_at(const ScreenContext& context, const SiteId& site);

// Whether this person forms groups there.
bool may_form(const ScreenContext& context, const SiteId& site);

CivilDate today_at_site(const ScreenContext& context, const SiteId& site);

// As people of the list are called; without names while privacy is on.
std::string called(const ScreenContext& context, const model::Person& person);
// "1987, Kibera"; empty if nothing is known.
std::string about(const ScreenContext& context, const model::Person& person);
// "To be asked the PHQ-9", "Waits for a group".
std::string standing_words(const ScreenContext& context, const rules::IntakePerson& person);
std::string suitability_words(const text::Catalogue& words, model::Suitability suitability);
std::string refer_words(const text::Catalogue& words, model::ReferReason reason);

// "Rose, Tuesday 10:42"
std::string written_by(const ScreenContext& context, const SiteId& site, const WriterId& writer,
                       Instant when);

}  // namespace baraza::client::intake_parts
