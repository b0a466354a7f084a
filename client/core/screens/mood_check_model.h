// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/core/check_in_draft.h"
#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/base/clock.h"

// The mood check of one member in one session: every questionnaire that the course asks then, a
// sheet each.
namespace baraza::client {

// What is kept of the sheets while they are asked, one draft a sheet in the course's order.
struct MoodCheckSheets {
  std::vector<CheckInDraft> drafts;
  std::vector<CheckInId> fresh;  // what corrections that begin on this screen are recorded as
  std::size_t open = 0;          // which sheet is shown
};

// What the owner does when the screen opens: reads the drafts that were kept, and begins those that
// weren't. `kept` is Client::drafts().
MoodCheckSheets begin_mood_check(const ScreenContext& context, const GroupId& group,
                                 const model::SessionKey& session, const MemberId& member,
                                 const std::map<std::string, Bytes>& kept, Random& random);

struct MoodItem {
  std::string number;
  std::string label;
  std::optional<model::Answer> answer;  // empty: still open
  std::string mark;                     // "Rather not", "Not asked"; empty where it was answered
  bool risk = false;                    // stands apart
};

// What the answers come to, as far as that can be said.
struct MoodScore {
  std::string title;               // "So far", "Total"
  std::string figure;              // empty: there is none to show
  std::string band;                // "moderate"; empty: none, or not sure
  std::vector<std::string> lines;  // what is open and what it leaves possible
  std::string short_words;         // the same where there is little room
  bool final = false;
  std::vector<std::uint32_t> limits;  // where bands begin; empty: no bands
  std::uint32_t most = 0;
  std::optional<std::uint32_t> pointer;  // on the bands; empty: none
};

// The scores of this member before, one a session.
struct MoodHistory {
  std::string title;
  std::vector<std::optional<std::uint32_t>> scores;
  std::size_t sessions = 0;  // room for so many
  std::uint32_t top = 0;
  std::string words;  // "18, 17, 16, 16, then none"
};

struct MoodCheckModel {
  enum class State : std::uint8_t {
    none,    // nothing can be asked here; `none` says why
    asking,  // a draft is open
    done,    // a check-in counts
  };
  State state = State::none;
  GroupId group;
  model::SessionKey session;
  MemberId member;
  std::optional<SiteId> list;  // of somebody on this site's list, as CheckInDraft has it
  std::string title;
  std::string note;
  std::string none;

  std::string name;
  std::string letters;
  std::uint32_t seat = 0;
  std::string next;  // "Naliaka is next"; empty: nobody is
  MemberId next_member;

  // --- the sheet that is open ---------------------------------------------------------------
  const content::InstrumentPack* pack = nullptr;  // null in State::none
  std::string question;
  std::vector<std::string> columns;  // the answers' own words; empty where there are too many
  std::uint32_t values = 0;
  std::vector<std::string> ends;  // where there are many values: the words of lowest and highest
  std::vector<MoodItem> items;
  std::size_t at = 0;  // the item that is asked; their number where none is
  std::vector<std::string> risk_lines;
  bool correcting = false;
  std::string here_already;  // somebody else wrote one meanwhile
  MoodScore score;
  MoodHistory history;
  bool may_finish = false;
  std::string finish_not;
  bool raises_risk = false;  // an answer opens what to do next
  std::string draft_key;
  bool sheet_left = false;  // another sheet is still to be asked once this one is done
  std::size_t next_sheet = 0;
  // What that sheet begins with, if nobody began it: what was asked here already. Empty: nothing.
  std::vector<std::optional<model::Answer>> next_begins;
  std::string next_sheet_word;  // leads to the next sheet; empty: there is only one

  // --- a check-in that counts ---------------------------------------------------------------
  std::vector<CheckInId> counting;
  std::vector<model::Answer> counting_answers;
  std::string counting_language;
  std::string said_by;  // "Rose, Tuesday 10:42"
  bool twice = false;   // two count: settled among what needs the person
  std::string twice_item;
  std::string twice_words;
  bool hidden = false;  // while names are hidden, so are answers
  std::string hidden_words;
  bool may_write = false;
  std::string write_not;

  // --- answers copied from a paper ----------------------------------------------------------
  bool paper = false;
  std::string paper_title;
  std::string paper_total;  // the label of the total that stands on it
  std::string paper_hint;
  std::string paper_differs;  // what the answers come to, where the typed total is another
  std::string paper_day;      // label
  std::string paper_asked;    // "Asked on Tuesday 12 May"
  int paper_days_ago = 0;
  std::string earlier_word;
  std::string later_word;

  // --- fixed words --------------------------------------------------------------------------
  std::string done_word;
  std::string rather_not_word;
  std::string not_asked_word;
  std::string no_question;  // why these can't be pressed: none is asked
  std::string ten_word;
  std::string one_back_word;
  std::string correct_word;
  std::string leave_word;  // drops a correction
  std::string withdraw_word;
  std::string withdraw_title;
  std::string withdraw_note;
  std::string withdraw_reason;
  std::string withdraw_hint;
  std::string withdraw_not;
  std::string settle_word;
  std::string back_word;
  std::string worried_word;
  std::string saved_word;
  std::string withdrawn_word;
  std::vector<HelpRow> help;
};

MoodCheckModel mood_check_model(const ScreenContext& context, const GroupId& group,
                                const model::SessionKey& session, const MemberId& member,
                                const MoodCheckSheets& sheets);

}  // namespace baraza::client
