// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/intake_form_model.h"

#include "client/core/record_bytes.h"
#include "client/core/screens/intake_parts.h"
#include "client/core/screens/person_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

constexpr std::uint64_t format = 0x3176'6e6f'7372'6570;  // "persnov1"
constexpr std::int32_t most_age_days = 366 * 110;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos;
}

int year_of(CivilDate date) {
  return std::stoi(to_text(date).substr(0, 4));
}

void add_words(const text::Catalogue& words, IntakeFormModel& out) {
  out.name_label = words.translate("Name");
  out.name_hint = words.translate("As people call them");
  out.year_label = words.translate("Year of birth, about");
  out.year_hint = words.translate("Not known");
  out.sex_label = words.translate("Sex");
  out.sexes = {words.translate("woman"), words.translate("man"), words.translate("another")};
  out.village_label = words.translate("Village or quarter");
  out.village_hint = words.translate("Where they live");
  out.phone_label = words.translate("Number to call");
  out.phone_hint = words.translate("None");
  out.double_title = words.translate("Stands on the list already?");
  out.open_word = words.translate("Open");
  out.save_word = words.translate("Save");
  out.done = words.translate("Saved on this laptop");
  out.kept = words.translate("What you type is kept on this laptop, also if the power goes.");
  out.help = {{"Tab", words.translate("to the next field")},
              {"Ctrl+Enter", words.translate("saves")}};
}

void add_doubles(const ScreenContext& context, const model::Person& typed, IntakeFormModel& out) {
  if (context.privacy || is_blank(typed.name)) return;
  const model::IntakeState& intake = context.replica.intake(out.site);
  for (const auto& [id, person] : intake.persons) {
    const auto* shown = person.shown(intake.basics.replaced);
    const bool self = id == out.person || rules::same_person(intake, id) != id;
    if (shown == nullptr || self || !rules::compare(typed, shown->value)) continue;
    const std::string about = intake_parts::about(context, shown->value);
    out.doubles.emplace_back(id, about.empty()
                                     ? shown->value.name
                                     : text::fill(context.words.translate("{name} ({about})"),
                                                  {{"name", shown->value.name}, {"about", about}}));
  }
}

}  // namespace

IntakeFormModel intake_form_model(const ScreenContext& context, const SiteId& site,
                                  const PersonId& person, const model::Person& typed) {
  const text::Catalogue& words = context.words;
  IntakeFormModel out;
  out.site = site;
  out.person = person;
  out.draft_key =
      "person/" + to_hex(site) + "/" + (person.is_zero() ? std::string("new") : to_hex(person));
  add_words(words, out);
  out.title = person.is_zero() ? words.translate("Somebody new") : words.translate("Name and age");
  out.note = place_called(context, model::list_of(site));
  if (!intake_parts::screens_at(context, site)) {
    out.none = words.translate("Those who work at the site write in its list.");
    return out;
  }
  if (!person.is_zero()) {
    const model::IntakeState& intake = context.replica.intake(site);
    const auto at = intake.persons.find(person);
    const auto* shown =
        at == intake.persons.end() ? nullptr : at->second.shown(intake.basics.replaced);
    if (shown == nullptr) {
      out.none = words.translate("This person is not on this laptop.");
      return out;
    }
    out.value = shown->value;
  }
  const CivilDate today = intake_parts::today_at_site(context, site);
  out.year_most = static_cast<std::uint32_t>(year_of(today));
  out.year_least = static_cast<std::uint32_t>(year_of(CivilDate{today.days - most_age_days}));
  const bool year_fits = typed.birth_year == 0 ||
                         (typed.birth_year >= out.year_least && typed.birth_year <= out.year_most);
  if (!year_fits) {
    out.year_wrong = text::fill(
        words.translate("A year between {first} and {last}."),
        {{"first", std::to_string(out.year_least)}, {"last", std::to_string(out.year_most)}});
  }
  add_doubles(context, typed, out);
  if (is_blank(typed.name)) {
    out.save_not = words.translate("Write the name first.");
  } else if (!year_fits) {
    out.save_not = out.year_wrong;
  } else if (!person.is_zero() && typed == out.value) {
    out.save_not = words.translate("Nothing was changed.");
  }
  return out;
}

Bytes encode_person(const model::Person& person) {
  RecordWriter out;
  out.number(format).id(person.person).bytes(person.name).number(person.birth_year);
  out.number(static_cast<std::uint64_t>(person.sex)).bytes(person.village).bytes(person.phone);
  return out.take();
}

std::optional<model::Person> decode_person(ByteView bytes) {
  RecordReader in(bytes);
  if (in.number() != format) return std::nullopt;
  model::Person out;
  out.person = in.id<PersonId>();
  out.name = in.bytes();
  out.birth_year = static_cast<std::uint32_t>(in.number());
  const std::uint64_t sex = in.number();
  if (sex > static_cast<std::uint64_t>(model::Sex::other)) return std::nullopt;
  out.sex = static_cast<model::Sex>(sex);
  out.village = in.bytes();
  out.phone = in.bytes();
  if (!in.complete()) return std::nullopt;
  return out;
}

}  // namespace baraza::client
