// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <boost/locale/utf.hpp>
#include <vector>

#include "shared/base/limits.h"
#include "shared/content/readers.h"

namespace baraza::content {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
namespace utf = boost::locale::utf;

void check_string(const std::string& value, const FieldDescriptor& field, int index,
                  const Place& place) {
  if (value.size() > limits::text_bytes) {
    place.fault_at(
        field.number(), index,
        "'" + field.name() + "' is longer than " + std::to_string(limits::text_bytes) + " bytes");
  }
  for (auto at = value.begin(); at != value.end();) {
    const utf::code_point point = utf::utf_traits<char>::decode(at, value.end());
    if (point == utf::illegal || point == utf::incomplete) {
      place.fault_at(field.number(), index, "'" + field.name() + "' is not UTF-8");
      return;
    }
    // Packs hold single lines: a control character would end up in a CSV cell or a terminal.
    if (point < 0x20 || (point >= 0x7f && point < 0xa0)) {
      place.fault_at(field.number(), index, "'" + field.name() + "' holds a control character");
      return;
    }
  }
}

void check_enum(int value, const FieldDescriptor& field, int index, const Place& place) {
  // proto3 keeps a number that it doesn't know, and the text parser takes numbers for enums.
  if (field.enum_type()->FindValueByNumber(value) != nullptr) return;
  place.fault_at(field.number(), index,
                 "'" + field.name() + "' has no value " + std::to_string(value));
}

}  // namespace

void check_values(const Message& message, const Place& place) {
  const auto& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const bool repeated = field->is_repeated();
    const int count = repeated ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < count; ++i) {
      const int index = repeated ? i : -1;
      switch (field->cpp_type()) {
        case FieldDescriptor::CPPTYPE_STRING:
          check_string(repeated ? reflection.GetRepeatedString(message, field, i)
                                : reflection.GetString(message, field),
                       *field, index, place);
          break;
        case FieldDescriptor::CPPTYPE_ENUM:
          check_enum(repeated ? reflection.GetRepeatedEnumValue(message, field, i)
                              : reflection.GetEnumValue(message, field),
                     *field, index, place);
          break;
        case FieldDescriptor::CPPTYPE_MESSAGE:
          check_values(repeated ? reflection.GetRepeatedMessage(message, field, i)
                                : reflection.GetMessage(message, field),
                       place.child(field->number(), index));
          break;
        default: break;  // numbers are checked by their meaning
      }
    }
  }
}

}  // namespace baraza::content
