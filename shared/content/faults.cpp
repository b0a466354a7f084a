// SPDX-License-Identifier: Apache-2.0
#include "shared/content/faults.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>

#include "shared/base/limits.h"

namespace baraza::content {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

const FieldDescriptor* descriptor_of(const Message& message, int field) {
  return message.GetDescriptor()->FindFieldByNumber(field);
}

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_id(std::string_view text) {
  return !text.empty() && text.front() != '_' &&
         std::all_of(text.begin(), text.end(), is_id_character);
}

std::string quoted_name(const FieldDescriptor* field) {
  return "'" + field->name() + "'";
}

}  // namespace

Error FaultList::as_error(std::string_view name) const {
  auto sorted = faults_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Error error{Code::invalid_argument, ""};
  for (const auto& [location, text] : sorted) {
    if (!error.detail.empty()) error.detail += '\n';
    error.detail.append(name);
    error.detail +=
        ":" + std::to_string(location.line) + ":" + std::to_string(location.column) + ": " + text;
  }
  return error;
}

Location Place::location_of(int field, int index) const {
  if (info_ == nullptr) return location_;
  const FieldDescriptor* descriptor = descriptor_of(*message_, field);
  if (descriptor->is_repeated() && index < 0) return location_;
  auto at = info_->GetLocation(descriptor, index);
  // A list in brackets is one place for all its values.
  if (at.line < 0 && index > 0) at = info_->GetLocation(descriptor, 0);
  if (at.line < 0) return location_;
  return {at.line + 1, at.column + 1};
}

Place Place::child(int field, int index) const {
  const FieldDescriptor* descriptor = descriptor_of(*message_, field);
  const auto* reflection = message_->GetReflection();
  const Message& message = descriptor->is_repeated()
                               ? reflection->GetRepeatedMessage(*message_, descriptor, index)
                               : reflection->GetMessage(*message_, descriptor);
  return {message, info_ == nullptr ? nullptr : info_->GetTreeForNested(descriptor, index),
          location_of(field, index), *faults_};
}

void Place::fault_at(int field, int index, std::string text) const {
  faults_->add(location_of(field, index), std::move(text));
}

const std::string& Place::id(int field, const std::string& value) const {
  const std::string name = quoted_name(descriptor_of(*message_, field));
  if (value.empty()) {
    fault(field, name + " is missing");
  } else if (!is_id(value) || value.size() > limits::name_bytes) {
    fault(field, name + " may hold lower-case letters, digits and _ only, up to " +
                     std::to_string(limits::name_bytes) + " bytes");
  }
  return value;
}

const std::string& Place::text(int field, const std::string& value, std::size_t max_bytes) const {
  const std::string name = quoted_name(descriptor_of(*message_, field));
  if (value.empty()) {
    fault(field, name + " is missing");
  } else if (value.size() > max_bytes) {
    fault(field, name + " is longer than " + std::to_string(max_bytes) + " bytes");
  }
  return value;
}

const std::string& Place::line(int field, const std::string& value) const {
  return text(field, value, limits::name_bytes);
}

const std::string& Place::optional_line(int field, const std::string& value) const {
  return value.empty() ? value : line(field, value);
}

int Place::number(int field, std::uint32_t value, int low, int high, bool written) const {
  const std::string name = quoted_name(descriptor_of(*message_, field));
  if (!written) {
    fault(field, name + " is missing");
    return low;
  }
  if (value < static_cast<std::uint32_t>(low) || value > static_cast<std::uint32_t>(high)) {
    fault(field, name + " is " + std::to_string(value) + ", must be from " + std::to_string(low) +
                     " to " + std::to_string(high));
    return low;
  }
  return static_cast<int>(value);
}

}  // namespace baraza::content
