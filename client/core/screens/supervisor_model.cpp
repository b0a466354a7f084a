// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/supervisor_model.h"

#include <algorithm>

#include "client/core/screens/needs_model.h"
#include "shared/text/fill.h"

namespace baraza::client {

SupervisorModel supervisor_model(const ScreenContext& context) {
  const text::Catalogue& words = context.words;
  SupervisorModel out;
  out.title = words.translate("Supervisor");
  out.note = words.translate("Whom to call. The numbers are on this laptop.");
  out.empty = words.translate("No supervisor is named here yet.");
  out.empty_note = words.translate("Ask whoever gave you the code.");
  out.open_word = words.translate("Open");
  const policy::Directory& directory = context.replica.directory();
  for (const CallWords& each : supervisors(context, std::nullopt)) {
    SupervisorModel::Row row;
    row.name = each.name;
    row.initials = initials(each.name);
    row.tint = tint_of(each.account);
    row.has_phone = !each.phone.empty();
    row.phone = row.has_phone ? each.phone : words.translate("no number known here");
    std::vector<std::string> groups;
    for (const auto& [id, entry] : directory.groups()) {
      if (runs_group(context.replica, context.self, id) &&
          supervises_group(context.replica, each.account, id)) {
        groups.push_back(entry.group.name);
      }
    }
    std::sort(groups.begin(), groups.end());
    row.groups = names_words(words, groups);
    out.rows.push_back(std::move(row));
  }
  const auto needs = needs_list(context);
  const auto unseen =
      static_cast<std::size_t>(std::count_if(needs.begin(), needs.end(), [](const NeedItem& item) {
        return item.kind == NeedItem::Kind::worry;
      }));
  if (unseen > 0) {
    const std::string count = std::to_string(unseen);
    out.unseen = text::fill(words.translate("{count} worry has not been seen yet.",
                                            "{count} worries have not been seen yet.", unseen),
                            {{"count", count}});
  }
  return out;
}

}  // namespace baraza::client
