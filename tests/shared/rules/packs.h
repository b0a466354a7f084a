// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/content/pack.h"
#include "shared/model/values.h"
#include "shared/op/hash.h"

namespace baraza::rules {

inline Hash pack_hash(ByteView bytes) {
  return Hasher("pack").add(bytes).finish();
}

inline content::InstrumentPack instrument_from(std::string_view name, ByteView bytes) {
  Result<content::Pack> pack = content::parse_pack(name, bytes, pack_hash);
  if (!pack) throw std::runtime_error(pack.error().detail);
  return std::get<content::InstrumentPack>(*pack);
}

inline content::InstrumentPack shipped_instrument(std::string_view name) {
  for (const content::PackSource& source : content::shipped_packs()) {
    if (source.name == name) return instrument_from(source.name, source.bytes);
  }
  throw std::runtime_error("no such pack");
}

inline model::Answer answered(std::uint32_t value) {
  return {model::AnswerState::answered, value};
}
inline constexpr model::Answer refused{model::AnswerState::refused, 0};
inline constexpr model::Answer not_asked{model::AnswerState::not_asked, 0};
inline constexpr model::Answer not_applicable{model::AnswerState::not_applicable, 0};
inline constexpr model::Answer skipped{model::AnswerState::skipped, 0};

// Digits are answers; r refused, n not asked, a not applicable, s skipped.
inline std::vector<model::Answer> answers(std::string_view text) {
  std::vector<model::Answer> out;
  for (const char c : text) {
    switch (c) {
      case 'r': out.push_back(refused); break;
      case 'n': out.push_back(not_asked); break;
      case 'a': out.push_back(not_applicable); break;
      case 's': out.push_back(skipped); break;
      default: out.push_back(answered(static_cast<std::uint32_t>(c - '0'))); break;
    }
  }
  return out;
}

}  // namespace baraza::rules
