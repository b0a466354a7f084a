// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "client/ui/kernel/ui.h"

// What the screens before unlocking share.
namespace baraza::ui::unlock_parts {

// The dark side with the sign; the room that is left. In the narrow layout there is no side.
Rect draw_side(Ui& ui, const std::string& program, const std::string& line,
               const std::string& offline);
// The column in the middle of the room.
Rect column_in(const Ui& ui, const Rect& room);
// A small icon and a note. Returns the height.
float note_line(Ui& ui, std::string_view id, const Rect& place, const char* icon,
                std::string_view text, Token colour, Token icon_colour);

}  // namespace baraza::ui::unlock_parts
