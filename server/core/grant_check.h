// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/policy/directory.h"

namespace baraza::server {

// Whether grants make sense before they are given: each to staff of the site in that role, once,
// and to nobody who would supervise their own work. For one site; the directory outlives it.
class GrantCheck {
 public:
  GrantCheck(const policy::Directory& directory, const SiteId& site);

  // The grant on top of those that stand and of those taken before; a zero group is all groups of
  // the site. invalid_argument or already_exists, with a sentence.
  Result<void> take(const policy::Directory::AccountEntry& account, const model::Grant& grant);

 private:
  std::string of_what(const model::Grant& grant) const;

  const policy::Directory& directory_;
  const SiteId site_;
  std::vector<model::Grant> standing_;
};

}  // namespace baraza::server
