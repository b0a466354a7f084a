// SPDX-License-Identifier: Apache-2.0
#include "server/app/server_keys.h"

#include <array>

#include "shared/system/files.h"
#include "shared/vault/sealer.h"

namespace baraza::server {
namespace {

std::filesystem::path keys_folder(const std::filesystem::path& folder) {
  return folder / "keys";
}
constexpr std::array file_names{"server_writer.key", "programme.key"};

Result<std::unique_ptr<KeySigner>> load_key(const std::filesystem::path& path) {
  auto seed = read_file(path, KeySigner::seed_bytes);
  if (!seed && seed.error().code == Code::storage_failed) return fail(seed.error());
  if (!seed || seed->size() != KeySigner::seed_bytes) {
    return fail(Code::storage_damaged,
                path.string() + " is gone or isn't a key; put it back from a copy");
  }
  auto key = std::make_unique<KeySigner>(*seed);
  vault::wipe(*seed);
  return key;
}

}  // namespace

Result<void> ServerKeys::create(const std::filesystem::path& folder, Random& random) {
  if (auto made = make_private_folder(keys_folder(folder)); !made) return made;
  for (const char* name : file_names) {
    Bytes seed = random.bytes(KeySigner::seed_bytes);
    auto written = write_atomically(keys_folder(folder) / name, seed, 0600);
    vault::wipe(seed);
    if (!written) return written;
  }
  return {};
}

Result<ServerKeys> ServerKeys::load(const std::filesystem::path& folder) {
  ServerKeys out;
  for (const auto& [name, key] :
       {std::pair{file_names[0], &out.server_writer}, std::pair{file_names[1], &out.programme}}) {
    auto loaded = load_key(keys_folder(folder) / name);
    if (!loaded) return fail(loaded.error());
    *key = std::move(*loaded);
  }
  return out;
}

}  // namespace baraza::server
