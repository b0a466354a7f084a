// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace baraza {

// What went wrong, named by what the one who hears it should do. The same numbers travel on the
// wire (Gap, Taken, Bye), stand in stored verdicts and choose the sentence that a person reads.
// Numbers are only appended: a stored verdict keeps its meaning for ever.
enum class Code : std::uint16_t {
  none = 0,

  // Mend the request; the same one will fail again.
  invalid_argument = 1,     // a value is missing or out of range; the detail says which
  not_found = 2,            // no such thing by that name or id
  already_exists = 3,       // there is one by that name or id
  unsupported_version = 4,  // protocol, pack or store made by a version this one can't speak

  // A verdict on one op, final (see DESIGN: refused for three reasons only).
  not_allowed = 20,     // the writer's role doesn't write this kind
  malformed_body = 21,  // the body can't be read, or breaks a rule of its kind
  too_large = 22,       // op, frame or text over its limit

  // About a writer, its chain or the stream; the client keeps what it has.
  bad_signature = 40,      // the run isn't signed by the key of its writer
  chain_broken = 41,       // prev doesn't continue what is known of this writer
  forked = 42,             // two ops of one writer with one number: a copied or rolled-back folder
  unknown_stream = 43,     // no such stream, or not for this person
  read_only = 44,          // this person reads the stream but doesn't write it
  turned_away = 45,        // this writer never had the right to write here
  number_gap = 46,         // ops are missing before these; go back to the expected number
  authority_ended = 47,    // the writer once had the right; the op is held for a person to settle
  refused_by_person = 48,  // a held op that a supervisor or administrator settled by refusing

  // Log in differently.
  unauthenticated = 60,  // the key is unknown or the proof doesn't hold
  code_wrong = 61,       // no such enrolment code
  code_used = 62,        // the code has enrolled another laptop
  code_expired = 63,     // the code is too old
  pin_mismatch = 64,     // the server's key isn't the one in the enrolment code
  origin_refused = 65,   // the request comes from a web page
  other_account = 66,    // the code is another person's than this folder

  // Open the record on this laptop differently.
  passphrase_wrong = 70,

  // Try again later, unchanged.
  unavailable = 80,  // no connection, or the server is starting or stopping
  too_fast = 81,     // slow down; see retry_after
  timed_out = 82,    // a deadline passed
  locked = 83,       // another process holds the folder

  // A person has to look.
  storage_full = 100,     // the disk is full; nothing was lost, nothing was saved
  storage_damaged = 101,  // stored bytes fail their check
  storage_failed = 102,   // the disk refused a read or write
  address_in_use = 103,   // the port is taken, or the address is none of this computer's
  verification_failed = 104,

  protocol_error = 110,  // a frame that isn't the protocol, or out of turn
  internal = 120,        // a fault of ours; the detail says where
};

// A short stable name such as "not_allowed", for logs and exports. Never null.
std::string_view code_name(Code code);

// True for the three codes that refuse an op for ever.
constexpr bool is_refusal(Code code) {
  return code == Code::not_allowed || code == Code::malformed_body || code == Code::too_large;
}

// Exit status of a command that ends with this code: 0, 1 failed, 2 usage, 3 verification failed,
// 75 try again (sysexits).
int exit_status(Code code);

}  // namespace baraza
