// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "client/core/screens/context.h"
#include "client/core/screens/shell_model.h"
#include "shared/rules/intake.h"

// The list of a site: everybody who was asked or is to be asked, until they have a seat.
namespace baraza::client {

using IntakeStanding = rules::IntakeStanding;

struct IntakeRow {
  PersonId person;
  std::string name;
  std::string letters;
  std::uint32_t tint = 0;
  std::string note;      // "1987, Kibera"
  std::string standing;  // "To be asked the PHQ-9"
  bool risk = false;     // an open worry
  IntakeStanding is = IntakeStanding::to_ask;
};

// Two entries that may be one person.
struct DoubleRow {
  PersonId one;
  PersonId other;  // becomes the same as `one`
  std::string title;
  std::string why;
};

// Which of them are shown.
enum class IntakeShow : std::uint8_t { to_do, waiting, seated, everyone };
inline constexpr std::size_t intake_shows = 4;

struct IntakeModel {
  SiteId site;
  std::string title;
  std::string note;
  std::string none;
  std::array<std::string, intake_shows> shows;  // "To do 5"
  std::vector<IntakeRow> rows;                  // of what is shown and looked for, by name
  std::string nobody;                           // where there are none
  std::string more;                             // "and 43 others: type a part of the name"
  std::string search_label;
  std::string search_hint;
  std::string doubles_title;
  std::vector<DoubleRow> doubles;
  std::string same_word;
  std::string same_done;
  std::string apart_word;
  std::string apart_done;
  std::string new_word;
  std::string form_word;
  std::string form_not;  // why no group can be formed yet
  std::string read_only;
  std::vector<HelpRow> help;
};

IntakeModel intake_model(const ScreenContext& context, const SiteId& site, IntakeShow show,
                         const std::string& search);

// Sites whose list this person reads, by name, and in a few words what waits there.
struct IntakeLink {
  SiteId site;
  std::string name;  // "List of Kibera"
  std::string note;  // "5 to ask, 8 wait for a group"
};
std::vector<IntakeLink> intake_links(const ScreenContext& context);

}  // namespace baraza::client
