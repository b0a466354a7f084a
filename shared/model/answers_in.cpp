// SPDX-License-Identifier: Apache-2.0
#include "shared/model/answers_in.h"

#include "baraza/v1/measure.pb.h"

namespace baraza::model {
namespace {

// Far above anything real, low enough that sums and loops further in can't be driven wild.
constexpr std::uint32_t kMaxAnswerValue = 10'000;
constexpr int kMaxAnswers = 64;

}  // namespace

std::vector<Answer> read_answers(BodyReader& read, const AnswerFields& answers) {
  std::vector<Answer> out;
  read.count(answers.size(), 1, kMaxAnswers, "answers");
  for (const v1::Answer& in : answers) {
    Answer& answer = out.emplace_back();
    answer.state = read.known<AnswerState>(in.state() != 0 && v1::AnswerState_IsValid(in.state()),
                                           in.state(), "answers.state");
    answer.value = read.number<std::uint32_t>(in.value(), 0, kMaxAnswerValue, "answers.value");
    read.require(answer.state == AnswerState::answered || answer.value == 0, "answers.value",
                 "stands beside an item that wasn't answered");
  }
  return out;
}

void write_answers(const std::vector<Answer>& answers, AnswerFields& out) {
  for (const Answer& answer : answers) {
    v1::Answer* to = out.Add();
    to->set_state(static_cast<v1::AnswerState>(answer.state));
    to->set_value(answer.value);
  }
}

}  // namespace baraza::model
