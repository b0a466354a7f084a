// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace baraza::text {

// What Catalogue::pseudo() makes of an English message: the same words with accents, at least 40 %
// more letters, between brackets. {names} stay as they are. "No network" -> "[Nô ñèèètwôôrk~]".
std::string pseudo_message(std::string_view english);

// What of a text on the screen stands outside the brackets: it didn't come from a catalogue. Names
// and numbers that people gave, or a message that somebody forgot to translate.
std::string outside_pseudo(std::string_view shown);

}  // namespace baraza::text
