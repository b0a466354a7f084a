// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/model/intake_values.h"

// Somebody on a site's list: what was asked, what the programme's rule says, what was decided.
namespace baraza::client {

// A questionnaire of the screening.
struct ScreeningLine {
  std::string id;       // of the instrument
  std::string title;    // "PHQ-2"
  std::string outcome;  // "5: at or above 3, asked further"
  std::string by;       // "Rose, 12 May; from paper"
  std::string warning;  // "The paper says 12, the answers come to 14."
  bool answered = false;
};

// A decision that can be made.
struct DecisionChoice {
  model::Suitability suitability = model::Suitability::joins;
  std::string words;
  bool overrides = false;  // needs a reason
};

struct SeatChoice {
  GroupId group;
  std::string name;
  std::string note;  // "7 of 10 seats taken"
  std::string not_now;
};

struct IntakePersonModel {
  SiteId site;
  PersonId person;
  std::string title;
  std::string note;  // "1987, Kibera, woman, 555 0108"
  std::string none;
  std::string risk;  // "Your supervisor has not seen this yet."; empty: no open worry
  bool risk_unseen = false;
  std::string risk_open;

  std::string asked_title;
  std::vector<ScreeningLine> asked;
  std::string says;       // what the rule says, in a sentence
  std::string says_note;  // by which course's rule
  std::string ask_word;   // "Ask the PHQ-2"; empty: nothing is left to ask
  std::string paper_word;

  std::string decided_title;
  std::string decided;       // what stands, or that nothing does
  std::string decided_note;  // by whom, why
  bool disputed = false;
  std::optional<model::SuitabilityDecision> holds;
  std::vector<DecisionChoice> choices;
  std::string save_done;
  std::vector<std::string> history;  // newest first
  std::string history_title;

  // The question before a decision that needs words.
  std::string reasons_title;  // of referring
  std::vector<std::pair<model::ReferReason, std::string>> reasons;
  std::string reason_label;
  std::string reason_hint;
  std::string override_note;
  std::string save_word;
  std::string reasons_not;
  std::string reason_not;
  std::string back_word;

  std::string seat_title;
  std::string seated;                   // "In Mwembe"
  std::optional<GroupId> seated_group;  // whose page it leads to
  MemberId seated_member;
  std::string seated_word;
  std::vector<SeatChoice> seats;  // for somebody who waits
  std::string seats_none;
  std::string seat_done;

  std::string same_title;  // "The same person"
  std::vector<std::pair<PersonId, std::string>> same;
  std::string apart_word;
  std::string apart_done;

  std::string edit_word;
  std::string worried_word;
  std::string read_only;
  CivilDate today;
  std::vector<HelpRow> help;
};

IntakePersonModel intake_person_model(const ScreenContext& context, const SiteId& site,
                                      const PersonId& person);

}  // namespace baraza::client
