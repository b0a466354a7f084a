// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/mood_check_model.h"

// The questions of the screening, asked of somebody on a site's list. The same sheets, keys and
// drafts as a mood check; a short questionnaire leads on to the long one only where the rule does.
namespace baraza::client {

// What the owner does when the screen opens. `paper`: the answers are copied from a paper. What two
// questionnaires ask alike (by its LOINC code) is asked once: the second begins with the answer.
MoodCheckSheets begin_screening(const ScreenContext& context, const SiteId& site,
                                const PersonId& person, bool paper,
                                const std::map<std::string, Bytes>& kept, Random& random);

MoodCheckModel screening_model(const ScreenContext& context, const SiteId& site,
                               const PersonId& person, const MoodCheckSheets& sheets);

}  // namespace baraza::client
