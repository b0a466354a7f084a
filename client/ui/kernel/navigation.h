// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "client/ui/kernel/input.h"
#include "client/ui/kernel/registry.h"

// Where the focus goes, from what the last pass drew.
namespace baraza::ui {

// For each group, the control that last had the focus: Tab comes back to it.
using GroupMemory = std::map<std::string, std::string, std::less<>>;

// True if what has the focus has a use of its own for the event, so that it is nobody's shortcut:
// letters and the keys of editing in a text field, arrows where they change a value.
bool keeps(const Drawn& focused, const InputEvent& event);

// The id of the control that gets the focus for this event, empty if the event doesn't move it.
// Tab walks between groups; arrows, Home and End walk inside a group, arrows to the nearest control
// in their direction. Only controls of `layer` and above are reached.
std::string next_focus(const Registry& shown, std::string_view focused, const InputEvent& event,
                       int layer, const GroupMemory& memory);

}  // namespace baraza::ui
