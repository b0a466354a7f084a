// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "client/core/intents.h"
#include "shared/content/instrument.h"

// A check-in while somebody is being asked. Its draft is written with every answer, so that nothing
// is lost with the laptop; and because an answer that raises a risk must not wait for Done, the
// bytes say by themselves that it is there.
namespace baraza::client {

struct CheckInDraft {
  // Of somebody on a site's list: the group is the list (model::list_of), the member the person,
  // there is no session, and the date is on which she was asked.
  bool screening = false;
  std::optional<std::uint32_t> typed_total;  // of a screening on paper: as it stands there
  GroupId group;
  model::SessionKey session;
  MemberId member;
  // Drawn when the draft begins: what it is recorded as. So the flag that the draft raises when it
  // is left and the check-in that follows are one piece of evidence.
  CheckInId check_in;
  std::string instrument;
  std::uint32_t instrument_version = 0;
  std::vector<std::optional<model::Answer>> answers;  // one an item; empty: still open
  std::string language;
  model::AnswerMode mode = model::AnswerMode::interview;
  std::vector<CheckInId> supersedes;  // the check-ins that it corrects; empty: a first one
  std::size_t at = 0;                 // the item that is asked next

  // What counts as of now: an open item was not asked.
  std::vector<model::Answer> so_far() const;
  bool has_answer() const;  // anything was entered
  bool operator==(const CheckInDraft&) const = default;
};

// One without an answer, for every item of the instrument.
CheckInDraft begin_check_in(const content::InstrumentPack& pack, const GroupId& group,
                            const model::SessionKey& session, const MemberId& member,
                            const CheckInId& fresh);

// The same for somebody on a site's list.
CheckInDraft begin_screening(const content::InstrumentPack& pack, const SiteId& site,
                             const PersonId& person, CivilDate date, const CheckInId& fresh);

// "check-in/SESSION/DATE/MEMBER/INSTRUMENT"; of a screening "screening/PERSON/INSTRUMENT"
std::string check_in_draft_key(const model::SessionKey& session, const MemberId& member,
                               std::string_view instrument);
std::string check_in_draft_key(const CheckInDraft& draft);

Bytes encode_check_in(const CheckInDraft& draft, const content::InstrumentPack& pack);
// Empty if the bytes are no such draft.
std::optional<CheckInDraft> decode_check_in(ByteView bytes);

// What Done writes: RecordCheckIn, or CorrectCheckIn where it supersedes others; of a screening
// RecordScreening.
Intent finish_check_in(const CheckInDraft& draft);

// What is to be written at once when the draft is left behind: the screen is left, locked or
// closed, the draft is found at start, or `risk_draft_wait` after its bytes first said so. Empty
// for drafts of any kind that raise no risk. Writing it twice gives already_exists and changes
// nothing.
std::optional<RaiseItemRisk> draft_needs_flag(ByteView bytes);

inline constexpr Duration risk_draft_wait = seconds(60);

}  // namespace baraza::client
