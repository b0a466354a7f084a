// SPDX-License-Identifier: Apache-2.0
#include "shared/model/body_reader.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/message_lite.h>

#include <algorithm>
#include <chrono>

#include "shared/base/limits.h"
#include "shared/model/names.h"

namespace baraza::model {
namespace {

constexpr std::int32_t days_of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}
constexpr std::int32_t kFirstDay = days_of(1900, 1, 1);
constexpr std::int32_t kLastDay = days_of(2200, 12, 31);

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

}  // namespace

BodyReader::BodyReader(ByteView body, google::protobuf::MessageLite& message) {
  if (body.size() + salt_bytes > limits::op_bytes) {
    too_large("body");
    return;
  }
  google::protobuf::io::CodedInputStream in(reinterpret_cast<const std::uint8_t*>(body.data()),
                                            static_cast<int>(body.size()));
  in.SetRecursionLimit(static_cast<int>(limits::proto_depth));
  if (!message.ParseFromCodedStream(&in) || !in.ConsumedEntireMessage()) {
    wrong("body", "can't be read");
  }
}

std::string BodyReader::name(const std::string& text, std::string_view field) {
  if (is_blank(text)) wrong(field, "is empty");
  return optional_name(text, field);
}

std::string BodyReader::optional_name(const std::string& text, std::string_view field) {
  if (text.size() > limits::name_bytes) too_large(field);
  if (has_control_characters(text)) wrong(field, "has control characters");
  return text;
}

std::string BodyReader::text(const std::string& text, std::string_view field) {
  if (text.empty()) wrong(field, "is empty");
  return optional_text(text, field);
}

std::string BodyReader::optional_text(const std::string& text, std::string_view field) {
  if (text.size() > limits::text_bytes) too_large(field);
  return text;
}

CivilDate BodyReader::date(std::int32_t days, std::string_view field) {
  if (days < kFirstDay || days > kLastDay) wrong(field, "is no date of the years 1900 to 2200");
  return {days};
}

PackRef BodyReader::pack(const std::string& id, std::uint32_t version, ByteView hash,
                         std::string_view field) {
  const std::string prefix = std::string(field) + ".";
  PackRef out;
  out.id = name(id, prefix + "id");
  out.version = version;
  require(version > 0, prefix + "version", "is zero");
  out.hash = this->id<Hash>(hash, prefix + "hash");
  return out;
}

void BodyReader::count(int size, int low, int high, std::string_view field) {
  if (size < low) wrong(field, "is empty");
  if (size > high) wrong(field, "has too many elements");
}

void BodyReader::wrong(std::string_view field, std::string_view what) {
  if (error_) return;
  error_ = Error{Code::malformed_body, std::string(field) + " " + std::string(what)};
}

void BodyReader::too_large(std::string_view field) {
  if (error_) return;
  error_ = Error{Code::too_large, std::string(field) + " is over its limit"};
}

}  // namespace baraza::model
