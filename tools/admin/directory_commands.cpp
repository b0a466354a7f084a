// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/directory_commands.h"

#include <CLI/CLI.hpp>

#include "baraza/v1/admin.pb.h"
#include "server/app/server.h"
#include "shared/base/limits.h"
#include "shared/model/names.h"

namespace baraza::admin {

namespace {

// A message carries UTF-8 only; a terminal of another encoding gives other bytes.
Setter checked(const std::string& name, Setter set) {
  return [name, set = std::move(set)](const std::string& text) {
    if (!model::is_utf8(text)) {
      throw CLI::ValidationError(
          name, "has bytes that are no UTF-8 text; set the terminal's encoding to UTF-8");
    }
    set(text);
  };
}

}  // namespace

// Options for fields of a message: CLI11 hands the text to the setter.
CLI::Option* option(CLI::App* to, const std::string& name, Setter set, const std::string& help) {
  return to->add_option_function<std::string>(name, checked(name, std::move(set)), help);
}

CLI::Option* list_option(CLI::App* to, const std::string& name, Setter add,
                         const std::string& help) {
  return to
      ->add_option_function<std::vector<std::string>>(
          name,
          [add = checked(name, std::move(add))](const std::vector<std::string>& all) {
            for (const std::string& each : all) add(each);
          },
          help)
      ->delimiter(',');
}

// A command below `parent`. Global options may stand before and after it.
CLI::App* subcommand(CLI::App* parent, const std::string& name, const std::string& help) {
  CLI::App* out = parent->add_subcommand(name, help);
  out->fallthrough();
  return out;
}

CLI::App* family(CLI::App* parent, const std::string& name, const std::string& help) {
  CLI::App* out = subcommand(parent, name, help);
  out->require_subcommand(1);
  return out;
}

namespace {

const CLI::IsMember kRoles{
    std::vector<std::string>{"facilitator", "worker", "supervisor", "manager", "administrator"}};
const CLI::IsMember kReads{std::vector<std::string>{"people", "words"}};

void add_programme_and_site(CLI::App& app, v1::AdminRequest& request) {
  CLI::App* programme =
      subcommand(family(&app, "programme", "Programmes"), "add",
                 "Add a programme; prints its id. Whoever adds it is its first administrator.");
  option(
      programme, "NAME", [&](auto v) { request.mutable_add_programme()->set_name(v); },
      "name of the programme")
      ->required();

  CLI::App* site = subcommand(family(&app, "site", "Sites"), "add", "Add a site; prints its id.");
  option(
      site, "NAME", [&](auto v) { request.mutable_add_site()->set_name(v); }, "name of the site")
      ->required();
  option(
      site, "--zone", [&](auto v) { request.mutable_add_site()->set_time_zone(v); },
      "its time zone, such as Africa/Kampala: sessions have the day that people there call it")
      ->required()
      ->type_name("IANA");
  option(
      site, "--programme", [&](auto v) { request.mutable_add_site()->set_programme(v); },
      "name or id of its programme; needed only if there are several");
}

void add_account(CLI::App& app, v1::AdminRequest& request) {
  CLI::App* account = subcommand(
      family(&app, "account", "Accounts: people of the staff"), "add",
      "Add an account; prints its id. Managers and administrators belong to the programme, "
      "everybody else to a site. It opens nothing by itself: groups need a grant, laptops a code.");
  option(
      account, "HANDLE", [&](auto v) { request.mutable_add_account()->set_handle(v); },
      "short name, unique: 2 to 32 of a-z, 0-9, dot, dash, underscore")
      ->required();
  option(
      account, "--name", [&](auto v) { request.mutable_add_account()->set_name(v); },
      "the person's name")
      ->required();
  list_option(
      account, "--role", [&](auto v) { request.mutable_add_account()->add_roles(v); },
      "what the person does; more than once if several")
      ->required()
      ->check(kRoles)
      ->type_name("ROLE");
  option(
      account, "--site", [&](auto v) { request.mutable_add_account()->set_site(v); },
      "name or id of the site, for facilitators, workers and supervisors");
  option(
      account, "--programme", [&](auto v) { request.mutable_add_account()->set_programme(v); },
      "name or id of the programme; needed only if there are several");
  option(
      account, "--phone", [&](auto v) { request.mutable_add_account()->set_phone(v); },
      "number to call");
}

void add_group(CLI::App& app, v1::AdminRequest& request) {
  CLI::App* group =
      subcommand(family(&app, "group", "Groups"), "add",
                 "Add a group with the grants of who runs and follows it; prints its id.");
  group->preparse_callback([&](std::size_t) {
    request.mutable_add_group()->set_every_days(7);
    request.mutable_add_group()->set_course("who8");
  });
  option(
      group, "NAME", [&](auto v) { request.mutable_add_group()->set_name(v); }, "name of the group")
      ->required();
  option(
      group, "--site", [&](auto v) { request.mutable_add_group()->set_site(v); },
      "name or id of its site")
      ->required();
  option(
      group, "--first-session", [&](auto v) { request.mutable_add_group()->set_first_session(v); },
      "day of the first planned session")
      ->required()
      ->type_name("YYYY-MM-DD");
  group
      ->add_option_function<std::uint32_t>(
          "--every", [&](std::uint32_t v) { request.mutable_add_group()->set_every_days(v); },
          "days between planned sessions, 1 to 60 (default 7)")
      ->type_name("DAYS");
  option(
      group, "--course", [&](auto v) { request.mutable_add_group()->set_course(v); },
      "id of the course's pack; its newest version (default who8)");
  list_option(
      group, "--facilitator", [&](auto v) { request.mutable_add_group()->add_facilitators(v); },
      "handle of a facilitator; more than once if several")
      ->type_name("HANDLE");
  list_option(
      group, "--worker", [&](auto v) { request.mutable_add_group()->add_workers(v); },
      "handle of a community worker; more than once if several")
      ->type_name("HANDLE");
  list_option(
      group, "--supervisor", [&](auto v) { request.mutable_add_group()->add_supervisors(v); },
      "handle of a supervisor; more than once if several")
      ->type_name("HANDLE");
  list_option(
      group, "--supervisor-reads",
      [&](const std::string& v) {
        if (v == "people") request.mutable_add_group()->set_supervisors_read_people(true);
        if (v == "words") request.mutable_add_group()->set_supervisors_read_words(true);
      },
      "what the supervisors read beyond attendance, measures and alarms: people (members' "
      "names), words (notes); separated by commas")
      ->check(kReads);
}

void add_grants(CLI::App& app, v1::AdminRequest& request) {
  CLI::App* grants = family(&app, "grant", "Grants: who works in which group");
  CLI::App* give = subcommand(grants, "add", "Give a grant; prints its id.");
  option(
      give, "ACCOUNT", [&](auto v) { request.mutable_give_grant()->set_account(v); },
      "handle of who gets it, staff of the site")
      ->required();
  option(
      give, "--role", [&](auto v) { request.mutable_give_grant()->set_role(v); },
      "facilitator, worker or supervisor")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>{"facilitator", "worker", "supervisor"}));
  CLI::Option* group = option(
      give, "--group", [&](auto v) { request.mutable_give_grant()->set_group(v); },
      "name or id of the group");
  option(
      give, "--site", [&](auto v) { request.mutable_give_grant()->set_site(v); },
      "name or id of a site, in place of a group: all its groups, those to come too")
      ->excludes(group);
  list_option(
      give, "--reads",
      [&](const std::string& v) {
        if (v == "people") request.mutable_give_grant()->set_reads_people(true);
        if (v == "words") request.mutable_give_grant()->set_reads_words(true);
      },
      "what a supervisor reads beyond attendance, measures and alarms: people, words; "
      "separated by commas")
      ->check(kReads);

  CLI::App* end = subcommand(
      grants, "end",
      "End an account's grants; prints how many. What the person writes from then on is held for "
      "somebody to settle; alarms are always taken.");
  option(
      end, "ACCOUNT", [&](auto v) { request.mutable_end_grants()->set_account(v); },
      "handle of whose grants end")
      ->required();
  option(
      end, "--group", [&](auto v) { request.mutable_end_grants()->set_group(v); },
      "name or id of one group; without it, all grants end");
  option(
      end, "--reason", [&](auto v) { request.mutable_end_grants()->set_reason(v); },
      "recorded with it");
}

void add_device(CLI::App& app, v1::AdminRequest& request) {
  CLI::App* enrol = subcommand(
      family(&app, "device", "Devices: a person's laptops"), "enrol",
      "Make an enrolment code; prints it alone. It enrols one laptop, once; only its hash is kept, "
      "so it can't be shown again.");
  option(
      enrol, "ACCOUNT", [&](auto v) { request.mutable_enrol_device()->set_account(v); },
      "handle of whose laptop it is")
      ->required();
  enrol
      ->add_option_function<std::uint32_t>(
          "--life", [&](std::uint32_t v) { request.mutable_enrol_device()->set_life_minutes(v); },
          "minutes until the code is too old, 1 to 4320 (default " +
              std::to_string(limits::enrol_code_life.ms / 60'000) + ")")
      ->check(CLI::Range(1, static_cast<int>(limits::enrol_code_life_max.ms / 60'000)))
      ->type_name("MINUTES");
  option(
      enrol, "--server",
      [&](const std::string& v) {
        const auto address = server::split_address(v);
        if (!address) throw CLI::ValidationError("--server", address.error().detail);
        request.mutable_enrol_device()->set_host(address->first);
        request.mutable_enrol_device()->set_port(address->second);
      },
      "where laptops reach this server")
      ->required()
      ->type_name("HOST:PORT");
}

}  // namespace

void add_directory_commands(CLI::App& app, v1::AdminRequest& request) {
  add_programme_and_site(app, request);
  add_account(app, request);
  add_group(app, request);
  add_grants(app, request);
  add_device(app, request);
}

}  // namespace baraza::admin
