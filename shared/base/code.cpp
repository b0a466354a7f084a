// SPDX-License-Identifier: Apache-2.0
#include "shared/base/code.h"

namespace baraza {

std::string_view code_name(Code code) {
  switch (code) {
    case Code::none: return "none";
    case Code::invalid_argument: return "invalid_argument";
    case Code::not_found: return "not_found";
    case Code::already_exists: return "already_exists";
    case Code::unsupported_version: return "unsupported_version";
    case Code::not_allowed: return "not_allowed";
    case Code::malformed_body: return "malformed_body";
    case Code::too_large: return "too_large";
    case Code::bad_signature: return "bad_signature";
    case Code::chain_broken: return "chain_broken";
    case Code::forked: return "forked";
    case Code::unknown_stream: return "unknown_stream";
    case Code::read_only: return "read_only";
    case Code::turned_away: return "turned_away";
    case Code::number_gap: return "number_gap";
    case Code::authority_ended: return "authority_ended";
    case Code::refused_by_person: return "refused_by_person";
    case Code::unauthenticated: return "unauthenticated";
    case Code::code_wrong: return "code_wrong";
    case Code::code_used: return "code_used";
    case Code::code_expired: return "code_expired";
    case Code::pin_mismatch: return "pin_mismatch";
    case Code::origin_refused: return "origin_refused";
    case Code::other_account: return "other_account";
    case Code::passphrase_wrong: return "passphrase_wrong";
    case Code::unavailable: return "unavailable";
    case Code::too_fast: return "too_fast";
    case Code::timed_out: return "timed_out";
    case Code::locked: return "locked";
    case Code::storage_full: return "storage_full";
    case Code::storage_damaged: return "storage_damaged";
    case Code::storage_failed: return "storage_failed";
    case Code::address_in_use: return "address_in_use";
    case Code::verification_failed: return "verification_failed";
    case Code::protocol_error: return "protocol_error";
    case Code::internal: return "internal";
  }
  return "unknown";  // a number from a newer version
}

int exit_status(Code code) {
  switch (code) {
    case Code::none: return 0;
    case Code::invalid_argument: return 2;
    case Code::verification_failed: return 3;
    case Code::unavailable:
    case Code::too_fast:
    case Code::timed_out:
    case Code::locked: return 75;
    default: return 1;
  }
}

}  // namespace baraza
