// SPDX-License-Identifier: Apache-2.0
#include "shared/text/sentences.h"

#include "shared/text/fill.h"

namespace baraza::text {
namespace {

std::string not_taken(const Catalogue& catalogue, const std::string& reason) {
  return fill(
      catalogue.translate("The server did not take this: {reason}. It is kept here for you."),
      {{"reason", reason}});
}

std::string is_there(const Catalogue& catalogue, About about) {
  const auto say = [&](const char* message) { return catalogue.translate(message); };
  switch (about) {
    case About::anything: return say("That is there already. Nothing was changed.");
    case About::name: return say("That name is taken. Please choose another one.");
    case About::joining:
      return say("This laptop has joined already. You can go on as usual, without a code.");
    case About::session:
      return say(
          "That is done for this session already. Correct it if something is wrong, or open an "
          "extra session.");
    case About::seat:
      return say("This person has a seat in this group already. Nothing was changed.");
    case About::check_in:
      return say("This one was corrected before. Please look at the one that counts now.");
  }
  return say("That is there already. Nothing was changed.");
}

}  // namespace

std::string sentence_for(const Catalogue& catalogue, Code code, About about) {
  const auto say = [&](const char* message) { return catalogue.translate(message); };
  if (about == About::joining && code == Code::invalid_argument) {
    return say("That code has a slip in it or is not complete. Compare it letter by letter.");
  }
  if (about == About::joining && (code == Code::unavailable || code == Code::timed_out)) {
    return say(
        "The server cannot be reached from here. Check the network and try again; the code is not "
        "used up.");
  }
  if (about == About::session && code == Code::not_found) {
    return say("No session is open. Open one first.");
  }
  switch (code) {
    case Code::none: return say("Nothing is wrong.");

    case Code::invalid_argument:
      return say("Something is missing or cannot be right. Please look over what you entered.");
    case Code::not_found: return say("Nothing has that name. Please check how it is written.");
    case Code::already_exists: return is_there(catalogue, about);
    case Code::unsupported_version:
      return say("Made by a newer Baraza. It is kept, and shows after the update.");

    case Code::not_allowed: return not_taken(catalogue, say("your role does not write this"));
    case Code::malformed_body: return not_taken(catalogue, say("it cannot be read"));
    case Code::too_large: return not_taken(catalogue, say("it is too long"));

    case Code::bad_signature:
      return say("This does not carry the writer's own signature, so the server did not take it.");
    case Code::chain_broken:
      return say(
          "This does not follow from what the server has of this laptop. It is kept here. Call "
          "your supervisor.");
    case Code::forked:
      return say(
          "A copy of this laptop has been writing too. Nothing was sent over it. Call your "
          "supervisor before you go on.");
    case Code::unknown_stream:
      return say("The server does not know this group, or you do not follow it. It is kept here.");
    case Code::read_only: return say("You can read this, but not write in it. It is kept here.");
    case Code::turned_away: return say("You do not write in this group. It is kept here for you.");
    case Code::number_gap:
      return say("Something written before this has not arrived yet. It is being sent again.");
    case Code::authority_ended:
      return say("You no longer follow this group. What you wrote went to your supervisor.");
    case Code::refused_by_person:
      return not_taken(catalogue, say("a person looked at it and decided so"));

    case Code::unauthenticated:
      return say(
          "The server does not know this laptop. You can go on as usual. Ask your supervisor for a "
          "new code.");
    case Code::code_wrong:
      return say("That code is not known. Check it letter by letter, or ask for a new one.");
    case Code::code_used: return say("That code was used on another laptop. Ask for a new one.");
    case Code::code_expired: return say("That code is too old. Ask for a new one.");
    case Code::pin_mismatch:
      return say(
          "This is not the server that your code came from. Nothing was sent. Call your "
          "supervisor.");
    case Code::origin_refused:
      return say("A web page tried to reach the server in place of Baraza. It was turned away.");

    case Code::other_account:
      return say(
          "That code is somebody else's. Nothing was changed. Ask for one that is made for you.");

    case Code::passphrase_wrong:
      return say("That passphrase does not open this laptop. Try again.");

    case Code::unavailable: return say("No network. You can go on as usual.");
    case Code::too_fast: return say("The server is busy. The rest will be sent in a moment.");
    case Code::timed_out: return say("The server did not answer in time. It will be tried again.");
    case Code::locked: return say("Baraza is already open with this record. Use that window.");

    case Code::storage_full:
      return say("This was not saved: the laptop is full. Make room, then press Save.");
    case Code::storage_damaged:
      return say("Part of the record cannot be read. Delete nothing. Call your supervisor.");
    case Code::storage_failed:
      return say(
          "This was not saved: the disk did not take it. Press Save again; if it stays so, call "
          "your supervisor.");
    case Code::address_in_use:
      return say(
          "That address cannot be used here. Close the program that has it, or choose another "
          "one.");
    case Code::verification_failed:
      return say("The check found a difference. Delete nothing. Call your supervisor.");

    case Code::protocol_error:
      return say("This laptop and the server do not understand each other. Ask for the update.");
    case Code::internal:
      return say("Baraza made a mistake of its own. Tell your supervisor what you were doing.");
  }
  return say("The server said something that this Baraza does not know. Ask for the update.");
}

}  // namespace baraza::text
