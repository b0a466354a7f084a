// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_intake.h"

#include <array>
#include <string_view>

namespace baraza::sim {
namespace {

enum class Then : std::uint8_t { nothing, waits, refer_first, not_now, declined, waits_below };

struct Somebody {
  const char* name;
  std::uint32_t born;
  const char* village;
  const char* phone;
  std::string_view phq2;  // digits; empty: not asked
  std::string_view phq9;
  std::uint32_t paper;  // the total on her paper; 0: she was asked aloud
  Then then;
};

constexpr std::array<Somebody, 18> people = {{
    {"Aisha Nambi", 1991, "Kasanje", "555 0131", "33", "322221210", 0, Then::waits},
    {"Betty Akello", 1979, "Kasanje", "", "32", "232212110", 0, Then::waits},
    {"Christine Auma", 1986, "Bulega", "555 0133", "22", "222211200", 13, Then::waits},
    {"Dorcas Nakato", 1995, "Bulega", "", "33", "323222220", 0, Then::waits},
    {"Edith Namuli", 1968, "Kasanje", "555 0135", "23", "222222100", 0, Then::waits},
    {"Fatuma Hassan", 2001, "Port", "555 0136", "32", "333222110", 0, Then::waits},
    {"Grace Atim", 1983, "Port", "", "22", "222212110", 0, Then::waits},
    {"Harriet Babirye", 1990, "Bulega", "555 0138", "11", "", 0, Then::waits_below},
    {"Irene Nabirye", 1988, "Kasanje", "", "33", "333232311", 0, Then::refer_first},
    {"Janet Apio", 1974, "Port", "555 0140", "10", "", 0, Then::not_now},
    {"Ketty Lamwaka", 1999, "Port", "", "23", "222221110", 0, Then::declined},
    {"Lydia Nansubuga", 1985, "Kasanje", "555 0142", "33", "", 0, Then::nothing},
    {"Mary Achieng", 1993, "Bulega", "", "21", "", 0, Then::nothing},
    {"Norah Kisakye", 1981, "Bulega", "555 0144", "32", "222122110", 12, Then::nothing},
    {"Olivia Adong", 0, "Port", "", "", "", 0, Then::nothing},
    {"Prossy Nalule", 1997, "Kasanje", "555 0146", "", "", 0, Then::nothing},
    {"Rehema Ali", 1987, "Port", "555 0147", "", "", 0, Then::nothing},
    {"Ali Rehemah", 1988, "Port", "", "", "", 0, Then::nothing},
}};

client::RecordScreening asked(const SiteId& site, const PersonId& person, CivilDate date,
                              std::string instrument, std::string_view digits) {
  client::RecordScreening out{site, {}};
  out.value.person = person;
  out.value.date = date;
  out.value.instrument = {std::move(instrument), 1, Hash{}};
  out.value.language = "sw";
  for (const char digit : digits) {
    out.value.answers.push_back(
        {model::AnswerState::answered, static_cast<std::uint32_t>(digit - '0')});
  }
  return out;
}

client::DecideSuitability decided(const SiteId& site, const PersonId& person, Then then) {
  client::DecideSuitability out{site, {}, false};
  out.value.person = person;
  switch (then) {
    case Then::refer_first:
      out.value.suitability = model::Suitability::refer_first;
      out.value.refer = {model::ReferReason::recent_attempt};
      out.value.reason = "The nurse at the health centre sees her today.";
      break;
    case Then::not_now: out.value.suitability = model::Suitability::not_now; break;
    case Then::declined: out.value.suitability = model::Suitability::declined; break;
    case Then::waits_below:
      out.value.overrides = true;
      out.value.reason = "Her husband died in March, and she hardly leaves the house.";
      break;
    case Then::nothing:
    case Then::waits: break;
  }
  return out;
}

}  // namespace

std::vector<client::Intent> list_of_people(const SiteId& site, CivilDate date, SimRandom& random) {
  std::vector<client::Intent> out;
  for (const Somebody& who : people) {
    client::RegisterPerson person;
    person.site = site;
    person.fresh = random.id<PersonId>();
    person.name = who.name;
    person.birth_year = who.born;
    person.sex = model::Sex::female;
    person.village = who.village;
    person.phone = who.phone;
    out.emplace_back(person);
    if (!who.phq2.empty()) {
      out.emplace_back(asked(site, person.fresh, date, "phq2", who.phq2));
    }
    if (!who.phq9.empty()) {
      client::RecordScreening screening = asked(site, person.fresh, date, "phq9", who.phq9);
      if (who.paper != 0) {
        screening.value.mode = model::AnswerMode::paper;
        screening.value.typed_total = who.paper;
      }
      out.emplace_back(std::move(screening));
    }
    if (who.then != Then::nothing) out.emplace_back(decided(site, person.fresh, who.then));
  }
  return out;
}

}  // namespace baraza::sim
