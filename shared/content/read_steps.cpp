// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>

#include "baraza/v1/content.pb.h"
#include "shared/base/limits.h"
#include "shared/content/readers.h"

namespace baraza::content {
namespace {

constexpr int version_max = 1'000'000;

}  // namespace

std::vector<AreaPrompt> read_area_prompts(
    const google::protobuf::RepeatedPtrField<v1::AreaPrompt>& prompts, const Place& place,
    int field) {
  using Proto = v1::AreaPrompt;
  std::vector<AreaPrompt> out;
  std::set<int> areas;
  for (int i = 0; i < prompts.size(); ++i) {
    const Place here = place.child(field, i);
    if (prompts[i].area() == v1::FOCAL_AREA_UNSPECIFIED) {
      here.fault(Proto::kAreaFieldNumber, "'area' is missing");
    } else if (!areas.insert(prompts[i].area()).second) {
      here.fault(Proto::kAreaFieldNumber, "this area stands twice");
    }
    // check_values() reports an area that isn't known.
    out.push_back({static_cast<FocalArea>(prompts[i].area()),
                   here.line(Proto::kPromptFieldNumber, prompts[i].prompt())});
  }
  return out;
}

StepPack read_step_pack(const v1::StepPack& message, const Place& place) {
  using Proto = v1::StepPack;
  using Step = v1::StepText;
  StepPack pack;
  pack.location = place.location();
  pack.id = place.id(Proto::kIdFieldNumber, message.id());
  pack.version = static_cast<std::uint32_t>(
      place.number(Proto::kVersionFieldNumber, message.version(), 1, version_max));
  pack.title = place.line(Proto::kTitleFieldNumber, message.title());
  pack.licence_note =
      place.text(Proto::kLicenceNoteFieldNumber, message.licence_note(), limits::text_bytes);
  if (message.steps_size() == 0) place.fault(Proto::kStepsFieldNumber, "'steps' is missing");
  std::set<std::string> ids;
  for (int i = 0; i < message.steps_size(); ++i) {
    const Step& step = message.steps(i);
    const Place here = place.child(Proto::kStepsFieldNumber, i);
    pack.steps.push_back({
        here.id(Step::kIdFieldNumber, step.id()),
        here.line(Step::kTitleFieldNumber, step.title()),
        here.optional_line(Step::kPromptFieldNumber, step.prompt()),
        read_area_prompts(step.area_prompts(), here, Step::kAreaPromptsFieldNumber),
    });
    if (!step.id().empty() && !ids.insert(step.id()).second) {
      here.fault(Step::kIdFieldNumber, "'" + step.id() + "' stands twice");
    }
  }
  return pack;
}

}  // namespace baraza::content
