// SPDX-License-Identifier: Apache-2.0
#include "client/core/kept.h"

#include <charconv>

namespace baraza::client {
namespace {

constexpr std::string_view kPrefix = "kept/";

// Cuts the text up to the next slash off; all of it if there is none.
std::string_view take_part(std::string_view& text) {
  const auto slash = text.find('/');
  const std::string_view part = text.substr(0, slash);
  text = slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
  return part;
}

template <class Id>
std::optional<Id> id_of(std::string_view hex) {
  const auto bytes = from_hex(hex);
  return bytes ? Id::from(*bytes) : std::nullopt;
}

}  // namespace

std::string kept_key(const KeptEntry& entry) {
  return std::string(kPrefix) + to_hex(entry.first) + "/" + to_hex(entry.second.writer) + "/" +
         std::to_string(entry.second.number);
}

std::optional<KeptEntry> kept_entry(std::string_view draft_key) {
  if (!draft_key.starts_with(kPrefix)) return std::nullopt;
  std::string_view rest = draft_key.substr(kPrefix.size());
  const auto stream = id_of<StreamId>(take_part(rest));
  const auto writer = id_of<WriterId>(take_part(rest));
  OpNumber number = 0;
  const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == rest.data() + rest.size();
  if (!stream || !writer || !whole || number == 0) return std::nullopt;
  return KeptEntry{*stream, {*writer, number}};
}

}  // namespace baraza::client
