// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/commands.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "baraza/v1/admin.pb.h"
#include "server/app/data_folder.h"
#include "server/app/server.h"
#include "shared/base/limits.h"
#include "shared/system/files.h"
#include "shared/system/random.h"
#include "tools/admin/printer.h"
#include "tools/admin/request_runner.h"
#include "tools/admin/verify_command.h"

namespace baraza::admin {
namespace {

// What the command line asks for. Options write straight into it, so it stays where it is.
struct Asked {
  std::string data;
  std::string as;
  bool json = false;
  bool lists = false;  // the command answers with rows
  v1::AdminRequest request;
  std::string out_file;
  std::string manifest_file;
  // The command, for those that aren't a request alone.
  std::function<Result<void>(Printer&)> command;
};

// Options for fields of a message: CLI11 hands the text to the setter.
CLI::Option* option(CLI::App* to, const std::string& name, std::function<void(std::string)> set,
                    const std::string& help) {
  return to->add_option_function<std::string>(name, std::move(set), help);
}

CLI::Option* list_option(CLI::App* to, const std::string& name,
                         std::function<void(std::string)> add, const std::string& help) {
  return to
      ->add_option_function<std::vector<std::string>>(
          name,
          [add = std::move(add)](const std::vector<std::string>& all) {
            for (const std::string& each : all) add(each);
          },
          help)
      ->delimiter(',');
}

const CLI::IsMember kRoles{
    std::vector<std::string>{"facilitator", "worker", "supervisor", "manager", "administrator"}};
const CLI::IsMember kReads{std::vector<std::string>{"people", "words"}};

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

void add_init(CLI::App& app, Asked& asked) {
  CLI::App* init = subcommand(
      &app, "init",
      "Make an empty or new folder a server's: keys, log and the first administrator. Next: "
      "--as HANDLE programme add NAME");
  const auto handle = std::make_shared<std::string>();
  const auto name = std::make_shared<std::string>();
  init->add_option("--administrator", *handle, "handle of the first administrator, for --as")
      ->required()
      ->type_name("HANDLE");
  init->add_option("--name", *name, "the administrator's name")->required()->type_name("NAME");
  init->callback([&asked, handle, name] {
    asked.command = [&asked, handle, name](Printer&) {
      SystemRandom random;
      return server::init_folder(asked.data, *handle, *name, random);
    };
  });
}

void add_programme_and_site(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
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

void add_account(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
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

void add_group(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
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

void add_grants(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
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

void add_device(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
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

void add_list(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
  CLI::App* list = family(&app, "list", "List what there is, as far as --as may see it");
  const auto add = [&](const char* name, v1::List::What what, const char* help) {
    subcommand(list, name, help)->callback([&request, &asked, what] {
      request.mutable_list()->set_what(what);
      asked.lists = true;
    });
  };
  add("programmes", v1::List::WHAT_PROGRAMMES, "programmes");
  add("sites", v1::List::WHAT_SITES, "sites with their time zones");
  add("accounts", v1::List::WHAT_ACCOUNTS, "people of the staff, a row a place where they work");
  add("groups", v1::List::WHAT_GROUPS, "groups with course and first session");
  add("devices", v1::List::WHAT_DEVICES, "enrolled laptops");
  add("grants", v1::List::WHAT_GRANTS, "grants, ended ones too");
}

void add_holds(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
  CLI::App* holds = family(&app, "hold",
                           "Held entries: written by somebody whose grant had ended. A supervisor "
                           "of the site or an administrator settles each, once.");
  subcommand(holds, "list", "List them, settled ones too, oldest first")
      ->callback([&request, &asked] {
        request.mutable_list_holds();
        asked.lists = true;
      });
  CLI::App* show =
      subcommand(holds, "show",
                 "Print the content of one. That it was read is recorded for all staff to see.");
  option(
      show, "HOLD", [&](auto v) { request.mutable_show_hold()->set_hold(v); },
      "its name, from hold list")
      ->required();
  const auto settle = [&](const char* name, bool release, const char* help) {
    CLI::App* command = subcommand(holds, name, help);
    option(
        command, "HOLD",
        [&request, release](auto v) {
          request.mutable_settle_hold()->set_hold(v);
          request.mutable_settle_hold()->set_release(release);
        },
        "its name, from hold list")
        ->required();
    option(
        command, "--reason", [&request](auto v) { request.mutable_settle_hold()->set_reason(v); },
        "recorded with it");
  };
  settle("release", true, "Let one into its group, as its author's own");
  settle("refuse", false, "Keep one out for good");
}

void add_export(CLI::App& app, Asked& asked) {
  v1::AdminRequest& request = asked.request;
  CLI::App* exports =
      family(&app, "export", "Export a table, to standard output or a file. No names, no notes.");
  const auto add = [&](const char* name, v1::Export::What what, const char* help) {
    CLI::App* table = subcommand(exports, name, help);
    table->callback([&request, what] { request.mutable_export_()->set_what(what); });
    table->add_option("--format")
        ->description("the format")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>{"csv"}));
    table
        ->add_option("--out", asked.out_file,
                     "file to put it in, whole or not at all; readable by you alone")
        ->type_name("FILE");
    table
        ->add_option("--manifest", asked.manifest_file,
                     "file for what the table was made from: epoch, commit, rows, SHA-256, and "
                     "what each column means (JSON)")
        ->type_name("FILE");
    option(
        table, "--group", [&](auto v) { request.mutable_export_()->set_group(v); },
        "name or id: only this group");
    option(
        table, "--site", [&](auto v) { request.mutable_export_()->set_site(v); },
        "name or id: only this site");
    table->add_flag_function(
        "--excel", [&](std::int64_t) { request.mutable_export_()->set_excel(true); },
        "with what Excel needs to read it as UTF-8");
  };
  add("attendance", v1::Export::WHAT_ATTENDANCE, "a row a session and member");
  add("mood", v1::Export::WHAT_MOOD, "a row a check-in, with every answer");
}

void add_verify(CLI::App& app, Asked& asked) {
  CLI::App* verify = subcommand(
      &app, "verify",
      "Recompute every stream from its entries: positions, chains, signatures, bodies; print what "
      "each comes to. With --client also laptops' folders, against the server's. Exit code 3, "
      "naming stream and position, if anything differs or isn't there yet.");
  const auto clients = std::make_shared<std::vector<std::string>>();
  verify->add_option("--client", *clients, "data folder of a client; more than once if several")
      ->type_name("DIR");
  verify->callback([&asked, clients] {
    asked.lists = true;
    asked.command = [&asked, clients](Printer& printer) {
      auto done = admin::verify(asked.data, *clients, printer);
      // What could be computed is printed whatever the end.
      if (auto printed = printer.finish(); !printed) return printed;
      return done;
    };
  });
}

Result<void> do_request(Asked& asked, Printer& printer) {
  asked.request.set_as(asked.as);
  if (asked.as.empty()) return fail(Code::invalid_argument, "say as whom: --as HANDLE");
  if (!asked.out_file.empty()) {
    auto file = ExportFile::create(asked.out_file);
    if (!file) return fail(file.error());
    printer.write_data_to(std::move(*file));
  }
  if (auto done = run_request(asked.data, asked.request, printer); !done) return done;
  if (auto printed = printer.finish(); !printed) return printed;
  if (asked.manifest_file.empty()) return {};
  return write_atomically(asked.manifest_file, printer.manifest());
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app{
      "Administers a Baraza server: over DIR/admin.sock where one is running, in the "
      "folder itself where none is.",
      "baraza-admin"};
  Asked asked;
  app.set_version_flag("--version", "baraza-admin " BARAZA_VERSION);
  app.set_help_all_flag("--help-all", "Print the help of every command");
  app.add_option("--data", asked.data, "the server's data folder")->required()->type_name("DIR");
  app.add_option("--as", asked.as,
                 "handle of the account that asks; recorded with what it does. Needed for all but "
                 "init and verify.")
      ->type_name("ACCOUNT");
  app.add_flag("--json", asked.json, "print rows as a JSON array, single values as an object");
  app.require_subcommand(1);
  app.footer(
      "Data goes to stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 usage, 3 "
      "verification failed, 75 try again later.");
  add_init(app, asked);
  add_programme_and_site(app, asked);
  add_account(app, asked);
  add_group(app, asked);
  add_grants(app, asked);
  add_device(app, asked);
  add_list(app, asked);
  add_holds(app, asked);
  add_export(app, asked);
  add_verify(app, asked);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  Printer printer(std::cout, std::cerr, asked.json, asked.lists);
  const auto done = asked.command ? asked.command(printer) : do_request(asked, printer);
  if (done) return 0;
  std::cerr << "baraza-admin: " << done.error().detail << '\n';
  return exit_status(done.error().code);
}

}  // namespace baraza::admin
