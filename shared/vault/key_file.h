// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/vault/master_key.h"
#include "shared/vault/passphrase.h"

// The bytes that keep a master key under a passphrase. Whoever has them can try passphrases at
// PassphraseCost each, and nothing else. Where they are kept is the caller's business.
namespace baraza::vault {

// Errors as of check_passphrase() and key_from_passphrase().
Result<Bytes> lock_key(const MasterKey& key, std::string_view passphrase,
                       const PassphraseCost& cost, Random& random);

// passphrase_wrong if the bytes are whole and the passphrase isn't theirs; storage_damaged if they
// aren't what lock_key() gave; unsupported_version if a newer version wrote them.
Result<MasterKey> unlock_key(ByteView file, std::string_view passphrase);

// The same key under another passphrase: everything sealed under it stays as it is. Errors of
// unlock_key() for the old passphrase, of lock_key() for the new one.
Result<Bytes> change_passphrase(ByteView file, std::string_view old_passphrase,
                                std::string_view new_passphrase, const PassphraseCost& cost,
                                Random& random);

}  // namespace baraza::vault
