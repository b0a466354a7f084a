// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/ui/theme/colours.h"

namespace baraza::ui {

// How loud a tag, a banner or a card speaks.
enum class Tone : std::uint8_t {
  plain,      // by the way
  soft,       // news; chosen, current
  warn,       // look here
  risk_soft,  // a risk is open
  risk,       // not seen yet
};

// What a tone is drawn with. Buttons on it take the other pair while the pointer is over them.
struct ToneColours {
  Token fill = Token::surface;
  Token ink = Token::ink;
  Token hover_fill = Token::sunk;
  Token hover_ink = Token::ink;
};

ToneColours colours_of(Tone tone);

}  // namespace baraza::ui
