// SPDX-License-Identifier: Apache-2.0
#include "shared/text/pseudo.h"

#include <cstddef>

namespace baraza::text {
namespace {

// All in Latin-1, which every font of ours has.
std::string_view accented(char letter) {
  switch (letter) {
    case 'a': return "à";
    case 'e': return "è";
    case 'i': return "î";
    case 'o': return "ô";
    case 'u': return "ü";
    case 'y': return "ÿ";
    case 'c': return "ç";
    case 'n': return "ñ";
    case 'A': return "Å";
    case 'E': return "É";
    case 'I': return "Î";
    case 'O': return "Ö";
    case 'U': return "Û";
    case 'Y': return "Ý";
    default: return {};
  }
}

bool is_vowel(char letter) {
  return std::string_view("aeiouyAEIOUY").find(letter) != std::string_view::npos;
}

}  // namespace

std::string pseudo_message(std::string_view english) {
  std::string out = "[";
  // Hundredths of a letter that are still to be added.
  constexpr int growth = 40;
  int owed = 0;
  for (std::size_t i = 0; i < english.size(); ++i) {
    const std::size_t end = english[i] == '{' ? english.find('}', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      out.append(english.substr(i, end - i + 1));
      i = end;
      continue;
    }
    const std::string_view other = accented(english[i]);
    const std::string_view letter = other.empty() ? english.substr(i, 1) : other;
    out.append(letter);
    // The later bytes of a letter that isn't ASCII are no letters of their own.
    if ((static_cast<unsigned char>(english[i]) & 0xC0) != 0x80) owed += growth;
    for (; is_vowel(english[i]) && owed >= 100; owed -= 100) out.append(letter);
  }
  for (; owed > 0; owed -= 100) out += '~';
  return out + "]";
}

std::string outside_pseudo(std::string_view shown) {
  std::string out;
  int depth = 0;
  for (const char each : shown) {
    if (each == '[') {
      ++depth;
    } else if (each == ']' && depth > 0) {
      --depth;
    } else if (depth == 0) {
      out += each;
    }
  }
  return out;
}

}  // namespace baraza::text
