// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/agenda.h"

#include <algorithm>
#include <map>

namespace baraza::rules {
namespace {

// Before the first step of any plan.
constexpr const char* first_order = "an";

std::string planned_order(std::size_t place) {
  constexpr std::size_t letters = 24;  // from b on: room before and after
  std::string out(place / letters, 'z');
  out += static_cast<char>('b' + place % letters);
  return out;
}

std::vector<AgendaPrompt> prompts_for(const std::vector<content::AreaPrompt>& prompts,
                                      const std::vector<AgendaMember>& members) {
  std::vector<AgendaPrompt> out;
  for (const content::AreaPrompt& each : prompts) {
    AgendaPrompt prompt{static_cast<model::FocalArea>(each.area), each.prompt, {}};
    for (const AgendaMember& member : members) {
      if (member.area == prompt.area) prompt.members.push_back(member.member);
    }
    if (!prompt.members.empty()) out.push_back(std::move(prompt));
  }
  return out;
}

AgendaItem item_of(const model::SessionKey& session, std::string_view step,
                   const MemberId& member) {
  AgendaItem out;
  out.key = model::agenda_key(session, step, member);
  out.step = step;
  out.member = member;
  return out;
}

using Items = std::map<AgendaItemId, AgendaItem>;

void add_planned(const content::CoursePack* course, std::uint32_t number,
                 const model::SessionKey& session, const std::vector<AgendaMember>& members,
                 Items& out) {
  for (const AgendaMember& member : members) {
    if (!member.risk_open) continue;
    AgendaItem item = item_of(session, risk_step, member.member);
    item.minutes = risk_step_minutes;
    item.order = first_order;
    item.planned = true;
    out.emplace(item.key.item, std::move(item));
  }
  const auto* plan = course == nullptr ? nullptr : course->plan_of(static_cast<int>(number));
  for (std::size_t i = 0; plan != nullptr && i < plan->steps.size(); ++i) {
    const content::AgendaStep& step = plan->steps[i];
    AgendaItem item = item_of(session, step.id, {});
    item.title = step.title;
    item.prompt = step.prompt;
    item.area_prompts = prompts_for(step.area_prompts, members);
    item.minutes = static_cast<std::uint32_t>(std::max(0, step.minutes));
    item.order = planned_order(i);
    item.planned = true;
    out.emplace(item.key.item, std::move(item));
  }
}

void add_words(const content::CoursePack* course, const content::PackLibrary& packs,
               const std::vector<AgendaMember>& members, AgendaItem& item) {
  const auto* pack =
      course == nullptr ? nullptr : packs.find_steps(course->steps_id, course->steps_version);
  const auto* words = pack == nullptr ? nullptr : pack->find(item.step);
  if (words == nullptr) return;
  item.title = words->title;
  item.prompt = words->prompt;
  item.area_prompts = prompts_for(words->area_prompts, members);
}

}  // namespace

std::vector<AgendaItem> agenda(const content::CoursePack* course, const content::PackLibrary& packs,
                               std::uint32_t number, const model::SessionKey& session,
                               const std::vector<AgendaMember>& members,
                               const model::MainState& main) {
  Items items;
  add_planned(course, number, session, members, items);
  const model::AgendaKey first{session, AgendaItemId{}};
  const auto is_here = [&](const model::AgendaKey& key) { return key.session == session; };
  std::vector<AgendaItemId> off;
  for (auto at = main.agenda_places.lower_bound(first);
       at != main.agenda_places.end() && is_here(at->first); ++at) {
    const auto* shown = at->second.shown(main.basics.replaced);
    if (shown == nullptr) continue;
    const model::AgendaPlace& place = shown->value;
    auto found = items.find(place.key.item);
    if (found == items.end()) {
      AgendaItem item = item_of(session, place.step, place.member);
      item.key = place.key;
      add_words(course, packs, members, item);
      found = items.emplace(place.key.item, std::move(item)).first;
    }
    found->second.order = place.order;
    found->second.minutes = place.minutes;
    if (place.removed) off.push_back(place.key.item);
  }
  std::vector<AgendaItemId> marked;
  for (auto at = main.agenda_marks.lower_bound(first);
       at != main.agenda_marks.end() && is_here(at->first); ++at) {
    const auto* shown = at->second.shown(main.basics.replaced);
    const auto found = items.find(at->first.item);
    if (shown == nullptr || found == items.end()) continue;
    found->second.state = shown->value.state;
    found->second.reason = shown->value.reason;
    found->second.spent_minutes = shown->value.minutes;
    if (shown->value.state != model::AgendaState::open) marked.push_back(at->first.item);
  }
  for (const AgendaItemId& id : off) {
    if (std::find(marked.begin(), marked.end(), id) == marked.end()) items.erase(id);
  }
  // Who stands first where two stand at one place: the order of the members, then the id.
  const auto seat = [&](const AgendaItem& item) {
    const auto at = std::find_if(members.begin(), members.end(),
                                 [&](const auto& each) { return each.member == item.member; });
    return at - members.begin();
  };
  std::vector<AgendaItem> out;
  for (auto& [id, item] : items) out.push_back(std::move(item));
  std::sort(out.begin(), out.end(), [&](const AgendaItem& a, const AgendaItem& b) {
    return std::tuple(a.order, seat(a), a.key.item) < std::tuple(b.order, seat(b), b.key.item);
  });
  return out;
}

std::vector<const content::StepText*> steps_to_add(const content::CoursePack& course,
                                                   const content::PackLibrary& packs,
                                                   const std::vector<AgendaItem>& agenda) {
  std::vector<const content::StepText*> out;
  const auto* pack = packs.find_steps(course.steps_id, course.steps_version);
  if (pack == nullptr) return out;
  for (const content::StepText& each : pack->steps) {
    const bool there = std::any_of(agenda.begin(), agenda.end(),
                                   [&](const auto& item) { return item.step == each.id; });
    if (!there) out.push_back(&each);
  }
  std::sort(out.begin(), out.end(),
            [](const auto* a, const auto* b) { return a->title < b->title; });
  return out;
}

std::string order_between(std::string_view before, std::string_view after) {
  constexpr int letters = 26;
  if (!after.empty() && before >= after) return std::string(before) + 'n';
  std::string out;
  bool bounded = !after.empty();
  const auto letter = [](std::string_view text, std::size_t i, int past) {
    return i < text.size() ? std::clamp(text[i] - 'a', 0, letters - 1) : past;
  };
  for (std::size_t i = 0;; ++i) {
    const int low = letter(before, i, 0);
    const int high = bounded ? letter(after, i, letters) : letters;
    const int middle = (low + high) / 2;
    if (middle > low) return out + static_cast<char>('a' + middle);
    out += static_cast<char>('a' + low);
    // One letter further down than the later one: it bounds nothing any more.
    if (low < high) bounded = false;
  }
}

}  // namespace baraza::rules
