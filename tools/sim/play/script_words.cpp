// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/play/script_words.h"

#include <charconv>

namespace baraza::sim {

std::optional<std::uint32_t> number_from(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<std::vector<std::string>> script_words(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool in_word = false;
  bool quoted = false;
  const auto end_word = [&] {
    if (in_word) out.push_back(word);
    word.clear();
    in_word = false;
  };
  if (line.starts_with('#')) return out;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
      in_word = true;
    } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
      end_word();
    } else {
      word += c;
      in_word = true;
    }
  }
  if (quoted) return fail(Code::invalid_argument, "a quote isn't closed");
  end_word();
  return out;
}

}  // namespace baraza::sim
