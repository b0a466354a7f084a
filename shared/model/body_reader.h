// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "shared/base/result.h"
#include "shared/model/values.h"

namespace google::protobuf {
class MessageLite;
}

namespace baraza::model {

// Reads one body, field by field, and keeps the first thing that is wrong with it: the caller
// writes down what the fields are and asks once, at the end. Names fields, never contents.
class BodyReader {
 public:
  // Parses `body` into `message`, no deeper than limits::proto_depth.
  BodyReader(ByteView body, google::protobuf::MessageLite& message);

  // An id, hash or key that has to be there.
  template <class Id>
  Id id(ByteView bytes, std::string_view field) {
    const auto out = Id::from(bytes);
    if (!out || out->is_zero()) wrong(field, "isn't an id");
    return out.value_or(Id{});
  }

  // The same, where nothing (no bytes) is an answer too.
  template <class Id>
  Id optional_id(ByteView bytes, std::string_view field) {
    if (bytes.empty()) return Id{};
    const auto out = Id::from(bytes);
    if (!out) wrong(field, "has a wrong length");
    return out.value_or(Id{});
  }

  // One line of at most limits::name_bytes, without control characters but newline
  // and tab, and without those that turn the direction of writing.
  std::string name(const std::string& text, std::string_view field);  // not blank
  std::string optional_name(const std::string& text, std::string_view field);
  // At most limits::text_bytes.
  std::string text(const std::string& text, std::string_view field);  // not empty
  std::string optional_text(const std::string& text, std::string_view field);

  // A civil date of the years 1900 to 2200.
  CivilDate date(std::int32_t days, std::string_view field);

  template <class Number>
  Number number(Number value, Number low, Number high, std::string_view field) {
    if (value < low || value > high) wrong(field, "is out of range");
    return value;
  }

  // The enumerator `value`; `is_known` says whether this version knows it.
  template <class Enum>
  Enum known(bool is_known, int value, std::string_view field) {
    if (!is_known) wrong(field, "is a value that this version doesn't know");
    return static_cast<Enum>(value);
  }

  PackRef pack(const std::string& id, std::uint32_t version, ByteView hash, std::string_view field);

  // How many elements a repeated field has.
  void count(int size, int low, int high, std::string_view field);

  // Any other rule.
  void require(bool holds, std::string_view field, std::string_view what) {
    if (!holds) wrong(field, what);
  }

  // The value, or the first thing that was wrong.
  template <class T>
  Result<T> finish(T value) {
    if (error_) return fail(*error_);
    return value;
  }

 private:
  void wrong(std::string_view field, std::string_view what);
  void too_large(std::string_view field);

  std::optional<Error> error_;
};

}  // namespace baraza::model
