// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/printer.h"

#include <gtest/gtest.h>

#include <sstream>

#include "server/app/admin_answers.h"

namespace baraza::admin {
namespace {

std::string print(bool json, const std::vector<server::RowCells>& rows) {
  std::ostringstream out;
  std::ostringstream err;
  Printer printer(out, err, json, true);
  for (const auto& row : rows) EXPECT_TRUE(server::answer_row(printer, row));
  EXPECT_TRUE(printer.finish());
  return out.str();
}

TEST(Printer, AlignsColumnsByCharactersNotBytes) {
  EXPECT_EQ(print(false, {{{"name", std::string("Zoë")}, {"seat", std::int64_t{1}}},
                          {{"name", std::string("Al")}, {"seat", std::int64_t{10}}}}),
            "name  seat\nZoë   1\nAl    10\n");
}

TEST(Printer, LetsNoNameSteerTheTerminal) {
  const std::string out = print(false, {{{"name", std::string("a\x1b[2Jb\nc")}}});
  EXPECT_EQ(out, "name\na?[2Jb?c\n");
}

TEST(Printer, GivesAnArrayAlsoWhenThereIsNothing) {
  EXPECT_EQ(print(true, {}), "[]\n");
  EXPECT_EQ(print(false, {}), "");
}

TEST(Printer, KeepsTypesInJson) {
  EXPECT_EQ(print(true, {{{"a", std::int64_t{7}}, {"b", true}, {"c", std::string("\"x\"")}}}),
            "[\n{\"a\":7,\"b\":true,\"c\":\"\\\"x\\\"\"}\n]\n");
}

}  // namespace
}  // namespace baraza::admin
