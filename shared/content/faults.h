// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/text_format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"
#include "shared/content/instrument.h"

namespace baraza::content {

// What is wrong with one pack, in any order; as_error() sorts by place.
class FaultList {
 public:
  void add(Location location, std::string text) { faults_.emplace_back(location, std::move(text)); }
  bool empty() const { return faults_.empty(); }

  // Code::invalid_argument with a line `name:line:column: text` for each fault.
  Error as_error(std::string_view name) const;

 private:
  std::vector<std::pair<Location, std::string>> faults_;
};

// One message of a pack and where its fields are written. Only valid during the call of the reader
// that it is passed to. Fields are named by their number, as in v1::Phase::kPlansFieldNumber.
class Place {
 public:
  using Info = google::protobuf::TextFormat::ParseInfoTree;

  // `info` is what the parser noted about this message, null if it noted nothing.
  Place(const google::protobuf::Message& message, const Info* info, Location location,
        FaultList& faults)
      : message_(&message), info_(info), location_(location), faults_(&faults) {}

  Location location() const { return location_; }
  // Of one field's value; of the message itself if the field isn't written, or if it's repeated and
  // no index is given.
  Location location_of(int field, int index = -1) const;
  // Of the message in that field.
  Place child(int field, int index = -1) const;

  void fault(int field, std::string text) const { fault_at(field, -1, std::move(text)); }
  void fault_at(int field, int index, std::string text) const;

  // Faults by the same words everywhere. Each returns the value, for the struct that is filled.
  // An id is lower-case letters, digits and _, beginning with a letter or digit.
  const std::string& id(int field, const std::string& value) const;
  // Neither empty nor longer than max_bytes.
  const std::string& text(int field, const std::string& value, std::size_t max_bytes) const;
  // A title, label or prompt: text() of a length that one line can hold.
  const std::string& line(int field, const std::string& value) const;
  // The same, or nothing.
  const std::string& optional_line(int field, const std::string& value) const;
  // From low to high; low if it isn't. A number that is absent is passed as written = false.
  int number(int field, std::uint32_t value, int low, int high, bool written = true) const;

 private:
  const google::protobuf::Message* message_;
  const Info* info_;
  Location location_;
  FaultList* faults_;
};

}  // namespace baraza::content
