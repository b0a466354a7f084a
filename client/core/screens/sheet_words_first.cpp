// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sheet_field_words.h"

namespace baraza::client {
namespace {

using text::Catalogue;

SheetFieldWords explained(const Catalogue& words, std::uint16_t field) {
  if (field == 2) {
    return {words.translate("How {name} says it"),
            words.translate("The words, when it was said back"),
            {}};
  }
  return {words.translate("Said and understood"),
          {},
          {words.translate("Depression is an illness with a name, and many people have it."),
           words.translate("It is nobody’s fault, and no weakness or punishment."),
           words.translate("It can be treated, and this way of talking helps."),
           words.translate("For now one may do less, and takes it up again later, step by step."),
           words.translate("It is tied to what happens between people."),
           words.translate("How the group works, how often it meets, and that it ends."),
           words.translate("What is said in the group stays in the group."),
           words.translate("When that promise ends: if somebody is in danger.")}};
}

SheetFieldWords timeline(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("When"), words.translate("Before the rains"), {}};
    case 2: return {words.translate("Year, if it is known"), {}, {}};
    case 3:
      return {words.translate("What happened"),
              words.translate("A death, a quarrel, a move, or nothing"),
              {}};
    case 4: return {words.translate("With whom"), {}, {}};
    case 5:
      return {words.translate("What {name} noticed then"),
              {},
              {words.translate("Sleep"), words.translate("Appetite"), words.translate("Low mood"),
               words.translate("Worry"), words.translate("Pain or tiredness"),
               words.translate("Dark thoughts")}};
    default: return {words.translate("How that felt"), {}, {}};
  }
}

SheetFieldWords formulation(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1:
      return {words.translate("The sentence"),
              words.translate("You have depression. It began when ... Here we will work on ..."),
              {}};
    case 2:
      return {words.translate("Does {name} see it so?"),
              {},
              {words.translate("Yes"), words.translate("In part"), words.translate("No")}};
    default: return {words.translate("How {name} says it"), {}, {}};
  }
}

SheetFieldWords goal(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1:
      return {words.translate("What should be different"),
              words.translate("I talk with my sister again"),
              {}};
    case 2: return {words.translate("With whom"), {}, {}};
    case 3: return {words.translate("How {name} will know it"), {}, {}};
    default:
      return {words.translate("Where it stands"),
              {},
              {words.translate("Not yet"), words.translate("In part"), words.translate("Reached"),
               words.translate("Let go")}};
  }
}

SheetFieldWords expectations(const Catalogue& words, std::uint16_t field) {
  switch (field) {
    case 1: return {words.translate("What {name} hopes for"), {}, {}};
    case 2: return {words.translate("What worries {name}"), {}, {}};
    case 3:
      return {
          words.translate("Said about the group"),
          {},
          {words.translate("No money, goods or work are given."),
           words.translate("Nobody has to speak, and nobody is laughed at."),
           words.translate("Members help each other; the facilitator does not decide for them."),
           words.translate("How many sessions there are, when and where."),
           words.translate("Whoever cannot come says so.")}};
    case 4:
      return {words.translate("To make coming possible"),
              words.translate("The way, the hour, children, language"),
              {}};
    default:
      return {words.translate("How {name} may be reached without danger"),
              words.translate("A number and an hour, or through whom"),
              {}};
  }
}

}  // namespace

SheetFieldWords first_talk_field(const Catalogue& words, model::SheetKind kind,
                                 std::uint16_t field) {
  switch (kind) {
    case model::SheetKind::explained: return explained(words, field);
    case model::SheetKind::timeline: return timeline(words, field);
    case model::SheetKind::formulation: return formulation(words, field);
    case model::SheetKind::goal: return goal(words, field);
    default: return expectations(words, field);
  }
}

}  // namespace baraza::client
