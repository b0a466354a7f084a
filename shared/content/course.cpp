// SPDX-License-Identifier: Apache-2.0
#include "shared/content/course.h"

#include <algorithm>
#include <numeric>

namespace baraza::content {
namespace {

int last_number(const CoursePack& course, bool pre_group) {
  int last = 0;
  for (const Phase& phase : course.phases) {
    if ((phase.kind == PhaseKind::pre_group) != pre_group) continue;
    for (const SessionPlan& plan : phase.plans) last = std::max(last, plan.last);
  }
  return last;
}

}  // namespace

const StepText* StepPack::find(std::string_view step) const {
  const auto at =
      std::find_if(steps.begin(), steps.end(), [&](const auto& each) { return each.id == step; });
  return at == steps.end() ? nullptr : &*at;
}

const std::string& AgendaStep::prompt_for(FocalArea area) const {
  for (const AreaPrompt& each : area_prompts) {
    if (each.area == area) return each.prompt;
  }
  return prompt;
}

int SessionPlan::minutes() const {
  return std::accumulate(steps.begin(), steps.end(), 0,
                         [](int sum, const AgendaStep& step) { return sum + step.minutes; });
}

bool CourseMeasure::due_in(int session) const {
  if (session < 1) return false;
  if (cadence == MeasureCadence::every_session) return true;
  return std::binary_search(sessions.begin(), sessions.end(), session);
}

int CoursePack::session_count() const {
  return last_number(*this, false);
}

int CoursePack::pre_group_count() const {
  return last_number(*this, true);
}

const Phase* CoursePack::phase_of(int session) const {
  for (const Phase& phase : phases) {
    if (phase.kind == PhaseKind::pre_group) continue;
    for (const SessionPlan& plan : phase.plans) {
      if (session >= plan.first && session <= plan.last) return &phase;
    }
  }
  return nullptr;
}

const SessionPlan* CoursePack::plan_of(int session) const {
  const Phase* phase = phase_of(session);
  if (phase == nullptr) return nullptr;
  for (const SessionPlan& plan : phase->plans) {
    if (session >= plan.first && session <= plan.last) return &plan;
  }
  return nullptr;
}

}  // namespace baraza::content
