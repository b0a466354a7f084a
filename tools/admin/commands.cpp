// SPDX-License-Identifier: Apache-2.0
#include "tools/admin/commands.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <optional>

#include "baraza/v1/admin.pb.h"
#include "server/app/admin_answers.h"
#include "server/app/data_folder.h"
#include "shared/system/random.h"
#include "tools/admin/directory_commands.h"
#include "tools/admin/pack_command.h"
#include "tools/admin/printer.h"
#include "tools/admin/request_runner.h"
#include "tools/admin/verify_command.h"
#include "tools/command_line/parse.h"

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
  bool needs_folder = true;
  // The command, for those that aren't a request alone.
  std::function<Result<void>(Printer&)> command;
};

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
    asked.command = [&asked, handle, name](Printer& printer) -> Result<void> {
      SystemRandom random;
      auto made = server::init_folder(asked.data, *handle, *name, random);
      if (!made) return made;
      const std::string next = "baraza-admin --data " + asked.data + " --as " + *handle;
      return server::answer_words(
          printer, "Made " + asked.data + " a server's folder: its keys, an empty log, and '" +
                       *handle + "' as the first administrator.\nNext: " + next +
                       " programme add NAME\nThen: " + next +
                       " site add NAME --zone IANA, account add, group add, device enrol\nThe "
                       "server: barazad --data " +
                       asked.data + " --listen HOST:PORT");
    };
  });
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
  CLI::App* exports = family(
      &app, "export", "Export a table, to standard output or a file. No members' names, no notes.");
  const auto add = [&](const char* name, v1::Export::What what, const char* help) {
    CLI::App* table = subcommand(exports, name, help);
    table->callback([&request, what] { request.mutable_export_()->set_what(what); });
    table->add_option("--format")
        ->description("csv, the only one that this version writes")
        ->required()
        ->type_name("csv")
        ->check(CLI::Validator(
            [](const std::string& format) {
              return format == "csv" ? std::string()
                                     : "this version writes csv only, not '" + format +
                                           "'; with --excel Excel opens it as it should be";
            },
            std::string()));
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
        "name or id; only this group");
    option(
        table, "--site", [&](auto v) { request.mutable_export_()->set_site(v); },
        "name or id; only this site");
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
  const auto passphrase_file = std::make_shared<std::string>();
  verify
      ->add_option("--passphrase-file", *passphrase_file,
                   "its first line opens those of them that are locked with a passphrase")
      ->type_name("FILE");
  verify->callback([&asked, clients, passphrase_file] {
    asked.lists = true;
    asked.command = [&asked, clients, passphrase_file](Printer& printer) {
      auto done = admin::verify(asked.data, *clients, *passphrase_file, printer);
      // What could be computed is printed whatever the end.
      if (auto printed = printer.finish(); !printed) return printed;
      return done;
    };
  });
}

void add_pack(CLI::App& app, Asked& asked) {
  CLI::App* packs =
      family(&app, "pack",
             "Packs: courses, questionnaires and the words of the agenda, as files in "
             "protobuf's text format. Without --data and --as.");
  const auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* check = subcommand(
      packs, "check",
      "Read packs, together with those that come with Baraza, and say everything that is wrong "
      "with them, each as FILE:LINE:COLUMN");
  check->add_option("FILE", *files, "the packs")->required()->type_name("");
  check->callback([&asked, files] {
    asked.needs_folder = false;
    asked.lists = true;
    asked.command = [files](Printer& printer) {
      return check_packs({files->begin(), files->end()}, printer);
    };
  });
  subcommand(packs, "list", "List those that come with Baraza")->callback([&asked] {
    asked.needs_folder = false;
    asked.lists = true;
    asked.command = [](Printer& printer) { return list_packs(printer); };
  });
}

// One file can't be two, nor lie where the other is written before it is put in its place.
Result<void> check_files(const Asked& asked) {
  const std::string& table = asked.out_file;
  const std::string& manifest = asked.manifest_file;
  if (table.empty() || manifest.empty()) return {};
  const bool meet = is_same_file(table, manifest) || is_same_file(table + ".partial", manifest) ||
                    is_same_file(table, manifest + ".partial");
  if (!meet) return {};
  return fail(Code::invalid_argument,
              "--out and --manifest come to one file, " + manifest + "; give each its own");
}

Result<void> do_request(Asked& asked, Printer& printer) {
  asked.request.set_as(asked.as);
  if (asked.as.empty()) return fail(Code::invalid_argument, "say as whom: --as HANDLE");
  if (auto fits = check_files(asked); !fits) return fits;
  // Both are made before anything is asked: a place that can't be written costs nothing.
  if (!asked.out_file.empty()) {
    auto file = ExportFile::create(asked.out_file);
    if (!file) return fail(file.error());
    printer.write_data_to(std::move(*file));
    asked.request.mutable_export_()->set_file(
        std::filesystem::path(asked.out_file).filename().string());
  }
  std::optional<ExportFile> manifest;
  if (!asked.manifest_file.empty()) {
    auto file = ExportFile::create(asked.manifest_file);
    if (!file) return fail(file.error());
    manifest = std::move(*file);
  }
  if (auto done = run_request(asked.data, asked.request, printer); !done) return done;
  if (manifest) {
    if (auto done = manifest->write(printer.manifest()); !done) return done;
    if (auto done = manifest->sync(); !done) return done;
  }
  if (auto printed = printer.finish(); !printed) return printed;
  if (!manifest) return {};
  auto kept = manifest->keep();
  if (kept || asked.out_file.empty()) return kept;
  return fail(kept.error().code, kept.error().detail + "; the table is in " + asked.out_file +
                                     ", without its manifest");
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app{
      "Administers a Baraza server: over DIR/admin.sock where one is running, in the "
      "folder itself where none is.",
      "baraza-admin"};
  Asked asked;
  app.set_version_flag("--version", "baraza-admin " BARAZA_VERSION);
  command_line::add_help_all(app);
  app.add_option("--data", asked.data, "the server's data folder. Needed for all but pack.")
      ->type_name("DIR");
  app.add_option(
         "--as", asked.as,
         "handle or id of the account that asks; recorded with what it does. Needed for all but "
         "init, pack and verify.")
      ->type_name("ACCOUNT");
  app.add_flag("--json", asked.json, "print rows as a JSON array, single values as an object");
  app.require_subcommand(1);
  app.footer(
      "Data goes to stdout, words to stderr. Exit codes: 0 done, 1 failed, 2 usage, 3 "
      "verification failed, 75 try again later.");
  add_init(app, asked);
  add_directory_commands(app, asked.request);
  add_list(app, asked);
  add_holds(app, asked);
  add_export(app, asked);
  add_verify(app, asked);
  add_pack(app, asked);
  if (const auto status = command_line::parse(app, argc, argv)) return *status;
  Printer printer(std::cout, std::cerr, asked.json, asked.lists);
  if (asked.needs_folder && asked.data.empty()) {
    std::cerr << "baraza-admin: say which server's folder: --data DIR\n";
    return exit_status(Code::invalid_argument);
  }
  const auto done = asked.command ? asked.command(printer) : do_request(asked, printer);
  if (done) return 0;
  std::cerr << "baraza-admin: " << done.error().detail << '\n';
  return exit_status(done.error().code);
}

}  // namespace baraza::admin
