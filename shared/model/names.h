// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace baraza::model {

// A name ends up in lists, exports and terminals, where control characters (the two-byte ones too)
// hide or forge what stands around them, and where the characters that turn the direction of
// writing make one name read as another: U+2028 to U+202E, U+2066 to U+2069, U+FEFF. Joiners and
// plain marks of direction stay: some scripts need them. So do newline and tab, which older entries
// may hold. The text is UTF-8.
bool has_control_characters(std::string_view text);

// Whether the bytes are well-formed UTF-8: what a message's text field can carry.
bool is_utf8(std::string_view text);

}  // namespace baraza::model
