// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "client/app/laptop_settings.h"
#include "client/app/worker.h"
#include "client/core/screens/context.h"
#include "shared/content/library.h"

namespace baraza::app {

// What everything in the client's window works with. All of it outlives who uses it.
struct Surroundings {
  const Clock& clock;
  Random& random;  // any thread may use it
  const content::PackLibrary& packs;
  Worker& worker;
  std::function<void()> wake;    // ends the window's sleep; from any thread
  std::filesystem::path folder;  // of the laptop
  std::string version;
  std::string laptop;  // what this laptop is called where it joins
  bool online = true;  // false: works without ever looking for the server
};

// What a screen is told in, which may change at any time.
struct Telling {
  const LaptopSettings& settings;
  const text::Catalogue& words;
  const client::LocalTime& local;
};

}  // namespace baraza::app
