// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/play/play_command.h"

#include <deque>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "shared/op/derive.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"
#include "shared/text/sentences.h"
#include "shared/vault/null_sealer.h"
#include "tools/sim/play/player.h"
#include "tools/sim/play/script_words.h"

namespace baraza::sim {
namespace {

struct PlayOptions {
  std::string as;
  std::string folder;
  std::string script = "-";
  std::string today;
  int patience_s = 30;
  bool commands = false;
  bool keep_going = false;
};

// The lines of the script, read on a thread of their own: the client goes on syncing while nobody
// types. The thread shares the lines, because it may still wait for input when the player is done.
class Lines {
 public:
  // `arrived` is called on the reading thread after each line and at the end.
  Lines(std::shared_ptr<std::istream> script, std::function<void()> arrived)
      : shared_(std::make_shared<Shared>()) {
    shared_->arrived = std::move(arrived);
    std::thread([shared = shared_, script = std::move(script)] {
      std::string line;
      while (std::getline(*script, line)) shared->put(std::move(line));
      shared->put(std::nullopt);
    }).detach();
  }
  ~Lines() {
    const std::lock_guard lock(shared_->mutex);
    shared_->arrived = nullptr;
  }
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  // The next line, if there is one; the inner optional is empty at the end of the script.
  std::optional<std::optional<std::string>> take() {
    const std::lock_guard lock(shared_->mutex);
    if (shared_->lines.empty()) return std::nullopt;
    auto line = std::move(shared_->lines.front());
    shared_->lines.pop_front();
    return line;
  }

 private:
  struct Shared {
    void put(std::optional<std::string> line) {
      const std::lock_guard lock(mutex);
      lines.push_back(std::move(line));
      if (arrived) arrived();
    }
    std::mutex mutex;
    std::deque<std::optional<std::string>> lines;
    std::function<void()> arrived;
  };
  std::shared_ptr<Shared> shared_;
};

// One JSON line a command, flushed: whoever drives the script reads the answer before the next.
void say(const Json& line) {
  std::cout << line.dump() << std::endl;
}

// `error` says it to whoever wrote the script, `say` to the person at the laptop.
Json failure(const Error& error, const text::Catalogue& catalogue, text::About about) {
  return {{"ok", false},
          {"code", code_name(error.code)},
          {"error", error.detail},
          {"say", text::sentence_for(catalogue, error.code, about)}};
}

int play(const PlayOptions& options) {
  if (options.commands) {
    std::cout << Player::help();
    return 0;
  }
  Player::Settings settings;
  settings.patience = seconds(options.patience_s);
  if (!options.today.empty()) {
    settings.today = civil_date_from(options.today);
    if (!settings.today) {
      std::cerr << "--today takes a day as YYYY-MM-DD\n";
      return exit_status(Code::invalid_argument);
    }
  }
  // Standard input outlives the process's threads and belongs to nobody here.
  std::shared_ptr<std::istream> script(&std::cin, [](std::istream*) {});
  if (options.script != "-") {
    script = std::make_shared<std::ifstream>(options.script);
    if (!*script) {
      std::cerr << "can't read the script " << options.script << "\n";
      return exit_status(Code::invalid_argument);
    }
  }

  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) {
    std::cerr << packs.error().detail << "\n";
    return 1;
  }
  const SystemClock clock;
  SystemRandom random;
  vault::NullSealer sealer;
  client::Runtime::Options runtime_options;
  runtime_options.folder = options.folder;
  runtime_options.software = "baraza-sim";
  auto runtime = client::Runtime::open(runtime_options, sealer, clock, random, *packs);
  if (!runtime) {
    std::cerr << runtime.error().detail << "\n";
    return exit_status(runtime.error().code);
  }
  const auto catalogue = text::Catalogue::english();
  Player player(**runtime, catalogue, settings);

  int outcome = 0;
  int number = 0;
  Lines lines(std::move(script), [&] { (*runtime)->nudge(); });
  while (true) {
    const auto next = lines.take();
    if (!next) {
      player.idle(seconds(1));
      continue;
    }
    if (!*next) break;
    const std::string& line = **next;
    ++number;
    const auto words = script_words(line);
    if (words && words->empty()) continue;
    const auto answer = words ? player.run(*words) : fail(words.error());
    for (Json& event : player.take_events()) {
      event["as"] = options.as;
      say(event);
    }
    const auto about = Player::about(words ? words->front() : "");
    Json out{{"as", options.as}, {"line", number}, {"at_ms", clock.now().wall.ms}};
    out["command"] = words ? words->front() : line;
    out.update(answer ? Json{{"ok", true}} : failure(answer.error(), catalogue, about));
    if (answer) out.update(*answer);
    say(out);
    if (!answer) {
      // A server sends codes alone: their words are in the catalogue.
      const bool is_bare = answer.error().detail.starts_with(code_name(answer.error().code));
      std::cerr << options.script << ":" << number << ": "
                << (is_bare ? text::sentence_for(catalogue, answer.error().code, about)
                            : answer.error().detail)
                << "\n";
      outcome = exit_status(answer.error().code);
      if (!options.keep_going) break;
    }
  }
  return outcome;
}

}  // namespace

void add_play_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<PlayOptions>();
  auto* command = app.add_subcommand(
      "play", "Runs a real client without a window from a script; one JSON line a command");
  command->add_option("--as", options->as, "Who this is, for the lines that it prints");
  command->add_option("--data", options->folder, "The client's data folder; made if it is new");
  command->add_option("--script", options->script, "The script; - reads standard input")
      ->capture_default_str();
  command->add_option("--today", options->today,
                      "The day at the site (YYYY-MM-DD); else the computer's clock says");
  command->add_option("--patience", options->patience_s, "Seconds that await waits")
      ->capture_default_str()
      ->check(CLI::Range(1, 3600));
  command->add_flag("--keep-going", options->keep_going, "Goes on after a command that failed");
  command->add_flag("--commands", options->commands, "Lists the commands of a script");
  command->callback([options, &exit_code] {
    if (!options->commands && options->folder.empty()) {
      throw CLI::RequiredError("--data");
    }
    exit_code = play(*options);
  });
}

}  // namespace baraza::sim
