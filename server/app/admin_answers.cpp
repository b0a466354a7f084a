// SPDX-License-Identifier: Apache-2.0
#include "server/app/admin_answers.h"

#include <google/protobuf/message.h>
#include <google/protobuf/util/json_util.h>

#include <memory>

#include "baraza/v1/admin.pb.h"

namespace baraza::server {

Result<void> answer_row(AdminSink& sink, const RowCells& cells) {
  v1::AdminAnswer answer;
  for (const auto& [name, value] : cells) {
    v1::Cell& cell = *answer.mutable_row()->add_cells();
    cell.set_name(std::string(name));
    if (const auto* text = std::get_if<std::string>(&value)) cell.set_text(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) cell.set_number(*number);
    if (const auto* yes = std::get_if<bool>(&value)) cell.set_yes(*yes);
  }
  return sink.answer(answer);
}

Result<void> answer_value(AdminSink& sink, std::string_view name, std::string text) {
  v1::AdminAnswer answer;
  answer.mutable_value()->set_name(std::string(name));
  answer.mutable_value()->set_text(std::move(text));
  return sink.answer(answer);
}

Result<void> answer_words(AdminSink& sink, std::string words) {
  v1::AdminAnswer answer;
  answer.set_words(std::move(words));
  return sink.answer(answer);
}

std::string body_as_text(std::string_view kind, ByteView body) {
  namespace pb = google::protobuf;
  const pb::Descriptor* type =
      pb::DescriptorPool::generated_pool()->FindMessageTypeByName("baraza.v1." + std::string(kind));
  const pb::Message* prototype =
      type == nullptr ? nullptr : pb::MessageFactory::generated_factory()->GetPrototype(type);
  if (prototype != nullptr) {
    const std::unique_ptr<pb::Message> message(prototype->New());
    pb::util::JsonPrintOptions options;
    options.preserve_proto_field_names = true;
    std::string out;
    if (message->ParseFromArray(body.data(), static_cast<int>(body.size())) &&
        pb::util::MessageToJsonString(*message, &out, options).ok()) {
      return out;
    }
  }
  return to_hex(body);
}

}  // namespace baraza::server
