// SPDX-License-Identifier: Apache-2.0
#include "client/profiles/profiles.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>
#include <tuple>

#include "shared/system/files.h"
#include "shared/vault/key_file.h"

namespace baraza::client {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t card_limit_bytes = 64 * 1024;
constexpr std::size_t id_bytes = 8;

fs::path profiles_in(const fs::path& base) {
  return base / "profiles";
}
fs::path card_of(const fs::path& folder) {
  return folder / "card.json";
}
fs::path key_of(const fs::path& folder) {
  return folder / "vault.key";
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

// An id comes from a list that a person chose from, or from a command line.
bool is_id(std::string_view id) {
  return id.size() == 2 * id_bytes && std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::vector<fs::path> folders_in(const fs::path& base) {
  std::vector<fs::path> out;
  std::error_code failed;
  for (fs::directory_iterator at(profiles_in(base), failed), end; !failed && at != end;
       at.increment(failed)) {
    if (is_id(at->path().filename().string())) out.push_back(at->path());
  }
  return out;
}

Result<Profile> read_card(const fs::path& folder) {
  const auto bytes = read_file(card_of(folder), card_limit_bytes);
  if (!bytes) return fail(bytes.error());
  const auto json = nlohmann::json::parse(bytes->begin(), bytes->end(), nullptr, false);
  Profile out;
  out.id = folder.filename().string();
  out.folder = folder;
  // A card that can't be read says less; the person is still there.
  if (!json.is_object()) return out;
  const auto text = [&](const char* name) {
    const auto at = json.find(name);
    return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  out.name = text("name");
  out.role = text("role");
  if (const auto at = json.find("tint"); at != json.end() && at->is_number_unsigned()) {
    out.tint = at->get<std::uint32_t>();
  }
  return out;
}

// Folders whose key was never written hold nothing: it is written before anything is sealed.
void remove_halves(const fs::path& base) {
  for (const fs::path& folder : folders_in(base)) {
    std::error_code ignored;
    if (!is_there(key_of(folder)) && !is_there(folder / "client.db"))
      fs::remove_all(folder, ignored);
  }
}

}  // namespace

Result<std::vector<Profile>> list_profiles(const fs::path& base) {
  std::vector<Profile> out;
  for (const fs::path& folder : folders_in(base)) {
    if (!is_there(key_of(folder))) continue;
    auto profile = read_card(folder);
    if (!profile) return fail(profile.error());
    std::error_code unknown;
    const auto used = fs::last_write_time(card_of(folder), unknown);
    if (!unknown) profile->used = used;
    out.push_back(*std::move(profile));
  }
  std::sort(out.begin(), out.end(), [](const Profile& a, const Profile& b) {
    return std::tuple(a.name.empty(), a.name, a.id) < std::tuple(b.name.empty(), b.name, b.id);
  });
  return out;
}

Result<Unlocked> make_profile(const fs::path& base, std::string_view passphrase,
                              const vault::PassphraseCost& cost, Random& random) {
  remove_halves(base);
  const auto key = vault::MasterKey::generate(random);
  const auto locked = vault::lock_key(key, passphrase, cost, random);
  if (!locked) return fail(locked.error());

  Unlocked out;
  out.profile.id = to_hex(random.bytes(id_bytes));
  out.profile.folder = profiles_in(base) / out.profile.id;
  if (auto made = make_private_folder(out.profile.folder); !made) return fail(made.error());
  if (auto done = keep_card(out.profile); !done) return fail(done.error());
  if (auto done = write_atomically(key_of(out.profile.folder), *locked); !done) {
    return fail(done.error());
  }
  if (auto done = sync_folder(profiles_in(base)); !done) return fail(done.error());
  out.sealer = std::make_unique<vault::KeySealer>(key, random);
  return out;
}

Result<Unlocked> open_profile(const fs::path& base, const std::string& id,
                              std::string_view passphrase, Random& random) {
  const fs::path folder = profiles_in(base) / id;
  if (!is_id(id) || !is_there(key_of(folder))) {
    return fail(Code::not_found, "nobody on this laptop has the id \"" + id + "\"");
  }
  auto sealer = open_sealer(folder, passphrase, random);
  if (!sealer) return fail(sealer.error());
  auto profile = read_card(folder);
  if (!profile) return fail(profile.error());
  // Who was here last is a convenience: never a reason not to open.
  std::error_code ignored;
  fs::last_write_time(card_of(folder), fs::file_time_type::clock::now(), ignored);
  return Unlocked{*std::move(profile), *std::move(sealer)};
}

bool is_locked(const fs::path& folder) {
  return is_there(key_of(folder));
}

Result<std::unique_ptr<vault::KeySealer>> open_sealer(const fs::path& folder,
                                                      std::string_view passphrase, Random& random) {
  const auto locked = read_file(key_of(folder), card_limit_bytes);
  if (!locked) return fail(locked.error());
  const auto key = vault::unlock_key(*locked, passphrase);
  if (!key) return fail(key.error());
  return std::make_unique<vault::KeySealer>(*key, random);
}

Result<void> keep_card(const Profile& profile) {
  const nlohmann::ordered_json card = {
      {"name", profile.name}, {"role", profile.role}, {"tint", profile.tint}};
  const std::string text = card.dump(2) + "\n";
  return write_atomically(card_of(profile.folder), text);
}

Result<void> change_profile_passphrase(const Profile& profile, std::string_view old_passphrase,
                                       std::string_view new_passphrase,
                                       const vault::PassphraseCost& cost, Random& random) {
  const auto locked = read_file(key_of(profile.folder), card_limit_bytes);
  if (!locked) return fail(locked.error());
  const auto changed =
      vault::change_passphrase(*locked, old_passphrase, new_passphrase, cost, random);
  if (!changed) return fail(changed.error());
  return write_atomically(key_of(profile.folder), *changed);
}

Result<void> drop_profile(const Profile& profile) {
  if (!profile.name.empty()) {
    return fail(Code::invalid_argument, "somebody who has joined is never removed");
  }
  std::error_code failed;
  fs::remove_all(profile.folder, failed);
  if (failed) return fail(Code::storage_failed, "can't remove " + profile.folder.string());
  return {};
}

}  // namespace baraza::client
