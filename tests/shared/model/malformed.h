// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "tests/shared/model/author.h"
#include "tests/shared/model/samples.h"

// Every rule that a body keeps: one field of a good body is spoiled, and the refusal names it.
namespace baraza::model {

inline constexpr Code kMalformed = Code::malformed_body;
inline constexpr Code kTooLarge = Code::too_large;
inline const std::string kSecret = "Secret";  // stands in spoiled texts, never in an error
inline const std::string kZero(16, '\0');
inline const std::string kShort(15, 'x');
inline const std::string kId(16, 'x');

struct Case {
  Kind kind;
  std::string field;
  Code code;
  Bytes body;
};

// The sample body of `kind`, spoiled.
template <class Message, class Spoil>
Case bad(Kind kind, std::string field, Spoil spoil, Code code = kMalformed) {
  Message message;
  EXPECT_TRUE(message.ParseFromString(sample_draft(kind).body));
  spoil(message);
  return {kind, std::move(field), code, message.SerializeAsString()};
}

inline Result<void> check(Kind kind, const Bytes& body) {
  OpDraft draft = sample_draft(kind);
  draft.body = body;
  Author author(1, kind_row(kind).stream, sample_id<StreamId>(1));
  const Stored op = author.write(draft);
  const auto checked = check_body(kind_row(kind).stream, op.open());
  // The fold judges as the server does.
  EXPECT_EQ(basics_of(author.state()).unreadable, checked ? 0U : 1U);
  return checked;
}

inline void expect_refused(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    SCOPED_TRACE(std::string(kind_row(one.kind).name) + "." + one.field);
    const auto checked = check(one.kind, one.body);
    ASSERT_FALSE(checked.has_value());
    EXPECT_EQ(checked.error().code, one.code) << checked.error().detail;
    EXPECT_EQ(checked.error().detail.substr(0, one.field.size() + 1), one.field + " ");
    EXPECT_EQ(checked.error().detail.find(kSecret), std::string::npos);
  }
}

// The ways in which a name can be wrong.
template <class Message, class Set>
void bad_names(std::vector<Case>& out, Kind kind, const std::string& field, bool required,
               Set set) {
  const auto with = [&](const std::string& text, Code code = kMalformed) {
    out.push_back(bad<Message>(
        kind, field, [&](Message& m) { set(m, text); }, code));
  };
  if (required) {
    with("");
    with(" \t\n ");
  }
  with(kSecret + std::string(1, '\0'));
  with(kSecret + "\x1b[2J");
  with(kSecret + "\x7f");
  with(kSecret + "\xc2\x9b");  // a control character of two bytes
  // Those that turn the direction of writing, or hide.
  for (const char* turning : {"\u202a", "\u202e", "\u2066", "\u2069", "\u2028", "\ufeff"}) {
    with(kSecret + turning);
  }
  with(kSecret + std::string(195, 'x'), kTooLarge);
}

template <class Message, class Set>
void bad_ids(std::vector<Case>& out, Kind kind, const std::string& field, Set set) {
  for (const std::string& id : {std::string(), kZero, kShort, kId + "x"}) {
    out.push_back(bad<Message>(kind, field, [&](Message& m) { set(m, id); }));
  }
}

// A setter of one field, for the two above.
#define SETS(Message, field) [](v1::Message& m, const std::string& value) { m.set_##field(value); }

}  // namespace baraza::model
