// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace baraza::admin {

// The whole program: reads the command line, does the command, gives the exit status. Data on
// stdout, words on stderr.
int run(int argc, char** argv);

}  // namespace baraza::admin
