// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/sheets.h"

#include <gtest/gtest.h>

#include <set>

namespace baraza::rules {
namespace {

using model::Sheet;
using model::SheetKind;

TEST(Sheets, EveryKindHasFieldsWithNumbersAndNamesOfTheirOwn) {
  for (int number = 1; number <= model::sheet_kind_count; ++number) {
    const auto kind = static_cast<SheetKind>(number);
    SCOPED_TRACE(model::sheet_kind_name(kind));
    EXPECT_EQ(model::sheet_kind_from(model::sheet_kind_name(kind)), kind);
    const SheetShape& shape = sheet_shape(kind);
    EXPECT_EQ(shape.kind, kind);
    std::set<std::uint16_t> numbers;
    std::set<std::string_view> names;
    bool needed = false;
    for (const SheetFieldShape& field : shape.fields) {
      EXPECT_TRUE(numbers.insert(field.field).second);
      EXPECT_TRUE(names.insert(field.name).second);
      EXPECT_GT(field.field, 0);
      const bool chooses =
          field.input == SheetInput::one_of || field.input == SheetInput::several_of;
      EXPECT_EQ(chooses, field.choices > 0) << field.name;
      EXPECT_EQ(find_field(kind, field.field), &field);
      EXPECT_EQ(find_field(kind, field.name), &field);
      needed = needed || field.needed;
    }
    EXPECT_TRUE(needed || kind == SheetKind::expectations);
  }
  EXPECT_FALSE(model::sheet_kind_from("unknown").has_value());
}

Sheet decision() {
  Sheet out;
  out.kind = SheetKind::decision;
  out.filled = {{0, 1, "Shall I speak to her?", {}, {}},
                {1, 2, "Speak to her", {}, {}},
                {1, 3, "It is said", {}, {}},
                {2, 2, "Wait", {}, {}},
                {2, 5, "", {1}, {}}};
  return out;
}

TEST(Sheets, WhatIsNeededIsAskedForByName) {
  EXPECT_TRUE(check_sheet(decision()).has_value());
  Sheet sheet = decision();
  sheet.filled.erase(sheet.filled.begin());
  EXPECT_EQ(check_sheet(sheet).error().detail, "question is missing");
  sheet = decision();
  sheet.filled.erase(sheet.filled.begin() + 1);
  EXPECT_EQ(check_sheet(sheet).error().detail, "option is missing") << "of the row that has more";
  sheet = decision();
  sheet.filled[0].row = 3;
  EXPECT_EQ(check_sheet(sheet).error().detail, "question stands in a wrong row");
  sheet = decision();
  sheet.filled.back().choices = {2};
  EXPECT_EQ(check_sheet(sheet).error().detail, "chosen has no such choice");
  sheet.filled.back().choices = {1, 1};
  EXPECT_EQ(check_sheet(sheet).error().detail, "chosen takes one choice");
  sheet.filled.back() = {9, 200, "of a newer version", {7}, {}};
  EXPECT_TRUE(check_sheet(sheet).has_value());
}

TEST(Sheets, AreTidiedAndRead) {
  Sheet sheet = decision();
  std::swap(sheet.filled[0], sheet.filled[3]);
  sheet.filled.push_back({0, 6, " \n", {}, {}});
  tidy_sheet(sheet);
  EXPECT_EQ(sheet.filled, decision().filled);
  EXPECT_EQ(text_of(sheet, 1), "Shall I speak to her?");
  EXPECT_EQ(text_of(sheet, 2, 2), "Wait");
  EXPECT_EQ(text_of(sheet, 6), "");
  EXPECT_EQ(rows_of(sheet), (std::vector<std::uint16_t>{1, 2}));
  EXPECT_TRUE(choices_of(sheet, 5).empty()) << "stands in a row";
}

}  // namespace
}  // namespace baraza::rules
