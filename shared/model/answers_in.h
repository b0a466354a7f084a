// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/body_reader.h"

namespace google::protobuf {
template <class T>
class RepeatedPtrField;
}
namespace baraza::v1 {
class Answer;
}

// The answers of an instrument in a body, wherever they stand; for shared/model's own sources.
namespace baraza::model {

using AnswerFields = google::protobuf::RepeatedPtrField<v1::Answer>;

std::vector<Answer> read_answers(BodyReader& read, const AnswerFields& answers);
void write_answers(const std::vector<Answer>& answers, AnswerFields& out);

}  // namespace baraza::model
