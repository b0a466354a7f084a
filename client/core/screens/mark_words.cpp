// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/mark_words.h"

#include "shared/text/fill.h"

namespace baraza::client {

std::string mark_words(const text::Catalogue& words, model::Mark mark, std::uint32_t minutes) {
  const std::string count = std::to_string(minutes);
  switch (mark) {
    case model::Mark::present: return words.translate("Came");
    case model::Mark::late:
      if (minutes == 0) return words.translate("Came late");
      return text::fill(
          words.translate("Came {count} minute late", "Came {count} minutes late", minutes),
          {{"count", count}});
    case model::Mark::left_early:
      if (minutes == 0) return words.translate("Left early");
      return text::fill(
          words.translate("Left {count} minute early", "Left {count} minutes early", minutes),
          {{"count", count}});
    case model::Mark::absent_told: return words.translate("Did not come, told us");
    case model::Mark::absent_unknown: return words.translate("Did not come, not known why");
    case model::Mark::excused: return words.translate("Did not come, excused");
  }
  return {};
}

}  // namespace baraza::client
