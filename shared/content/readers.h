// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/repeated_field.h>

#include <vector>

#include "shared/content/course.h"
#include "shared/content/faults.h"
#include "shared/content/instrument.h"

namespace baraza::v1 {
class AreaPrompt;
class CoursePack;
class InstrumentPack;
class StepPack;
}  // namespace baraza::v1

namespace baraza::content {

// The parts of parse_pack(): each fills the plain struct and adds what is wrong to the place's
// list. What is returned means something only if nothing was added. version_hash and origin are
// left to the caller.
InstrumentPack read_instrument(const v1::InstrumentPack& message, const Place& place);
CoursePack read_course(const v1::CoursePack& message, const Place& place);
StepPack read_step_pack(const v1::StepPack& message, const Place& place);

// The prompts of one step, in that field of the message at `place`.
std::vector<AreaPrompt> read_area_prompts(
    const google::protobuf::RepeatedPtrField<v1::AreaPrompt>& prompts, const Place& place,
    int field);

// Strings that aren't UTF-8 or hold control characters, texts over their limit, and enum values
// that this version doesn't know, anywhere in the message.
void check_values(const google::protobuf::Message& message, const Place& place);

}  // namespace baraza::content
