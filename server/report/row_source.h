// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "server/projection/group_rows.h"

namespace baraza::server {

// Which rows somebody asks for. Empty: all of them.
struct RowFilter {
  std::optional<SiteId> site;
  std::optional<GroupId> group;
  std::optional<CivilDate> first_date;  // of the session, included
  std::optional<CivilDate> last_date;   // included

  bool takes(const GroupContext& context) const {
    return (!site || *site == context.site) && (!group || *group == context.group);
  }
  bool takes(CivilDate date) const {
    return (!first_date || *first_date <= date) && (!last_date || date <= *last_date);
  }
};

// Where exports get the groups from: one at a time, so that nothing ever holds a nation. Each pass
// is of one commit, the same for all groups, and two passes of one commit hand over the same groups
// in the same order (by site and group id): only then are two exports alike byte by byte.
class RowSource {
 public:
  // Both arguments live for the call only.
  using Take = std::function<Result<void>(const GroupContext&, const model::MainState&)>;

  virtual ~RowSource() = default;
  // Calls `take` once a group. It may leave out groups that the filter doesn't take, to save
  // reading them; whoever asks filters all the same. Stops at the first failure and returns it.
  virtual Result<void> each_group(const RowFilter& filter, const Take& take) = 0;
};

}  // namespace baraza::server
