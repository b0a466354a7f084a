// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "shared/base/plant.h"
#include "shared/op/run.h"

namespace baraza::model {

// Which writes of a stream are replaced. A write names the writes it replaces; one without a body
// (refused, held, erased) doesn't stand and by itself replaces nothing, but whoever replaces it
// also replaces what it replaced. The answer is the same for the same ops in any order.
class Replaced {
 public:
  void add(const OpRef& op, const std::vector<OpRef>& replaces, bool has_body);
  // Both say the same act: who replaces one replaces the other.
  void join(const OpRef& one, const OpRef& other);
  bool covers(const OpRef& op) const { return reached_.contains(op); }
  auto fields() const { return std::tie(reached_); }

 private:
  void reach(const OpRef& op);

  std::set<OpRef> reached_;
  std::map<OpRef, std::vector<OpRef>> without_body_;
  std::map<OpRef, std::vector<OpRef>> joined_;  // of the few acts that were sent more than once
};

// Which ops say the same act. Two copies of one folder that are enrolled anew at once both sign
// what they have in common again, each under a writer of its own: the bodies are equal to the byte,
// salts too, and nobody else draws the same salt. Such an act counts once, by the lowest of its ops
// whose body is there and can be read, so that the order of arrival doesn't matter.
class Acts {
 public:
  // Takes note of an op, with or without its body. The op that it has to be joined with, if its act
  // was said before.
  std::optional<OpRef> enter(const AuthoredOp& op);

  struct Place {
    bool counts = true;           // false: another op stands for the act
    std::optional<OpRef> former;  // the one that stood for it until now
  };
  // Its body, which was entered before, could be read.
  Place stand(const AuthoredOp& op);

 private:
  struct Key {
    std::uint32_t kind = 0;  // equal bytes may be read as another kind
    Hash body_digest;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<Hash>()(key.body_digest) + key.kind;
    }
  };
  struct Said {
    OpRef by;
    bool stands = false;
  };
  static Key key_of(const AuthoredOp& op) { return {op.head.kind, op.head.body_digest}; }

  std::unordered_map<Key, Said, KeyHash> acts_;
};

// One write of a register. `author` order is (clock, writer, number).
template <class T>
struct Write {
  OpRef ref;
  AuthorClock clock = 0;
  Instant wall;
  T value;
  std::vector<OpRef> replaces = {};  // as its head says, for which `ref` stands in digests

  auto order() const { return std::tie(clock, ref); }
  auto fields() const {
    return std::tie(ref.id.writer, ref.id.number, ref.hash, clock, wall.ms, value);
  }
};

template <class T>
Write<T> write_of(const AuthoredOp& op, T value) {
  return {op.ref(), op.head.clock, op.head.wall, std::move(value), op.head.replaces};
}

// All writes to one thing, in author order.
template <class T>
struct Register {
  std::vector<Write<T>> writes;

  // What was written by another op of the same act makes room for it.
  void remove(const OpRef& ref) {
    std::erase_if(writes, [&](const Write<T>& write) { return write.ref == ref; });
  }

  void add(Write<T> write) {
    const auto at = std::upper_bound(
        writes.begin(), writes.end(), write,
        [](const Write<T>& a, const Write<T>& b) { return a.order() < b.order(); });
    writes.insert(planted(Plant::order_dependent_fold) ? writes.end() : at, std::move(write));
  }

  // The writes that nobody replaced, in author order. They point into this register.
  std::vector<const Write<T>*> standing(const Replaced& replaced) const {
    std::vector<const Write<T>*> out;
    for (const auto& write : writes) {
      if (!replaced.covers(write.ref)) out.push_back(&write);
    }
    return out;
  }

  // The one to show: the last that stands. Null if none does.
  const Write<T>* shown(const Replaced& replaced) const {
    const auto all = standing(replaced);
    return all.empty() ? nullptr : all.back();
  }

  // True if different values stand: a person has to settle it.
  bool disputed(const Replaced& replaced) const {
    const auto all = standing(replaced);
    return std::any_of(all.begin(), all.end(), [&](const Write<T>* write) {
      return !(write->value == all.front()->value);
    });
  }

  // If what is shown took the place of several different values, those, each as it was first
  // written, in author order: a dispute that was settled. Else nothing.
  std::vector<const Write<T>*> settled(const Replaced& replaced) const {
    const Write<T>* by = disputed(replaced) ? nullptr : shown(replaced);
    std::vector<const Write<T>*> out;
    if (by == nullptr) return out;
    const auto named = [&](const T& value) {
      return std::any_of(writes.begin(), writes.end(), [&](const Write<T>& write) {
        return write.value == value &&
               std::find(by->replaces.begin(), by->replaces.end(), write.ref) != by->replaces.end();
      });
    };
    for (const auto& write : writes) {
      const bool known = std::any_of(
          out.begin(), out.end(), [&](const Write<T>* each) { return each->value == write.value; });
      if (!known && named(write.value)) out.push_back(&write);
    }
    if (out.size() < 2) out.clear();
    return out;
  }

  // What the next write has to name.
  std::vector<OpRef> refs(const Replaced& replaced) const {
    std::vector<OpRef> out;
    for (const auto* write : standing(replaced)) out.push_back(write->ref);
    return out;
  }

  auto fields() const { return std::tie(writes); }
};

// What every state knows about the ops folded into it.
struct Basics {
  std::map<OpRef, bool> seen;  // whether with its body
  Replaced replaced;
  Acts acts;
  AuthorClock clock = 0;         // the highest seen; the next op of the stream takes one more
  std::uint64_t from_newer = 0;  // ops of kinds that this version doesn't know
  std::uint64_t unreadable = 0;  // ops of known kinds whose body breaks a rule

  auto fields() const { return std::tie(seen, replaced, clock, from_newer, unreadable); }
};

// Takes note of an op. True if its body is there and hasn't been folded yet: the caller folds it,
// and where the body could be read adds the op to `replaced` with its body. What can't be read
// must not take away what stands: it leaves the traces of an op without a body.
bool enter(Basics& basics, const AuthoredOp& op);

}  // namespace baraza::model
