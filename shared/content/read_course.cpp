// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "baraza/v1/content.pb.h"
#include "shared/base/limits.h"
#include "shared/content/readers.h"

namespace baraza::content {
namespace {

constexpr int version_max = 1'000'000;
constexpr std::uint32_t sessions_max = 200;
constexpr int unknown = -1;
constexpr int minutes_max = 480;
constexpr int interval_days_max = 366;
constexpr int members_max = 60;
constexpr int cut_off_max = 64'000;

std::string sessions_text(int first, int last) {
  if (first == last) return "session " + std::to_string(first);
  return "sessions " + std::to_string(first) + " to " + std::to_string(last);
}

// `texts_elsewhere`: the course names a step pack, so a step may come without words of its own.
void read_steps(const v1::SessionPlan& message, const Place& place, bool texts_elsewhere,
                SessionPlan& plan) {
  using Proto = v1::AgendaStep;
  constexpr int field = v1::SessionPlan::kStepsFieldNumber;
  if (message.steps_size() == 0) place.fault(field, "'steps' is missing");
  std::set<std::string> ids;
  for (int i = 0; i < message.steps_size(); ++i) {
    const Proto& step = message.steps(i);
    const Place here = place.child(field, i);
    const bool without_words =
        step.title().empty() && step.prompt().empty() && step.area_prompts_size() == 0;
    plan.steps.push_back({
        here.id(Proto::kIdFieldNumber, step.id()),
        texts_elsewhere && without_words ? std::string()
                                         : here.line(Proto::kTitleFieldNumber, step.title()),
        here.number(Proto::kMinutesFieldNumber, step.minutes(), 1, minutes_max),
        here.optional_line(Proto::kPromptFieldNumber, step.prompt()),
        read_area_prompts(step.area_prompts(), here, Proto::kAreaPromptsFieldNumber),
        here.location(),
    });
    if (!step.id().empty() && !ids.insert(step.id()).second) {
      here.fault(Proto::kIdFieldNumber, "'" + step.id() + "' stands twice");
    }
  }
}

// `expected` is the number that the plan has to begin with, unknown after a plan without sound
// limits; moves past its end.
SessionPlan read_plan(const v1::SessionPlan& message, const Place& place, bool texts_elsewhere,
                      int& expected) {
  using Proto = v1::SessionPlan;
  const auto in_range = [](std::uint32_t number) { return number >= 1 && number <= sessions_max; };
  SessionPlan plan;
  plan.first = place.number(Proto::kFirstFieldNumber, message.first(), 1, sessions_max);
  plan.last = place.number(Proto::kLastFieldNumber, message.last(), 1, sessions_max);
  if (!in_range(message.first()) || !in_range(message.last())) {
    expected = unknown;
  } else if (plan.last < plan.first) {
    place.fault(Proto::kLastFieldNumber, "'last' is before 'first'");
    expected = unknown;
  } else {
    if (expected != unknown && plan.first > expected) {
      place.fault(Proto::kFirstFieldNumber,
                  sessions_text(expected, plan.first - 1) + " in no plan");
    } else if (expected != unknown && plan.first < expected) {
      place.fault(Proto::kFirstFieldNumber,
                  sessions_text(plan.first, std::min(plan.last, expected - 1)) + " in two plans");
    }
    expected = std::max(expected, plan.last + 1);
  }
  read_steps(message, place, texts_elsewhere, plan);
  return plan;
}

void read_phases(const v1::CoursePack& message, const Place& place, CoursePack& pack) {
  using Proto = v1::Phase;
  constexpr int field = v1::CoursePack::kPhasesFieldNumber;
  int expected_pre_group = 1;
  int expected_session = 1;
  int latest_kind = v1::PHASE_KIND_UNSPECIFIED;
  for (int i = 0; i < message.phases_size(); ++i) {
    const Proto& phase = message.phases(i);
    const Place here = place.child(field, i);
    Phase out;
    switch (phase.kind()) {
      case v1::PHASE_KIND_PRE_GROUP: out.kind = PhaseKind::pre_group; break;
      case v1::PHASE_KIND_INITIAL: out.kind = PhaseKind::initial; break;
      case v1::PHASE_KIND_MIDDLE: out.kind = PhaseKind::middle; break;
      case v1::PHASE_KIND_ENDING: out.kind = PhaseKind::ending; break;
      case v1::PHASE_KIND_UNSPECIFIED:
        here.fault(Proto::kKindFieldNumber, "'kind' is missing");
        break;
      default: break;  // check_values() has reported it
    }
    if (v1::PhaseKind_IsValid(phase.kind()) && phase.kind() != v1::PHASE_KIND_UNSPECIFIED) {
      if (phase.kind() == latest_kind) {
        here.fault(Proto::kKindFieldNumber, "this kind of phase stands twice");
      } else if (phase.kind() < latest_kind) {
        here.fault(Proto::kKindFieldNumber,
                   "phases must come in the order pre-group, initial, middle, ending");
      }
      latest_kind = std::max<int>(latest_kind, phase.kind());
    }
    switch (phase.setting()) {
      case v1::SETTING_GROUP: out.setting = Setting::group; break;
      case v1::SETTING_INDIVIDUAL: out.setting = Setting::individual; break;
      case v1::SETTING_UNSPECIFIED:
        here.fault(Proto::kSettingFieldNumber, "'setting' is missing");
        break;
      default: break;  // check_values() has reported it
    }
    out.title = here.line(Proto::kTitleFieldNumber, phase.title());
    out.short_title = here.optional_line(Proto::kShortTitleFieldNumber, phase.short_title());
    if (out.short_title.empty()) out.short_title = out.title;
    if (phase.plans_size() == 0) here.fault(Proto::kPlansFieldNumber, "'plans' is missing");
    int& expected = out.kind == PhaseKind::pre_group ? expected_pre_group : expected_session;
    for (int p = 0; p < phase.plans_size(); ++p) {
      out.plans.push_back(read_plan(phase.plans(p), here.child(Proto::kPlansFieldNumber, p),
                                    !message.steps_id().empty(), expected));
    }
    pack.phases.push_back(std::move(out));
  }
  if (pack.session_count() == 0) place.fault(field, "the course has no sessions");
}

void read_measures(const v1::CoursePack& message, const Place& place, CoursePack& pack) {
  using Proto = v1::CourseMeasure;
  constexpr int field = v1::CoursePack::kMeasuresFieldNumber;
  const int session_count = pack.session_count();
  std::set<std::string> instruments;
  for (int i = 0; i < message.measures_size(); ++i) {
    const Proto& measure = message.measures(i);
    const Place here = place.child(field, i);
    CourseMeasure out;
    out.location = here.location();
    out.instrument_id = here.id(Proto::kInstrumentIdFieldNumber, measure.instrument_id());
    out.instrument_version = static_cast<std::uint32_t>(here.number(
        Proto::kInstrumentVersionFieldNumber, measure.instrument_version(), 1, version_max));
    out.before_the_group = measure.before_the_group();
    // Two versions of one instrument in one course would break its trend line.
    if (!measure.instrument_id().empty() && !instruments.insert(measure.instrument_id()).second) {
      here.fault(Proto::kInstrumentIdFieldNumber, "'" + measure.instrument_id() + "' stands twice");
    }
    if (measure.before_the_group() && pack.pre_group_count() == 0) {
      here.fault(Proto::kBeforeTheGroupFieldNumber, "the course has no pre-group phase");
    }
    if (measure.cadence() == v1::MEASURE_CADENCE_UNSPECIFIED) {
      here.fault(Proto::kCadenceFieldNumber, "'cadence' is missing");
    }
    const bool listed = measure.cadence() == v1::MEASURE_CADENCE_LISTED_SESSIONS;
    out.cadence = listed ? MeasureCadence::listed_sessions : MeasureCadence::every_session;
    if (listed && measure.sessions_size() == 0) {
      here.fault(Proto::kSessionsFieldNumber, "'sessions' is missing");
    } else if (!listed && measure.sessions_size() > 0) {
      here.fault_at(Proto::kSessionsFieldNumber, 0, "'sessions' are for listed sessions only");
    }
    for (int s = 0; s < measure.sessions_size(); ++s) {
      const int session = static_cast<int>(std::min<std::uint32_t>(measure.sessions(s), INT32_MAX));
      if (session < 1 || session > session_count) {
        here.fault_at(Proto::kSessionsFieldNumber, s,
                      "the course has no session " + std::to_string(measure.sessions(s)));
      } else if (!out.sessions.empty() && session <= out.sessions.back()) {
        here.fault_at(Proto::kSessionsFieldNumber, s, "'sessions' must rise");
      }
      out.sessions.push_back(session);
    }
    pack.measures.push_back(std::move(out));
  }
}

void read_completion(const v1::CoursePack& message, const Place& place, CoursePack& pack) {
  constexpr int field = v1::CoursePack::kCompletionFieldNumber;
  if (!message.has_completion()) {
    place.fault(field, "'completion' is missing");
    return;
  }
  pack.min_sessions_attended = place.child(field).number(
      v1::CompletionRule::kMinSessionsAttendedFieldNumber,
      message.completion().min_sessions_attended(), 1, std::max(1, pack.session_count()));
}

void read_size(const v1::CoursePack& message, const Place& place, CoursePack& pack) {
  using Proto = v1::GroupSize;
  constexpr int field = v1::CoursePack::kSizeFieldNumber;
  if (!message.has_size()) {
    place.fault(field, "'size' is missing");
    return;
  }
  const Place here = place.child(field);
  pack.min_members =
      here.number(Proto::kMinMembersFieldNumber, message.size().min_members(), 1, members_max);
  pack.max_members =
      here.number(Proto::kMaxMembersFieldNumber, message.size().max_members(), 1, members_max);
  const bool both_hold = message.size().max_members() >= 1 &&
                         message.size().max_members() <= std::uint32_t{members_max};
  if (both_hold && pack.max_members < pack.min_members) {
    here.fault(Proto::kMaxMembersFieldNumber, "'max_members' is below 'min_members'");
  }
}

void read_eligibility(const v1::CoursePack& message, const Place& place, CoursePack& pack) {
  using Proto = v1::ScreeningStep;
  const Place rule = place.child(v1::CoursePack::kEligibilityFieldNumber);
  if (message.has_eligibility() && message.eligibility().steps_size() == 0) {
    rule.fault(v1::Eligibility::kStepsFieldNumber, "'steps' is missing");
  }
  std::set<std::string> instruments;
  for (int i = 0; i < message.eligibility().steps_size(); ++i) {
    const Proto& step = message.eligibility().steps(i);
    const Place here = rule.child(v1::Eligibility::kStepsFieldNumber, i);
    pack.screening.push_back({
        here.id(Proto::kInstrumentIdFieldNumber, step.instrument_id()),
        static_cast<std::uint32_t>(here.number(Proto::kInstrumentVersionFieldNumber,
                                               step.instrument_version(), 1, version_max)),
        here.number(Proto::kCutOffFieldNumber, step.cut_off(), 0, cut_off_max, step.has_cut_off()),
        here.location(),
    });
    if (!step.instrument_id().empty() && !instruments.insert(step.instrument_id()).second) {
      here.fault(Proto::kInstrumentIdFieldNumber, "'" + step.instrument_id() + "' stands twice");
    }
  }
}

// Words come from a step pack, or from the course itself.
void read_words(const v1::CoursePack& message, const Place& place, CoursePack& pack) {
  using Proto = v1::CoursePack;
  if (!message.steps_id().empty()) {
    pack.steps_id = place.id(Proto::kStepsIdFieldNumber, message.steps_id());
    pack.steps_version = static_cast<std::uint32_t>(
        place.number(Proto::kStepsVersionFieldNumber, message.steps_version(), 1, version_max));
  } else if (message.steps_version() != 0) {
    place.fault(Proto::kStepsVersionFieldNumber, "'steps_id' is missing");
  }
}

}  // namespace

CoursePack read_course(const v1::CoursePack& message, const Place& place) {
  using Proto = v1::CoursePack;
  CoursePack pack;
  pack.location = place.location();
  pack.id = place.id(Proto::kIdFieldNumber, message.id());
  pack.version = static_cast<std::uint32_t>(
      place.number(Proto::kVersionFieldNumber, message.version(), 1, version_max));
  pack.title = place.line(Proto::kTitleFieldNumber, message.title());
  pack.licence_note =
      place.text(Proto::kLicenceNoteFieldNumber, message.licence_note(), limits::text_bytes);
  pack.interval_days =
      place.number(Proto::kIntervalDaysFieldNumber, message.interval_days(), 1, interval_days_max);
  read_words(message, place, pack);
  read_size(message, place, pack);
  read_phases(message, place, pack);
  read_measures(message, place, pack);
  read_completion(message, place, pack);
  read_eligibility(message, place, pack);
  return pack;
}

}  // namespace baraza::content
