// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_profiles.h"

namespace baraza::sim {
namespace {

// The least that Argon2id takes: nothing here is a secret.
constexpr vault::PassphraseCost cheap{1, 8 * 1024};

}  // namespace

Result<std::filesystem::path> DemoProfiles::make(const DemoStaff& person) {
  if (const auto known = made_.find(person.handle); known != made_.end()) {
    return known->second.profile.folder;
  }
  auto made = client::make_profile(base_, passphrase_, cheap, random_);
  if (!made) return fail(made.error());
  made->profile.name = person.name;
  made->profile.role = model::role_name(person.role);
  made->profile.tint = static_cast<std::uint32_t>(made_.size());
  if (auto done = client::keep_card(made->profile); !done) return fail(done.error());
  const std::filesystem::path folder = made->profile.folder;
  made_.emplace(person.handle, *std::move(made));
  return folder;
}

}  // namespace baraza::sim
