// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "baraza/v1/head.pb.h"
#include "shared/model/kinds.h"

namespace baraza::model {
namespace {

// Every message of every .proto file that stands beside a row, as protoc read them: a file that
// nothing links yet is seen too.
struct Vocabulary {
  std::map<std::uint32_t, std::pair<std::string, v1::KindRow>> rows;

  Vocabulary() {
    std::ifstream in(BARAZA_VOCABULARY, std::ios::binary);
    google::protobuf::FileDescriptorSet files;
    EXPECT_TRUE(files.ParseFromIstream(&in));
    for (const auto& file : files.file()) {
      for (const auto& message : file.message_type()) {
        if (!message.options().HasExtension(v1::op_kind)) continue;
        const v1::KindRow& row = message.options().GetExtension(v1::op_kind);
        EXPECT_TRUE(rows.emplace(row.number(), std::pair(message.name(), row)).second)
            << "two messages with number " << row.number();
      }
    }
  }
};

TEST(Kinds, EveryMessageWithAnOpKindIsKnown) {
  const Vocabulary vocabulary;
  for (const auto& [number, row] : vocabulary.rows) {
    EXPECT_TRUE(kind_from(number).has_value()) << row.first;
  }
}

TEST(Kinds, EveryRowIsTheOneBesideItsMessage) {
  const Vocabulary vocabulary;
  for (const Kind kind : all_kinds()) {
    const KindRow row = kind_row(kind);
    SCOPED_TRACE(row.name);
    const auto found = vocabulary.rows.find(static_cast<std::uint32_t>(kind));
    ASSERT_NE(found, vocabulary.rows.end());
    EXPECT_EQ(found->second.first, row.name);
    EXPECT_EQ(found->second.second.stream(), static_cast<int>(row.stream));
    EXPECT_EQ(found->second.second.op_class(), static_cast<int>(row.op_class));
  }
  EXPECT_EQ(vocabulary.rows.size(), all_kinds().size());
}

TEST(Kinds, StandInTheOrderOfTheirNumbers) {
  EXPECT_TRUE(std::is_sorted(all_kinds().begin(), all_kinds().end()));
}

}  // namespace
}  // namespace baraza::model
