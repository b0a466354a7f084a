// SPDX-License-Identifier: Apache-2.0
// baraza: the client in its window. Answers of a script on stdout; everything else on stderr.
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "client/app/app.h"
#include "client/app/gallery_scene.h"
#include "client/platform/frame_loop.h"
#include "shared/op/derive.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"

namespace baraza::app {
namespace {

struct Options {
  std::string folder;
  std::string script;
  std::string as;
  std::string out = "out";
  std::string screenshot;
  std::string size = "1280x800";
  float scale = 0;
  int patience_s = 30;
  bool keep_going = false;
  bool keep_open = false;
  bool offline = false;
  bool gallery = false;
  bool commands = false;
  std::string language;
  std::string text_size;
  std::string theme;
};

int complain(const Error& error) {
  std::cerr << "baraza: " << error.detail << '\n';
  return exit_status(error.code);
}

// Where the desktop keeps what programs keep for a person.
std::string usual_folder() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/') {
    return std::string(data) + "/baraza";
  }
  const char* home = std::getenv("HOME");
  return home == nullptr ? std::string() : std::string(home) + "/.local/share/baraza";
}

std::string name_of_this_laptop() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return "laptop";
  return name.data();
}

std::optional<ui::Size> size_from(const std::string& words) {
  int width = 0;
  int height = 0;
  char by = 0;
  std::istringstream in(words);
  if (!(in >> width >> by >> height) || by != 'x' || !in.eof()) return std::nullopt;
  if (width < 320 || height < 240 || width > 16384 || height > 16384) return std::nullopt;
  return ui::Size{static_cast<float>(width), static_cast<float>(height)};
}

LaptopSettings settings_for(const Options& options) {
  LaptopSettings out = read_settings(options.folder);
  if (!options.language.empty()) out.language = options.language;
  if (options.text_size == "normal") out.text_size = ui::TextSize::normal;
  if (options.text_size == "large") out.text_size = ui::TextSize::large;
  if (options.text_size == "largest") out.text_size = ui::TextSize::largest;
  if (options.theme == "light") out.theme = ui::Theme::light;
  if (options.theme == "dark") out.theme = ui::Theme::dark;
  if (options.theme == "contrast") out.theme = ui::Theme::high_contrast;
  return out;
}

// The script, and a last line for --screenshot.
std::shared_ptr<std::istream> script_for(const Options& options) {
  if (options.script == "-") return {&std::cin, [](std::istream*) {}};
  if (!options.script.empty()) return std::make_shared<std::ifstream>(options.script);
  return std::make_shared<std::istringstream>("pause 300\npicture " + options.screenshot + "\n");
}

int run_scripted(platform::FrameLoop& loop, platform::Window& window, WatchedScene& scene,
                 const Options& options) {
  std::error_code failed;
  std::filesystem::create_directories(options.out, failed);
  auto script = script_for(options);
  if (failed || !*script) {
    std::cerr << "baraza: can't read the script " << options.script << " or make the folder "
              << options.out << "\n";
    return exit_status(Code::invalid_argument);
  }
  ScriptLines lines(std::move(script), [&window] { window.wake(); });
  ScriptedScene scripted(scene, window.events(), lines, std::cout,
                         {options.out, seconds(options.patience_s), options.keep_going,
                          options.keep_open, options.as});
  scripted.on_picture([&loop] { return loop.picture(); });
  scripted.on_frames(
      [&loop](platform::Scene& shown, int count) { return loop.time_frames(shown, count); });
  if (auto done = loop.run(scripted); !done) return complain(done.error());
  return scripted.failed() ? 1 : 0;
}

int run(const Options& options) {
  const auto size = size_from(options.size);
  if (!size) {
    std::cerr << "baraza: --size takes WIDTHxHEIGHT in pixels, such as 1280x800\n";
    return exit_status(Code::invalid_argument);
  }
  if (options.folder.empty()) {
    std::cerr << "baraza: there is no home folder; say where to keep the laptop's data: --data\n";
    return exit_status(Code::invalid_argument);
  }
  std::error_code failed;
  std::filesystem::create_directories(options.folder, failed);
  if (failed) {
    return complain({Code::storage_failed,
                     "can't make the folder " + options.folder + ": " + failed.message()});
  }
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return complain(packs.error());
  std::array<char, 4096> program{};
  const auto length = ::readlink("/proc/self/exe", program.data(), program.size() - 1);
  const std::filesystem::path beside =
      length > 0 ? std::filesystem::path(program.data()).parent_path() : ".";
  auto fonts = platform::read_fonts(platform::font_folders(beside));
  if (!fonts) return complain(fonts.error());

  platform::WindowOptions window_options;
  window_options.title = "Baraza";
  window_options.size = *size;
  if (options.scale > 0) window_options.scale = options.scale;
  auto window = platform::Window::open(window_options);
  if (!window) return complain(window.error());

  const SystemClock clock;
  SystemRandom random;
  platform::FrameLoop loop(**window, clock, *std::move(fonts));
  const LaptopSettings settings = settings_for(options);
  std::unique_ptr<WatchedScene> scene;
  if (options.gallery) {
    scene = std::make_unique<GalleryScene>((*window)->clipboard(), settings);
  } else {
    App::Parts parts{(*window)->clipboard(),
                     clock,
                     random,
                     *packs,
                     [&window] { (*window)->wake(); },
                     options.folder,
                     BARAZA_VERSION,
                     name_of_this_laptop(),
                     !options.offline};
    scene = std::make_unique<App>(std::move(parts), settings, read_persons(options.folder));
  }
  if (!options.script.empty() || !options.screenshot.empty()) {
    return run_scripted(loop, **window, *scene, options);
  }
  if (auto done = loop.run(*scene); !done) return complain(done.error());
  return 0;
}

}  // namespace
}  // namespace baraza::app

int main(int argc, char** argv) {
  ::umask(S_IRWXG | S_IRWXO);
  std::signal(SIGPIPE, SIG_IGN);
  baraza::app::Options options;
  options.folder = baraza::app::usual_folder();
  CLI::App app{"Baraza, for the laptop of a facilitator, worker or supervisor.", "baraza"};
  app.set_version_flag("--version", "baraza " BARAZA_VERSION);
  app.footer(
      "Exit codes: 0 closed, 1 failed or a command of the script did, 2 usage, 75 another process\n"
      "holds the folder.");
  app.add_option("--data", options.folder, "where this laptop keeps its data")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--size", options.size, "of the window, logical pixels")
      ->type_name("WIDTHxHEIGHT")
      ->capture_default_str();
  app.add_option("--scale", options.scale, "in place of the monitor's: 1 to 3")
      ->check(CLI::Range(0.5, 4.0));
  app.add_option("--language", options.language, "in place of the one that was chosen: en, fr, sw");
  app.add_option("--text-size", options.text_size, "normal, large or largest")
      ->check(CLI::IsMember({"normal", "large", "largest"}));
  app.add_option("--theme", options.theme, "light, dark or contrast")
      ->check(CLI::IsMember({"light", "dark", "contrast"}));
  app.add_flag("--offline", options.offline, "never looks for the server");
  app.add_flag("--gallery", options.gallery, "shows every widget in every state");
  app.add_option("--script", options.script,
                 "drives the window by a script; - reads standard input; answers are JSON lines")
      ->type_name("FILE");
  app.add_flag("--commands", options.commands, "lists the commands of a script");
  app.add_option("--as", options.as, "whose window this is, for each line of input.log")
      ->type_name("NAME");
  app.add_option("--out", options.out, "where pictures and input.log of a script go")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--screenshot", options.screenshot,
                 "takes one picture of the first screen, OUT/NAME.png, and ends")
      ->type_name("NAME");
  app.add_option("--patience", options.patience_s, "seconds that a script's wait waits")
      ->capture_default_str()
      ->check(CLI::Range(1, 3600));
  app.add_flag("--keep-going", options.keep_going, "goes on after a command that failed");
  app.add_flag("--keep-open", options.keep_open, "keeps the window open after the script");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (options.commands) {
    std::cout << baraza::app::Puppet::help();
    return 0;
  }
  return baraza::app::run(options);
}
