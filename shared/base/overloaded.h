// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace baraza {

// One visitor made of several lambdas, for std::visit.
template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace baraza
