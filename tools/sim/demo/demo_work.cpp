// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_work.h"

#include <array>

namespace baraza::sim {
namespace {

using model::FocalArea;
using model::SheetKind;

struct AreaTexts {
  const char* when;
  const char* happened;
  const char* sentence;
  const char* goal;
};

const AreaTexts& texts_of(FocalArea area) {
  static constexpr AreaTexts grief{
      "Two years ago, before the long rains", "Her mother died after a short illness",
      "You have depression. It began when your mother died, and here we work on your grief.",
      "Speak of my mother with my brothers"};
  static constexpr AreaTexts disagreements{
      "Since the harvest", "Her husband wants to sell the goats, and she was not asked",
      "You have depression. It is tied to the quarrel at home, and we work on that quarrel.",
      "Say what I want without shouting"};
  static constexpr AreaTexts changes{
      "Since the move to this village", "She left her parents' place, and her trade with it",
      "You have depression. It came with the move, and here we work on your new place in life.",
      "Find work that I know how to do"};
  static constexpr AreaTexts loneliness{
      "For as long as she remembers", "Few people come, and she goes to few",
      "You have depression. You carry much alone, and here we work on being with others.",
      "Have one neighbour to whom I can go"};
  switch (area) {
    case FocalArea::grief: return grief;
    case FocalArea::disagreements: return disagreements;
    case FocalArea::life_changes: return changes;
    case FocalArea::loneliness: break;
  }
  return loneliness;
}

client::WriteSheet sheet(const GroupId& group, const MemberId& member, SheetKind kind,
                         std::vector<model::SheetField> filled) {
  client::WriteSheet out{group, {}, false};
  out.value.member = member;
  out.value.kind = kind;
  out.value.filled = std::move(filled);
  return out;
}

// Who is in somebody's life, in the order of telling.
struct Somebody {
  const char* called;
  model::Relationship relationship;
  std::uint8_t closeness;
  model::SupportLevel support;
  bool strain;
  bool lost;
};
constexpr std::array<Somebody, 6> people = {{
    {"Mama", model::Relationship::parent, 0, model::SupportLevel::strong, false, false},
    {"Baba Juma", model::Relationship::partner, 0, model::SupportLevel::little, true, false},
    {"Zuhura", model::Relationship::sibling, 1, model::SupportLevel::some, false, false},
    {"Mama Juma", model::Relationship::in_law, 1, model::SupportLevel::none, true, false},
    {"Grandmother", model::Relationship::other_family, 0, model::SupportLevel::strong, false, true},
    {"The teacher", model::Relationship::care, 2, model::SupportLevel::some, false, false},
}};

void add_people(const GroupId& group, const MemberId& member, std::size_t number,
                std::vector<client::Intent>& out) {
  const std::size_t count = 3 + number % 4;
  for (std::size_t i = 0; i < count; ++i) {
    const Somebody& who = people[(i + number) % people.size()];
    client::WriteInventoryPerson write{group, {}, false};
    write.value.member = member;
    write.value.called = who.called;
    write.value.relationship = who.relationship;
    write.value.closeness = who.closeness;
    write.value.support = who.support;
    write.value.strain = who.strain;
    write.value.lost = who.lost;
    write.value.contact = who.lost ? model::ContactLevel::never : model::ContactLevel::weekly;
    out.emplace_back(std::move(write));
  }
}

}  // namespace

std::vector<client::Intent> first_talk_work(const GroupId& group, const MemberId& member,
                                            const DemoMember& who, std::size_t number,
                                            CivilDate date) {
  std::vector<client::Intent> out;
  const AreaTexts& texts = texts_of(who.area);
  for (int purpose = 1; purpose <= 7; ++purpose) {
    // Some don't want calls; some weren't asked about research.
    const auto what = static_cast<model::ConsentPurpose>(purpose);
    if (what == model::ConsentPurpose::research && number % 2 == 1) continue;
    const bool given = what != model::ConsentPurpose::phone || number % 3 != 1;
    out.emplace_back(client::SetConsent{
        group, {{member, what}, given, model::ConsentHow::thumbprint, date}, false});
  }
  out.emplace_back(
      sheet(group, member, SheetKind::explained, {{0, 1, "", {1, 2, 3, 5, 6, 7, 8}, {}}}));
  out.emplace_back(
      sheet(group, member, SheetKind::timeline,
            {{0, 1, texts.when, {}, {}}, {0, 3, texts.happened, {}, {}}, {0, 5, "", {1, 3}, {}}}));
  add_people(group, member, number, out);
  out.emplace_back(sheet(group, member, SheetKind::formulation,
                         {{0, 1, texts.sentence, {}, {}}, {0, 2, "", {1}, {}}}));
  out.emplace_back(sheet(group, member, SheetKind::goal, {{0, 1, texts.goal, {}, {}}}));
  // One was in a hurry.
  if (number % 5 != 4) {
    out.emplace_back(sheet(group, member, SheetKind::expectations,
                           {{0, 1, "To sleep again", {}, {}}, {0, 3, "", {1, 2, 3, 4, 5}, {}}}));
  }
  return out;
}

std::vector<client::Intent> weekly_work(const client::Replica& replica, const GroupId& group,
                                        const MemberId& member, std::size_t number,
                                        const model::SessionKey& session, std::uint32_t week) {
  static const std::array<const char*, 4> steps = {
      "Ask my neighbour to walk to the market with me", "Tell my brother how that day was for me",
      "Say to him at supper what I want", "Greet the women at the well and stay for a while"};
  std::vector<client::Intent> out;
  const model::MainState& main = replica.main(group);
  for (const auto& [step, writes] : main.steps) {
    const auto* shown = writes.shown(main.basics.replaced);
    if (shown == nullptr || shown->value.member != member) continue;
    if (main.step_reviews.contains(step) || shown->value.session == session) continue;
    const auto outcome = static_cast<model::StepOutcome>(1 + (number + week) % 3);
    out.emplace_back(client::ReviewStep{group, {step, session, outcome}, {}, false});
  }
  client::AgreeStep agree{group, {}, {}, false};
  agree.step.member = member;
  agree.step.session = session;
  agree.words.filled = {{0, 1, steps[(number + week) % steps.size()], {}, {}}};
  out.emplace_back(std::move(agree));
  if ((number + week) % 3 == 0) {
    client::WriteSheet event =
        sheet(group, member, SheetKind::event,
              {{0, 1, "There was a quarrel about the children's school", {}, {}},
               {0, 2, "Her husband", {}, {}},
               {0, 3, "", {3}, {}},
               {0, 5, "Small, and angry", {}, {}}});
    event.value.session = session;
    out.emplace_back(std::move(event));
  }
  return out;
}

std::vector<client::Intent> used_in(const GroupId& group, const model::SessionKey& session,
                                    std::uint32_t week) {
  using enum model::Technique;
  std::vector<model::Technique> used{linking_affect_to_events, affect_encouragement};
  if (week == 1) used = {psychoeducation, sick_role};
  if (week == 2) used.push_back(communication_analysis);
  if (week == 3) used.push_back(role_play);
  std::vector<client::Intent> out;
  for (const model::Technique technique : used) {
    out.emplace_back(client::MarkTechnique{group, {{session, technique, {}}, true}, false});
  }
  return out;
}

}  // namespace baraza::sim
