// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/screens/sheet_words.h"

// What the fields of the sheets ask, by the part of the course; for the sources of sheet_words. The
// numbers are those of shared/rules/sheets.
namespace baraza::client {

SheetFieldWords first_talk_field(const text::Catalogue& words, model::SheetKind kind,
                                 std::uint16_t field);
SheetFieldWords weekly_field(const text::Catalogue& words, model::SheetKind kind,
                             std::uint16_t field);
SheetFieldWords area_field(const text::Catalogue& words, model::SheetKind kind,
                           std::uint16_t field);

}  // namespace baraza::client
