// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/inventory_model.h"

#include <algorithm>

#include "client/core/record_bytes.h"
#include "client/core/screens/inventory_words.h"
#include "client/core/screens/note_words.h"
#include "client/core/screens/person_words.h"
#include "shared/base/limits.h"
#include "shared/policy/policy.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

using text::fill;

constexpr std::uint64_t format = 1;
// As many as the map has room for.
constexpr std::size_t most_people = 12;

struct Told {
  const model::Write<model::InventoryPerson>* shown;
  const model::Write<model::InventoryPerson>* first;
  bool disputed;
};

// Those who weren't taken off, in the order of telling.
std::vector<Told> told(const Replica& replica, const GroupId& group, const MemberId& member) {
  const model::WordsState& words = replica.words(group);
  std::vector<Told> out;
  for (const auto& [id, writes] : words.inventory) {
    const auto* shown = writes.shown(words.basics.replaced);
    if (shown == nullptr || shown->value.removed || shown->value.member != member) continue;
    out.push_back({shown, &writes.writes.front(), writes.disputed(words.basics.replaced)});
  }
  std::sort(out.begin(), out.end(),
            [](const Told& a, const Told& b) { return a.first->order() < b.first->order(); });
  return out;
}

bool reads_words(const ScreenContext& context, const GroupId& group) {
  return policy::reads(context.replica.directory(), context.self,
                       {StreamKind::words, id_cast<AnyId>(group)}, policy::When::now);
}

}  // namespace

InventoryModel inventory_model(const ScreenContext& context, const GroupId& group,
                               const MemberId& member) {
  const text::Catalogue& words = context.words;
  InventoryModel out;
  out.group = group;
  out.member = member;
  out.name = member_called(context, group, member);
  out.title = fill(words.translate("The people in {name}’s life"), {{"name", out.name}});
  const auto* entry = context.replica.directory().group(group);
  if (entry == nullptr) {
    out.none = words.translate("This group is not on this laptop.");
    return out;
  }
  out.note = entry->group.name;
  if (!reads_words(context, group)) {
    out.none = words.translate("What is written with members is read by those who run the group.");
    return out;
  }
  if (context.privacy) {
    out.none = words.translate("Hidden while names are hidden.");
    return out;
  }
  const auto called = member_words(context, group);
  if (const auto who = called.find(member); who != called.end()) out.letters = who->second.letters;
  out.purpose = words.translate("Who matters, for good or for ill, and how is it now?");
  out.empty =
      fill(words.translate("Nobody on the map yet. Ask who was there for {name} this week."),
           {{"name", out.name}});
  for (const Told& each : told(context.replica, group, member)) {
    InventoryRow row;
    row.value = each.shown->value;
    row.name = row.value.called;
    row.letters = initials(row.name);
    row.words =
        each.disputed ? words.translate("Two answers stand") : inventory_words(words, row.value);
    row.changed = !row.value.change.empty();
    row.disputed = each.disputed;
    out.rows.push_back(std::move(row));
  }
  out.list_title = words.translate("In the order of telling");
  out.close_word = closeness_words(words, 0);
  out.some_word = closeness_words(words, 1);
  out.far_word = closeness_words(words, 2);
  out.add_word = words.translate("Add somebody");
  if (out.rows.size() >= most_people) {
    out.add_not = words.translate("Twelve are enough. Take somebody off first.");
  }
  if (!runs_group(context.replica, context.self, group)) {
    out.read_only = words.translate("Only those who run the group write here.");
  }
  out.done = words.translate("Saved on this laptop");
  out.removed_done = words.translate("Taken off, on this laptop");
  out.help = {{"+ −", words.translate("closer, farther")},
              {"Del", words.translate("takes somebody off")},
              {"Enter", words.translate("opens what is chosen")}};
  return out;
}

std::string inventory_note(const ScreenContext& context, const GroupId& group,
                           const MemberId& member) {
  const auto people = told(context.replica, group, member);
  if (people.empty()) return {};
  const auto strain = std::count_if(people.begin(), people.end(),
                                    [](const Told& each) { return each.shown->value.strain; });
  return fill(context.words.translate("{count} people, {strain} with strain"),
              {{"count", std::to_string(people.size())}, {"strain", std::to_string(strain)}});
}

InventoryPersonModel inventory_person_model(const ScreenContext& context, const GroupId& group,
                                            const MemberId& member,
                                            const InventoryPersonId& person) {
  const text::Catalogue& words = context.words;
  InventoryPersonModel out;
  out.group = group;
  out.member = member;
  out.title = words.translate("Somebody in the life");
  const InventoryModel all = inventory_model(context, group, member);
  out.note = all.name;
  out.none = all.none;
  if (!out.none.empty()) return out;
  out.value.person = person;
  out.value.member = member;
  const model::WordsState& state = context.replica.words(group);
  if (const auto at = state.inventory.find(person); at != state.inventory.end()) {
    out.exists = true;
    if (const auto* shown = at->second.shown(state.basics.replaced)) out.value = shown->value;
    out.settles = at->second.disputed(state.basics.replaced);
    for (auto write = at->second.writes.rbegin(); write != at->second.writes.rend(); ++write) {
      const std::string said = write->value.removed ? words.translate("Taken off")
                                                    : inventory_words(words, write->value);
      out.history.push_back(
          fill(words.translate("{who}: {what}"),
               {{"who", written_by(context, group, write->ref.id.writer, write->wall)},
                {"what", said}}));
    }
    out.title = out.value.called;
  }
  out.called_label = fill(words.translate("What {name} calls them"), {{"name", all.name}});
  out.called_hint = words.translate("Mama, my neighbour, Baba Juma");
  out.relationship_label = words.translate("Who it is");
  for (int number = 1; number <= 12; ++number) {
    out.relationships.push_back(
        relationship_words(words, static_cast<model::Relationship>(number)));
  }
  out.closeness_label = words.translate("How close");
  for (int closeness = 0; closeness < 3; ++closeness) {
    out.closenesses.push_back(closeness_words(words, closeness));
  }
  out.support_label = words.translate("Support");
  for (int level = 1; level <= 4; ++level) {
    out.supports.push_back(support_words(words, static_cast<model::SupportLevel>(level)));
  }
  out.contact_label = words.translate("How often they meet or talk");
  for (int level = 1; level <= 5; ++level) {
    out.contacts.push_back(contact_words(words, static_cast<model::ContactLevel>(level)));
  }
  out.strain_word = words.translate("Strain between them");
  out.lost_word = words.translate("Dead, or gone for good");
  out.change_label = words.translate("What changed lately");
  out.change_hint = words.translate("Moved away, came back");
  if (out.settles) {
    out.warning = words.translate(
        "Two people wrote this without knowing of each other. Both are below; what you save takes "
        "the place of both.");
  }
  out.read_only = all.read_only;
  out.save_word = words.translate("Save");
  out.save_not = words.translate("Nothing was changed yet.");
  out.name_not = words.translate("Write what they are called first.");
  if (out.exists && !out.value.removed) out.remove_word = words.translate("Take off the map");
  out.kept = words.translate("What you type is kept on this laptop as you go.");
  out.done = all.done;
  out.removed_done = all.removed_done;
  out.history_title = words.translate("What it said, newest first");
  out.most_bytes = limits::name_bytes;
  out.draft_key = "inventory/" + to_hex(group) + "/" + to_hex(member) + "/" + to_hex(person);
  out.help = {{"Ctrl+Enter", words.translate("saves")}};
  return out;
}

Bytes encode_inventory_person(const model::InventoryPerson& value) {
  RecordWriter out;
  out.number(format).id(value.person).id(value.member).bytes(value.called);
  out.number(static_cast<std::uint64_t>(value.relationship)).number(value.closeness);
  out.number(static_cast<std::uint64_t>(value.support)).number(value.strain ? 1 : 0);
  out.number(value.lost ? 1 : 0).number(static_cast<std::uint64_t>(value.contact));
  out.bytes(value.change);
  return out.take();
}

std::optional<model::InventoryPerson> decode_inventory_person(ByteView bytes) {
  RecordReader in(bytes);
  if (in.number() != format) return std::nullopt;
  model::InventoryPerson out;
  out.person = in.id<InventoryPersonId>();
  out.member = in.id<MemberId>();
  out.called = in.bytes();
  const std::uint64_t relationship = in.number();
  const std::uint64_t closeness = in.number();
  const std::uint64_t support = in.number();
  out.strain = in.number() != 0;
  out.lost = in.number() != 0;
  const std::uint64_t contact = in.number();
  out.change = in.bytes();
  if (!in.complete() || relationship < 1 || relationship > 12 || closeness > 2 || support > 4 ||
      contact > 5) {
    return std::nullopt;
  }
  out.relationship = static_cast<model::Relationship>(relationship);
  out.closeness = static_cast<std::uint8_t>(closeness);
  out.support = static_cast<model::SupportLevel>(support);
  out.contact = static_cast<model::ContactLevel>(contact);
  return out;
}

}  // namespace baraza::client
