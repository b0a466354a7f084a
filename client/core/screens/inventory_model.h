// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/model/work_values.h"

namespace baraza::client {

// Somebody in a member's life, as the map and the list show them.
struct InventoryRow {
  model::InventoryPerson value;
  std::string name;
  std::string letters;
  std::string words;  // "Mother · close · strong support"
  bool changed = false;
  bool disputed = false;
};

// The people in a member's life: the interpersonal inventory.
struct InventoryModel {
  GroupId group;
  MemberId member;
  std::string title;
  std::string note;
  std::string none;
  std::string letters;  // of the member
  std::string name;
  std::string purpose;
  std::string empty;
  std::vector<InventoryRow> rows;  // in the order of telling
  std::string list_title;
  std::string close_word;
  std::string some_word;
  std::string far_word;
  std::string add_word;
  std::string add_not;
  std::string read_only;
  std::string done;
  std::string removed_done;
  std::vector<HelpRow> help;
};
InventoryModel inventory_model(const ScreenContext& context, const GroupId& group,
                               const MemberId& member);
// "4 people, 1 with strain"; empty: nobody was told of yet.
std::string inventory_note(const ScreenContext& context, const GroupId& group,
                           const MemberId& member);

// One of them, written or changed.
struct InventoryPersonModel {
  GroupId group;
  MemberId member;
  std::string title;
  std::string note;
  std::string none;
  model::InventoryPerson value;  // what stands, or somebody new
  bool exists = false;
  bool settles = false;
  std::string called_label;
  std::string called_hint;
  std::string relationship_label;
  std::vector<std::string> relationships;  // by their numbers, from 1
  std::string closeness_label;
  std::vector<std::string> closenesses;
  std::string support_label;
  std::vector<std::string> supports;  // from none on
  std::string contact_label;
  std::vector<std::string> contacts;  // from daily on
  std::string strain_word;
  std::string lost_word;
  std::string change_label;
  std::string change_hint;
  std::string warning;
  std::string read_only;
  std::string save_word;
  std::string save_not;
  std::string name_not;
  std::string remove_word;
  std::string kept;
  std::string done;
  std::string removed_done;
  std::string history_title;
  std::vector<std::string> history;  // "Rose, 10:42: Mother · close"
  std::size_t most_bytes = 0;
  std::string draft_key;
  std::vector<HelpRow> help;
};
// A zero person is somebody new.
InventoryPersonModel inventory_person_model(const ScreenContext& context, const GroupId& group,
                                            const MemberId& member,
                                            const InventoryPersonId& person);

Bytes encode_inventory_person(const model::InventoryPerson& value);
std::optional<model::InventoryPerson> decode_inventory_person(ByteView bytes);

}  // namespace baraza::client
