// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "shared/base/code.h"
#include "shared/text/catalogue.h"

namespace baraza::text {

// What a person was about when it happened: some codes are said differently then.
enum class About {
  anything,
  name,      // gave something a name, or looked for it by one
  joining,   // entered an enrolment code
  session,   // opened, closed or corrected a session, or marked in it
  seat,      // gave somebody a seat in a group
  check_in,  // recorded, corrected or withdrew a check-in
};

// What a person at a laptop reads for this code: what happened, what is safe, what to do. The
// server sends codes, never sentences, so a newer server's code may be unknown here; it has a
// sentence too. Never empty.
std::string sentence_for(const Catalogue& catalogue, Code code, About about = About::anything);

}  // namespace baraza::text
