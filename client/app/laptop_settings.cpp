// SPDX-License-Identifier: Apache-2.0
#include "client/app/laptop_settings.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "shared/system/files.h"

namespace baraza::app {
namespace {

constexpr std::array<std::string_view, 3> text_sizes = {"normal", "large", "largest"};
constexpr std::array<std::string_view, 3> themes = {"light", "dark", "high_contrast"};
constexpr std::size_t settings_limit_bytes = 64 * 1024;

template <class Choice>
void take(const nlohmann::json& from, const char* name,
          const std::array<std::string_view, 3>& words, Choice& into) {
  if (!from.contains(name) || !from[name].is_string()) return;
  const std::string word = from[name].get<std::string>();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.at(i) == word) into = static_cast<Choice>(i);
  }
}

std::filesystem::path file_in(const std::filesystem::path& folder) {
  return folder / "settings.json";
}

}  // namespace

LaptopSettings read_settings(const std::filesystem::path& folder) {
  LaptopSettings out;
  const auto bytes = read_file(file_in(folder), settings_limit_bytes);
  if (!bytes) return out;
  const auto json = nlohmann::json::parse(bytes->begin(), bytes->end(), nullptr, false);
  if (!json.is_object()) return out;
  if (json.contains("language") && json["language"].is_string()) {
    out.language = json["language"].get<std::string>();
  }
  take(json, "text_size", text_sizes, out.text_size);
  take(json, "theme", themes, out.theme);
  if (json.contains("privacy_at_start") && json["privacy_at_start"].is_boolean()) {
    out.privacy_at_start = json["privacy_at_start"].get<bool>();
  }
  return out;
}

Result<void> write_settings(const std::filesystem::path& folder, const LaptopSettings& settings) {
  const nlohmann::ordered_json json = {
      {"language", settings.language},
      {"text_size", text_sizes.at(static_cast<std::size_t>(settings.text_size))},
      {"theme", themes.at(static_cast<std::size_t>(settings.theme))},
      {"privacy_at_start", settings.privacy_at_start},
  };
  const std::string text = json.dump(2) + "\n";
  const Bytes bytes(text.begin(), text.end());
  return write_atomically(file_in(folder), bytes);
}

}  // namespace baraza::app
