// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <type_traits>
#include <vector>

#include "shared/op/hash.h"
#include "shared/op/head.h"

namespace baraza::model {

template <class T>
concept HasFields = requires(const T& value) {
  value.fields();
};

// Hashes any value of a state: numbers and enumerators, strings and ids, containers with their
// sizes first, what may be missing, and whatever lists its parts in fields(). A type it doesn't
// know doesn't compile.
class DigestFeed {
 public:
  explicit DigestFeed(std::string_view purpose) : hasher_(purpose) {}

  template <class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>) void add(T value) {
    hasher_.add(static_cast<std::uint64_t>(value));
  }
  void add(const std::string& value) { hasher_.add(ByteView(value)); }
  template <std::size_t N, class Tag>
  void add(const FixedBytes<N, Tag>& value) {
    hasher_.add(value);
  }
  void add(const OpRef& value) {
    add(value.id.writer);
    add(value.id.number);
    add(value.hash);
  }
  template <HasFields T>
  void add(const T& value) {
    std::apply([this](const auto&... part) { (add(part), ...); }, value.fields());
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    add_all(values);
  }
  template <class T>
  void add(const std::set<T>& values) {
    add_all(values);
  }
  template <class Key, class Value>
  void add(const std::map<Key, Value>& values) {
    add_all(values);
  }
  template <class First, class Second>
  void add(const std::pair<First, Second>& pair) {
    add(pair.first);
    add(pair.second);
  }

  Hash finish() { return hasher_.finish(); }

 private:
  template <class Container>
  void add_all(const Container& values) {
    add(values.size());
    for (const auto& value : values) add(value);
  }

  Hasher hasher_;
};

}  // namespace baraza::model
