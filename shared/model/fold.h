// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/model/kinds.h"
#include "shared/model/states.h"
#include "shared/model/subjects.h"

namespace baraza::model {

// The part of a fold that is the same for every stream: takes note of one op, and hands its value
// on if the op is new, of this stream, of a kind known here, and keeps the rules of its kind. Lives
// for one call of apply_*.
class Fold {
 public:
  Fold(Basics& basics, StreamKind stream, const AuthoredOp& op) : basics_(basics), op_(op) {
    if (!enter(basics, op)) return;
    const auto kind = kind_from(op.head.kind);
    if (!kind) {
      ++basics.from_newer;
      return;
    }
    const KindRow row = kind_row(*kind);
    if (row.stream != stream || static_cast<std::uint32_t>(row.op_class) != op.head.op_class) {
      ++basics.unreadable;
      return;
    }
    kind_ = kind;
  }

  // The kind to fold; empty if nothing is to be done.
  std::optional<Kind> kind() const { return kind_; }

  // Calls take(Write<T>) with the value that `read` finds in the body, unless another op stands for
  // the same act. `take` puts it where it belongs with put(), which lets the op go that stood for
  // the act before.
  template <class T, class Take>
  void with(Result<T> (*read)(ByteView), Take take) {
    Result<T> value = read(*op_.body);
    if (!value || subject_of(*value) != op_.head.subject) {
      ++basics_.unreadable;
      return;
    }
    basics_.replaced.add(op_.ref(), op_.head.replaces, true);
    Acts::Place place = basics_.acts.stand(op_);
    if (!place.counts) return;
    former_ = std::move(place.former);
    take(write_of(op_, std::move(*value)));
  }

  template <class T>
  void fact(Result<T> (*read)(ByteView), Facts<T>& facts) {
    with(read, [&](Write<T> write) { put(facts, std::move(write)); });
  }

  template <class T>
  void put(Register<T>& into, Write<T> write) {
    if (former_) into.remove(*former_);
    into.add(std::move(write));
  }
  template <class T>
  void put(Facts<T>& facts, Write<T> write) {
    if (former_) facts.erase(*former_);
    const OpRef ref = write.ref;
    facts.emplace(ref, std::move(write));
  }

 private:
  Basics& basics_;
  const AuthoredOp& op_;
  std::optional<Kind> kind_;
  std::optional<OpRef> former_;
};

}  // namespace baraza::model
