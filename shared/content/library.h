// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "shared/content/pack.h"

namespace baraza::content {

// The packs a process works with, by id and version. Immutable once built, so that any thread may
// read it; passed to whoever needs it. Pointers and spans that it returns are valid as long as the
// library, also after it was moved.
class PackLibrary {
 public:
  // Reads all sources, such as shipped_packs(). Fails with Code::invalid_argument if any pack is
  // faulty, if two have the same kind, id and version, or if a course names what isn't among them
  // or can't serve: an instrument to measure or screen with (one that is structure only can't, nor
  // a cut-off that is no total of it), a step pack or a step of it. The detail lists every fault of
  // every pack (see parse_pack).
  static Result<PackLibrary> from(std::span<const PackSource> sources, HashFunction hash);

  // Null if there is no such pack.
  const InstrumentPack* find_instrument(std::string_view id, std::uint32_t version) const;
  const CoursePack* find_course(std::string_view id, std::uint32_t version) const;

  const StepPack* find_steps(std::string_view id, std::uint32_t version) const;

  std::span<const InstrumentPack> instruments() const { return instruments_; }
  std::span<const CoursePack> courses() const { return courses_; }

 private:
  PackLibrary() = default;

  std::vector<InstrumentPack> instruments_;
  std::vector<CoursePack> courses_;
  std::vector<StepPack> steps_;
};

}  // namespace baraza::content
