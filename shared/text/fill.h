// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace baraza::text {

// The text with each {name} replaced by its value: fill("Sent at {time}", {{"time", "17:48"}}).
// A name without a value stays as it is written; values are not looked at again, so what a person
// wrote can't stand for something else. Never fails.
//
// Names rather than boost::locale::format's {1}: a translator sees what will stand there and may
// move it, and msgfmt compares the names of both languages (python-brace-format). fmt has names
// too, but throws where a translation is wrong; here the person still reads the rest.
std::string fill(std::string_view text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace baraza::text
