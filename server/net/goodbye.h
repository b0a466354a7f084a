// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/system/error_code.hpp>

#include "shared/base/code.h"

namespace baraza::server {

// The one place that decides what an error of the transport means. none: an ordinary goodbye;
// everything that matters is acknowledged by the protocol, so a peer that just vanishes has lost
// nothing. too_large: over a limit. protocol_error: bytes that no client of ours sends.
Code reason_of(const boost::system::error_code& error);

}  // namespace baraza::server
