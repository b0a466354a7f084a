// SPDX-License-Identifier: Apache-2.0
// baraza-bench: measures, and says on what machine.
#include <CLI/CLI.hpp>
#include <csignal>
#include <functional>
#include <iostream>

#include "shared/base/limits.h"
#include "tools/bench/benches.h"
#include "tools/bench/machine_facts.h"
#include "tools/command_line/parse.h"

namespace baraza::bench {
namespace {

void print_lines(const Json& figures, const std::string& before) {
  for (const auto& [name, value] : figures.items()) {
    if (value.is_object()) {
      print_lines(value, before + name + ".");
    } else {
      const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
      std::cout << before << name << ": " << text << '\n';
    }
  }
}

int report(const std::string& name, const Result<Json>& figures,
           const std::filesystem::path& scratch, bool as_json) {
  if (!figures) {
    std::cerr << "baraza-bench " << name << ": " << figures.error().detail << '\n';
    return exit_status(figures.error().code);
  }
  const Json all{{"bench", name}, {"figures", *figures}, {"machine", machine_facts(scratch)}};
  if (as_json) {
    std::cout << all.dump(2) << '\n';
  } else {
    print_lines(all, "");
  }
  return 0;
}

int run(int argc, char** argv) {
  CLI::App app{"Baraza's benchmarks. Figures on stdout, with the machine they are of.",
               "baraza-bench"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "baraza-bench " BARAZA_VERSION);
  bool as_json = false;
  std::filesystem::path scratch;
  std::function<int()> chosen;

  const auto add = [&](const char* name, const char* what) {
    auto* command = app.add_subcommand(name, what);
    command->add_flag("--json", as_json, "One JSON object instead of lines");
    return command;
  };
  const auto on_disk = [&](CLI::App* command) {
    command
        ->add_option("--scratch", scratch,
                     "Existing folder on the disk to measure (default: the system's temporary one)")
        ->check(CLI::ExistingDirectory);
  };

  MarkOptions mark;
  auto* mark_command = add("mark", "A mark from its entry to the other laptop's committed store");
  mark_command->add_option("--count", mark.count, "Marks, one at a time")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000));
  on_disk(mark_command);
  mark_command->callback([&] {
    chosen = [&] {
      mark.scratch = scratch;
      return report("mark", bench_mark(mark), scratch, as_json);
    };
  });

  FoldOptions fold;
  auto* fold_command = add("fold", "Ops folded a second, of a year's data");
  fold_command->add_option("--groups", fold.groups, "Groups")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  fold_command->add_option("--ops", fold.ops, "Ops of each group")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000));
  fold_command->add_option("--rounds", fold.rounds, "Times; the median counts")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  fold_command->callback(
      [&] { chosen = [&] { return report("fold", bench_fold(fold), scratch, as_json); }; });

  IngestOptions ingest;
  auto* ingest_command = add("ingest", "Durable ops a second through hub and log");
  ingest_command->footer(
      "durable_ops_per_s is by the clock on the wall: what else the machine does is in it. With "
      "every processor\nbusy the scheduler gives others whole slices of 4 ms between batches of 2 "
      "ms, and it falls to a third.\nops_per_processor_s is of this thread's own work and steady "
      "to a few percent; processor_share says how much\nof the time it had a processor: the rest "
      "is the disk's syncs and other processes. Short runs say little:\nthe write-ahead log is "
      "copied into the database every 32 MiB (some 27,000 ops), for 20 to 30 ms, so take\n60,000 "
      "ops or more on a machine that does nothing else.");
  ingest_command->add_option("--ops", ingest.ops, "Ops, at least")
      ->capture_default_str()
      ->check(CLI::Range(1, 10'000'000));
  ingest_command->add_option("--writers", ingest.writers, "Writers, each with a group")
      ->capture_default_str()
      ->check(CLI::Range(1, 64));
  ingest_command
      ->add_option("--ops-per-commit", ingest.ops_per_commit, "Ops of one batch, of all writers")
      ->capture_default_str()
      ->check(CLI::Range(1, static_cast<int>(limits::push_ops)));
  on_disk(ingest_command);
  ingest_command->callback([&] {
    if (ingest.ops_per_commit < ingest.writers) {
      throw CLI::ValidationError("--ops-per-commit", "must be at least one op a writer");
    }
    chosen = [&] {
      ingest.scratch = scratch;
      return report("ingest", bench_ingest(ingest), scratch, as_json);
    };
  });

  ClientOptions client;
  int idle_s = 60;
  auto* client_command = add("client", "The client's window with a year's data");
  client_command->footer(
      "Needs a display, and baraza, barazad and baraza-sim beside this program. On one "
      "that no monitor\nshows, with graphics by software: tools/with_display baraza-bench client");
  client_command->add_option("--groups", client.groups, "Groups on the laptop")
      ->capture_default_str()
      ->check(CLI::Range(4, 52));
  client_command->add_option("--starts", client.starts, "Starts of the window")
      ->capture_default_str()
      ->check(CLI::Range(1, 100));
  client_command->add_option("--frames", client.frames, "Frames of each screen")
      ->capture_default_str()
      ->check(CLI::Range(1, 10'000));
  client_command->add_option("--keys", client.keys, "Key presses that mark somebody")
      ->capture_default_str()
      ->check(CLI::Range(1, 10'000));
  client_command->add_option("--idle-seconds", idle_s, "At rest, three times")
      ->capture_default_str()
      ->check(CLI::Range(1, 3600));
  on_disk(client_command);
  client_command->callback([&] {
    chosen = [&] {
      client.idle = seconds(idle_s);
      client.scratch = scratch;
      return report("client", bench_client(client), scratch, as_json);
    };
  });
  app.add_subcommand("bare-window", "A window with nothing in it, for client to compare with")
      ->group("")
      ->callback([&] {
        chosen = [] {
          const auto shown = show_bare_window();
          if (shown) return 0;
          std::cerr << "baraza-bench bare-window: " << shown.error().detail << '\n';
          return exit_status(shown.error().code);
        };
      });

  command_line::add_help_all(app);
  if (const auto status = command_line::parse(app, argc, argv)) return *status;
  return chosen();
}

}  // namespace
}  // namespace baraza::bench

int main(int argc, char** argv) {
  // A connection that the other side closed is an error to handle, not the end.
  std::signal(SIGPIPE, SIG_IGN);
  return baraza::bench::run(argc, argv);
}
