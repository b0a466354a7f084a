// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "shared/base/code.h"

namespace baraza {

// Why something failed: a code for programs and one clear sentence for a person (what is wrong,
// where, what to do). The sentence never holds a member's name, a note or an answer.
struct Error {
  Code code = Code::internal;
  std::string detail;

  bool operator==(const Error&) const = default;
};

// A value or the error in its place. Handled once: logged or returned.
template <class T>
using Result = tl::expected<T, Error>;

// For functions that return Result<T>: `return fail(Code::not_found, "no group named x");`
[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string detail) {
  return tl::unexpected<Error>(Error{code, std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace baraza
