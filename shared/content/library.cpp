// SPDX-License-Identifier: Apache-2.0
#include "shared/content/library.h"

#include "shared/content/faults.h"

namespace baraza::content {
namespace {

template <class AnyPack>
const AnyPack* find(const std::vector<AnyPack>& packs, std::string_view id, std::uint32_t version) {
  for (const AnyPack& pack : packs) {
    if (pack.version == version && pack.id == id) return &pack;
  }
  return nullptr;
}

std::string named(std::string_view id, std::uint32_t version) {
  return "'" + std::string(id) + "' version " + std::to_string(version);
}

// Faults of several packs in one error, a line each.
class AllFaults {
 public:
  void add(const Error& error) {
    if (!detail_.empty()) detail_ += '\n';
    detail_ += error.detail;
  }
  void add(std::string_view name, Location location, std::string text) {
    FaultList one;
    one.add(location, std::move(text));
    add(one.as_error(name));
  }
  const std::string& detail() const { return detail_; }

 private:
  std::string detail_;
};

template <class AnyPack>
void keep(AnyPack pack, std::vector<AnyPack>& packs, AllFaults& faults) {
  if (const AnyPack* other = find(packs, pack.id, pack.version)) {
    faults.add(pack.origin, pack.location,
               named(pack.id, pack.version) + " is in " + other->origin + " already");
    return;
  }
  packs.push_back(std::move(pack));
}

// The instrument that a course names, if it can serve there.
const InstrumentPack* usable(const PackLibrary& library, const CoursePack& course,
                             std::string_view id, std::uint32_t version, Location location,
                             AllFaults& faults) {
  const InstrumentPack* instrument = library.find_instrument(id, version);
  if (instrument == nullptr) {
    faults.add(course.origin, location, "no instrument " + named(id, version) + " among the packs");
  } else if (instrument->structure_only) {
    faults.add(
        course.origin, location,
        "instrument " + named(id, version) + " has no text to ask with: it is structure only");
    return nullptr;
  }
  return instrument;
}

void check_instruments(const PackLibrary& library, const CoursePack& course, AllFaults& faults) {
  for (const CourseMeasure& measure : course.measures) {
    usable(library, course, measure.instrument_id, measure.instrument_version, measure.location,
           faults);
  }
  for (const ScreeningStep& step : course.screening) {
    const auto* instrument =
        usable(library, course, step.instrument_id, step.instrument_version, step.location, faults);
    if (instrument == nullptr) continue;
    if (step.cut_off < instrument->lowest_total() || step.cut_off > instrument->highest_total()) {
      faults.add(course.origin, step.location,
                 "'cut_off' is " + std::to_string(step.cut_off) + ", totals of " +
                     named(step.instrument_id, step.instrument_version) + " are " +
                     std::to_string(instrument->lowest_total()) + " to " +
                     std::to_string(instrument->highest_total()));
    }
  }
}

// Gives each step that has no words those of the step pack.
void fill_in_words(const PackLibrary& library, CoursePack& course, AllFaults& faults) {
  if (course.steps_id.empty()) return;
  const StepPack* texts = library.find_steps(course.steps_id, course.steps_version);
  if (texts == nullptr) {
    faults.add(course.origin, course.location,
               "no steps " + named(course.steps_id, course.steps_version) + " among the packs");
    return;
  }
  for (Phase& phase : course.phases) {
    for (SessionPlan& plan : phase.plans) {
      for (AgendaStep& step : plan.steps) {
        if (!step.title.empty()) continue;
        const StepText* text = texts->find(step.id);
        if (text == nullptr) {
          faults.add(course.origin, step.location,
                     "no step '" + step.id + "' in " + named(texts->id, texts->version));
          continue;
        }
        step.title = text->title;
        step.prompt = text->prompt;
        step.area_prompts = text->area_prompts;
      }
    }
  }
}

}  // namespace

Result<PackLibrary> PackLibrary::from(std::span<const PackSource> sources, HashFunction hash) {
  PackLibrary library;
  AllFaults faults;
  for (const PackSource& source : sources) {
    Result<Pack> pack = parse_pack(source.name, source.bytes, hash);
    if (!pack) {
      faults.add(pack.error());
    } else if (auto* instrument = std::get_if<InstrumentPack>(&*pack)) {
      keep(std::move(*instrument), library.instruments_, faults);
    } else if (auto* steps = std::get_if<StepPack>(&*pack)) {
      keep(std::move(*steps), library.steps_, faults);
    } else {
      keep(std::get<CoursePack>(std::move(*pack)), library.courses_, faults);
    }
  }
  for (CoursePack& course : library.courses_) {
    check_instruments(library, course, faults);
    fill_in_words(library, course, faults);
  }
  if (!faults.detail().empty()) return fail(Code::invalid_argument, faults.detail());
  return library;
}

const InstrumentPack* PackLibrary::find_instrument(std::string_view id,
                                                   std::uint32_t version) const {
  return find(instruments_, id, version);
}

const CoursePack* PackLibrary::find_course(std::string_view id, std::uint32_t version) const {
  return find(courses_, id, version);
}

const StepPack* PackLibrary::find_steps(std::string_view id, std::uint32_t version) const {
  return find(steps_, id, version);
}

}  // namespace baraza::content
