// SPDX-License-Identifier: Apache-2.0
#include "server/report/columns.h"

namespace baraza::server {

std::string_view cell_type_name(CellType type) {
  switch (type) {
    case CellType::text: return "text";
    case CellType::number: return "number";
    case CellType::date: return "date";
    case CellType::instant: return "instant";
  }
  return "unknown";
}

Cell date_cell(CivilDate date) {
  return to_text(date);
}

Cell instant_cell(std::optional<Instant> instant) {
  constexpr std::int64_t first_ms = -62'135'596'800'000;  // 0001-01-01
  constexpr std::int64_t end_ms = 253'402'300'800'000;    // 10000-01-01
  if (!instant || instant->ms < first_ms || instant->ms >= end_ms) return {};
  return to_text(*instant);
}

}  // namespace baraza::server
