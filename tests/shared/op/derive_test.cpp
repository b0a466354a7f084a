// SPDX-License-Identifier: Apache-2.0
#include "shared/op/derive.h"

#include <gtest/gtest.h>

#include <set>

#include "shared/op/entry.h"
#include "shared/op/hash.h"
#include "tests/shared/op/op_samples.h"

namespace baraza {
namespace {

// Two laptops with two versions have to come to the same ids: these never change. The values were
// computed by another implementation of BLAKE2b (Python's hashlib).
TEST(Derive, IdsStayWhatTheyAre) {
  EXPECT_EQ(to_hex(stream_id(StreamKind::main, filled<GroupId>(1))),
            "46529934002cf91e146f3178019b90dd");
  EXPECT_EQ(to_hex(stream_id(StreamKind::programme, filled<ProgrammeId>(2))),
            "6ab517c98b3ea33df428af65f945345c");
  EXPECT_EQ(to_hex(planned_session_id(filled<GroupId>(1), 3, 0)),
            "999a09e6415d9c415e6402579d347623");
  EXPECT_EQ(to_hex(evidence_of(filled<CheckInId>(4))), "4f9dfc1d5016ab0450edcb05c2303b25");
  EXPECT_EQ(to_hex(writer_id(filled<PublicKey>(5))), "5c2ba1ed37768bc6387aa8b47c3b7de4");
  EXPECT_EQ(to_hex(hash_of_head("head")),
            "eecd9a99384117db331dd23b51a536b7844d402d50fed2edb93f85d778dffc2c");
  EXPECT_EQ(to_hex(digest_of_body("body")),
            "7c24454518034a0a1f2741fc56c0a1e960247089d97619db9db9f020398992a2");
  EXPECT_EQ(to_hex(chain_start(filled<WriterId>(6), filled<StreamId>(7))),
            "4401f5105e895179c75f1b60bfdd8217e99bbff0577852b6c6ac1d8bd5cdeee2");
  EXPECT_EQ(to_hex(stream_chain_start(filled<StreamId>(7))),
            "33bcc7404db4bde00c3328a27d21b7e86d7d650e45a70e6d187c580642819cb3");
}

TEST(Derive, EachStreamOfAGroupHasItsOwnId) {
  std::set<StreamId> ids;
  for (std::uint32_t n = 1; n <= 8; ++n) {
    ids.insert(stream_id(*stream_kind_from(n), filled<GroupId>(1)));
    ids.insert(stream_id(*stream_kind_from(n), filled<GroupId>(2)));
  }
  EXPECT_EQ(ids.size(), 16U);
}

TEST(Derive, APlannedSessionIsItsGroupNumberAndOccurrence) {
  std::set<SessionId> ids;
  for (std::uint32_t number = 1; number <= 8; ++number) {
    for (std::uint32_t occurrence = 0; occurrence < 8; ++occurrence) {
      ids.insert(planned_session_id(filled<GroupId>(1), number, occurrence));
      ids.insert(planned_session_id(filled<GroupId>(2), number, occurrence));
    }
  }
  EXPECT_EQ(ids.size(), 128U);
}

TEST(Hasher, PurposesKeepEqualFieldsApart) {
  const ByteView bytes = "the same sixteen";
  const auto id = *FixedBytes<16, struct AnyTag>::from(bytes);
  const std::set<Hash> hashes{
      hash_of_head(bytes),
      digest_of_body(bytes),
      stream_chain_start(id_cast<StreamId>(id)),
      Hasher("baraza state v1").add(bytes).finish(),
      Hasher("").add(bytes).finish(),
      Hasher("b").add(bytes).finish(),
  };
  EXPECT_EQ(hashes.size(), 6U);
}

TEST(Hasher, FieldsDoNotFlowTogether) {
  const std::set<Hash> hashes{
      Hasher("p").add(ByteView("ab")).add(ByteView("c")).finish(),
      Hasher("p").add(ByteView("a")).add(ByteView("bc")).finish(),
      Hasher("p").add(ByteView("abc")).finish(),
      Hasher("p").add(ByteView("abc")).add(ByteView()).finish(),
      Hasher("pa").add(ByteView("bc")).finish(),
      Hasher("p").finish(),
  };
  EXPECT_EQ(hashes.size(), 6U);
}

TEST(Hasher, IsBlake2b256) {
  EXPECT_EQ(to_hex(Hasher("").finish()),
            "81e47a19e6b29b0a65b9591762ce5143ed30d0261e5d24a3201752506b20f15c");
}

}  // namespace
}  // namespace baraza
