// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/vault/key_sealer.h"
#include "shared/vault/passphrase.h"

// The persons of one laptop. Each has a folder of their own, BASE/profiles/ID, sealed with a
// passphrase of their own:
//
//   card.json   who it is, for the list of names before unlocking: staff only, nothing of a member
//   vault.key   the master key, under the passphrase
//   client.db   everything else, sealed under the master key (client/store)
//
// Everything here blocks on the disk, and what takes a passphrase for about a second more; any
// thread may call, two calls for one profile not at once.
namespace baraza::client {

struct Profile {
  std::string id;
  std::filesystem::path folder;  // as the store takes it
  std::string name;              // full; empty until it has joined a programme
  std::string role;              // as model::Role is named; empty if not known
  std::uint32_t tint = 0;        // of the disc
  // When it was last opened here, as the card's file says: only to tell who used the laptop last.
  std::filesystem::file_time_type used;
};

// Those that were made whole, by name; those that haven't joined yet are last. Empty if there is
// none, or no such folder.
Result<std::vector<Profile>> list_profiles(const std::filesystem::path& base);

struct Unlocked {
  Profile profile;
  std::unique_ptr<vault::KeySealer> sealer;
};

// A new one, that hasn't joined. The card is written first and the key last: a crash between leaves
// a folder that nothing was sealed under, which the next call removes. `random` outlives the
// sealer. Errors as of lock_key() and the disk's.
Result<Unlocked> make_profile(const std::filesystem::path& base, std::string_view passphrase,
                              const vault::PassphraseCost& cost, Random& random);

// passphrase_wrong, storage_damaged and unsupported_version as of unlock_key(); not_found if there
// is none of this id.
Result<Unlocked> open_profile(const std::filesystem::path& base, const std::string& id,
                              std::string_view passphrase, Random& random);

// Whether a client's folder, wherever it lies, is sealed under a passphrase.
bool is_locked(const std::filesystem::path& folder);
// The sealer of such a folder. passphrase_wrong, storage_damaged and unsupported_version as of
// unlock_key(). `random` outlives the sealer.
Result<std::unique_ptr<vault::KeySealer>> open_sealer(const std::filesystem::path& folder,
                                                      std::string_view passphrase, Random& random);

// Writes its card anew: name, role and tint as they are in `profile`.
Result<void> keep_card(const Profile& profile);

// From the next unlocking on. What is sealed stays as it is. Errors as of vault::change_passphrase.
Result<void> change_profile_passphrase(const Profile& profile, std::string_view old_passphrase,
                                       std::string_view new_passphrase,
                                       const vault::PassphraseCost& cost, Random& random);

// Removes the folder of somebody who never joined. invalid_argument for one that has.
Result<void> drop_profile(const Profile& profile);

}  // namespace baraza::client
