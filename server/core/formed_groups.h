// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/directory_keeper.h"

namespace baraza::server {

// The server's answer to a group that a facilitator formed from a site's list: stages its streams,
// its place in the directory, and the grants of whoever formed it and of who will follow it. In the
// batch of the op itself, so that neither is there without the other. `op` is an op of an
// intake stream that was accepted or held; other kinds, and groups that are known, change nothing.
//
// The group is followed by everybody who supervises another group of the same facilitator; where
// nobody does, by everybody who supervises anything at the site: no group is without somebody who
// hears its alarms, as long as the site has a supervisor at all. An administrator may end either.
//
// `held`: whoever formed it has no right any more. It is opened all the same, with a grant that has
// ended: what they wrote in it is held like the forming itself, and waits for a person; but a worry
// that they raised there reaches the supervisors, which it couldn't if the group weren't there.
Result<void> open_formed_group(Ledger& ledger, DirectoryKeeper& keeper, const StreamInfo& intake,
                               const AuthoredOp& op, bool held, Now now);

}  // namespace baraza::server
