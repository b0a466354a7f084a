// SPDX-License-Identifier: Apache-2.0
#include "tools/command_line/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

namespace baraza::command_line {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

std::string names_of(const std::vector<const CLI::App*>& commands) {
  std::string out;
  for (const CLI::App* each : commands) out += (out.empty() ? "" : ", ") + each->get_name();
  return out;
}

// How many letters have to be put in, left out or changed to make one word of the other.
std::size_t distance(const std::string& one, const std::string& other) {
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

// The command that was meant, if there is one near enough.
const CLI::App* meant_by(const std::string& word, const std::vector<const CLI::App*>& commands) {
  const CLI::App* best = nullptr;
  std::size_t best_distance = 3;
  for (const CLI::App* each : commands) {
    const std::string& name = each->get_name();
    const std::size_t away = name.starts_with(word) ? 1 : distance(word, name);
    if (away >= best_distance || away >= name.size()) continue;
    best = each;
    best_distance = away;
  }
  return best;
}

// The option that a word names, of the command or of one above it.
const CLI::Option* option_named(const CLI::App* app, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  for (; app != nullptr; app = app->get_parent()) {
    if (const CLI::Option* option = app->get_option_no_throw(name)) return option;
  }
  return nullptr;
}

void add_help(const CLI::App& app, const std::string& above, std::string& out) {
  const auto commands = commands_of(app);
  if (commands.empty()) {
    out += app.help(above) + "\n";
    return;
  }
  const std::string path = above.empty() ? app.get_name() : above + " " + app.get_name();
  for (const CLI::App* each : commands) add_help(*each, path, out);
}

}  // namespace

std::optional<std::string> command_fault(const CLI::App& app,
                                         const std::vector<std::string>& words) {
  const CLI::App* at = &app;
  std::string path;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.size() > 1 && word.front() == '-') {
      const CLI::Option* option = option_named(at, word);
      const bool takes_next = option != nullptr && option->get_items_expected_max() > 0 &&
                              word.find('=') == std::string::npos;
      if (takes_next) ++i;
      continue;
    }
    const auto commands = commands_of(*at);
    if (commands.empty()) return std::nullopt;
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const CLI::App* each) { return each->check_name(word); });
    if (found != commands.end()) {
      at = *found;
      path += (path.empty() ? "" : " ") + word;
      continue;
    }
    std::string out = "there is no command \"" + path + (path.empty() ? "" : " ") + word + "\"";
    if (const CLI::App* meant = meant_by(word, commands)) {
      out += "; did you mean \"" + path + (path.empty() ? "" : " ") + meant->get_name() + "\"?";
    } else {
      out += ".";
    }
    return out + " There are: " + names_of(commands);
  }
  const auto commands = commands_of(*at);
  if (commands.empty() || at->get_require_subcommand_min() == 0) return std::nullopt;
  return (path.empty() ? "say which command" : "\"" + path + "\" needs to know what") + ": " +
         names_of(commands);
}

std::string help_of_all(const CLI::App& app) {
  std::string out = app.help() + "\n";
  for (const CLI::App* each : commands_of(app)) add_help(*each, app.get_name(), out);
  return out;
}

void add_help_all(CLI::App& app) {
  app.set_help_all_flag("--help-all", "Print the help of every command, with all its options");
}

std::optional<int> parse(CLI::App& app, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForAllHelp&) {
    std::cout << help_of_all(app);
    return 0;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) {
      const std::vector<std::string> words(argv + 1, argv + argc);
      if (const auto fault = command_fault(app, words)) {
        std::cerr << app.get_name() << ": " << *fault
                  << "\nRun with --help for more information.\n";
        return 2;
      }
    }
    return app.exit(error) == 0 ? 0 : 2;
  }
}

}  // namespace baraza::command_line
