// SPDX-License-Identifier: Apache-2.0
#include "shared/rules/frame_guard.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace baraza::rules {
namespace {

using model::FocalArea;
using model::SheetKind;
using model::Technique;

// Sessions that no role play may pass, sessions that may drift, sessions left when the ending has
// to be spoken of.
constexpr std::size_t without_role_play = 3;
constexpr std::size_t may_drift = 2;
constexpr std::uint32_t left_to_the_ending = 2;

// Ids and hashes have sizes of their own: one after the other they say which is which.
template <class... Ids>
AnyId basis_of(Whisper rule, const Ids&... ids) {
  Bytes seen;
  ((seen += ids.view()), ...);
  return model::whisper_basis(whisper_name(rule), seen);
}

struct Held {
  model::SessionKey key;
  std::uint32_t plan_number = 0;
};

class Guard {
 public:
  explicit Guard(const GuardFacts& facts) : facts_(facts), main_(facts.main) {
    for (const auto& [key, session] : main_.sessions) {
      if (session.openings.empty()) continue;
      opened_.push_back({key, session.openings.begin()->second.value.plan_number});
      if (session.closing.shown(main_.basics.replaced) != nullptr) held_.push_back(opened_.back());
    }
    const auto by_day = [](const Held& a, const Held& b) {
      return std::tie(a.key.date, a.key.session) < std::tie(b.key.date, b.key.session);
    };
    std::sort(opened_.begin(), opened_.end(), by_day);
    std::sort(held_.begin(), held_.end(), by_day);
    for (const auto& [member, seat] : main_.admissions) {
      const bool left = std::any_of(main_.leavings.begin(), main_.leavings.end(),
                                    [&member = member](const auto& leaving) {
                                      return leaving.second.value.member == member;
                                    });
      if (!left) members_.push_back(member);
    }
  }

  std::vector<QuietWord> all() {
    item9();
    ending();
    steps();
    inventory();
    areas();
    events();
    role_play();
    drift();
    std::erase_if(out_, [&](const QuietWord& word) { return known(word); });
    return std::move(out_);
  }

 private:
  void say(Whisper rule, const MemberId& member, const AnyId& basis) {
    out_.push_back({rule, member, basis});
  }

  bool known(const QuietWord& word) const {
    return std::any_of(main_.known_whispers.begin(), main_.known_whispers.end(),
                       [&](const auto& each) {
                         const model::KnownWhisper& said = each.second.value;
                         return said.rule == whisper_name(word.rule) &&
                                said.member == word.member && said.basis == word.basis;
                       });
  }

  bool used(const model::SessionKey& session, Technique technique) const {
    for (auto at = main_.techniques.lower_bound({session, technique, {}});
         at != main_.techniques.end(); ++at) {
      if (at->first.session != session || at->first.technique != technique) break;
      const auto* shown = at->second.shown(main_.basics.replaced);
      if (shown != nullptr && shown->value.used) return true;
    }
    return false;
  }

  const model::Write<model::FocalChoice>* area_of(const MemberId& member) const {
    const auto at = main_.areas.find(member);
    if (at == main_.areas.end() || at->second.disputed(main_.basics.replaced)) return nullptr;
    return at->second.shown(main_.basics.replaced);
  }

  // The last check-in of a member that counts and has a question about dying.
  void item9() {
    const auto current = model::current_check_ins(main_);
    for (const MemberId& member : members_) {
      const model::CheckIn* last = nullptr;
      std::optional<std::size_t> item;
      for (const auto* write : current) {
        const model::CheckIn& check = write->value;
        if (check.member != member) continue;
        const auto* pack =
            facts_.packs.find_instrument(check.instrument.id, check.instrument.version);
        if (pack == nullptr || !pack->risk_item) continue;
        if (last != nullptr && check.session.date < last->session.date) continue;
        last = &check;
        item = pack->risk_item->index;
      }
      if (last == nullptr || *item >= last->answers.size()) continue;
      const model::AnswerState state = last->answers[*item].state;
      const bool asked =
          state == model::AnswerState::answered || state == model::AnswerState::refused;
      if (asked) continue;
      say(Whisper::item9_not_asked, member, basis_of(Whisper::item9_not_asked, last->check_in));
    }
  }

  void ending() {
    if (facts_.course == nullptr || held_.empty()) return;
    std::set<std::uint32_t> numbers;
    for (const Held& each : held_) {
      if (each.plan_number != 0) numbers.insert(each.plan_number);
      if (used(each.key, Technique::ending_work)) return;
    }
    const auto count = static_cast<std::uint32_t>(facts_.course->session_count());
    const auto done = static_cast<std::uint32_t>(numbers.size());
    if (done >= count || count - done > left_to_the_ending) return;
    say(Whisper::ending_not_named, {},
        model::whisper_basis(whisper_name(Whisper::ending_not_named), std::to_string(done)));
  }

  void steps() {
    if (opened_.empty()) return;
    for (const auto& [id, writes] : main_.steps) {
      const auto* step = writes.shown(main_.basics.replaced);
      if (step == nullptr || step->value.withdrawn || main_.step_reviews.contains(id)) continue;
      if (!(step->value.session.date < opened_.back().key.date)) continue;
      if (std::find(members_.begin(), members_.end(), step->value.member) == members_.end()) {
        continue;
      }
      say(Whisper::step_not_reviewed, step->value.member,
          basis_of(Whisper::step_not_reviewed, id, opened_.back().key.session));
    }
  }

  void inventory() {
    if (facts_.words == nullptr) return;
    std::set<MemberId> on_the_map;
    for (const auto& [id, writes] : facts_.words->inventory) {
      const auto* shown = writes.shown(facts_.words->basics.replaced);
      if (shown != nullptr && !shown->value.removed) on_the_map.insert(shown->value.member);
    }
    for (const MemberId& member : members_) {
      const auto* area = area_of(member);
      if (area == nullptr || on_the_map.contains(member)) continue;
      say(Whisper::inventory_missing, member, basis_of(Whisper::inventory_missing, area->ref.hash));
    }
  }

  static std::optional<FocalArea> area_of(SheetKind kind) {
    switch (kind) {
      case SheetKind::grief_work: return FocalArea::grief;
      case SheetKind::disagreement_work: return FocalArea::disagreements;
      case SheetKind::change_work: return FocalArea::life_changes;
      case SheetKind::loneliness_work: return FocalArea::loneliness;
      default: return std::nullopt;
    }
  }

  void areas() {
    if (facts_.words == nullptr) return;
    for (const auto& [entry, writes] : facts_.words->sheets) {
      const auto* shown = writes.shown(facts_.words->basics.replaced);
      if (shown == nullptr || shown->value.removed) continue;
      const auto worked = area_of(shown->value.kind);
      const auto* chosen = area_of(shown->value.member);
      if (!worked || chosen == nullptr) continue;
      if (chosen->value.primary == *worked || chosen->value.secondary == *worked) continue;
      say(Whisper::several_areas, shown->value.member,
          basis_of(Whisper::several_areas, entry, chosen->ref.hash));
    }
  }

  // In the last session that was held.
  void events() {
    if (facts_.words == nullptr || held_.empty()) return;
    const model::SessionKey& session = held_.back().key;
    std::set<MemberId> linked;
    for (const auto& [entry, writes] : facts_.words->sheets) {
      const auto* shown = writes.shown(facts_.words->basics.replaced);
      if (shown == nullptr || shown->value.removed) continue;
      if (shown->value.kind == SheetKind::event && shown->value.session == session) {
        linked.insert(shown->value.member);
      }
    }
    std::set<MemberId> told;
    for (const auto* write : model::current_check_ins(main_)) {
      const model::CheckIn& check = write->value;
      if (check.session != session || linked.contains(check.member)) continue;
      if (!told.insert(check.member).second) continue;
      say(Whisper::event_not_linked, check.member,
          basis_of(Whisper::event_not_linked, session.session, check.member));
    }
  }

  void role_play() {
    if (held_.size() < without_role_play) return;
    for (std::size_t i = held_.size() - without_role_play; i < held_.size(); ++i) {
      if (used(held_[i].key, Technique::role_play)) return;
    }
    say(Whisper::role_play_missing, {},
        basis_of(Whisper::role_play_missing, held_.back().key.session));
  }

  void drift() {
    if (held_.size() < may_drift) return;
    std::set<FocalArea> theirs;
    for (const MemberId& member : members_) {
      const auto* area = area_of(member);
      if (area == nullptr) continue;
      theirs.insert(area->value.primary);
      if (area->value.secondary) theirs.insert(*area->value.secondary);
    }
    if (theirs.empty()) return;
    static constexpr std::pair<Technique, FocalArea> work[] = {
        {Technique::grief_work, FocalArea::grief},
        {Technique::disputes, FocalArea::disagreements},
        {Technique::transitions, FocalArea::life_changes},
        {Technique::deficits, FocalArea::loneliness}};
    for (std::size_t i = held_.size() - may_drift; i < held_.size(); ++i) {
      const bool away = std::any_of(std::begin(work), std::end(work), [&](const auto& each) {
        return !theirs.contains(each.second) && used(held_[i].key, each.first);
      });
      if (!away) return;
    }
    say(Whisper::focus_drifting, {}, basis_of(Whisper::focus_drifting, held_.back().key.session));
  }

  const GuardFacts& facts_;
  const model::MainState& main_;
  std::vector<Held> opened_;  // by day
  std::vector<Held> held_;
  std::vector<MemberId> members_;
  std::vector<QuietWord> out_;
};

}  // namespace

std::string_view whisper_name(Whisper rule) {
  switch (rule) {
    case Whisper::item9_not_asked: return "item9_not_asked";
    case Whisper::ending_not_named: return "ending_not_named";
    case Whisper::step_not_reviewed: return "step_not_reviewed";
    case Whisper::inventory_missing: return "inventory_missing";
    case Whisper::several_areas: return "several_areas";
    case Whisper::event_not_linked: return "event_not_linked";
    case Whisper::role_play_missing: return "role_play_missing";
    case Whisper::focus_drifting: return "focus_drifting";
  }
  return "unknown";
}

std::vector<QuietWord> frame_guard(const GuardFacts& facts) {
  return Guard(facts).all();
}

}  // namespace baraza::rules
