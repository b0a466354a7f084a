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
    } else {
      keep(std::get<CoursePack>(std::move(*pack)), library.courses_, faults);
    }
  }
  for (const CoursePack& course : library.courses_) {
    for (const CourseMeasure& measure : course.measures) {
      if (library.find_instrument(measure.instrument_id, measure.instrument_version)) continue;
      faults.add(course.origin, measure.location,
                 "no instrument " + named(measure.instrument_id, measure.instrument_version) +
                     " among the packs");
    }
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

}  // namespace baraza::content
